//! The language in which the program speaks before it has read a site.

use crate::ground::Speech;

/// English when the environment asks for it, as POSIX orders the variables; Dutch otherwise, for that is what most
/// who use the program speak, and Windows sets none of them.
pub(super) fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Speech {
    let asked = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| variable(name).filter(|value| !value.is_empty()));
    match asked {
        Some(value) if value.to_lowercase().starts_with("en") => Speech::English,
        _ => Speech::Dutch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(variables: &[(&str, &str)]) -> Speech {
        of_environment(|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn dutch_unless_english_is_asked_for() {
        assert_eq!(asked(&[]), Speech::Dutch);
        assert_eq!(asked(&[("LANG", "C.UTF-8")]), Speech::Dutch);
        assert_eq!(asked(&[("LANG", "en_GB.UTF-8")]), Speech::English);
        assert_eq!(asked(&[("LC_ALL", "nl_NL.UTF-8"), ("LANG", "en_US.UTF-8")]), Speech::Dutch);
        assert_eq!(asked(&[("LC_ALL", ""), ("LANG", "en_US.UTF-8")]), Speech::English);
    }
}

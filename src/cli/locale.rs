//! The language in which the program speaks before it has read a site.

use crate::ground::Locale;

/// English when the environment asks for it, as POSIX orders the variables; Dutch otherwise, for that is what most
/// who use the program speak, and Windows sets none of them.
pub(super) fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Locale {
    let asked = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| variable(name).filter(|value| !value.is_empty()));
    match asked {
        Some(value) if value.to_lowercase().starts_with("en") => Locale::English,
        _ => Locale::Dutch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(variables: &[(&str, &str)]) -> Locale {
        of_environment(|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn dutch_unless_english_is_asked_for() {
        assert_eq!(asked(&[]), Locale::Dutch);
        assert_eq!(asked(&[("LANG", "C.UTF-8")]), Locale::Dutch);
        assert_eq!(asked(&[("LANG", "en_GB.UTF-8")]), Locale::English);
        assert_eq!(asked(&[("LC_ALL", "nl_NL.UTF-8"), ("LANG", "en_US.UTF-8")]), Locale::Dutch);
        assert_eq!(asked(&[("LC_ALL", ""), ("LANG", "en_US.UTF-8")]), Locale::English);
    }
}

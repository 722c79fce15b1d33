//! The language that the program uses before it has read a site.

use crate::ground::Locale;

/// Returns English if the environment requests it, in the order of variables that POSIX gives; otherwise
/// Dutch, as that is what most users speak, and Windows sets none of the variables.
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

    fn locale_for(variables: &[(&str, &str)]) -> Locale {
        of_environment(|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn output_is_dutch_unless_the_locale_is_english() {
        assert_eq!(locale_for(&[]), Locale::Dutch);
        assert_eq!(locale_for(&[("LANG", "C.UTF-8")]), Locale::Dutch);
        assert_eq!(locale_for(&[("LANG", "en_GB.UTF-8")]), Locale::English);
        assert_eq!(locale_for(&[("LC_ALL", "nl_NL.UTF-8"), ("LANG", "en_US.UTF-8")]), Locale::Dutch);
        assert_eq!(locale_for(&[("LC_ALL", ""), ("LANG", "en_US.UTF-8")]), Locale::English);
    }
}

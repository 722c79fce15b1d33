//! The names that a theme can have; its folder and its package have the same name.

use crate::ground::is_device_name;

const LONGEST_NAME: usize = 60;

/// Whether this can be the name of a theme: lower-case letters and digits, with hyphens in between.
pub fn is_theme_name(name: &str) -> bool {
    let is_usual = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=LONGEST_NAME).contains(&name.len())
        && name.bytes().all(is_usual)
        && !name.starts_with('-')
        && !name.ends_with('-')
        && !is_device_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn theme_names_are_plain() {
        assert!(is_theme_name("overijssel") && is_theme_name("kern-2"));
        for bad in ["", "-a", "Overijssel", "a_b", "a/b", "..", "con", "a-", &"a".repeat(61)] {
            assert!(!is_theme_name(bad), "{bad}");
        }
    }
}

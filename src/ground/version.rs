//! The version of a theme: three numbers, of which the last two may be left out.

use std::fmt;

/// A version such as `1.2.3`: major, minor, patch (Semantic Versioning 2.0.0, item 2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// Raised when something that existed changes or goes away.
    pub major: u32,
    /// Raised when something is added.
    pub minor: u32,
    /// Raised when something is fixed.
    pub patch: u32,
}

impl Version {
    /// Reads `1`, `1.2` or `1.2.3`; `None` for anything else.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut numbers = [0; 3];
        let parts: Vec<&str> = typed.trim().split('.').collect();
        if parts.len() > numbers.len() {
            return None;
        }
        for (number, part) in numbers.iter_mut().zip(parts) {
            let is_plain = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            *number = part.parse().ok().filter(|_| is_plain)?;
        }
        let [major, minor, patch] = numbers;
        Some(Self { major, minor, patch })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_number() {
        let version = |typed| Version::parse(typed).expect("a version");
        assert!(version("1.10") > version("1.9.7"));
        assert_eq!(version("2").to_string(), "2.0.0");
        for wrong in ["", "1.", "v1", "1.2.3.4", "1.-2", "+1", "99999999999"] {
            assert_eq!(Version::parse(wrong), None, "{wrong}");
        }
    }
}

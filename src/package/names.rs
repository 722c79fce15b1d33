//! Checks the names of files in themes: only those that every disk can store, and that mean one thing
//! everywhere.

use crate::ground::is_device_name;

/// The files that a theme may contain beside its folders.
const FILES: &[&str] = &["theme.yaml", "README.md"];

/// The folders of a theme.
const FOLDERS: &[&str] = &["templates", "assets", "words"];

/// Longer paths cause trouble on Windows.
const LONGEST_PATH: usize = 180;

/// Whether this can be the name of a file beside an index: not in a folder, not hidden.
pub fn is_file_name(name: &str) -> bool {
    let is_usual = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    name.len() <= LONGEST_PATH && name.bytes().all(is_usual) && is_part(name)
}

/// What is wrong with the path of a file in a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misnamed {
    /// It leads out of the folder, or some disk cannot store it.
    Unsafe,
    /// A theme does not have such a file.
    NotInTheme,
}

/// Returns what is wrong with this path, if anything.
pub(super) fn trouble_of(path: &str) -> Option<Misnamed> {
    if path.len() > LONGEST_PATH || !path.split('/').all(is_part) {
        return Some(Misnamed::Unsafe);
    }
    let has_place = match path.split_once('/') {
        Some((folder, _)) => FOLDERS.contains(&folder),
        None => FILES.contains(&path) || path.starts_with("LICENSE"),
    };
    (!has_place).then_some(Misnamed::NotInTheme)
}

/// Whether every disk can store a file or folder with this name. Letters with accents can be encoded in two
/// ways, so they are not accepted.
fn is_part(part: &str) -> bool {
    let is_printed = |byte: u8| (0x20..0x7f).contains(&byte);
    let is_sign = |byte: u8| b"<>:\"|?*\\/".contains(&byte);
    !part.is_empty()
        && !part.starts_with(['.', ' '])
        && !part.ends_with(['.', ' '])
        && part.bytes().all(|byte| is_printed(byte) && !is_sign(byte))
        && !is_device_name(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_every_disk_can_hold_are_accepted() {
        for good in
            ["theme.yaml", "LICENSE-MIT", "assets/a b.css", "templates/delen/kop.html", "words/nl.yaml"]
        {
            assert_eq!(trouble_of(good), None, "{good}");
        }
        for bad in [
            "../theme.yaml",
            "assets/../../a",
            "/theme.yaml",
            "C:/a",
            "c:a",
            "assets\\a",
            "assets//a",
            "assets/",
            "assets/con",
            "assets/Aux.css",
            "assets/com1.js",
            "assets/a.",
            "assets/a ",
            "assets/.a",
            "assets/a:b",
            "assets/a\nb",
            "assets/é.css",
            "",
        ] {
            assert_eq!(trouble_of(bad), Some(Misnamed::Unsafe), "{bad}");
        }
        for nowhere in ["site.yaml", "scripts/a.js", "package.json", "assets", "Templates/a.html"] {
            assert_eq!(trouble_of(nowhere), Some(Misnamed::NotInTheme), "{nowhere}");
        }
    }

    #[test]
    fn file_names_are_plain() {
        assert!(is_file_name("overijssel-1.0.0.zip") && !is_file_name("../a.zip") && !is_file_name(".a"));
    }
}

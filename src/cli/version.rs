//! What `dorpsplein --version` tells: which program this is, and what it is made from.

use crate::ground::{Both, Locale, both};
use crate::theme::API;

/// The number of this version.
pub(super) const NUMBER: &str = env!("CARGO_PKG_VERSION");

/// The commit that the program is made from, when that was known.
const COMMIT: Option<&str> = option_env!("MADE_FROM_COMMIT");

/// The day of that commit.
pub(super) const COMMIT_DAY: Option<&str> = option_env!("MADE_FROM_COMMIT_OF");

/// `0.1.0`, the number of the themes it reads, and the commit.
pub(super) fn version(locale: Locale) -> String {
    let Both { nl, en } = version_lines(COMMIT, COMMIT_DAY);
    if locale == Locale::Dutch { nl } else { en }
}

fn version_lines(commit: Option<&str>, day: Option<&str>) -> Both {
    let day = day.map(|day| format!(" ({day})")).unwrap_or_default();
    let commit_line =
        |word: &str| commit.map(|commit| format!("\n{word}: commit {commit}{day}")).unwrap_or_default();
    both(
        format!("{NUMBER}\nvoor thema's met api: {API}{}", commit_line("gemaakt van")),
        format!("{NUMBER}\nfor themes with api: {API}{}", commit_line("made from")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_not_version_lines() {
        let lines = |commit, day| {
            version_lines(commit, day).en.lines().skip(2).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(lines(None, None), Vec::<String>::new());
        assert_eq!(lines(None, Some("2026-11-25")), Vec::<String>::new());
        assert_eq!(lines(Some("80538698d3f2"), None), ["made from: commit 80538698d3f2"]);
        assert_eq!(
            lines(Some("80538698d3f2"), Some("2026-11-25")),
            ["made from: commit 80538698d3f2 (2026-11-25)"]
        );
    }
}

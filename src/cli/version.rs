//! What `dorpsplein --version` shows: the version of the program, and the commit it was built from.

use crate::ground::{Both, Locale, both};
use crate::theme::API;

/// The version number.
pub(super) const NUMBER: &str = env!("CARGO_PKG_VERSION");

/// The commit that the program was built from, if known.
const COMMIT: Option<&str> = option_env!("MADE_FROM_COMMIT");

/// The day of that commit.
pub(super) const COMMIT_DAY: Option<&str> = option_env!("MADE_FROM_COMMIT_OF");

/// Returns the version, such as `0.1.0`, the theme API version it supports, and the commit.
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
        format!("{NUMBER}\nfor themes with api: {API}{}", commit_line("built from")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_build_details_are_left_out() {
        let lines = |commit, day| {
            version_lines(commit, day).en.lines().skip(2).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(lines(None, None), Vec::<String>::new());
        assert_eq!(lines(None, Some("2026-11-25")), Vec::<String>::new());
        assert_eq!(lines(Some("80538698d3f2"), None), ["built from: commit 80538698d3f2"]);
        assert_eq!(
            lines(Some("80538698d3f2"), Some("2026-11-25")),
            ["built from: commit 80538698d3f2 (2026-11-25)"]
        );
    }
}

//! The report on a theme: errors, which should be fixed before it is published, and advice.

use crate::ground::{Both, Diagnostic, Severity};

/// The result of trying a theme on every village.
#[derive(Debug, Default)]
pub struct Report {
    /// The diagnostics, each with its place in the theme or on a page.
    pub found: Vec<Diagnostic>,
    /// The villages that were tried, each with how many pages were rendered for it.
    pub tried: Vec<(Both, usize)>,
}

impl Report {
    /// Whether the theme is fit to be published.
    pub fn is_valid(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// Returns how many diagnostics have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|finding| finding.severity == severity).count()
    }
}

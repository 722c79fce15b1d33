//! What was found in a theme: errors, which nobody should publish it with, and advice.

use crate::ground::{Both, Diagnostic, Severity};

/// What came of trying a theme on every village.
#[derive(Debug, Default)]
pub struct Report {
    /// What was found, each with its place in the theme or on a page.
    pub found: Vec<Diagnostic>,
    /// What was tried: the village, and how many pages were made of it.
    pub tried: Vec<(Both, usize)>,
}

impl Report {
    /// Whether others may have the theme.
    pub fn is_sound(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// How much was found of one weight.
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|one| one.severity == severity).count()
    }
}

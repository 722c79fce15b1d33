//! How serious a diagnostic is.

/// How serious a diagnostic is. With an error, nothing is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is wrong: the last good site stays online.
    Error,
    /// Probably not what was meant; the site is published.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// Returns its name for programs, which is also the one that code hosts use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "notice",
        }
    }
}

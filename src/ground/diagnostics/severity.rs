//! How much a remark weighs.

/// How much a remark weighs. With an error nothing is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Wrong: the last good site stays.
    Error,
    /// Probably not meant like this; the site is published.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// Its name for programs, which is also that of code hosts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "notice",
        }
    }
}

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

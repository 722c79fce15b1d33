//! The formats of diagnostics.

/// The format: for people, for programs, or for the annotations of a code host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum OutputFormat {
    Human,
    Json,
    Github,
}

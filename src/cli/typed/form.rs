//! How remarks are given.

/// For people, for programs, or for the pages of a code host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Form {
    Human,
    Json,
    Github,
}

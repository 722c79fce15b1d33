//! What a text points at: links to follow, pictures to show.

use crate::read::yaml::Span;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkUse {
    /// To follow.
    Page,
    /// To show: the file of a picture in raw HTML.
    Picture,
}

/// A link in a text, not yet followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What was written.
    pub target: String,
    /// What it is for.
    pub purpose: LinkUse,
    /// Where it was written.
    pub span: Span,
}

/// A picture in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The file that was written.
    pub target: String,
    /// What is on it, for those who cannot see it.
    pub alt: String,
    /// What stands below it.
    pub caption: Option<String>,
    /// Whether it has a paragraph of its own.
    pub alone: bool,
    /// Where it was written.
    pub span: Span,
}

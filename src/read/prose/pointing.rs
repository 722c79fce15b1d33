//! What a text points to: links to follow, and pictures to show.

use crate::read::yaml::Span;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkUse {
    /// A link to follow.
    Page,
    /// A file to show: a picture in raw HTML.
    Picture,
}

/// A link in a text, not yet resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The target, as typed.
    pub target: String,
    /// What it is for.
    pub purpose: LinkUse,
    /// Its position.
    pub span: Span,
}

/// A picture in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The file, as typed.
    pub target: String,
    /// The description, for people who cannot see it.
    pub alt: String,
    /// The caption below it.
    pub caption: Option<String>,
    /// Whether it is alone in its paragraph.
    pub alone: bool,
    /// Its position.
    pub span: Span,
}

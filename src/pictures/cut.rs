//! The cuts that are rendered from a file: widths for pages, the picture for shared links, icons.

use std::fmt;

use crate::ground::Focus;

/// A set of pictures that is rendered from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// The picture in the widths that pages show; a drawing as it is.
    Widths,
    /// What others see when someone shares a page: a fixed shape, cut around this point.
    Sharing(Focus),
    /// The animated picture; its first frame is among the widths.
    Moving,
    /// The square icons of the site.
    Icons,
}

impl Cut {
    /// Whether a word is the name of a cut, as used in file names.
    pub fn is_word(word: &str) -> bool {
        ["widths", "moving", "icons"].contains(&word) || word.starts_with("sharing-")
    }
}

impl fmt::Display for Cut {
    /// Writes a word without spaces, for file names.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Widths => to.write_str("widths"),
            Self::Sharing(Focus { across, down }) => write!(to, "sharing-{across}-{down}"),
            Self::Moving => to.write_str("moving"),
            Self::Icons => to.write_str("icons"),
        }
    }
}

//! What is made of a file: the widths for pages, the picture for those who share one, icons.

use std::fmt;

use crate::ground::Focus;

/// What is made of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// The picture in the widths that pages show; a drawing as it is.
    Widths,
    /// What others see when somebody shares a page: a fixed shape, cut around this point.
    Sharing(Focus),
    /// The moving picture; its first moment is among the widths.
    Moving,
    /// The square icons of the site.
    Icons,
}

impl Cut {
    /// Whether a word is the name of a cut, as it stands in names of files.
    pub fn is_word(word: &str) -> bool {
        ["widths", "moving", "icons"].contains(&word) || word.starts_with("sharing-")
    }
}

impl fmt::Display for Cut {
    /// A word without spaces, for names of files.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Widths => to.write_str("widths"),
            Self::Sharing(Focus { across, down }) => write!(to, "sharing-{across}-{down}"),
            Self::Moving => to.write_str("moving"),
            Self::Icons => to.write_str("icons"),
        }
    }
}

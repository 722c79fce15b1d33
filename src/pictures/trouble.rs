//! The reasons why a file cannot become a picture.

use super::format::Format;
use super::hostile::Danger;
use crate::ground::Place;
use crate::read;

/// Why a file cannot become a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file is empty.
    Empty,
    /// The file ends before the picture does.
    Truncated,
    /// It is a picture, or another known format, but not one that a site can show.
    NotShown(Format),
    /// It has more pixels than can be processed.
    TooLarge {
        /// The width, in pixels.
        width: u32,
        /// The height, in pixels.
        height: u32,
    },
    /// It is an animation with more frames of this size than can be processed.
    TooManyFrames {
        /// The width, in pixels.
        width: u32,
        /// The height, in pixels.
        height: u32,
    },
    /// It has more bytes than any photo.
    TooManyBytes,
    /// It is a drawing with more bytes than a page should send.
    DrawingTooLarge,
    /// It is a drawing that contains what no picture needs, at these places.
    Hostile(Vec<(Danger, Place)>),
    /// An animation was requested, but it does not move.
    DoesNotMove,
    /// It moves for longer than people can bear.
    MovesTooLong {
        /// For how long, in seconds, rounded up.
        seconds: i64,
    },
    /// It begins as a picture but cannot be read to its end.
    Damaged(Format),
    /// It existed a moment ago.
    Gone,
    /// The system does not let us read it.
    Unreadable,
}

impl From<read::ReadFailure> for Trouble {
    fn from(why: read::ReadFailure) -> Self {
        match why {
            read::ReadFailure::TooBig => Self::TooManyBytes,
            read::ReadFailure::Gone => Self::Gone,
            read::ReadFailure::NotAFile | read::ReadFailure::Refused(_) => Self::Unreadable,
        }
    }
}

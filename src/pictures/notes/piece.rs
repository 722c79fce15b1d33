//! The pieces that a picture's file is made of.

use std::ops::Range;

/// What a piece is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// What is to be seen, and what is needed to see it right.
    Picture,
    /// What a camera notes (Exif 3.0).
    Camera,
    /// What programs note (XMP, ISO 16684-1).
    Program,
    /// Anything else: remarks, thumbnails, and whatever follows the end of the picture.
    Rest,
}

/// A piece of a file. The pieces of a file follow each other without a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) what: Use,
    /// Where it stands in the file.
    pub(super) place: Range<u64>,
    /// Where what it holds stands in the file, without its name and length.
    pub(super) body: Range<u64>,
}

impl Piece {
    pub(super) fn new(what: Use, place: Range<u64>) -> Self {
        Self { what, body: place.clone(), place }
    }

    /// The same, with what it holds at this place.
    pub(super) fn holding(mut self, body: Range<u64>) -> Self {
        self.body = body;
        self
    }

    /// Makes it reach further, over a piece of which nothing else is known.
    pub(super) fn reach(&mut self, end: u64) {
        self.place.end = end;
        self.body.end = end;
    }
}

/// How far a file is looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// As far as notes are found without reading the picture itself.
    Notes,
    /// To its end.
    Whole,
}

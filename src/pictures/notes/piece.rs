//! The pieces that a picture's file is made of.

use std::ops::Range;

/// What a piece is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// The picture itself, and what is needed to show it correctly.
    Picture,
    /// The metadata of a camera (Exif 3.0).
    Camera,
    /// The metadata of programs (XMP, ISO 16684-1).
    Program,
    /// Anything else: comments, thumbnails, and whatever follows the end of the picture.
    Rest,
}

/// A piece of a file. The pieces of a file follow each other without a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) what: PieceKind,
    /// Its position in the file.
    pub(super) place: Range<u64>,
    /// The position of its contents in the file, without its name and length.
    pub(super) body: Range<u64>,
}

impl Piece {
    pub(super) fn new(what: PieceKind, place: Range<u64>) -> Self {
        Self { what, body: place.clone(), place }
    }

    /// Sets the position of its contents.
    pub(super) fn with_body(mut self, body: Range<u64>) -> Self {
        self.body = body;
        self
    }

    /// Extends it over the next piece, of which only the end is known.
    pub(super) fn extend_to(&mut self, end: u64) {
        self.place.end = end;
        self.body.end = end;
    }
}

/// How far a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// As far as metadata is found without reading the picture itself.
    Notes,
    /// To its end.
    Whole,
}

//! Splits the file of a picture into pieces, whatever its format.

use std::io::{Read, Seek};

use super::super::format::Format;
use super::byte_reader::ByteReader;
use super::piece::{Depth, Piece};
use super::{gif, jpeg, png, riff};

/// Returns the pieces that can be found, and whether those are all: a file that is truncated, or that
/// contains something else halfway, is not whole. `None` for a format that is not supported here.
pub(super) fn pieces_of(
    format: Format,
    byte_reader: &mut ByteReader<impl Read + Seek>,
    depth: Depth,
) -> Option<(Vec<Piece>, bool)> {
    let mut pieces = Vec::new();
    let complete = match format {
        Format::Jpeg => jpeg::pieces(byte_reader, depth, &mut pieces),
        Format::Png => png::pieces(byte_reader, &mut pieces),
        Format::WebP => riff::pieces(byte_reader, &mut pieces),
        Format::Gif => gif::pieces(byte_reader, &mut pieces),
        _ => return None,
    };
    Some((pieces, complete.is_some()))
}

/// Returns a piece with camera metadata, for a file that begins with these bytes; `None` when there is no
/// room for it.
pub(super) fn camera_piece(format: Format, bytes: &[u8], notes: &[u8]) -> Option<Vec<u8>> {
    match format {
        Format::Jpeg => jpeg::camera_piece(notes),
        Format::Png => png::camera_piece(notes),
        Format::WebP if riff::has_flags(bytes) => riff::camera_piece(notes),
        _ => None,
    }
}

/// Corrects what a file says about itself, once pieces have been left out.
pub(super) fn finish(format: Format, bytes: &mut [u8], has_camera: bool) -> Option<()> {
    if format == Format::WebP { riff::finish(bytes, has_camera) } else { Some(()) }
}

//! Of what pieces a picture's file is made, whatever its format.

use std::io::{Read, Seek};

use super::super::format::Format;
use super::byte_reader::ByteReader;
use super::piece::{Depth, Piece};
use super::{gif, jpeg, png, riff};

/// The pieces that can be found, and whether those are all: a file that breaks off, or that holds something else
/// halfway, is not whole. Nothing of a format that is not taken apart here.
pub(super) fn pieces_of(
    format: Format,
    byte_reader: &mut ByteReader<impl Read + Seek>,
    depth: Depth,
) -> Option<(Vec<Piece>, bool)> {
    let mut pieces = Vec::new();
    let whole = match format {
        Format::Jpeg => jpeg::pieces(byte_reader, depth, &mut pieces),
        Format::Png => png::pieces(byte_reader, &mut pieces),
        Format::WebP => riff::pieces(byte_reader, &mut pieces),
        Format::Gif => gif::pieces(byte_reader, &mut pieces),
        _ => return None,
    };
    Some((pieces, whole.is_some()))
}

/// A piece with what a camera notes, for a file that begins with these bytes; nothing when there is no room for it.
pub(super) fn camera_piece(format: Format, bytes: &[u8], notes: &[u8]) -> Option<Vec<u8>> {
    match format {
        Format::Jpeg => jpeg::camera_piece(notes),
        Format::Png => png::camera_piece(notes),
        Format::WebP if riff::has_flags(bytes) => riff::camera_piece(notes),
        _ => None,
    }
}

/// Sets right what a file says of itself, once pieces were left out.
pub(super) fn finish(format: Format, bytes: &mut [u8], has_camera: bool) -> Option<()> {
    if format == Format::WebP { riff::finish(bytes, has_camera) } else { Some(()) }
}

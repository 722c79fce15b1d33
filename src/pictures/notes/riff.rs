//! Splits a WebP into its chunks (RFC 9649, 2.3 to 2.7).

use std::io::{Read, Seek};

use super::byte_reader::ByteReader;
use super::piece::{Piece, PieceKind};

/// The position of the flags in a file that has them: in the first chunk, which is then `VP8X`.
const FLAGS: usize = 20;

/// The flag for a chunk with camera metadata.
const HAS_CAMERA: u8 = 0x08;

/// The flag for a chunk with program metadata.
const HAS_PROGRAM: u8 = 0x04;

/// Adds the pieces of a WebP as far as they can be found; `None` when it is incomplete.
pub(super) fn pieces(byte_reader: &mut ByteReader<impl Read + Seek>, pieces: &mut Vec<Piece>) -> Option<()> {
    let whole = 8 + u64::from(u32::from_le_bytes(byte_reader.array(4)?));
    let mut at = 12;
    pieces.push(Piece::new(PieceKind::Picture, 0..at));
    if whole > byte_reader.length() || whole < at {
        return None;
    }
    while at < whole {
        let kind: [u8; 4] = byte_reader.array(at)?;
        let length = u64::from(u32::from_le_bytes(byte_reader.array(at + 4)?));
        let body = at + 8..at + 8 + length;
        if body.end > whole {
            return None;
        }
        // Chunks begin at even positions.
        let end = (body.end + length % 2).min(whole);
        let what = match &kind {
            b"VP8X" | b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ANMF" | b"ICCP" => PieceKind::Picture,
            b"EXIF" => PieceKind::Camera,
            b"XMP " => PieceKind::Program,
            _ => PieceKind::Rest,
        };
        pieces.push(Piece::new(what, at..end).with_body(body));
        at = end;
    }
    if at < byte_reader.length() {
        pieces.push(Piece::new(PieceKind::Rest, at..byte_reader.length()));
    }
    Some(())
}

/// Returns a chunk with camera metadata; `None` when it does not fit in one.
pub(super) fn camera_piece(notes: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(notes.len()).ok()?.to_le_bytes();
    let filler: &[u8] = if notes.len().is_multiple_of(2) { &[] } else { &[0] };
    Some([b"EXIF", &length[..], notes, filler].concat())
}

/// Whether there is room for camera metadata: a file without flags has only the picture.
pub(super) fn has_flags(bytes: &[u8]) -> bool {
    bytes.get(12..16) == Some(b"VP8X") && bytes.len() > FLAGS
}

/// Corrects the size and flags of a file, once pieces have been left out.
pub(super) fn finish(bytes: &mut [u8], has_camera: bool) -> Option<()> {
    let size = u32::try_from(bytes.len().checked_sub(8)?).ok()?;
    bytes.get_mut(4..8)?.copy_from_slice(&size.to_le_bytes());
    if has_flags(bytes) {
        let flags = bytes.get_mut(FLAGS)?;
        *flags &= !(HAS_CAMERA | HAS_PROGRAM);
        *flags |= if has_camera { HAS_CAMERA } else { 0 };
    }
    Some(())
}

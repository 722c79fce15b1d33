//! Splits a PNG into its chunks (W3C Portable Network Graphics, third edition, 5 and 11).

use std::io::{Read, Seek};

use super::byte_reader::ByteReader;
use super::piece::{Piece, PieceKind};

/// The keyword of XMP among other texts (XMP part 3, 1.1.5), uncompressed.
const PROGRAM: &[u8] = b"XML:com.adobe.xmp\0\0";

/// Ancillary chunks that change how the picture looks.
const SEEN: &[&[u8; 4]] = &[
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT", b"bKGD", b"hIST",
    b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
];

/// Adds the pieces of a PNG as far as they can be found; `None` when it is incomplete.
pub(super) fn pieces(byte_reader: &mut ByteReader<impl Read + Seek>, pieces: &mut Vec<Piece>) -> Option<()> {
    let mut at = 8;
    pieces.push(Piece::new(PieceKind::Picture, 0..at));
    loop {
        let length = u64::from(u32::from_be_bytes(byte_reader.array(at)?));
        let kind: [u8; 4] = byte_reader.array(at + 4)?;
        let (body, end) = (at + 8, at + 12 + length);
        if end > byte_reader.length() {
            return None;
        }
        let start = if kind == *b"iTXt" { byte_reader.some(body, length.min(32))? } else { Vec::new() };
        let (what, body) = match &kind {
            b"eXIf" => (PieceKind::Camera, body),
            b"iTXt" if start.starts_with(PROGRAM) => (PieceKind::Program, body + PROGRAM.len() as u64),
            // A capital marks a critical chunk: without it the picture cannot be read (5.4).
            [first, ..] if first.is_ascii_uppercase() || SEEN.contains(&&kind) => (PieceKind::Picture, body),
            _ => (PieceKind::Rest, body),
        };
        pieces.push(Piece::new(what, at..end).with_body(body..end - 4));
        at = end;
        if kind == *b"IEND" {
            break;
        }
    }
    // Programs that crop a picture have been known to leave the rest of it here.
    if at < byte_reader.length() {
        pieces.push(Piece::new(PieceKind::Rest, at..byte_reader.length()));
    }
    Some(())
}

/// Returns a chunk with camera metadata; `None` when it does not fit in one.
pub(super) fn camera_piece(notes: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(notes.len()).ok()?.to_be_bytes();
    let named = [b"eXIf", notes].concat();
    let check = crc32fast::hash(&named).to_be_bytes();
    Some([&length[..], &named, &check].concat())
}

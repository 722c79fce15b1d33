//! Splits a GIF into its blocks (GIF89a, 15 to 27).

use std::io::{Read, Seek};

use super::byte_reader::ByteReader;
use super::piece::{Piece, PieceKind};

/// Applications whose blocks change what is seen: how often the animation repeats, and its colours.
const SEEN: &[&[u8; 11]] = &[b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];

/// Adds the pieces of a GIF as far as they can be found; `None` when it is incomplete.
pub(super) fn pieces(byte_reader: &mut ByteReader<impl Read + Seek>, pieces: &mut Vec<Piece>) -> Option<()> {
    let [flags] = byte_reader.array(10)?;
    let mut at = 13 + colours(flags);
    pieces.push(Piece::new(PieceKind::Picture, 0..at));
    loop {
        let [kind] = byte_reader.array(at)?;
        let (what, end) = match kind {
            // The end of the file, an image, and an extension.
            0x3b => (PieceKind::Picture, at + 1),
            0x2c => {
                let [flags] = byte_reader.array(at + 9)?;
                (PieceKind::Picture, after_blocks(byte_reader, at + 11 + colours(flags))?)
            }
            0x21 => {
                let [label] = byte_reader.array(at + 1)?;
                let what = match label {
                    0xff if SEEN.contains(&&byte_reader.array::<11>(at + 3)?) => PieceKind::Picture,
                    0x01 | 0xf9 => PieceKind::Picture,
                    _ => PieceKind::Rest,
                };
                (what, after_blocks(byte_reader, at + 2)?)
            }
            _ => return None,
        };
        if end > byte_reader.length() {
            return None;
        }
        pieces.push(Piece::new(what, at..end));
        at = end;
        if kind == 0x3b {
            break;
        }
    }
    if at < byte_reader.length() {
        pieces.push(Piece::new(PieceKind::Rest, at..byte_reader.length()));
    }
    Some(())
}

/// Returns how many bytes a colour table takes.
fn colours(flags: u8) -> u64 {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 0x07) + 1) }
}

/// Returns where a series of sub-blocks ends: with an empty one.
fn after_blocks(byte_reader: &mut ByteReader<impl Read + Seek>, from: u64) -> Option<u64> {
    let mut at = from;
    loop {
        let [length] = byte_reader.array(at)?;
        at += 1 + u64::from(length);
        if length == 0 {
            return Some(at);
        }
    }
}

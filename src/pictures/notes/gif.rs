//! The blocks of a GIF (GIF89a, 15 to 27).

use std::io::{Read, Seek};

use super::piece::{Piece, Use};
use super::tape::Tape;

/// Applications whose blocks change what is seen: how often it is repeated, and its colours.
const SEEN: &[&[u8; 11]] = &[b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];

/// Adds the pieces of a GIF as far as they can be found; `None` when it is not whole.
pub(super) fn pieces(tape: &mut Tape<impl Read + Seek>, pieces: &mut Vec<Piece>) -> Option<()> {
    let [flags] = tape.array(10)?;
    let mut at = 13 + colours(flags);
    pieces.push(Piece::new(Use::Picture, 0..at));
    loop {
        let [kind] = tape.array(at)?;
        let (what, end) = match kind {
            // The end, a picture, and what comes beside pictures.
            0x3b => (Use::Picture, at + 1),
            0x2c => {
                let [flags] = tape.array(at + 9)?;
                (Use::Picture, after_blocks(tape, at + 11 + colours(flags))?)
            }
            0x21 => {
                let [label] = tape.array(at + 1)?;
                let what = match label {
                    0xff if SEEN.contains(&&tape.array::<11>(at + 3)?) => Use::Picture,
                    0x01 | 0xf9 => Use::Picture,
                    _ => Use::Rest,
                };
                (what, after_blocks(tape, at + 2)?)
            }
            _ => return None,
        };
        if end > tape.length() {
            return None;
        }
        pieces.push(Piece::new(what, at..end));
        at = end;
        if kind == 0x3b {
            break;
        }
    }
    if at < tape.length() {
        pieces.push(Piece::new(Use::Rest, at..tape.length()));
    }
    Some(())
}

/// How many bytes a list of colours takes.
fn colours(flags: u8) -> u64 {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 0x07) + 1) }
}

/// Where a row of blocks ends: with an empty one.
fn after_blocks(tape: &mut Tape<impl Read + Seek>, from: u64) -> Option<u64> {
    let mut at = from;
    loop {
        let [length] = tape.array(at)?;
        at += 1 + u64::from(length);
        if length == 0 {
            return Some(at);
        }
    }
}

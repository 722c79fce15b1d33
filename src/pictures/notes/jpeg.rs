//! The segments of a JPEG (ITU-T T.81, annex B; for what applications put in them: JFIF, Exif 3.0, XMP part 3, ICC.1).

use std::io::{Read, Seek};

use super::byte_reader::ByteReader;
use super::piece::{Depth, Piece, Use};

const CAMERA: &[u8] = b"Exif\0\0";
const PROGRAM: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";

/// Adds the pieces of a JPEG as far as they can be found; `None` when it is not whole.
pub(super) fn pieces(
    byte_reader: &mut ByteReader<impl Read + Seek>,
    depth: Depth,
    pieces: &mut Vec<Piece>,
) -> Option<()> {
    let mut at = 2;
    pieces.push(Piece::new(Use::Picture, 0..at));
    loop {
        let [0xff, marker] = byte_reader.array(at)? else { return None };
        let end = match marker {
            // A byte that only fills.
            0xff => at + 1,
            0x01 | 0xd0..=0xd9 => at + 2,
            _ => at + 2 + u64::from(u16::from_be_bytes(byte_reader.array(at + 2)?).max(2)),
        };
        if end > byte_reader.length() {
            return None;
        }
        let name = match marker {
            0xe0..=0xef => byte_reader.some(at + 4, (end - at - 4).min(PROGRAM.len() as u64))?,
            _ => Vec::new(),
        };
        let piece = Piece::new(use_of(marker, &name), at..end);
        let prefix = if piece.what == Use::Camera { CAMERA.len() } else { name.len() };
        pieces.push(piece.holding(end.min(at + 4 + prefix as u64)..end));
        at = end;
        match marker {
            0xd9 => break,
            0xda if depth == Depth::Notes => return Some(()),
            0xda => {
                // In the data of a scan the byte FF is followed by 00, by a restart marker, or by what comes after it.
                let end = byte_reader.find_pair(at, |one, other| {
                    one == 0xff && other != 0 && !(0xd0..=0xd7).contains(&other)
                })?;
                pieces.push(Piece::new(Use::Picture, at..end));
                at = end;
            }
            _ => {}
        }
    }
    // Telephones put more pictures behind the first, each with notes of its own.
    if at < byte_reader.length() {
        pieces.push(Piece::new(Use::Rest, at..byte_reader.length()));
    }
    Some(())
}

fn use_of(marker: u8, name: &[u8]) -> Use {
    match marker {
        0xe0 if name.starts_with(b"JFIF\0") => Use::Picture,
        0xe1 if name.starts_with(CAMERA) => Use::Camera,
        0xe1 if name.starts_with(PROGRAM) => Use::Program,
        // The colours.
        0xe2 if name.starts_with(b"ICC_PROFILE\0") => Use::Picture,
        // How the colours are mixed (T.872, 6.5.3).
        0xee if name.starts_with(b"Adobe") => Use::Picture,
        0x01 | 0xc0..=0xdf | 0xff => Use::Picture,
        _ => Use::Rest,
    }
}

/// A segment with what a camera notes; nothing when it does not fit in one.
pub(super) fn camera_piece(notes: &[u8]) -> Option<Vec<u8>> {
    let length = u16::try_from(2 + CAMERA.len() + notes.len()).ok()?.to_be_bytes();
    Some([&[0xff, 0xe1], &length[..], CAMERA, notes].concat())
}

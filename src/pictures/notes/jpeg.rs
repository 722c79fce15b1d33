//! Splits a JPEG into its segments (ITU-T T.81, annex B; for what applications put in them: JFIF, Exif 3.0,
//! XMP part 3, ICC.1).

use std::io::{Read, Seek};

use super::byte_reader::ByteReader;
use super::piece::{Depth, Piece, PieceKind};

const CAMERA: &[u8] = b"Exif\0\0";
const PROGRAM: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";

/// Adds the pieces of a JPEG as far as they can be found; `None` when it is incomplete.
pub(super) fn pieces(
    byte_reader: &mut ByteReader<impl Read + Seek>,
    depth: Depth,
    pieces: &mut Vec<Piece>,
) -> Option<()> {
    let mut at = 2;
    pieces.push(Piece::new(PieceKind::Picture, 0..at));
    loop {
        let [0xff, marker] = byte_reader.array(at)? else { return None };
        let end = match marker {
            // Fill bytes, before the byte that belongs to a marker.
            0xff => byte_reader.find_pair(at + 1, |_, other| other != 0xff)?,
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
        let piece = Piece::new(segment_kind(marker, &name), at..end);
        let prefix = if piece.what == PieceKind::Camera { CAMERA.len() } else { name.len() };
        match pieces.last_mut() {
            // A file may have millions of markers, of which only a few matter.
            Some(last) if last.what == PieceKind::Picture && piece.what == PieceKind::Picture => {
                last.extend_to(end)
            }
            _ => pieces.push(piece.with_body(end.min(at + 4 + prefix as u64)..end)),
        }
        at = end;
        match marker {
            0xd9 => break,
            0xda if depth == Depth::Notes => return Some(()),
            0xda => {
                // In the data of a scan the byte FF is followed by 00, by a restart marker, or by what comes after it.
                let end = byte_reader.find_pair(at, |one, other| {
                    one == 0xff && other != 0 && !(0xd0..=0xd7).contains(&other)
                })?;
                pieces.push(Piece::new(PieceKind::Picture, at..end));
                at = end;
            }
            _ => {}
        }
    }
    // Phones put more pictures after the first, each with its own metadata.
    if at < byte_reader.length() {
        pieces.push(Piece::new(PieceKind::Rest, at..byte_reader.length()));
    }
    Some(())
}

fn segment_kind(marker: u8, name: &[u8]) -> PieceKind {
    match marker {
        0xe0 if name.starts_with(b"JFIF\0") => PieceKind::Picture,
        0xe1 if name.starts_with(CAMERA) => PieceKind::Camera,
        0xe1 if name.starts_with(PROGRAM) => PieceKind::Program,
        // The colour profile.
        0xe2 if name.starts_with(b"ICC_PROFILE\0") => PieceKind::Picture,
        // The colour transform (T.872, 6.5.3).
        0xee if name.starts_with(b"Adobe") => PieceKind::Picture,
        0x01 | 0xc0..=0xdf | 0xff => PieceKind::Picture,
        _ => PieceKind::Rest,
    }
}

/// Returns a segment with camera metadata; `None` when it does not fit in one.
pub(super) fn camera_piece(notes: &[u8]) -> Option<Vec<u8>> {
    let length = u16::try_from(2 + CAMERA.len() + notes.len()).ok()?.to_be_bytes();
    Some([&[0xff, 0xe1], &length[..], CAMERA, notes].concat())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::io::{self, Cursor, SeekFrom};

    use super::*;

    /// A file that counts how often it is read.
    struct Counted<'c>(Cursor<Vec<u8>>, &'c Cell<usize>);

    impl Read for Counted<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            self.1.set(self.1.get() + 1);
            self.0.read(room)
        }
    }

    impl Seek for Counted<'_> {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }

    #[test]
    fn a_million_filler_bytes_are_not_read_one_by_one() {
        const PICTURE: &[u8] = b"\xff\xda\0\x02data\xff\xd9";
        for (filler, most) in
            [(&b"\xff"[..], 1), (b"\xff\x01", 1), (b"\xff\xd0", 1), (b"\xff\xe5\0\x02", 250_003)]
        {
            let bytes = [b"\xff\xd8", &*filler.repeat(1_000_000 / filler.len()), PICTURE].concat();
            let (length, reads) = (bytes.len() as u64, Cell::new(0));
            let mut byte_reader = ByteReader::of(Counted(Cursor::new(bytes), &reads)).expect("a length");
            let mut found = Vec::new();
            assert!(pieces(&mut byte_reader, Depth::Whole, &mut found).is_some(), "{filler:?}");
            assert!(found.len() <= most + 2, "{filler:?}: {} pieces", found.len());
            assert!(reads.get() < 5_000, "{filler:?}: {} reads", reads.get());
            assert_eq!(found.last().map(|last| last.place.end), Some(length), "{filler:?}");
            let follows = |pair: &[Piece]| pair[0].place.end == pair[1].place.start;
            assert!(found.windows(2).all(follows), "{filler:?}");
        }
    }
}

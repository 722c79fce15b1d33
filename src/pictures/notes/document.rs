//! Finds out who a PDF says made it, and whether its photos reveal where they were taken (ISO 32000-2, 7.9.2
//! and 14.3).

use hayro_syntax::Pdf;

use super::{camera, xmp};
use crate::ground::find_all;

/// The beginnings of camera metadata in the photos of a PDF.
const CAMERA: [&[u8]; 2] = [b"Exif\0\0II*\0", b"Exif\0\0MM\0*"];

/// How much camera metadata is read: a JPEG segment is no longer.
const LONGEST_NOTES: usize = 64 * 1024;

/// How many photos are checked; a PDF with more has revealed enough.
const MOST_PHOTOS: usize = 500;

/// Returns the author that the PDF names; `None` when it names nobody, or cannot be read.
pub(super) fn maker_of(bytes: Vec<u8>) -> Option<String> {
    let in_packet = xmp::maker(&bytes);
    let pdf = Pdf::new(bytes).ok();
    let named = pdf.and_then(|pdf| pdf.metadata().author.as_deref().map(text_of));
    named.into_iter().chain(in_packet).map(|name| on_one_line(&name)).find(|name| !name.is_empty())
}

/// Whether it reveals where a photo in it was taken, in the metadata of a camera or a program.
pub(super) fn contains_location(bytes: &[u8]) -> bool {
    let starts = CAMERA.iter().flat_map(|start| find_all(bytes, start).take(MOST_PHOTOS));
    let placed = starts.into_iter().any(|at| {
        let end = bytes.len().min(at + LONGEST_NOTES);
        bytes.get(at..end).is_some_and(camera::contains_location)
    });
    placed || xmp::contains_location(bytes)
}

/// Decodes a PDF text string: UTF-16 or UTF-8 when it says so, or else nearly Latin-1.
fn text_of(bytes: &[u8]) -> String {
    let units = |from_pair: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units = bytes.chunks_exact(2).map(|pair| from_pair([pair[0], pair[1]]));
        char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xfe, 0xff, rest @ ..] => units(u16::from_be_bytes, rest),
        [0xff, 0xfe, rest @ ..] => units(u16::from_le_bytes, rest),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().copied().map(char::from).collect(),
    }
}

/// Puts a name on one line, short enough for a message.
fn on_one_line(name: &str) -> String {
    let signs = name.chars().map(|sign| if sign.is_control() { ' ' } else { sign });
    let words: String = signs.take(200).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_every_encoding() {
        for (bytes, name) in [
            (&b"J. de Vries"[..], "J. de Vries"),
            (b"Ren\xe9", "René"),
            (b"\xfe\xff\0J\0\xef\0l", "Jïl"),
            (b"\xff\xfeJ\0", "J"),
            (b"\xef\xbb\xbfZo\xc3\xab", "Zoë"),
            (b"\xfe\xff\xd8\0", "\u{fffd}"),
        ] {
            assert_eq!(text_of(bytes), name);
        }
        assert_eq!(on_one_line(" Jan\0\n de  Vries "), "Jan de Vries");
        assert_eq!(on_one_line(&"lang".repeat(100)).chars().count(), 60);
    }
}

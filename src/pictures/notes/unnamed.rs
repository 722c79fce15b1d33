//! Photos that are not called one: they would go onto the site as they are, with all that a camera noted.

use super::super::format::Format;
use super::{messages, unlike};
use crate::ground::{Diagnostic, in_parallel};
use crate::read::{self, MediaFile};

/// By so many bytes at its beginning a file is known.
const START: u64 = 256;

/// Endings of what cameras and programs for photos write, and browsers do not show.
const OF_CAMERAS: &[&str] = &[
    "arw", "cr2", "cr3", "dng", "jp2", "jxl", "mpo", "nef", "orf", "pef", "pgm", "ppm", "psd", "raf", "raw",
    "rw2",
];

/// What is to be said of files that go onto the site as they are, and are photos all the same, or no documents.
pub fn tell_unnamed(files: &[&MediaFile]) -> Vec<Diagnostic> {
    let remarks = in_parallel(files, |file| match format_of(file) {
        Some(format) => Some(messages::unnamed(&file.path, format)),
        None => unlike::tell(file),
    });
    remarks.into_iter().flatten().collect()
}

/// As what a file is known that is a photo: nothing in particular when only cameras know it.
fn format_of(file: &MediaFile) -> Option<Option<Format>> {
    let start = read::start_of(&file.on_disk, START)?;
    match Format::of(&start) {
        // Two letters may begin a text as well; a bitmap has four bytes without meaning (BITMAPFILEHEADER).
        Format::Bitmap if start.get(6..10) != Some(&[0; 4]) => None,
        Format::Pdf | Format::WebPage | Format::Svg | Format::Unknown => {
            (is_of_a_camera(&start) || file.path.ends_in(OF_CAMERAS)).then_some(None)
        }
        format => Some(Some(format)),
    }
}

/// JPEG XL, JPEG 2000, raw files of Canon and Fujifilm, and Photoshop.
fn is_of_a_camera(start: &[u8]) -> bool {
    let is_jpeg_of_later = [&b"\xff\x0a"[..], b"\0\0\0\x0cJXL ", b"\0\0\0\x0cjP  "];
    let beginnings = [&b"FUJIFILMCCD-RAW"[..], b"8BPS"];
    let is_canon = start.get(4..12) == Some(b"ftypcrx ");
    is_canon || is_jpeg_of_later.iter().chain(&beginnings).any(|front| start.starts_with(front))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cameras_write_is_known_and_a_text_is_not() {
        for start in [
            &b"\xff\x0a.."[..],
            b"\0\0\0\x0cjP  \r\n",
            b"\0\0\0\x18ftypcrx ",
            b"FUJIFILMCCD-RAW 0201",
            b"8BPS\0\x01",
        ] {
            assert!(is_of_a_camera(start), "{start:?}");
        }
        for start in [&b""[..], b"BMX in het dorp", b"8 BPS", b"\0\0\0\x18ftypmp42"] {
            assert!(!is_of_a_camera(start), "{start:?}");
        }
    }
}

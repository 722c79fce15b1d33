//! Finds photos that do not have the name of one: they would be published as they are, with all their camera
//! metadata.

use super::super::format::Format;
use super::{messages, mismatched};
use crate::ground::{Diagnostic, in_parallel};
use crate::read::{self, MediaFile};

/// How many bytes at the beginning are enough to recognise a file.
const START: u64 = 256;

/// Extensions of files that cameras and photo programs write, and browsers do not show.
const OF_CAMERAS: &[&str] = &[
    "arw", "cr2", "cr3", "dng", "jp2", "jxl", "mpo", "nef", "orf", "pef", "pgm", "ppm", "psd", "raf", "raw",
    "rw2",
];

/// Reports files that are published as they are, although they are photos, or are not documents.
pub fn unnamed_photo_diagnostics(files: &[&MediaFile]) -> Vec<Diagnostic> {
    let remarks = in_parallel(files, |file| match format_of(file) {
        Some(format) => Some(messages::unnamed(&file.path, format)),
        None => mismatched::mismatch_diagnostic(file),
    });
    remarks.into_iter().flatten().collect()
}

/// Returns the format of a file that is a photo: `Some(None)` when only cameras know it, `None` when it is no
/// photo.
fn format_of(file: &MediaFile) -> Option<Option<Format>> {
    let start = read::start_of(&file.on_disk, START)?;
    match Format::of(&start) {
        // A text may begin with the same two letters; a bitmap has four reserved bytes (BITMAPFILEHEADER).
        Format::Bitmap if start.get(6..10) != Some(&[0; 4]) => None,
        Format::Pdf | Format::WebPage | Format::Svg | Format::Unknown => {
            (is_of_a_camera(&start) || file.path.ends_in(OF_CAMERAS)).then_some(None)
        }
        format => Some(Some(format)),
    }
}

/// Recognises JPEG XL, JPEG 2000, raw files of Canon and Fujifilm, and Photoshop.
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
    fn camera_files_are_recognised_and_text_is_not() {
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

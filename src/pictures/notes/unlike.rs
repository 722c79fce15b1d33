//! Files that are offered as documents and are none: empty ones, programs, and pages of a site.

use super::super::format::Format;
use super::made_by::maker_of;
use super::messages;
use crate::ground::Diagnostic;
use crate::read::{self, MediaFile};

/// By so many bytes at its beginning a page of a site is known.
const START: u64 = 256;

/// Endings of what a computer runs when somebody opens it.
const PROGRAMS: &[&str] = &[
    "apk", "appx", "bat", "cmd", "com", "dmg", "exe", "hta", "jar", "js", "jse", "lnk", "mjs", "msi", "pif",
    "ps1", "scr", "sh", "vbs", "wsf",
];

/// Endings of pages, which have their own menu, letters and perhaps visitors' counters.
const PAGES: &[&str] = &["htm", "html", "mht", "mhtml", "php", "shtml", "xhtml"];

/// Endings of texts that are still to be worked on.
const TEXTS: &[&str] = &["doc", "docx", "odt", "rtf"];

/// What is to be said of a file that goes onto the site as it is.
pub(super) fn tell(file: &MediaFile) -> Option<Diagnostic> {
    let path = &file.path;
    if path.ends_in(PROGRAMS) {
        return Some(messages::is_program(path));
    }
    if file.bytes == 0 {
        return Some(messages::is_empty(path));
    }
    if path.ends_in(PAGES) {
        return Some(messages::is_page(path));
    }
    if path.ends_in(&["pdf"]) {
        let start = read::start_of(&file.on_disk, START)?;
        if Format::of(&start) == Format::WebPage {
            return Some(messages::is_page_inside(path));
        }
        return maker_of(&start).map(|maker| messages::is_no_pdf(path, maker));
    }
    if path.ends_in(TEXTS) {
        let start = read::start_of(&file.on_disk, START)?;
        return (Format::of(&start) == Format::Pdf).then(|| messages::is_pdf(path));
    }
    None
}

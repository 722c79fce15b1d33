//! Finds files that are offered as documents but are none: empty files, programs, and web pages.

use super::super::format::Format;
use super::made_by::maker_of;
use super::messages;
use crate::ground::Diagnostic;
use crate::read::{self, MediaFile};

/// How many bytes at the beginning are enough to recognise a web page.
const START: u64 = 256;

/// Extensions of files that a computer runs when someone opens them.
const PROGRAMS: &[&str] = &[
    "apk", "appx", "bat", "cmd", "com", "dmg", "exe", "hta", "jar", "js", "jse", "lnk", "mjs", "msi", "pif",
    "ps1", "scr", "sh", "vbs", "wsf",
];

/// Extensions of web pages, which have their own menu, fonts and perhaps visitor counters.
const PAGES: &[&str] = &["htm", "html", "mht", "mhtml", "php", "shtml", "xhtml"];

/// Extensions of texts that are still to be edited.
const TEXTS: &[&str] = &["doc", "docx", "odt", "rtf"];

/// Returns the diagnostic about a file that is published as it is, if there is one.
pub(super) fn mismatch_diagnostic(file: &MediaFile) -> Option<Diagnostic> {
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

//! Handles raw HTML in a text: leaves its links and pictures open like all others, and reports what cannot be
//! kept.

use std::ops::Range;

use super::TextPosition;
use super::pointing::{Link, LinkUse};
use super::slots::link_mark;
use crate::ground::{FileText, Place, RemarkList, escape_html};
use crate::read::markup::{Raw, depth_after, scan_html};
use crate::read::yaml::Span;
use crate::read::{is_meaningless_alt, meaningless_alt};
use crate::read::{messages, prose_messages};

/// The state of reading raw HTML in a text, and the diagnostics about it.
pub(super) struct RawHtml<'t> {
    pub(super) file_text: &'t FileText,
    pub(super) position: TextPosition,
    pub(super) remarks: RemarkList,
    pub(super) nesting: Nesting,
}

/// How many elements are open at this point. Neither browsers nor this program can handle very many.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Nesting {
    Open(usize),
    /// There were too many; the HTML after them is left out.
    TooDeep,
}

/// How many elements may be open at once.
const DEEPEST: usize = 100;

impl RawHtml<'_> {
    /// Opens the places of links and pictures and adds them to `links`. `start` is where `html` begins.
    pub(super) fn opened(&mut self, html: &str, start: usize, links: &mut Vec<Link>) -> String {
        let html = &html[..self.deep_enough(html, start)];
        let mut out = String::with_capacity(html.len());
        let mut copied = 0;
        for raw in scan_html(html) {
            let span = |range: &Range<usize>| self.position.span(&(start + range.start..start + range.end));
            match raw {
                Raw::Href(ref range) | Raw::Src(ref range) if !html[range.clone()].trim().is_empty() => {
                    let purpose = if matches!(raw, Raw::Src(_)) { LinkUse::Picture } else { LinkUse::Page };
                    out.push_str(&html[copied..range.start]);
                    out.push_str(&link_mark(links.len()));
                    copied = range.end;
                    let target = html[range.clone()].replace("&amp;", "&");
                    links.push(Link { target, purpose, span: span(range) });
                }
                Raw::Words(ref range) => {
                    // This was not meant as an element, so the words are shown as typed.
                    out.push_str(&html[copied..range.start]);
                    out.push_str(&escape_html(&html[range.clone()]));
                    copied = range.end;
                    self.report(raw, html, start);
                }
                other => self.report(other, html, start),
            }
        }
        out.push_str(&html[copied..]);
        out
    }

    /// Reports what is wrong with something that was found.
    fn report(&mut self, raw: Raw, html: &str, start: usize) {
        let place = |range: &Range<usize>| self.place(range, start);
        let remark = match raw {
            // A missing file is reported for the picture as a whole.
            Raw::Src(_) => return,
            Raw::Href(range) => {
                // Points at the element, because an empty address has no place.
                let element = html[..range.start].rfind('<').unwrap_or(range.start);
                prose_messages::link_without_address(place(&(element..range.end)))
            }
            Raw::Alt(range) => match &html[range.clone()] {
                alt if is_meaningless_alt(alt) => meaningless_alt(place(&range), alt),
                _ => return,
            },
            Raw::NoFile(range) => prose_messages::picture_without_file(place(&range)),
            Raw::MissingAlt(range) => prose_messages::missing_alt(place(&range)),
            Raw::Words(range) => prose_messages::words_in_angles(place(&range), self.has_own_lines()),
            Raw::Element(range, name) => messages::html_element_left_out(place(&range), &name),
            Raw::OpenElement(range, name) => prose_messages::element_not_closed(place(&range), &name),
            Raw::OpenComment(range) => {
                prose_messages::comment_not_closed(place(&range), self.has_own_lines())
            }
            Raw::Attribute(range, name) => messages::html_attribute_left_out(place(&range), &name),
        };
        self.remarks.add(remark);
    }

    /// Returns how much of a piece stays: all of it, unless it is nested too deeply.
    fn deep_enough(&mut self, html: &str, start: usize) -> usize {
        let Nesting::Open(depth) = self.nesting else { return 0 };
        match depth_after(html, depth, DEEPEST) {
            Ok(depth) => {
                self.nesting = Nesting::Open(depth);
                html.len()
            }
            Err(range) => {
                let place = self.place(&range, start);
                self.remarks.add(messages::html_too_deep(place, &html[range.clone()]));
                self.nesting = Nesting::TooDeep;
                range.start - 1
            }
        }
    }

    /// Whether the text has lines of its own that can be corrected.
    fn has_own_lines(&self) -> bool {
        matches!(self.position, TextPosition::From(_))
    }

    fn place(&self, range: &Range<usize>, start: usize) -> Place {
        self.place_of(self.position.span(&(start + range.start..start + range.end)))
    }

    /// Returns the place of a span in the file.
    pub(super) fn place_of(&self, span: Span) -> Place {
        self.file_text.place(span.range())
    }
}

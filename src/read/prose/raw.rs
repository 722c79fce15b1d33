//! Raw HTML in a text: its links and pictures are left open like all others, and what cannot stay is told.

use std::ops::Range;

use super::Standing;
use super::pointing::{Link, LinkUse};
use super::slots::link_mark;
use crate::ground::{FileText, Place, RemarkList, escape_html};
use crate::read::markup::{Raw, depth_after, look_through};
use crate::read::yaml::Span;
use crate::read::{alt_tells_nothing, tells_nothing};
use crate::read::{messages, prose_messages};

/// Where pieces of raw HTML stand, and what was found in them.
pub(super) struct RawHtml<'t> {
    pub(super) file_text: &'t FileText,
    pub(super) standing: Standing,
    pub(super) remarks: RemarkList,
    pub(super) nesting: Nesting,
}

/// How many elements are open where a text is now: of very many the browser and this program would lose sight.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Nesting {
    Open(usize),
    /// There were too many, and what came after them is left out.
    TooDeep,
}

/// So many elements may be open at once.
const DEEPEST: usize = 100;

impl RawHtml<'_> {
    /// The same HTML with its links and pictures left open; they are added to `links`. `start` is where it
    /// begins in the text.
    pub(super) fn opened(&mut self, html: &str, start: usize, links: &mut Vec<Link>) -> String {
        let html = &html[..self.deep_enough(html, start)];
        let mut out = String::with_capacity(html.len());
        let mut copied = 0;
        for raw in look_through(html) {
            let span = |range: &Range<usize>| self.standing.span(&(start + range.start..start + range.end));
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
                    // Nobody meant an element: the words are shown as they were written.
                    out.push_str(&html[copied..range.start]);
                    out.push_str(&escape_html(&html[range.clone()]));
                    copied = range.end;
                    self.tell(raw, html, start);
                }
                other => self.tell(other, html, start),
            }
        }
        out.push_str(&html[copied..]);
        out
    }

    /// Tells what is wrong with something that was found.
    fn tell(&mut self, raw: Raw, html: &str, start: usize) {
        let place = |range: &Range<usize>| self.place(range, start);
        let remark = match raw {
            // Which file a picture is, was told of it as a whole.
            Raw::Src(_) => return,
            Raw::Href(range) => {
                // Where it stands is the element: an address of no letters has no place.
                let element = html[..range.start].rfind('<').unwrap_or(range.start);
                prose_messages::link_without_address(place(&(element..range.end)))
            }
            Raw::Alt(range) => match &html[range.clone()] {
                alt if tells_nothing(alt) => alt_tells_nothing(place(&range), alt),
                _ => return,
            },
            Raw::NoFile(range) => prose_messages::picture_without_file(place(&range)),
            Raw::Mute(range) => prose_messages::mute_picture(place(&range)),
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

    /// How much of a piece stays: all of it, unless too much of it stands in itself.
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

    /// Whether the text has lines of its own, which can be corrected.
    fn has_own_lines(&self) -> bool {
        matches!(self.standing, Standing::From(_))
    }

    fn place(&self, range: &Range<usize>, start: usize) -> Place {
        self.place_of(self.standing.span(&(start + range.start..start + range.end)))
    }

    /// The place of a span in the file.
    pub(super) fn place_of(&self, span: Span) -> Place {
        self.file_text.place(span.range())
    }
}

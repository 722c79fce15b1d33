//! Reads Markdown once, into HTML with open places for what only the whole site knows.

mod slots;
mod pointing;
mod inserts;
mod quotes;
mod outline;
mod notes;
mod raw;
mod brackets;
mod slips;
mod fences;
mod bars;
mod lost;
mod listed;
mod shapes;
mod underlined;
mod empty;
mod shape_messages;
mod alone;
mod phones;
mod rewrite;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

pub use inserts::{Insert, InsertKind};
pub use outline::Heading;
pub use pointing::{Link, LinkUse, Picture};
pub use slots::{Part, ProseParts};

use super::yaml::Span;
use super::{markup, prose_messages};
use crate::ground::{Diagnostic, FileText};
use fences::Placed;

/// A text that was read: its HTML, its links and pictures, and its headings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose {
    html: String,
    /// Every link, in text order.
    pub links: Vec<Link>,
    /// Every picture, in text order.
    pub pictures: Vec<Picture>,
    /// Every insert, in text order.
    pub inserts: Vec<Insert>,
    /// The headings, except the one that is the title.
    pub headings: Vec<Heading>,
    /// The title: a heading above everything else.
    pub title: Option<Box<Heading>>,
    /// The first paragraph as plain text.
    pub lead: String,
}

impl Prose {
    /// Returns the targets of its links and then of its pictures, as typed.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        let links = self.links.iter().map(|link| &*link.target);
        links.chain(self.pictures.iter().map(|picture| &*picture.target))
    }
}

/// The position of a text in its file, to give its mistakes a place.
#[derive(Clone, Copy, Debug)]
pub(super) enum TextPosition {
    /// It begins at this byte and is identical, character for character.
    From(usize),
    /// It is somewhere in this span: a text inside YAML, where the lines are indented.
    Within(Span),
}

impl TextPosition {
    pub(super) fn span(self, range: &Range<usize>) -> Span {
        match self {
            Self::From(start) => Span::new(start + range.start, start + range.end),
            Self::Within(span) => span,
        }
    }
}

/// Reads the Markdown at `range` of a file's text.
pub(super) fn parse_body(text: &FileText, range: Range<usize>) -> (Prose, Vec<Diagnostic>) {
    read(text, &text[range.clone()], TextPosition::From(range.start))
}

/// Reads Markdown from a value in YAML. Its mistakes get the place of that value.
pub fn parse_prose(file_text: &FileText, markdown: &str, at: Span) -> (Prose, Vec<Diagnostic>) {
    read(file_text, markdown, TextPosition::Within(at))
}

/// About how many bytes of Markdown yield one parser event.
const USUAL_EVENT: usize = 24;

fn read(file_text: &FileText, markdown: &str, position: TextPosition) -> (Prose, Vec<Diagnostic>) {
    if markdown.trim().is_empty() {
        return (Prose::default(), Vec::new());
    }
    let clean = slots::without_marks(markdown);
    let mut events: Vec<(Event<'_>, Range<usize>)> = Vec::with_capacity(clean.len() / USUAL_EVENT);
    let mut parser = Parser::new_ext(&clean, options()).into_offset_iter();
    events.extend(parser.by_ref().map(without_forged_marks));
    let lost = lost::lost_words(&clean, &events, parser.reference_definitions());
    // A text inside YAML has no lines of its own.
    let (lost_layout, underlined) = match position {
        TextPosition::From(_) => (
            shapes::lines_with_lost_layout(&clean, &events),
            underlined::underlined_sentences(&clean, &events),
        ),
        TextPosition::Within(_) => (Vec::new(), Vec::new()),
    };
    let empty = empty::empty_elements(&events);
    let outline = outline::outline_of(&events);
    let mut rewritten = rewrite::Rewriter::new(file_text, position, &outline).run(events);
    let place = |range: &Range<usize>| file_text.place(position.span(range).range());
    let remarks = lost.into_iter().map(|(range, why)| prose_messages::words_lost(place(&range), why));
    rewritten.remarks.extend(remarks);
    let remarks = empty.into_iter().map(|(range, empty)| match empty {
        empty::EmptyElement::Heading => prose_messages::heading_without_words(place(&range)),
        empty::EmptyElement::Link(target) => prose_messages::link_without_words(place(&range), &target),
    });
    rewritten.remarks.extend(remarks);
    let remarks = lost_layout.into_iter();
    let remarks =
        remarks.map(|found| shape_messages::lost_layout(place(&found.lines), found.meant, found.correction));
    rewritten.remarks.extend(remarks);
    let remarks = underlined.into_iter();
    let remarks = remarks.map(|found| shape_messages::underlined(place(&found.line), found.correction));
    rewritten.remarks.extend(remarks);
    let mut html = String::with_capacity(clean.len() * 3 / 2);
    pulldown_cmark::html::push_html(&mut html, rewritten.events.into_iter());
    if rewritten.has_raw_html {
        html = markup::clean(&html);
    }
    let html = markup::with_plain_examples(html);
    let prose = Prose {
        // A village has thousands of texts and keeps them to the end. A copy takes exactly the room it needs,
        // whereas shrinking the string may keep all its capacity.
        html: html.as_str().to_owned(),
        links: rewritten.links,
        pictures: rewritten.pictures,
        inserts: rewritten.inserts,
        headings: outline.headings,
        title: outline.title.map(Box::new),
        lead: rewritten.lead,
    };
    (prose, rewritten.remarks.into_list())
}

/// Removes marks again from text events, because the parser has now decoded entities such as `&#xF0001;`.
fn without_forged_marks<'e>((event, range): (Event<'e>, Range<usize>)) -> (Event<'e>, Range<usize>) {
    match event {
        Event::Text(text) if text.contains(slots::MARKS) => {
            (Event::Text(slots::without_marks(&text).into_owned().into()), range)
        }
        event => (event, range),
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
}

impl Prose {
    /// Whether there is nothing to read apart from a title.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }

    /// Returns the HTML in pieces, with the open places between them: see [`ProseParts`].
    pub fn parts(&self) -> ProseParts<'_> {
        ProseParts::new(&self.html)
    }
}

#[cfg(test)]
mod tests;

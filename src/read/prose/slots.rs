//! Open places in HTML: marked with two characters that no text may contain, filled when a page is made.

use std::borrow::Cow;

use crate::ground::find_words;

/// Two private-use characters: they mean nothing in any writing, and are taken out of what people write.
const OPEN: char = '\u{F0001}';
const CLOSE: char = '\u{F0002}';
pub(super) const MARKS: [char; 2] = [OPEN, CLOSE];

/// One piece of a text's HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'p> {
    /// HTML as it is.
    Html(&'p str),
    /// Between the quotes of an attribute: where link number N leads.
    Link(usize),
    /// Picture number N, whole.
    Picture(usize),
    /// Block number N, whole.
    Insert(usize),
    /// A word of the theme, by its key.
    Word(&'p str),
}

/// The pieces of a text's HTML in order.
#[derive(Clone, Debug)]
pub struct ProseParts<'p> {
    rest: &'p str,
}

impl<'p> ProseParts<'p> {
    pub(super) fn new(html: &'p str) -> Self {
        Self { rest: html }
    }
}

impl<'p> Iterator for ProseParts<'p> {
    type Item = Part<'p>;

    fn next(&mut self) -> Option<Part<'p>> {
        if self.rest.is_empty() {
            return None;
        }
        let Some(open) = find_words(self.rest.as_bytes(), OPEN.encode_utf8(&mut [0; 4]).as_bytes()) else {
            return Some(Part::Html(std::mem::take(&mut self.rest)));
        };
        if open > 0 {
            let (html, rest) = self.rest.split_at(open);
            self.rest = rest;
            return Some(Part::Html(html));
        }
        let inside = &self.rest[OPEN.len_utf8()..];
        let (mark, rest) = inside.split_once(CLOSE).unwrap_or((inside, ""));
        self.rest = rest;
        let (kind, name) = mark.split_at_checked(1).unwrap_or(("", ""));
        Some(match (kind, name.parse()) {
            ("L", Ok(number)) => Part::Link(number),
            ("P", Ok(number)) => Part::Picture(number),
            ("I", Ok(number)) => Part::Insert(number),
            ("W", _) => Part::Word(name),
            _ => Part::Html(""),
        })
    }
}

pub(super) fn link_mark(number: usize) -> String {
    format!("{OPEN}L{number}{CLOSE}")
}

pub(super) fn picture_mark(number: usize) -> String {
    format!("{OPEN}P{number}{CLOSE}")
}

pub(super) fn insert_mark(number: usize) -> String {
    format!("{OPEN}I{number}{CLOSE}")
}

pub(super) fn word_mark(key: &str) -> String {
    format!("{OPEN}W{key}{CLOSE}")
}

/// The text without the characters that mark open places. What takes their place is as long, so that byte
/// positions stay what they were.
pub(super) fn without_marks(text: &str) -> Cow<'_, str> {
    if text.contains(MARKS) { Cow::Owned(text.replace(MARKS, "\u{F0003}")) } else { Cow::Borrowed(text) }
}

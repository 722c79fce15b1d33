//! Open places in HTML: marked with two characters that no text may contain, filled when a page is rendered.

use std::borrow::Cow;

use crate::ground::find_words;

/// Two private-use characters: they have no meaning in any script, and are removed from what people write.
const OPEN: char = '\u{F0001}';
const CLOSE: char = '\u{F0002}';
pub(super) const MARKS: [char; 2] = [OPEN, CLOSE];

/// One piece of a text's HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'p> {
    /// HTML as it is.
    Html(&'p str),
    /// The target of link number N, inside the quotes of an attribute.
    Link(usize),
    /// The whole of picture number N.
    Picture(usize),
    /// The whole of insert number N.
    Insert(usize),
    /// A word of the theme, by its key.
    Word(&'p str),
}

/// Iterates over the pieces of a text's HTML, in order.
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

/// Replaces the marks of open places with a character of the same length, so that byte positions stay valid.
pub(super) fn without_marks(text: &str) -> Cow<'_, str> {
    if text.contains(MARKS) { Cow::Owned(text.replace(MARKS, "\u{F0003}")) } else { Cow::Borrowed(text) }
}

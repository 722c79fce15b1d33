//! Searches the public parts of an entry for private data: the fields that appear on a page, and its text.

use std::ops::Range;

use super::scan::{PrivateKind, scan};
use crate::field::{FieldInfo, FieldSet, Shape};
use crate::read::{Mapping, Node, RawEntry, Span, TextFile, Value};

/// Private data in a public text.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::village) struct PrivateData {
    pub(super) what: PrivateKind,
    /// The words as written.
    pub(super) words: String,
    pub(super) span: Span,
}

/// Returns all private data that an entry makes public; `sets` are the fields that it may have.
pub(in crate::village) fn private_data_in(
    file: &TextFile,
    raw: &RawEntry,
    sets: &[&'static [FieldInfo]],
) -> Vec<PrivateData> {
    let mut search = Search { file, found: Vec::new() };
    search.search_fields(&raw.fields, sets, false);
    if file.path.ends_in(&["md", "markdown"]) {
        let start = body_of(&file.text, raw);
        let body = &file.text[start..];
        let found = scan(body);
        let comments = if found.is_empty() { Vec::new() } else { comments_in(body) };
        let is_read = |at: usize| !comments.iter().any(|comment| comment.contains(&at));
        for (what, range) in found.into_iter().filter(|(_, range)| is_read(range.start)) {
            let span = Span::new(start + range.start, start + range.end);
            search.add(what, &file.text[span.range()], span);
        }
    }
    search.found
}

/// Returns the comments in a text, which are not published.
fn comments_in(body: &str) -> Vec<Range<usize>> {
    let mut comments = Vec::new();
    let mut at = 0;
    while let Some(open) = body[at..].find("<!--").map(|open| at + open) {
        at = body[open..].find("-->").map_or(body.len(), |end| open + end);
        comments.push(open..at);
    }
    comments
}

/// Returns where the text below the block starts.
fn body_of(text: &str, raw: &RawEntry) -> usize {
    fn end_of(node: &Node) -> usize {
        let inner = match &node.value {
            Value::List(items) => items.iter().map(end_of).max(),
            Value::Map(mapping) => end_of_fields(mapping),
            _ => None,
        };
        inner.unwrap_or(0).max(node.span.end as usize)
    }
    fn end_of_fields(mapping: &Mapping) -> Option<usize> {
        mapping.entries.iter().map(|(key, node)| end_of(node).max(key.span.end as usize)).max()
    }
    let Some(end) = end_of_fields(&raw.fields) else { return 0 };
    let end = text.floor_char_boundary(end.min(text.len()));
    let mut at = end;
    for line in text[end..].split_inclusive('\n') {
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return at;
        }
    }
    end
}

struct Search<'f> {
    file: &'f TextFile,
    found: Vec<PrivateData>,
}

impl Search<'_> {
    fn search_fields(&mut self, mapping: &Mapping, sets: &[&'static [FieldInfo]], is_contact: bool) {
        for (key, node) in &mapping.entries {
            let field = FieldSet::new(sets).find(&key.text);
            self.search_node(node, field.map(|field| &field.shape), is_contact);
        }
    }

    fn search_node(&mut self, node: &Node, shape: Option<&'static Shape>, is_contact: bool) {
        let is_contact = is_contact || shape.is_some_and(is_for_contact);
        match &node.value {
            Value::Absent => {}
            Value::List(items) => items.iter().for_each(|item| self.search_node(item, shape, is_contact)),
            Value::Map(mapping) => self.search_fields(mapping, &groups_of(shape), is_contact),
            Value::Scalar(_) if !shape.is_none_or(is_read_by_people) => {}
            Value::Scalar(words) => self.search_words(words, node.span, is_contact),
        }
    }

    fn search_words(&mut self, words: &str, span: Span, is_contact: bool) {
        for (what, range) in scan(words) {
            // Contact fields are filled in on purpose.
            if is_contact && matches!(what, PrivateKind::Email | PrivateKind::Mobile) {
                continue;
            }
            let words = &words[range];
            let written = self.file.text.get(span.range()).and_then(|text| text.find(words));
            let span = written.map_or(span, |at| {
                let start = span.start as usize + at;
                Span::new(start, start + words.len())
            });
            self.add(what, words, span);
        }
    }

    fn add(&mut self, what: PrivateKind, words: &str, span: Span) {
        self.found.push(PrivateData { what, words: words.to_owned(), span });
    }
}

/// Returns the keys that a value may have.
fn groups_of(shape: Option<&'static Shape>) -> Vec<&'static [FieldInfo]> {
    match shape {
        Some(Shape::Group { fields, .. } | Shape::ByDay(fields)) => vec![fields],
        Some(Shape::Many(one)) => groups_of(Some(one)),
        Some(Shape::Either(one, other)) => [groups_of(Some(one)), groups_of(Some(other))].concat(),
        _ => Vec::new(),
    }
}

/// Whether a value is for contact details: a telephone number, an e-mail address, or a group with one.
fn is_for_contact(shape: &Shape) -> bool {
    match shape {
        Shape::Phone | Shape::Email => true,
        Shape::Group { fields, .. } => {
            fields.iter().any(|field| matches!(field.shape, Shape::Phone | Shape::Email))
        }
        Shape::Many(one) => is_for_contact(one),
        Shape::Either(one, other) => is_for_contact(one) || is_for_contact(other),
        _ => false,
    }
}

/// Whether a value on one line may contain free text that appears on a page.
fn is_read_by_people(shape: &Shape) -> bool {
    match shape {
        Shape::Line | Shape::Markdown | Shape::Price | Shape::OpenWord(_) | Shape::Phone | Shape::Email => {
            true
        }
        Shape::Group { short, .. } => short.is_some(),
        Shape::ByDay(_) => true,
        Shape::Many(one) => is_read_by_people(one),
        Shape::Either(one, other) => is_read_by_people(one) || is_read_by_people(other),
        _ => false,
    }
}

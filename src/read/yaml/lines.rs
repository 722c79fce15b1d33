//! The lines of a YAML text, by byte positions in the file, to compare with each other and to point at.

use std::collections::BTreeMap;
use std::ops::Range;

use super::line::{LineParts, parts_of};
use super::quoted::{in_quotes, without_outer_marks};
use crate::ground::{FileText, Place};

/// The lines of the YAML at `range` of a file's text.
pub(super) struct Lines<'t> {
    pub(super) text: &'t FileText,
    pub(super) range: Range<usize>,
    /// The text that is parsed: the same number of bytes, with wrong lines mended or skipped.
    pub(super) readable: String,
    /// The intended indentation of moved lines, by their start. A copy of the same length may not show it.
    pub(super) indents: BTreeMap<usize, usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t FileText, range: Range<usize>) -> Self {
        let readable = text[range.clone()].to_owned();
        Self { text, range, readable, indents: BTreeMap::new() }
    }

    /// Returns the line with its value quoted, followed by its comment.
    pub(super) fn with_quotes(&self, line: &Range<usize>, parts: LineParts) -> String {
        let (value, note) = without_note(&self.as_typed(line)[parts.value.0..parts.value.1]);
        // Word puts curly quotes around a value, which YAML does not recognise.
        self.with_value(line, parts, &format!("{}{note}", in_quotes(without_outer_marks(value))))
    }

    /// Returns the line with another value and nothing after it.
    pub(super) fn with_value(&self, line: &Range<usize>, parts: LineParts, value: &str) -> String {
        format!("{}{value}", &self.as_typed(line)[..parts.value.0])
    }

    pub(super) fn parts(&self, line: &Range<usize>) -> LineParts {
        parts_of(self.as_typed(line))
    }

    /// Returns the line as it is in the file.
    pub(super) fn as_typed(&self, line: &Range<usize>) -> &'t str {
        &self.text[line.clone()]
    }

    /// Returns the line as it is currently read.
    pub(super) fn as_read(&self, line: &Range<usize>) -> &str {
        let here = line.start - self.range.start..line.end - self.range.start;
        // A line that was moved to the left begins after a line end of its own.
        self.readable[here].rsplit('\n').next().unwrap_or_default()
    }

    /// Returns how far a line is indented, or should be.
    pub(super) fn indent_of(&self, line: &Range<usize>) -> usize {
        let line_as_read = self.as_read(line);
        let typed = line_as_read.len() - line_as_read.trim_start().len();
        self.indents.get(&line.start).copied().unwrap_or(typed)
    }

    pub(super) fn place(&self, start: usize, end: usize) -> Place {
        self.text.place(start..end)
    }

    /// Returns the line that contains this byte, without its line end.
    pub(super) fn line_at(&self, at: usize) -> Range<usize> {
        let at = self.text.floor_char_boundary(at.clamp(self.range.start, self.range.end));
        let start = self.text[self.range.start..at]
            .rfind('\n')
            .map_or(self.range.start, |newline| self.range.start + newline + 1);
        let end = self.text[at..self.range.end].find('\n').map_or(self.range.end, |newline| at + newline);
        start..end
    }

    /// Returns the nearest line above that is read: not empty, a comment or skipped.
    pub(super) fn line_before(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let mut start = line.start;
        while start > self.range.start {
            let before = self.line_at(start - 1);
            if has_content(self.as_read(&before)) {
                return Some(before);
            }
            start = before.start;
        }
        None
    }

    /// Iterates over the lines that are read, from a position on.
    pub(super) fn below(&self, start: usize) -> impl Iterator<Item = Range<usize>> {
        let mut next_start = Some(start).filter(|start| *start < self.range.end);
        let lines = std::iter::from_fn(move || {
            let line = self.line_at(next_start?);
            next_start = Some(line.end + 1).filter(|next| *next < self.range.end);
            Some(line)
        });
        lines.filter(|line| has_content(self.as_read(line)))
    }
}

/// Whether a line is neither empty nor a comment.
fn has_content(line: &str) -> bool {
    let words = line.trim();
    !words.is_empty() && !words.starts_with('#')
}

/// Splits a value from the comment after it.
fn without_note(value: &str) -> (&str, &str) {
    value.split_at(value.find(" # ").map_or(value.len(), |at| value[..at].trim_end().len()))
}

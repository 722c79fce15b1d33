//! The lines of a YAML text, by byte positions in the file, for looking around and for pointing at.

use std::ops::Range;
use std::sync::Arc;

use super::line::{LineParts, in_quotes, parts_of};
use crate::ground::Place;

/// The lines of the YAML that stands at `range` of a file's text.
pub(super) struct Lines<'t> {
    pub(super) file: &'t Arc<str>,
    pub(super) text: &'t str,
    pub(super) range: Range<usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn with_quotes(&self, line: &Range<usize>, parts: LineParts) -> String {
        // Word puts curly marks around a value, which YAML does not know as such.
        let value = self.on(line)[parts.value.0..parts.value.1].trim_matches(['“', '”', '„']);
        self.with_value(line, parts, &in_quotes(value))
    }

    pub(super) fn with_value(&self, line: &Range<usize>, parts: LineParts, value: &str) -> String {
        format!("{}{value}", &self.on(line)[..parts.value.0])
    }

    pub(super) fn parts(&self, line: &Range<usize>) -> LineParts {
        parts_of(self.on(line))
    }

    pub(super) fn on(&self, line: &Range<usize>) -> &'t str {
        &self.text[line.clone()]
    }

    pub(super) fn place(&self, start: usize, end: usize) -> Place {
        Place::in_text(Arc::clone(self.file), self.text, start, end)
    }

    /// The line that holds this byte, without its line end.
    pub(super) fn line_at(&self, at: usize) -> Range<usize> {
        let at = self.text.floor_char_boundary(at.clamp(self.range.start, self.range.end));
        let start = self.text[self.range.start..at]
            .rfind('\n')
            .map_or(self.range.start, |newline| self.range.start + newline + 1);
        let end = self.text[at..self.range.end].find('\n').map_or(self.range.end, |newline| at + newline);
        start..end
    }

    /// The nearest line above that is not empty and no note.
    pub(super) fn line_before(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let mut start = line.start;
        while start > self.range.start {
            let before = self.line_at(start - 1);
            let text = self.on(&before).trim();
            if !text.is_empty() && !text.starts_with('#') {
                return Some(before);
            }
            start = before.start;
        }
        None
    }
}

//! A place in a file: its line and column, with the text of the line.

use std::ops::Range;
use std::sync::Arc;

use crate::ground::addresses::without_login;
use crate::ground::words::{count_byte, find_byte, find_last_byte};

/// In bytes. Of a longer line only the part around the marked words is kept: thousands of diagnostics on one
/// line would each hold all of it.
const LONGEST_LINE: usize = 1_000;

/// How many bytes of a long line are kept on either side.
const AROUND: usize = 200;

/// The part of a file that a diagnostic is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, relative to the village folder.
    pub file: Arc<str>,
    /// Line, from 1; 0 when the diagnostic is about the file as a whole.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// How many characters are marked, on this one line.
    pub length: u32,
    /// The line itself, without its line end; for a very long line, the part around the marked words.
    pub excerpt: Arc<str>,
    /// How many characters of the line come before that part.
    pub skipped: u32,
}

/// A place in a text whose line and column are known, from which to count on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Milestone {
    /// Its distance from the beginning of the text, in bytes.
    pub(super) at: usize,
    /// How many lines end before it.
    lines: usize,
    /// Where its line begins, in bytes.
    line_start: usize,
    /// How many characters of its line come before it.
    characters: usize,
}

impl Milestone {
    /// Returns the milestone at a place further on.
    pub(super) fn further(self, text: &str, at: usize) -> Self {
        let between = &text[self.at..at];
        match find_last_byte(between, b'\n') {
            Some(newline) => {
                let line_start = self.at + newline + 1;
                Self {
                    at,
                    lines: self.lines + count_byte(between, b'\n'),
                    line_start,
                    characters: text[line_start..at].chars().count(),
                }
            }
            None => Self { at, characters: self.characters + between.chars().count(), ..self },
        }
    }
}

/// Returns a position as editors read it, `agenda/koffie.md:3:8`, or just the file when the line is 0.
pub fn position_in_file(file: &str, line: u32, column: u32) -> String {
    match line {
        0 => file.to_owned(),
        line => format!("{file}:{line}:{column}"),
    }
}

impl Place {
    /// Returns the place of a file as a whole, or of a folder.
    pub fn of_file(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), line: 0, column: 0, length: 0, excerpt: "".into(), skipped: 0 }
    }

    /// Returns the place of the bytes `start..end` of a file's text, marked up to the end of the first line
    /// at most. For a text with many diagnostics, [`FileText`](super::FileText) is faster.
    pub fn in_text(file: Arc<str>, text: &str, start: usize, end: usize) -> Self {
        Self::from_milestone(file, text, Milestone::default(), start..end)
    }

    /// Like [`Place::in_text`], counting from a known place before it.
    pub(super) fn from_milestone(
        file: Arc<str>,
        text: &str,
        known: Milestone,
        Range { start, end }: Range<usize>,
    ) -> Self {
        let start = floor_boundary(text, start);
        let end = floor_boundary(text, end.max(start));
        let here = known.further(text, start);
        // Looking this far is enough to see that the line is long; nothing further is kept.
        let far = floor_boundary(text, start + LONGEST_LINE + 2 * AROUND);
        let line_end = find_byte(&text[start..far], b'\n').map_or(far, |newline| start + newline);
        let is_long = line_end - here.line_start > LONGEST_LINE;
        let end = end.min(line_end);
        let end = if is_long { floor_boundary(text, end.min(start + LONGEST_LINE)) } else { end };
        let (from, to) = if is_long {
            (
                floor_boundary(text, start.saturating_sub(AROUND).max(here.line_start)),
                floor_boundary(text, (end + AROUND).min(line_end)),
            )
        } else {
            (here.line_start, line_end)
        };
        let skipped = here.characters - text[from..start].chars().count();
        Self {
            file,
            line: u32_of(here.lines + 1),
            column: u32_of(here.characters + 1),
            length: u32_of(text[start..end].trim_end().chars().count().max(1)),
            excerpt: text[from..to].into(),
            skipped: u32_of(skipped),
        }
    }

    /// Whether another place begins within the marked words of this one.
    pub fn contains_start_of(&self, other: &Self) -> bool {
        (&self.file, self.line) == (&other.file, other.line)
            && (self.column..self.column + self.length).contains(&other.column)
    }

    /// Returns the marked words.
    pub fn marked(&self) -> String {
        self.excerpt.chars().skip(self.before()).take(self.length as usize).collect()
    }

    /// Returns the line with the marked words replaced.
    pub fn with(&self, replacement: &str) -> String {
        let before: String = self.excerpt.chars().take(self.before()).collect();
        let after: String = self.excerpt.chars().skip(self.before() + self.length as usize).collect();
        format!("{before}{replacement}{after}")
    }

    /// Hides the name and password in the marked words, which are an address.
    #[must_use]
    pub fn without_login(mut self) -> Self {
        self.excerpt = self.with(&without_login(&self.marked())).into();
        self
    }

    /// Returns the spaces and dashes in front of the key on the line.
    pub fn prefix(&self) -> &str {
        let line = &*self.excerpt;
        &line[..line.len() - line.trim_start_matches([' ', '-']).len()]
    }

    fn before(&self) -> usize {
        self.column.saturating_sub(1).saturating_sub(self.skipped) as usize
    }
}

fn u32_of(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

pub(super) fn floor_boundary(text: &str, index: usize) -> usize {
    text.floor_char_boundary(index.min(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_knows_its_line_and_column() {
        let text = "een\ntwéé: drie\nvier";
        let start = text.find("drie").expect("drie");
        let place = Place::in_text("a.md".into(), text, start, start + 4);
        assert_eq!((place.line, place.column, place.length), (2, 7, 4));
        assert_eq!(place.marked(), "drie");
        assert_eq!(place.with("zes"), "twéé: zes");
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_marked_words() {
        let text = format!("a\n{}fout{}", "é ".repeat(2_000), " b".repeat(2_000));
        let start = text.find("fout").expect("it is there");
        let place = Place::in_text("a.md".into(), &text, start, start + 4);
        assert_eq!((place.line, place.column, place.length), (2, 4_001, 4));
        assert_eq!(place.marked(), "fout");
        assert!(place.excerpt.len() < 1_000 && place.with("goed").contains(" goed b"));
        let whole = Place::in_text("a.md".into(), &text, 2, text.len());
        assert!(whole.excerpt.len() <= LONGEST_LINE + AROUND);
    }

    #[test]
    fn a_place_beyond_the_text_is_at_its_end() {
        let place = Place::in_text("a.md".into(), "é", 9, 12);
        assert_eq!((place.line, place.column, place.length), (1, 2, 1));
    }
}

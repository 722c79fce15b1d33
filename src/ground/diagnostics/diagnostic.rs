//! One remark on what somebody wrote: where, what, what was expected, and how it is written right.

use std::sync::Arc;

use super::codes::Code;
use super::open_day::OpenDay;
use super::severity::Severity;
use crate::ground::addresses::without_login;
use crate::ground::days::Date;
use crate::ground::words::{Both, Locale, both, count_byte, find_byte, find_last_byte};

/// In bytes: of a longer line only the part around the marked words is kept. Thousands of remarks on one line would each
/// hold all of it.
const LONGEST_LINE: usize = 1_000;

/// In bytes: many times what a line or a group of lines of a village has.
const LONGEST_CORRECTION: usize = 16_000;

/// How many bytes of a long line are kept on either side.
const AROUND: usize = 200;

/// The piece of a file that a remark is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, from the village folder.
    pub file: Arc<str>,
    /// Line, from 1; 0 when the remark is about the file as a whole.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// How many characters are marked, on this one line.
    pub length: u32,
    /// The line itself, without its line end; of a very long one the part around the marked words.
    pub excerpt: Arc<str>,
    /// How many characters of the line stand before that part.
    pub skipped: u32,
}

/// Where in a file something stands, as editors read it: `agenda/koffie.md:3:8`; only the file when it is about the whole.
pub fn position_in_file(file: &str, line: u32, column: u32) -> String {
    match line {
        0 => file.to_owned(),
        line => format!("{file}:{line}:{column}"),
    }
}

impl Place {
    /// A file as a whole, or a folder.
    pub fn whole(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), line: 0, column: 0, length: 0, excerpt: "".into(), skipped: 0 }
    }

    /// The bytes `start..end` of a file's text. What reaches past the end of its first line is marked to
    /// the end of that line.
    pub fn in_text(file: Arc<str>, text: &str, start: usize, end: usize) -> Self {
        let start = floor_boundary(text, start);
        let end = floor_boundary(text, end.max(start));
        let line_start = find_last_byte(&text[..start], b'\n').map_or(0, |newline| newline + 1);
        let line_end = find_byte(&text[start..], b'\n').map_or(text.len(), |newline| start + newline);
        let line = u32_of(count_byte(&text[..line_start], b'\n') + 1);
        let is_long = line_end - line_start > LONGEST_LINE;
        let end = end.min(line_end);
        let end = if is_long { floor_boundary(text, end.min(start + LONGEST_LINE)) } else { end };
        let (from, to) = if is_long {
            (
                floor_boundary(text, start.saturating_sub(AROUND).max(line_start)),
                floor_boundary(text, (end + AROUND).min(line_end)),
            )
        } else {
            (line_start, line_end)
        };
        let skipped = text[line_start..from].chars().count();
        Self {
            file,
            line,
            column: u32_of(skipped + text[from..start].chars().count() + 1),
            length: u32_of(text[start..end].trim_end().chars().count().max(1)),
            excerpt: text[from..to].into(),
            skipped: u32_of(skipped),
        }
    }

    /// The marked words.
    pub fn marked(&self) -> String {
        self.excerpt.chars().skip(self.before()).take(self.length as usize).collect()
    }

    /// The line with the marked words replaced.
    pub fn with(&self, replacement: &str) -> String {
        let before: String = self.excerpt.chars().take(self.before()).collect();
        let after: String = self.excerpt.chars().skip(self.before() + self.length as usize).collect();
        format!("{before}{replacement}{after}")
    }

    /// The same place, with nothing to log in with in the marked words, which are an address.
    #[must_use]
    pub fn without_login(mut self) -> Self {
        self.excerpt = self.with(&without_login(&self.marked())).into();
        self
    }

    /// The blanks and dashes in front of the line's key.
    pub fn front(&self) -> &str {
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

fn floor_boundary(text: &str, index: usize) -> usize {
    text.floor_char_boundary(index.min(text.len()))
}

/// One remark, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where it is.
    pub place: Place,
    /// How much it weighs.
    pub severity: Severity,
    /// What kind of remark it is: the same for every place and language.
    pub code: Code,
    /// What is wrong, in one breath, quoting the writer's own words.
    pub message: Both,
    /// What was expected, or what to do.
    pub hint: Option<Both>,
    /// The line as it should be written.
    pub correction: Option<String>,
    /// The days that are meant, when that depends on which day it is today.
    pub open_days: Vec<OpenDay>,
}

impl Diagnostic {
    /// A remark at a place; how much it weighs follows from its code.
    pub fn new(code: Code, place: Place, message: Both) -> Self {
        Self {
            place,
            severity: code.severity(),
            code,
            message,
            hint: None,
            correction: None,
            open_days: Vec::new(),
        }
    }

    /// Adds what was expected or what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Both>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds the line as it should be written, unless it is longer than anybody reads.
    #[must_use]
    pub fn correction(mut self, line: impl Into<String>) -> Self {
        self.correction = Some(line.into()).filter(|line| line.len() <= LONGEST_CORRECTION);
        self
    }

    /// Adds the line with the marked words replaced, when there is something to replace them with.
    #[must_use]
    pub fn correction_with(self, replacement: Option<&str>) -> Self {
        match replacement {
            Some(replacement) => {
                let line = self.place.with(replacement);
                self.correction(line)
            }
            None => self,
        }
    }

    /// Leaves open which day is meant, until it is known which day it is today.
    #[must_use]
    pub fn with_open_day(mut self, day: OpenDay) -> Self {
        self.open_days.push(day);
        self
    }

    /// Adds the days that are meant, seen from today.
    pub fn complete(&mut self, today: Date) {
        for open in std::mem::take(&mut self.open_days) {
            let Some(meant) = open.meant(today) else {
                // What stands for a day is never shown.
                self.correction.take_if(|lines| open.is_sign() && lines.contains(&open.typed));
                continue;
            };
            let whole = open.written(meant);
            let with = |line: &str| line.replace(&open.typed, &whole);
            self.correction = Some(match &self.correction {
                Some(lines) => with(lines),
                None => self.place.with(&with(&self.place.marked())),
            });
            if open.asks {
                self.hint = Some(both(format!("bedoel je '{whole}'?"), format!("did you mean '{whole}'?")));
            }
        }
    }

    /// Adds "did you mean", with the corrected line, when there is something to suggest.
    #[must_use]
    pub fn suggest(self, suggestion: Option<&str>) -> Self {
        let Some(suggestion) = suggestion else { return self };
        self.hint(both(format!("bedoel je '{suggestion}'?"), format!("did you mean '{suggestion}'?")))
            .correction_with(Some(suggestion))
    }

    /// The message in one language.
    pub fn message_in(&self, locale: Locale) -> &str {
        self.message.in_locale(locale)
    }
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
    fn of_a_very_long_line_the_part_around_the_words_is_kept() {
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
    fn a_place_beyond_the_text_is_its_end() {
        let place = Place::in_text("a.md".into(), "é", 9, 12);
        assert_eq!((place.line, place.column, place.length), (1, 2, 1));
    }
}

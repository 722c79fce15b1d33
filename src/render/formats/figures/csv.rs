//! The figures of one year as a table for Excel and the like (RFC 4180).

use super::rows::{Rows, days, lists, months};
use crate::almanac::{Figures, Tally};
use crate::ground::Language;
use crate::render::edition::Edition;
use crate::render::formats::numbers::Numbers;

/// What stands in front, so that Excel reads é and not Ã©.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Dutch and German Excel open semicolons with decimal commas, English Excel commas with decimal points.
fn separator(language: Language) -> char {
    if language.decimal_mark() == ',' { ';' } else { ',' }
}

/// All figures of a year, below each other: which part, the name, hours and meetings.
pub(super) fn csv(edition: &Edition, figures: &Figures) -> Vec<u8> {
    let words = |key: &str| header(edition, key);
    let mut table = Table {
        text: BYTE_ORDER_MARK.to_owned(),
        separator: separator(edition.language()),
        numbers: Numbers::of(edition.language()),
    };
    table.line([words("part"), words("name"), words("hours"), words("meetings")].map(|word| text(&word)));
    table.tally(&words("total"), &figures.first.year().to_string(), figures.total);
    let mut all: Vec<Rows> = lists(edition, figures);
    all.push(months(edition, figures));
    all.push(days(edition, figures));
    for rows in &all {
        let part = words(&format!("{}.column", rows.id));
        for line in &rows.lines {
            table.tally(&part, &line.name, line.tally);
        }
    }
    table.text.into_bytes()
}

/// A word as programs like their headers: in small letters, but for German, where a noun without a capital is wrong.
fn header(edition: &Edition, key: &str) -> String {
    let key = format!("figures.{key}");
    let word = edition.words.text(&key);
    if edition.language() == Language::German { word.to_owned() } else { word.to_lowercase() }
}

struct Table {
    text: String,
    separator: char,
    numbers: Numbers,
}

impl Table {
    fn tally(&mut self, part: &str, name: &str, tally: Tally) {
        let hours = self.numbers.plain_hours(tally.minutes);
        self.line([text(part), text(name), hours, tally.meetings.to_string()]);
    }

    /// One line; a cell with something that separates cells or lines stands in quotation marks.
    fn line(&mut self, cells: [String; 4]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.text.push(self.separator);
            }
            if cell.contains([self.separator, '"', '\r', '\n']) {
                self.text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
            } else {
                self.text.push_str(cell);
            }
        }
        self.text.push_str("\r\n");
    }
}

/// A text that a program for tables takes as a text: what begins like a formula gets an apostrophe in front.
fn text(words: &str) -> String {
    let guard = if words.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("{guard}{words}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_are_texts() {
        let numbers = Numbers::of(Language::Dutch);
        let mut table = Table { text: String::new(), separator: ';', numbers };
        table.tally("soort", "=HYPERLINK(\"x\";1)", Tally { minutes: 90, meetings: 1 });
        table.tally("locatie", "Café, zaal", Tally { minutes: 60_000, meetings: 1200 });
        assert_eq!(
            table.text,
            "soort;\"'=HYPERLINK(\"\"x\"\";1)\";1,50;1\r\nlocatie;Café, zaal;1000,00;1200\r\n"
        );
    }
}

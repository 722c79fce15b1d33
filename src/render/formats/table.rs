//! Tables for Excel and other spreadsheets (RFC 4180).

use crate::ground::Language;
use crate::render::edition::Edition;
use crate::render::numbers::Numbers;

/// Comes first, so that Excel reads é and not Ã©.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table that is being written, line by line.
pub(super) struct Table {
    text: String,
    separator: char,
    numbers: Numbers,
}

impl Table {
    pub(super) fn new(language: Language) -> Self {
        // Dutch and German Excel expect semicolons and decimal commas, English Excel commas and decimal
        // points.
        let separator = if language.decimal_mark() == ',' { ';' } else { ',' };
        Self { text: BYTE_ORDER_MARK.to_owned(), separator, numbers: Numbers::of(language) }
    }

    /// Returns minutes as hours, so that a spreadsheet can calculate with them.
    pub(super) fn hours(&self, minutes: u64) -> String {
        self.numbers.plain_hours(minutes)
    }

    /// Adds one line; a cell that contains a separator or a line end is put in quotation marks.
    pub(super) fn line<const CELLS: usize>(&mut self, cells: [String; CELLS]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.text.push(self.separator);
            }
            if cell.contains([self.separator, '"', '\r', '\n', '|']) {
                self.text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
            } else {
                self.text.push_str(cell);
            }
        }
        self.text.push_str("\r\n");
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

/// Returns a text that a spreadsheet takes as text: whatever begins like a formula gets an apostrophe in
/// front.
pub(super) fn text(words: &str) -> String {
    let guard = if words.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '\t', '\r', '\n'])
    {
        "'"
    } else {
        ""
    };
    format!("{guard}{words}")
}

/// Returns a word as a column header: in lower case, except in German, where a noun needs its capital.
pub(super) fn header(edition: &Edition, key: &str) -> String {
    let word = edition.words().text(key);
    text(&if edition.language() == Language::German { word.to_owned() } else { word.to_lowercase() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_become_text() {
        let mut table = Table::new(Language::Dutch);
        table.line(["soort".to_owned(), text("=HYPERLINK(\"x\";1)"), table.hours(90), "1".to_owned()]);
        table.line(["locatie".to_owned(), text("Café, zaal"), table.hours(60_000), "1200".to_owned()]);
        assert_eq!(
            String::from_utf8_lossy(&table.into_bytes()),
            "\u{feff}soort;\"'=HYPERLINK(\"\"x\"\";1)\";1,50;1\r\nlocatie;Café, zaal;1000,00;1200\r\n"
        );
    }
}

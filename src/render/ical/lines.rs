//! Writes calendar lines: ended by CRLF, folded by octets, texts escaped (RFC 5545 §3.1, §3.3.11).

use std::borrow::Cow;

/// The maximum number of octets on one line, without its end.
const LONGEST: usize = 75;

/// The lines of a calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds a line whose value needs no escaping: a date, a number, an address.
    pub(super) fn put(&mut self, name: &str, value: &str) {
        let is_plain = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
        let length = name.len() + 1 + value.len();
        if length <= LONGEST && value.bytes().all(is_plain) {
            for piece in [name, ":", value, "\r\n"] {
                self.0.push_str(piece);
            }
            return;
        }
        let mut length = 0;
        for letter in name.chars().chain([':']).chain(value.chars().filter(|letter| !letter.is_control())) {
            // Folding never splits a character, and the space that starts a continuation line counts.
            if length + letter.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Adds a line with a text, escaped.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.put(name, &escaped(text));
    }

    /// Adds lines that were written earlier.
    pub(super) fn append(&mut self, others: &str) {
        self.0.push_str(others);
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// Escapes backslash, comma and semicolon with a backslash, and newlines as `\n`; leaves out control
/// characters, because a single one makes a calendar program drop the rest.
fn escaped(text: &str) -> Cow<'_, str> {
    // Control characters beyond ASCII (U+0080 to U+009F) begin with the byte 0xc2.
    let is_plain = |byte: u8| byte >= b' ' && !matches!(byte, b'\\' | b',' | b';' | 0x7f | 0xc2);
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ',' | ';' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(name: &str, text: &str) -> String {
        let mut lines = Lines::default();
        lines.text(name, text);
        lines.into_string()
    }

    #[test]
    fn special_characters_in_texts_are_escaped() {
        assert_eq!(line("SUMMARY", "a,b;c\\d\ne\rf\u{7}"), "SUMMARY:a\\,b\\;c\\\\d\\nef\r\n");
    }

    proptest! {
        #[test]
        fn folding_keeps_lines_short_and_loses_nothing(text in "\\PC{0,300}") {
            let folded = line("DESCRIPTION", &text);
            for piece in folded.trim_end_matches("\r\n").split("\r\n") {
                prop_assert!(piece.len() <= 75, "{} octets", piece.len());
            }
            let unfolded = folded.replace("\r\n ", "");
            prop_assert_eq!(unfolded, format!("DESCRIPTION:{}\r\n", escaped(&text)));
        }
    }
}

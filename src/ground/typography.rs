//! Straight quotation marks in titles and names become those of a printer: `'t Hoekje` is ’t Hoekje.

use super::text::capital;

/// What the name of a file says: `de-optocht_op-de-brink` is "De optocht op de brink".
pub fn name_in_words(stem: &str) -> String {
    typeset(&capital(stem.replace(['-', '_'], " ").trim()))
}

/// The text with typographic quotation marks and apostrophes.
pub fn typeset(text: &str) -> String {
    if !text.contains(['\'', '"']) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut before: Option<char> = None;
    for (at, character) in text.char_indices() {
        let opens = before.is_none_or(|before| {
            before.is_whitespace() || matches!(before, '(' | '[' | '“' | '‘' | '-' | '/')
        });
        out.push(match character {
            '"' if opens => '“',
            '"' => '”',
            '\'' if opens && !begins_with_shortened_word(&text[at + 1..]) => '‘',
            '\'' => '’',
            other => other,
        });
        before = Some(character);
    }
    out
}

/// Whether a text begins with one letter that stands for a word (`s avonds`, `t Zandt`, `n keer`), or with
/// the last two digits of a year (`80`): an apostrophe before it looks the other way.
pub fn begins_with_shortened_word(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let letter = matches!(word, "s" | "t" | "n" | "k" | "m" | "r" | "S" | "T" | "N" | "K" | "M");
    let year = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    year || (letter && (rest.is_empty() || rest.starts_with([' ', '-', '\u{a0}'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_set_as_a_printer_does() {
        assert_eq!(typeset("'t Hoekje"), "’t Hoekje");
        assert_eq!(typeset("Foto's van 's avonds"), "Foto’s van ’s avonds");
        assert_eq!(typeset("Zing mee met \"De Zangers\" ('80)"), "Zing mee met “De Zangers” (’80)");
        assert_eq!(typeset("'Ons Genoegen' speelt"), "‘Ons Genoegen’ speelt");
    }
}

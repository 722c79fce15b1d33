//! Sets names and titles as a printer would (`'t Hoekje` becomes ’t Hoekje), and quotes text for messages.

use super::text::capital;

/// Returns a path as it is typed in a command: quoted when it has a space or another special character.
pub fn as_argument(path: &str) -> String {
    let is_plain =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '\\' | '.' | '-' | '_' | ':' | '~');
    match path {
        path if !path.is_empty() && path.chars().all(is_plain) => path.to_owned(),
        path if path.contains('"') => format!("'{path}'"),
        path => format!("\"{path}\""),
    }
}

/// Puts the user's own words between quotation marks for a message; double ones where the words begin or end
/// with a single one.
pub fn quoted(words: &str) -> String {
    let is_mark = |mark: char| matches!(mark, '\'' | '’' | '‘');
    if words.starts_with(is_mark) || words.ends_with(is_mark) {
        format!("\"{words}\"")
    } else {
        format!("'{words}'")
    }
}

/// Turns a file name into words: `de-optocht_op-de-brink` becomes "De optocht op de brink".
pub fn name_in_words(stem: &str) -> String {
    typeset(&capital(stem.replace(['-', '_'], " ").trim()))
}

/// Replaces straight quotation marks and apostrophes by typographic ones.
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
/// the last two digits of a year (`80`): a mark before it is an apostrophe, not an opening quotation mark.
pub fn begins_with_shortened_word(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let is_letter = matches!(word, "s" | "t" | "n" | "k" | "m" | "r" | "S" | "T" | "N" | "K" | "M");
    let is_year = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    is_year || (is_letter && (rest.is_empty() || rest.starts_with([' ', '-', '\u{a0}'])))
}

/// Puts a no-break space between the digits and the letters of a postcode: `7948 AB`.
pub fn with_unbroken_postcode(address: &str) -> String {
    let bytes = address.as_bytes();
    let is_space = |at: usize| {
        let around = at.checked_sub(4).and_then(|start| bytes.get(start..at)).zip(bytes.get(at + 1..at + 3));
        let is_postcode = around.is_some_and(|(digits, letters)| {
            digits.iter().all(u8::is_ascii_digit) && letters.iter().all(u8::is_ascii_uppercase)
        });
        let continues = bytes.get(at + 3).is_some_and(u8::is_ascii_alphanumeric);
        is_postcode && !continues
    };
    let kept = address.char_indices();
    kept.map(|(at, letter)| if letter == ' ' && is_space(at) { '\u{a0}' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_typeset_as_a_printer_does() {
        assert_eq!(typeset("'t Hoekje"), "’t Hoekje");
        assert_eq!(typeset("Foto's van 's avonds"), "Foto’s van ’s avonds");
        assert_eq!(typeset("Zing mee met \"De Zangers\" ('80)"), "Zing mee met “De Zangers” (’80)");
        assert_eq!(typeset("'Ons Genoegen' speelt"), "‘Ons Genoegen’ speelt");
    }

    #[test]
    fn a_postcode_and_nothing_else_is_kept_on_one_line() {
        for (address, set) in [
            ("Brink 12, 7799 AB Lutterwolde", "Brink 12, 7799\u{a0}AB Lutterwolde"),
            ("7799 AB", "7799\u{a0}AB"),
            ("7799 Abdij", "7799 Abdij"),
            ("Weg 1950 ABC", "Weg 1950 ABC"),
            ("799 AB", "799 AB"),
            ("7799 A", "7799 A"),
            ("é799 AB ë", "é799 AB ë"),
        ] {
            assert_eq!(with_unbroken_postcode(address), set);
        }
    }
}

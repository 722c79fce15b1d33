//! Postcodes, and what is nearly one: with a letter for a digit, or one character too few or too many.

use std::ops::Range;

use super::contact_messages;
use super::fact::Fact;
use super::field_value::FieldValue;
use super::reader::FieldReader;
use super::shape::Shape;
use crate::ground::{Diagnostic, Place};
use crate::read::Node;

/// A Dutch postcode as it is printed: `1234 AB`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postcode(String);

impl Postcode {
    /// Reads four digits and two letters, with or without a space.
    pub fn read(text: &str) -> Option<Self> {
        let plain: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        let [a @ '1'..='9', b, c, d, e, f] = *plain.as_slice() else { return None };
        let is_postcode =
            [b, c, d].iter().all(char::is_ascii_digit) && [e, f].iter().all(char::is_ascii_alphabetic);
        is_postcode
            .then(|| Self(format!("{a}{b}{c}{d} {}{}", e.to_ascii_uppercase(), f.to_ascii_uppercase())))
    }

    /// Returns it as `1234 AB`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FieldValue for Postcode {
    const SHAPE: Shape = Shape::Postcode;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        let postcode = Self::read(typed);
        if postcode.is_none() {
            reader.report(bad_postcode(reader.place(node.span), typed));
        }
        postcode
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Words(&self.0)
    }
}

/// Reports a value that is not a postcode.
pub(crate) fn bad_postcode(place: Place, typed: &str) -> Diagnostic {
    contact_messages::bad_postcode(place, typed, meant_postcode(typed).as_deref())
}

/// Returns the postcode meant by one with a letter for a digit, a digit for a letter, or a sign in between.
fn meant_postcode(typed: &str) -> Option<String> {
    let plain: Vec<char> = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    if plain.len() != 6 || !typed.chars().all(|sign| sign.is_ascii_alphanumeric() || " .-,".contains(sign)) {
        return None;
    }
    // `lollig` is an ordinary word.
    if plain.iter().take(4).filter(|sign| sign.is_ascii_digit()).count() < 3 {
        return None;
    }
    let meant = plain.iter().enumerate().map(|(index, sign)| match (index < 4, sign) {
        (true, 'O' | 'o') => '0',
        (true, 'I' | 'l' | 'i') => '1',
        (false, '0') => 'O',
        (false, '1') => 'I',
        _ => *sign,
    });
    Postcode::read(&meant.collect::<String>()).map(|postcode| postcode.as_str().to_owned())
}

/// Finds what was meant to be a postcode in an address on one line: at the start, after a comma or after a
/// house number, with one thing wrong in it. Numbers without letters are postcodes of other countries.
pub(crate) fn nearly_postcode(line: &str) -> Option<Range<usize>> {
    let words = words_of(line);
    let is_house_number = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    words.iter().enumerate().find_map(|(index, (start, word))| {
        let may_begin = match index.checked_sub(1).and_then(|before| words.get(before)) {
            Some((previous_start, previous)) => {
                line.get(previous_start + previous.len()..*start)?.contains(',') || is_house_number(previous)
            }
            None => true,
        };
        let next = words.get(index + 1);
        let is_apart = next.is_some_and(|(next, _)| line.get(start + word.len()..*next) == Some(" "));
        let found = match next.filter(|_| is_apart) {
            Some((next_start, letters)) if is_nearly(word, letters) => {
                Some(*start..next_start + letters.len())
            }
            _ if meant_postcode(word).is_some() => Some(*start..start + word.len()),
            _ => {
                let digits = word.bytes().take_while(u8::is_ascii_digit).count();
                let (digits, letters) = word.split_at_checked(digits)?;
                is_nearly(digits, letters).then(|| *start..start + word.len())
            }
        };
        found.filter(|_| may_begin)
    })
}

/// Returns the words of a line, and where each of them begins.
fn words_of(line: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = 0;
    for piece in line.split_inclusive([' ', ',']) {
        let word = piece.trim_end_matches([' ', ',']);
        if !word.is_empty() {
            words.push((start, word));
        }
        start += piece.len();
    }
    words
}

/// Whether one thing is wrong with these digits and letters.
fn is_nearly(digits: &str, letters: &str) -> bool {
    let count = |word: &str, is_counted: fn(&char) -> bool| word.chars().filter(is_counted).count();
    let is_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_capitals = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    match (digits.len(), letters.len()) {
        (3 | 5, 2) => is_digits && is_capitals,
        (4, 1 | 3) => is_digits && is_capitals && !digits.starts_with('0'),
        (4, 2) if is_digits && is_capitals => digits.starts_with('0'),
        // `94I4 AB`, `9414 A8`
        (4, 2) => {
            let is_like = |sign: char| sign.is_ascii_digit() || "OoIl".contains(sign);
            is_digits
                && count(letters, char::is_ascii_uppercase) == 1
                && count(letters, char::is_ascii_digit) == 1
                || is_capitals && count(digits, char::is_ascii_digit) == 3 && digits.chars().all(is_like)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_typed_for_a_digit_is_corrected() {
        for (typed, meant) in
            [("94I4 AB", "9414 AB"), ("94O4AB", "9404 AB"), ("9414-AB", "9414 AB"), ("9414 A0", "9414 AO")]
        {
            assert_eq!(meant_postcode(typed).as_deref(), Some(meant), "{typed}");
        }
        for typed in ["941 AB", "9414 ABC", "O414 AB", "9414 A8", "9414 €B", "lollig"] {
            assert_eq!(meant_postcode(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_postcode_with_one_mistake_is_found_in_an_address() {
        for (line, wrong) in [
            ("Brink 4, 941 AB Meetdorp", "941 AB"),
            ("941 AB Meetdorp", "941 AB"),
            ("Brink 4, 941AB Meetdorp", "941AB"),
            ("Brink 4, 9414-AB Meetdorp", "9414-AB"),
            ("Brink 4 941 AB Meetdorp", "941 AB"),
            ("Brink 4, 94145 AB Meetdorp", "94145 AB"),
            ("Brink 4, 9414 ABC Meetdorp", "9414 ABC"),
            ("Brink 4, 9414 A, Meetdorp", "9414 A"),
            ("Brink 4, 0941 AB Meetdorp", "0941 AB"),
            ("Brink 4, 94I4 AB Meetdorp", "94I4 AB"),
            ("Brink 4, 9414 A8 Meetdorp", "9414 A8"),
        ] {
            assert_eq!(nearly_postcode(line).and_then(|at| line.get(at)), Some(wrong), "{line}");
        }
        for line in [
            "Brink 123 AB, Meetdorp",
            "Brink 4 a, Meetdorp",
            "Brink, 123 A Meetdorp",
            "Hauptstraße 4, 49824 Emlichheim",
            "Dorpsstraat 7, 2300 Turnhout",
            "Brink 4, 120 m verderop",
            "Zaal 3, 1 hoog",
            "Brink 4, lollig",
            "Sportpark De Esch, É 12",
            "",
        ] {
            assert_eq!(nearly_postcode(line), None, "{line}");
        }
    }
}

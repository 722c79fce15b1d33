//! Finds bank account numbers (ISO 13616): a country, two check digits (ISO 7064, MOD 97-10), and as many
//! characters as that country uses. The crate `iban_validate` knows the length for each country.

use std::ops::Range;

use iban::Iban;

use super::boundaries::{ends_separately, starts_separately};

/// The smallest and the largest length of an account number in any country, in characters.
const LENGTHS: (usize, usize) = (15, 34);

/// Returns the account number that starts at this byte, with or without groups.
pub(super) fn range_at(text: &str, start: usize) -> Option<Range<usize>> {
    let front = text.as_bytes().get(start..start + 4)?;
    let is_front = front[0].is_ascii_alphabetic()
        && front[1].is_ascii_alphabetic()
        && front[2].is_ascii_digit()
        && front[3].is_ascii_digit();
    if !is_front || !starts_separately(text, start) {
        return None;
    }
    let mut plain = String::with_capacity(LENGTHS.1);
    let mut found = None;
    let mut is_apart = false;
    for (at, letter) in text[start..].char_indices() {
        match letter {
            ' ' | '-' | '.' | '\u{a0}' if !is_apart => is_apart = true,
            letter if letter.is_ascii_alphanumeric() && plain.len() < LENGTHS.1 => {
                is_apart = false;
                plain.push(letter.to_ascii_uppercase());
                let end = start + at + 1;
                if plain.len() >= LENGTHS.0 && ends_separately(text, end) && plain.parse::<Iban>().is_ok() {
                    found = Some(start..end);
                }
            }
            _ => break,
        }
    }
    found
}

//! Finds telephone numbers in a text, to make them links that dial: only complete and certainly Dutch ones.

use std::ops::Range;

/// A number in a text, and the address that makes a phone dial it.
#[derive(Debug, PartialEq)]
pub(super) struct Number {
    pub(super) range: Range<usize>,
    pub(super) dial: String,
}

/// Words before `112` that make it a number to call, rather than a quantity.
const CALLING: &[&str] =
    &["alarmnummer", "bel", "belje", "bellen", "belt", "call", "dial", "notruf", "rufen", "wähle", "wählen"];

/// How many words may come in between: `bel dan direct 112`.
const BETWEEN: usize = 2;

/// Complete numbers of three digits.
const SHORT: &[&str] = &["112", "113", "144"];

/// Returns the numbers in a piece of text, in order.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    for (start, _) in text.match_indices(['0', '+', '(', '1']) {
        let is_after_last = numbers.last().is_none_or(|last| start >= last.range.end);
        if is_after_last && let Some(number) = number_at(text, start) {
            numbers.push(number);
        }
    }
    numbers
}

fn number_at(text: &str, start: usize) -> Option<Number> {
    let (before, rest) = text.split_at_checked(start)?;
    let (length, dial) = international_number(rest)
        .or_else(|| service_number(rest))
        .or_else(|| national_number(rest))
        .or_else(|| short_number(before, rest))?;
    // `0900-1700 uur` means from nine to five.
    let is_time = rest.get(length..)?.trim_start_matches(SPACES).starts_with("uur");
    (may_begin_after(before) && !is_time).then(|| Number { range: start..start + length, dial })
}

/// Whether a number may begin here: not in the middle of a longer number or a word, and not after a currency
/// sign or the start of a bank account number.
fn may_begin_after(before: &str) -> bool {
    let mut letters = before.chars().rev();
    let is_loose = letters.next().is_none_or(|last| match last {
        // `tel.0529 01 23 45`
        '.' => letters.next().is_some_and(char::is_alphabetic),
        _ => {
            last.is_whitespace() || matches!(last, '(' | ':' | '"' | '“' | '‘' | '\'' | ',' | ';' | '–' | '—')
        }
    });
    let mut words = before.split_whitespace().rev();
    let (last, one_before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let ends_in_digit = last.ends_with(|letter: char| letter.is_ascii_digit());
    let is_account = one_before.starts_with("NL") && one_before.len() == 4 && last.len() == 4;
    is_loose && !ends_in_digit && !is_account && !last.ends_with(['€', '$', '+'])
}

/// `+31 529 01 23 45`, `+31 (0)6 12345678`, `0031-6-12345678`.
fn international_number(text: &str) -> Option<(usize, String)> {
    let after = text.strip_prefix("+31").or_else(|| text.strip_prefix("0031"))?;
    let after = after.trim_start_matches(JOINERS);
    let after = after.strip_prefix("(0)").unwrap_or(after).trim_start_matches(JOINERS);
    let (length, digits) = digits_of(after, 9, JOINERS)?;
    let is_valid = !digits.starts_with('0');
    is_valid.then(|| (text.len() - after.len() + length, format!("tel:+31{digits}")))
}

/// What may separate the digits of one number.
const JOINERS: &[char] = &[' ', '\u{a0}', '-'];
const SPACES: &[char] = &[' ', '\u{a0}'];

/// `0529 01 23 45`, `(0529) 012345`, `06-12345678`: a number with an area code or the prefix of its kind.
fn national_number(text: &str) -> Option<(usize, String)> {
    let (inside, close) = text.strip_prefix('(').map_or((text, ""), |inside| (inside, ")"));
    let area: String = inside.chars().take_while(char::is_ascii_digit).collect();
    let area_digits = area_length(&area)?;
    let (length, digits) = match area.len() == area_digits {
        true => {
            let after = inside.get(area_digits..)?.strip_prefix(close)?;
            let after = after.trim_start_matches(SPACES);
            let after = after.strip_prefix(['-', '–', '/']).unwrap_or(after).trim_start_matches(SPACES);
            let (length, digits) = digits_of(after, 10 - area_digits, SPACES)?;
            (text.len() - after.len() + length, format!("{area}{digits}"))
        }
        // Without a separator, all digits follow one another.
        false if close.is_empty() => digits_of(text, 10, &[])?,
        false => return None,
    };
    let national = digits.strip_prefix('0')?;
    Some((length, format!("tel:+31{national}")))
}

/// The area codes of cities, and the prefixes of company numbers.
const CITIES: &[&str] = &[
    "010", "013", "015", "020", "023", "024", "026", "030", "033", "035", "036", "038", "040", "043", "045",
    "046", "050", "053", "055", "058", "070", "071", "072", "073", "074", "075", "076", "077", "078", "079",
    "084", "085", "087", "088",
];

/// The area codes of smaller places.
const PLACES: &[&str] = &[
    "0111", "0113", "0114", "0115", "0117", "0118", "0161", "0162", "0164", "0165", "0166", "0167", "0168",
    "0172", "0174", "0180", "0181", "0182", "0183", "0184", "0186", "0187", "0222", "0223", "0224", "0226",
    "0227", "0228", "0229", "0251", "0252", "0255", "0294", "0297", "0299", "0313", "0314", "0315", "0316",
    "0317", "0318", "0320", "0321", "0341", "0342", "0343", "0344", "0345", "0346", "0347", "0348", "0411",
    "0412", "0413", "0416", "0418", "0475", "0478", "0481", "0485", "0486", "0487", "0488", "0492", "0493",
    "0495", "0497", "0499", "0511", "0512", "0513", "0514", "0515", "0516", "0517", "0518", "0519", "0521",
    "0522", "0523", "0524", "0525", "0527", "0528", "0529", "0541", "0543", "0544", "0545", "0546", "0547",
    "0548", "0561", "0562", "0566", "0570", "0571", "0572", "0573", "0575", "0577", "0578", "0591", "0592",
    "0593", "0594", "0595", "0596", "0597", "0598", "0599",
];

/// Returns the length of the area code or prefix in these digits (Nummerplan telefoon- en ISDN-diensten).
fn area_length(digits: &str) -> Option<usize> {
    let begins =
        |length: usize, codes: &[&str]| digits.get(..length).is_some_and(|code| codes.contains(&code));
    match () {
        () if begins(2, &["06"]) => Some(2),
        () if begins(3, CITIES) => Some(3),
        () if begins(4, PLACES) => Some(4),
        () => None,
    }
}

/// `0800-0113`, `0900 1234567`.
fn service_number(text: &str) -> Option<(usize, String)> {
    let prefix = ["0800", "0900", "0906", "0909"].into_iter().find(|prefix| text.starts_with(prefix))?;
    let after = text.get(prefix.len()..)?.trim_start_matches(JOINERS);
    let (length, digits) = digits_of(after, 7, SPACES).or_else(|| digits_of(after, 4, &[]))?;
    Some((text.len() - after.len() + length, format!("tel:{prefix}{digits}")))
}

/// `112`, where the text says to call it.
fn short_number(before: &str, text: &str) -> Option<(usize, String)> {
    let number = SHORT.iter().find(|number| text.starts_with(**number))?;
    let (length, _) = digits_of(text, number.len(), &[])?;
    let sentence = before.rsplit(['.', '!', '?', ':', ';']).next().unwrap_or_default().to_lowercase();
    let near = sentence.split_whitespace().rev().take(BETWEEN + 1);
    near.into_iter().any(|word| CALLING.contains(&word)).then(|| (length, format!("tel:{number}")))
}

/// Reads exactly `count` digits at the start of a text, with at most one join between two. Returns their end.
fn digits_of(text: &str, count: usize, joins: &[char]) -> Option<(usize, String)> {
    let mut digits = String::with_capacity(count);
    let mut was_join = true;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        if letter.is_ascii_digit() && digits.len() < count {
            digits.push(letter);
            end = at + 1;
        } else if was_join || digits.len() == count || !joins.contains(&letter) {
            break;
        }
        was_join = !letter.is_ascii_digit();
    }
    (digits.len() == count && is_end(text.get(end..)?)).then_some((end, digits))
}

/// Whether the number ends here, with no further digits or letters belonging to it.
fn is_end(after: &str) -> bool {
    let mut letters = after.chars();
    match letters.next() {
        Some(next) if next.is_alphanumeric() => false,
        Some(' ' | '\u{a0}' | '.' | ',' | ':' | '-' | '–' | '/') => {
            !letters.next().is_some_and(|next| next.is_ascii_digit())
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found_in(text: &str) -> Vec<(&str, String)> {
        numbers(text).into_iter().map(|number| (&text[number.range], number.dial)).collect()
    }

    #[test]
    fn phone_numbers_are_found_as_people_write_them() {
        for typed in [
            "0529 01 23 45",
            "0529-012345",
            "0529 - 01 23 45",
            "0529012345",
            "(0529) 01 23 45",
            "0529 012 345",
            "+31 529 01 23 45",
            "+31 (0)529 01 23 45",
            "0031-529-012345",
            "+31529012345",
            "0529\u{a0}01\u{a0}23\u{a0}45",
        ] {
            for text in
                [typed.to_owned(), format!("Bel Ria ({typed}), of kom langs."), format!("Tel.: {typed}.")]
            {
                assert_eq!(found_in(&text), [(typed, "tel:+31529012345".to_owned())], "{text}");
            }
        }
        for typed in ["06 12 34 56 78", "06-12345678", "0612345678", "06 - 1234 5678"] {
            assert_eq!(found_in(typed), [(typed, "tel:+31612345678".to_owned())]);
        }
        for (typed, dial) in [
            ("020 123 45 67", "tel:+31201234567"),
            ("088 - 123 45 67", "tel:+31881234567"),
            ("0800-0113", "tel:08000113"),
            ("0900 8844", "tel:09008844"),
            ("0800 022 33 44", "tel:08000223344"),
        ] {
            assert_eq!(found_in(typed), [(typed, dial.to_owned())]);
        }
        assert_eq!(found_in("Bel 0529 01 23 45 of 06 12 34 56 78.").len(), 2);
    }

    #[test]
    fn the_number_112_is_found_only_where_the_text_says_to_call_it() {
        for text in ["Bel 112.", "Bij spoed bel je 112.", "Bel altijd eerst 112", "dial 112"] {
            assert_eq!(found_in(text), [("112", "tel:112".to_owned())], "{text}");
        }
        for text in
            ["Er hielpen 112 mensen mee.", "Brink 112", "We belden niet. Er waren er 112.", "Bel 1120"]
        {
            assert_eq!(found_in(text), [], "{text}");
        }
    }

    #[test]
    fn other_numbers_and_incomplete_ones_are_not_phone_numbers() {
        for text in [
            "06-12-2026 10.00 uur",
            "06 12 2026 10.00 uur",
            "01-02-2026 10",
            "0529 01 23 4",
            "0529 01 23 45 6",
            "05290123456",
            "NL12 RABO 0529 0123 45",
            "NL12RABO0529012345",
            "KvK 01234567",
            "RSIN 001234567",
            "0900-1700 uur",
            "€ 0529012345",
            "0.529012345",
            "a0612345678",
            "0612345678a",
            "12 0612345678",
            "https://x.nl/0612345678",
            "0529 01 23 45,67",
            "0123456789",
            "06 12 2026 10 uur",
            "2026",
            "+32 3 123 45 67",
            "0000000000",
            "06-1234567",
            "+31 529 01 23 4",
        ] {
            assert_eq!(found_in(text), [], "{text}");
        }
    }
}

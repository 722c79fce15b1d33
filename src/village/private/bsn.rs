//! Finds citizen service numbers (BSN): nine digits that pass the eleven test.
//!
//! The test is that of the Besluit burgerservicenummer: nine times the first digit, eight times the second,
//! and so on to two times the eighth, minus the ninth, is a multiple of eleven. One in eleven numbers of nine
//! digits passes, so the context counts too: an organisation's number (RSIN) looks the same and is public.

use std::ops::Range;

use super::boundaries::{ends_separately, starts_separately};

/// The number of bytes before a number in which its name is looked for.
const NAME_BEFORE: usize = 40;

/// Names of other numbers with nine digits.
const OTHERS: &[&str] =
    &["rsin", "kvk", "btw", "anbi", "isbn", "tel", "telefoon", "fiscaal", "fiscale", "order", "factuur"];

/// Names of at least this many letters also count at the start of a longer word: `ordernummer`.
const LONG: usize = 5;

/// Returns the number that starts at this byte: `123456782`, `1234.56.782` or `123.456.782`.
pub(super) fn range_at(text: &str, start: usize) -> Option<Range<usize>> {
    if !starts_separately(text, start) {
        return None;
    }
    let rest = &text.as_bytes()[start..];
    let mut digits = [0_u32; 9];
    let mut count = 0;
    let mut groups = [0_usize; 3];
    let mut group = 0;
    let mut length = 0;
    for byte in rest {
        match byte {
            b'0'..=b'9' if count < 9 => {
                digits[count] = u32::from(byte - b'0');
                count += 1;
                groups[group] += 1;
            }
            b'0'..=b'9' => return None,
            b'.' if count < 9 && group < 2 && groups[group] > 0 => group += 1,
            _ => break,
        }
        length += 1;
    }
    let end = start + length;
    let is_grouped = matches!(groups, [9, 0, 0] | [4, 2, 3] | [3, 3, 3]);
    (count == 9
        && is_grouped
        && ends_separately(text, end)
        && passes_eleven_test(&digits)
        && !has_another_name(text, start))
    .then_some(start..end)
}

/// Whether the digits pass the eleven test and are not all zero.
pub(super) fn passes_eleven_test(digits: &[u32; 9]) -> bool {
    let sum: u32 = digits[..8].iter().zip((2..=9).rev()).map(|(digit, weight)| digit * weight).sum();
    digits.iter().any(|digit| *digit > 0) && sum % 11 == digits[8] % 11
}

fn has_another_name(text: &str, start: usize) -> bool {
    let before = &text[text.floor_char_boundary(start.saturating_sub(NAME_BEFORE))..start];
    if before.trim_end().ends_with("+31") || before.trim_end().ends_with("0031") {
        return true;
    }
    let sentence = before.rsplit(['\n', '.', ';']).next().unwrap_or(before).to_lowercase();
    let is_name = |word: &str, name: &str| word == name || name.len() >= LONG && word.starts_with(name);
    sentence
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|word| OTHERS.iter().any(|name| is_name(word, name)))
}

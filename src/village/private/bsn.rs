//! The number by which the state knows somebody: nine digits that pass the eleven test.
//!
//! The test is that of the Besluit burgerservicenummer: nine times the first digit, eight times the second, and so on
//! to two times the eighth, less the ninth, is a multiple of eleven. Every eleventh number of nine digits passes, so
//! what stands around it counts as well: the number of an organisation (RSIN) is made in the same way and is public.

use std::ops::Range;

use super::around::{begins, ends};

/// How many bytes before a number its name may stand.
const NAME_BEFORE: usize = 40;

/// Names of other numbers of nine digits.
const OTHERS: &[&str] =
    &["rsin", "kvk", "btw", "anbi", "isbn", "tel", "telefoon", "fiscaal", "fiscale", "order", "factuur"];

/// From how many letters on a longer word may begin with such a name: `ordernummer`.
const LONG: usize = 5;

/// The number that begins at this byte: `123456782`, `1234.56.782` or `123.456.782`.
pub(super) fn range_at(text: &str, start: usize) -> Option<Range<usize>> {
    if !begins(text, start) {
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
        && ends(text, end)
        && passes_eleven_test(&digits)
        && !has_another_name(text, start))
    .then_some(start..end)
}

/// The eleven test; nobody has only zeros.
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

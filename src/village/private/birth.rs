//! Finds dates of birth: "geboren op 3 maart 1961", "geb. 3-3-1961", "born on 3 March 1961".

use std::ops::Range;

use super::boundaries::is_in_word;
use crate::ground::parse_date;

/// Words that precede a date of birth, in lower case; longer ones come before shorter ones.
const WORDS: &[&str] = &[
    "geboortedatum",
    "geboortedag",
    "geboren",
    "geb.",
    "geb ",
    "date of birth",
    "birth date",
    "birthdate",
    "born",
];

/// The number of bytes that may come in between: "te Zwolle op ".
const BETWEEN: usize = 40;

/// The maximum number of bytes of a date: "woensdag 14 september 1961".
const LONGEST_DAY: usize = 32;

/// Anyone born before this year is history.
const FIRST_YEAR: i16 = 1910;

/// Returns the range of the words and the date that start at this byte.
pub(super) fn range_at(text: &str, start: usize) -> Option<Range<usize>> {
    let front = text.as_bytes().get(start..)?;
    let is_here = |word: &&&str| {
        front.get(..word.len()).is_some_and(|front| front.eq_ignore_ascii_case(word.as_bytes()))
    };
    let word = WORDS.iter().find(is_here)?;
    if is_in_word(text, start) {
        return None;
    }
    let from = start + word.len();
    let line = text[from..].lines().next().unwrap_or("");
    let reach = &line[..line.floor_char_boundary(BETWEEN)];
    if !has_year(&line.as_bytes()[..line.len().min(BETWEEN + LONGEST_DAY)]) {
        return None;
    }
    for (at, _) in reach.char_indices().filter(|(at, _)| begins_a_word(reach, *at)) {
        if reach[..at].contains(['.', '!', '?', ';']) || reach[..at].contains(|c: char| c.is_ascii_digit()) {
            break;
        }
        if let Some(length) = day_at(&line[at..]) {
            return Some(start..from + at + length);
        }
    }
    None
}

/// Whether there are four digits in a row: without those there is no date of birth.
fn has_year(bytes: &[u8]) -> bool {
    bytes.windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
}

fn begins_a_word(text: &str, at: usize) -> bool {
    let here = text[at..].chars().next().is_some_and(char::is_alphanumeric);
    here && !is_in_word(text, at)
}

/// Returns the length of the date that a text starts with: up to four words.
fn day_at(text: &str) -> Option<usize> {
    let mut ends: Vec<usize> = text
        .char_indices()
        .filter(|(_, letter)| letter.is_whitespace() || matches!(letter, ')' | ';'))
        .map(|(at, _)| at)
        .take(4)
        .collect();
    ends.push(text.len());
    ends.iter().take(4).rev().find_map(|end| {
        let words = text[..*end].trim_end_matches(|c: char| !c.is_alphanumeric());
        let day = parse_date(words).ok().filter(|_| has_year(words.as_bytes()))?;
        (day.date.year() >= FIRST_YEAR).then_some(words.len())
    })
}

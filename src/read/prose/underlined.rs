//! Finds sentences that a line of dashes directly below turns into a heading.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::fences::Placed;

/// The maximum length of a heading, in characters.
const LONGEST: usize = 80;

/// A line with more dashes than this, and much longer than the words above it, is meant as a horizontal rule.
const WIDE: usize = 12;

/// The maximum number of such lines that are reported.
const MOST: usize = 60;

/// A line of dashes below words that are not a heading.
pub(super) struct Underlined {
    /// The line of dashes.
    pub(super) line: Range<usize>,
    /// The words directly above it and the dashes, as they were meant.
    pub(super) correction: Option<String>,
}

/// Returns all such lines of a text with these events.
pub(super) fn underlined_sentences(text: &str, events: &[Placed<'_>]) -> Vec<Underlined> {
    let mut depth = 0_usize;
    let mut headings = Vec::new();
    for (event, range) in events {
        match event {
            // Inside a list or quotation, lines begin with characters that belong to it.
            Event::Start(Tag::Heading { .. }) if depth == 0 => headings.push(range),
            _ => {}
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    headings.into_iter().filter_map(|range| underlined_sentence(text, range)).take(MOST).collect()
}

fn underlined_sentence(text: &str, range: &Range<usize>) -> Option<Underlined> {
    let whole = text[range.clone()].trim_end();
    let (words, line) = whole.rsplit_once('\n').filter(|_| !whole.trim_start().starts_with('#'))?;
    let marks = line.trim();
    let is_line = marks.starts_with(['-', '=']) && marks.trim_matches(['-', '=']).is_empty();
    if !is_line || !is_sentence(words.trim(), marks.len()) {
        return None;
    }
    let start = range.start + words.len() + 1 + line.len() - line.trim_start().len();
    let above = words.trim().rsplit('\n').next().unwrap_or_default();
    let dashes = if marks.starts_with('-') && marks.len() > 2 { marks } else { "---" };
    let correction = (above.len() <= 2 * LONGEST).then(|| format!("{above}\n\n{dashes}"));
    Some(Underlined { line: start..start + marks.len(), correction })
}

/// Whether words are not meant as a heading, despite this many dashes directly below them.
fn is_sentence(words: &str, marks: usize) -> bool {
    let letters = words.chars().count();
    // A line made as long as the words means a heading.
    let is_measured = marks > 2 && letters.abs_diff(marks) <= 1;
    let is_wide = marks > WIDE && 2 * marks > 3 * letters;
    let is_short = marks < 3 && letters > marks + 1;
    let ends = words.ends_with(['.', ',', ';', ':', '!', '?', '…']);
    let is_several = words.contains('\n') && !words.lines().all(is_field);
    is_several || letters > LONGEST || !is_measured && (ends || is_wide || is_short)
}

/// Whether a line is like `datum: 6 december 2026`: a second block with such fields has a message of its own.
fn is_field(line: &str) -> bool {
    let is_of_key = |letter: char| letter.is_lowercase() || letter == '_';
    line.split_once(": ").is_some_and(|(key, _)| !key.is_empty() && key.chars().all(is_of_key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_underlined_heading_is_distinguished_from_a_sentence() {
        for (words, marks) in [
            ("Programma", 9),
            ("Programma", 3),
            ("Programma", 12),
            ("Kom ook!", 8),
            ("Een kop van een gewone lengte", 20),
            ("Bestuur en leden:", 17),
            ("AB", 2),
            ("titel: Nog een\ndatum: 6 december 2026", 3),
        ] {
            assert!(!is_sentence(words, marks), "{words} {marks}");
        }
        for (words, marks) in [
            ("Kom allemaal.", 3),
            ("Neem mee:", 5),
            ("Jan de Vries", 2),
            ("Groeten", 1),
            ("Kom ook", 20),
            ("Een regel\nen nog een", 11),
            ("Wie: iedereen\nWat: koffie", 3),
            (&"a".repeat(81), 81),
        ] {
            assert!(is_sentence(words, marks), "{words} {marks}");
        }
    }
}

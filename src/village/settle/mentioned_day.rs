//! Finds the day that an entry mentions in its text, to suggest it when the field is missing.

use crate::ground::{DateProblem, MeantYear, OpenDay, PartialDay, parse_date};
use crate::read::{RawEntry, TextFile, Value};

/// The number of words that are searched: a day mentioned later is unlikely to be that of the entry.
const MOST_WORDS: usize = 300;

/// A day mentioned in a text.
#[derive(Debug, PartialEq)]
pub(super) struct MentionedDay {
    /// The day as it can be written after a key.
    pub(super) words: String,
    /// The year, if that is left open.
    pub(super) open: Option<OpenDay>,
}

/// Returns the only day that an entry mentions in its text. A date as a field value is about something else.
pub(super) fn day_mentioned_in(raw: &RawEntry, file: &TextFile) -> Option<MentionedDay> {
    let mut words = String::new();
    for (_, node) in &raw.fields.entries {
        if let Value::Scalar(value) = &node.value
            && parse_date(value).is_err()
        {
            words.push_str(value);
            words.push('\n');
        }
    }
    words.push_str(file.text.get(raw.body.range()).unwrap_or_default());
    mentioned_day(&words)
}

/// Returns the only day in a text; `None` if there are several.
fn mentioned_day(text: &str) -> Option<MentionedDay> {
    let words: Vec<&str> = text.split_whitespace().take(MOST_WORDS).collect();
    let mut found: Option<MentionedDay> = None;
    let mut at = 0;
    while at < words.len() {
        let Some((mentioned, count)) = day_at(&words[at..]) else {
            at += 1;
            continue;
        };
        if found.as_ref().is_some_and(|first| first.words != mentioned.words) {
            return None;
        }
        found = Some(mentioned);
        at += count;
    }
    found
}

/// Returns the day that these words start with, and the number of words it takes.
fn day_at(words: &[&str]) -> Option<(MentionedDay, usize)> {
    if !words.first()?.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let read = |count: usize| {
        let typed = words.get(..count)?.join(" ");
        let typed = typed.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '*', '_']).to_owned();
        Some((parse_date(&typed), typed))
    };
    // Try a full date first: `12 december 2026` starts with `12 december`.
    let whole = (1..=3).find_map(|count| {
        let (_, words) = read(count).filter(|(day, _)| day.is_ok())?;
        Some((MentionedDay { words, open: None }, count))
    });
    whole.or_else(|| {
        (1..=2).find_map(|count| match read(count)? {
            // `10.30` and `1-2` can mean other things.
            (Err(DateProblem::YearMissing { day, month }), words) if words.contains(char::is_alphabetic) => {
                let known = PartialDay::DayAndMonth { day, month, weekday: None };
                let year = MeantYear::default();
                let open = OpenDay { typed: words.clone(), known, is_question: false, year };
                Some((MentionedDay { words, open: Some(open) }, count))
            }
            _ => None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_a_text_is_found() {
        let found = |text: &str| mentioned_day(text).map(|day| (day.words, day.open.is_some()));
        let whole = Some(("12 december 2026".to_owned(), false));
        assert_eq!(found("Op zaterdag 12 december 2026, om 19.30 uur."), whole);
        assert_eq!(found("Op 12 december om 19.30 uur"), Some(("12 december".to_owned(), true)));
        assert_eq!(found("2026-12-12 --- en"), Some(("2026-12-12".to_owned(), false)));
        assert_eq!(found("Op 12-12-2026."), Some(("12-12-2026".to_owned(), false)));
        for text in
            ["Van 12 december 2026 tot 14 december 2026", "om 19.30 uur", "10-12 jaar", "3 mensen", ""]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }
}

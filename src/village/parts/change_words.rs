//! What is different about a day, as it is said in a few words: `afgelast wegens ziekte`, `naar 23 december`, `19.30 uur`.

use super::status::EventStatus;
use crate::field::{Choices, Word, choice_of};
use crate::ground::{TimeOfDay, TimeProblem, closest, fold, parse_date, parse_time};

/// What the words are; the parts stand in them as they were written.
#[derive(Debug, PartialEq)]
pub(super) enum Said<'w> {
    /// How it stands, also with a slip of the pen, and why.
    Status(&'w str, Option<&'w str>),
    /// To which day it goes.
    To(&'w str),
    /// When it begins, and what is said besides.
    Start(TimeOfDay, Option<&'w str>),
    /// From when to when.
    Times(TimeOfDay, TimeOfDay),
    /// A time, but not one that a clock shows: to be told.
    NoTime(&'w str),
    /// Whether it takes place cannot be told from these words.
    Doubtful,
    /// Something that one must know.
    Remark,
}

/// How a reason begins, behind a word that is also used in other ways ("vol verwachting").
const REASONS: &[&str] =
    &["wegens", "vanwege", "door", "i.v.m.", "ivm", "in verband", "omdat", "want", "due", "because"];

/// What leads up to a day or a time and says nothing more.
const PREFACES: &[&str] = &[
    "verplaatst naar ",
    "verzet naar ",
    "moved to ",
    "naar ",
    "to ",
    "begint om ",
    "start om ",
    "aanvang ",
    "begins at ",
    "starts at ",
    "om ",
    "at ",
];

/// Reads what is different.
pub(super) fn said(words: &str) -> Said<'_> {
    let bare = without_preface(words);
    if let Ok(start) = parse_time(bare) {
        return Said::Start(start, None);
    }
    if let Err(TimeProblem::TwoTimes(start, end)) = parse_time(bare) {
        return Said::Times(start, end);
    }
    if is_nearly_a_time(bare) {
        return Said::NoTime(bare);
    }
    if let Some((start, rest)) = time_in_front(bare) {
        return Said::Start(start, Some(rest));
    }
    if bare.len() < words.len() || parse_date(bare).is_ok() {
        return Said::To(bare);
    }
    if let Some((status, why)) = status_in_front(words) {
        return Said::Status(status, why);
    }
    let folded = fold(words);
    let count = folded.split(' ').count();
    if count == 1 && closest(words, spellings()).is_some() {
        return Said::Status(words, None);
    }
    let denies = folded == "niet" || count <= 3 && (folded.starts_with("geen ") || folded.starts_with("no "));
    if denies { Said::Doubtful } else { Said::Remark }
}

fn spellings() -> impl Iterator<Item = &'static str> {
    EventStatus::WORDS.iter().flat_map(Word::spellings)
}

fn without_preface(words: &str) -> &str {
    let lower = words.to_lowercase();
    let found = PREFACES.iter().find(|preface| lower.starts_with(**preface));
    found.and_then(|preface| words.get(preface.len()..)).unwrap_or(words)
}

/// `19,30` and `half acht`: somebody meant a time.
fn is_nearly_a_time(words: &str) -> bool {
    let number = words.trim_end_matches("uur").trim_end();
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.contains([',', '.', ':', ';'])
        && number.chars().all(|c| c.is_ascii_digit() || ",.:; ".contains(c))
        && parse_date(number).is_err();
    is_number || matches!(parse_time(words), Err(TimeProblem::Spoken(..) | TimeProblem::NoSuchTime))
}

/// `19.30 uur in de kerk`: the time, and the rest.
fn time_in_front(words: &str) -> Option<(TimeOfDay, &str)> {
    let (first, rest) = words.split_once(' ')?;
    let time = first.contains(['.', ':']).then(|| parse_time(first.trim_end_matches([',', ';'])).ok())??;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix("uur").filter(|rest| !begins_in_word(rest)).unwrap_or(rest);
    let rest = rest.trim_start_matches([' ', ',', ';', '-', '–']);
    (!rest.is_empty() && parse_date(words).is_err()).then_some((time, rest))
}

/// `afgelast wegens ziekte`, `gaat niet door (ijsvrij)`: the longest words for how it stands, and what is said behind them.
fn status_in_front(words: &str) -> Option<(&str, Option<&str>)> {
    let ends = words.char_indices().map(|(at, _)| at).skip(1).chain([words.len()]);
    let fits = |end: &usize| {
        let front = fold(&words[..*end]);
        !begins_in_word(&words[*end..]) && spellings().any(|spelling| fold(spelling) == front)
    };
    let end = ends.filter(fits).last()?;
    let status = words[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    let behind = &words[status.len()..];
    let why = behind.trim_matches([' ', ',', ';', ':', '-', '–', '.', '!']);
    if why.is_empty() {
        return Some((status, None));
    }
    let is_apart = behind.trim_start().starts_with([',', ';', ':', '(', '-', '–', '.', '!']);
    let is_reason = REASONS.iter().any(|reason| why.to_lowercase().starts_with(reason));
    let is_cancelled = choice_of(status) == Some(EventStatus::Cancelled);
    let bare = why.strip_prefix('(').and_then(|why| why.strip_suffix(')')).unwrap_or(why);
    (is_apart || is_reason || is_cancelled).then_some((status, Some(bare)))
}

fn begins_in_word(rest: &str) -> bool {
    rest.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u16, minute: u16) -> TimeOfDay {
        TimeOfDay::new(hour, minute).expect("a time")
    }

    #[test]
    fn how_it_stands_and_why() {
        assert_eq!(said("afgelast"), Said::Status("afgelast", None));
        assert_eq!(said("Afgelast!"), Said::Status("Afgelast", None));
        assert_eq!(said("afgelast wegens ziekte"), Said::Status("afgelast", Some("wegens ziekte")));
        assert_eq!(said("afgelast (ijsvrij)"), Said::Status("afgelast", Some("ijsvrij")));
        let why = "i.v.m. de feestdagen";
        assert_eq!(said(&format!("gaat NIET door {why}")), Said::Status("gaat NIET door", Some(why)));
        assert_eq!(said("vol, kom op de wachtlijst"), Said::Status("vol", Some("kom op de wachtlijst")));
        assert_eq!(said("verplaatst wegens storm"), Said::Status("verplaatst", Some("wegens storm")));
        assert_eq!(said("afglast"), Said::Status("afglast", None));
    }

    #[test]
    fn when_it_is() {
        assert_eq!(said("19.30"), Said::Start(at(19, 30), None));
        assert_eq!(said("begint om 19.30 uur"), Said::Start(at(19, 30), None));
        assert_eq!(said("19.30 uur in de kerk"), Said::Start(at(19, 30), Some("in de kerk")));
        assert_eq!(said("19.30, in de kerk"), Said::Start(at(19, 30), Some("in de kerk")));
        assert_eq!(said("19.30 tot 21.00"), Said::Times(at(19, 30), at(21, 0)));
        assert_eq!(said("naar 23 december 2026"), Said::To("23 december 2026"));
        assert_eq!(said("23-12-2026"), Said::To("23-12-2026"));
    }

    #[test]
    fn what_is_nearly_a_time_is_told_and_never_lost() {
        assert_eq!(said("19,30"), Said::NoTime("19,30"));
        assert_eq!(said("om 25.00 uur"), Said::NoTime("25.00 uur"));
        assert_eq!(said("half acht"), Said::NoTime("half acht"));
    }

    #[test]
    fn what_may_mean_that_it_is_off_is_asked() {
        assert_eq!(said("niet"), Said::Doubtful);
        assert_eq!(said("geen bijeenkomst"), Said::Doubtful);
        assert_eq!(said("neem zelf een kopje mee"), Said::Remark);
        assert_eq!(said("vol verwachting klopt ons hart"), Said::Remark);
        assert_eq!(said("geen koffie, wel thee met koek"), Said::Remark);
    }
}

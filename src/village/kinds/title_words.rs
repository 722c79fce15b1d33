//! Finds the status of an event in its title: `AFGELAST: Koffie`, which no calendar or list understands.

use crate::ground::{capital, fold};
use crate::village::parts::EventStatus;

/// The status that a title mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TitleStatus {
    /// One of the values of the status field.
    Known(EventStatus),
    /// Postponed, without a new day.
    Postponed,
}

/// The words that users set apart in a title. Words that plays and evenings are named after, such as
/// `verzet`, are left out.
const WORDS: [(TitleStatus, &[&str]); 5] = [
    (
        TitleStatus::Known(EventStatus::Cancelled),
        &[
            "afgelast",
            "geannuleerd",
            "vervallen",
            "vervalt",
            "gaat niet door",
            "cancelled",
            "canceled",
            "called off",
        ],
    ),
    (TitleStatus::Postponed, &["uitgesteld", "postponed"]),
    (TitleStatus::Known(EventStatus::Moved), &["verplaatst", "verschoven", "moved", "rescheduled"]),
    (
        TitleStatus::Known(EventStatus::Full),
        &["vol", "volgeboekt", "uitverkocht", "full", "fully booked", "sold out"],
    ),
    (TitleStatus::Known(EventStatus::Tentative), &["onder voorbehoud", "tentative"]),
];

/// The beginnings of a reason that may follow such a word.
const REASONS: [&str; 8] =
    ["wegens ", "vanwege ", "ivm ", "i v m ", "door ", "due to ", "because ", "in verband "];

/// The signs that separate a word from what comes before or after it.
const SEPARATORS: [char; 7] = [':', '!', '–', '—', '-', '|', '*'];

/// A title that contains a status.
#[derive(Debug, PartialEq)]
pub(super) struct StatusInTitle<'t> {
    pub(super) status: TitleStatus,
    /// The word, as typed.
    pub(super) word: &'t str,
    /// The title without it.
    pub(super) rest: String,
    /// Whether a reason follows it.
    pub(super) has_reason: bool,
}

/// Returns a value as typed, without its quotes; `None` if it contains escapes or is a block.
pub(super) fn unquoted(marked: &str) -> Option<&str> {
    let within = ['"', '\''].iter().find_map(|quote| marked.strip_prefix(*quote)?.strip_suffix(*quote));
    match within {
        Some(within) => Some(within).filter(|within| !within.contains(['\\', '"', '\''])),
        None => Some(marked).filter(|marked| !marked.starts_with(['"', '\'', '|', '>'])),
    }
}

/// Returns a status that is set apart at the beginning or the end of a title.
pub(super) fn status_in_title(title: &str) -> Option<StatusInTitle<'_>> {
    let title = title.trim();
    let apart = at_beginning(title).or_else(|| at_end(title)).or_else(|| in_capitals(title));
    apart.or_else(|| not_taking_place(title)).filter(|found| !found.rest.is_empty())
}

fn at_beginning(title: &str) -> Option<StatusInTitle<'_>> {
    let (word, rest) = match title.strip_prefix(['(', '[', '*']) {
        Some(within) => within.trim_start_matches('*').split_once([')', ']', '*'])?,
        None => {
            let (at, sign) = title.char_indices().find(|(at, sign)| is_separator(title, *at, *sign))?;
            (&title[..at], &title[at + sign.len_utf8()..])
        }
    };
    let rest = trim_separators(rest);
    // Leave `KOFFIE` and `iPad` as they are: only a first word in lower case gets a capital.
    let starts_lowercase = rest.split(' ').next().is_some_and(|first| first.to_lowercase() == first);
    let rest = if starts_lowercase { capital(rest) } else { rest.to_owned() };
    status_word(word, rest)
}

fn at_end(title: &str) -> Option<StatusInTitle<'_>> {
    let without_exclamation = title.trim_end_matches('!');
    if let Some(before) = without_exclamation.strip_suffix([')', ']', '*']) {
        let before = before.trim_end_matches('*');
        let (rest, word) = before.rsplit_once(['(', '[', '*'])?;
        return status_word(word, trim_separators(rest));
    }
    let separator = without_exclamation
        .char_indices()
        .rev()
        .find(|(at, sign)| is_separator(without_exclamation, *at, *sign));
    if let Some((at, sign)) = separator
        && let Some(found) = status_word(
            &without_exclamation[at + sign.len_utf8()..],
            trim_separators(&without_exclamation[..at]),
        )
    {
        return Some(found);
    }
    // `Koffie AFGELAST!`: an exclamation mark is enough for words that hardly any title ends with.
    let spaces = without_exclamation
        .rmatch_indices(' ')
        .map(|(at, _)| at)
        .take(3)
        .filter(|_| without_exclamation.len() < title.len());
    let mut found = spaces.filter_map(|at| {
        status_word(&without_exclamation[at..], trim_separators(&without_exclamation[..at]))
    });
    found.find(|found| {
        found.status != TitleStatus::Known(EventStatus::Full) || found.word.to_uppercase() == found.word
    })
}

/// Finds a word that only its capitals set apart: `Borrel AFGELAST`, `GEANNULEERD Klaverjassen`.
fn in_capitals(title: &str) -> Option<StatusInTitle<'_>> {
    let is_capital = |words: &str| words.to_uppercase() == words;
    let gaps: Vec<usize> = title.match_indices(' ').map(|(at, _)| at).collect();
    let cuts = gaps.iter().take(3).chain(gaps.iter().rev().take(3));
    let mut found = cuts.map(|at| title.split_at(*at)).filter_map(|(before, after)| {
        match (is_capital(before), is_capital(after)) {
            (true, false) => status_word(before, after.trim()),
            (false, true) => status_word(after, before.trim()),
            _ => None,
        }
    });
    let begins_with_reason = |rest: &str| REASONS.iter().any(|reason| fold(rest).starts_with(reason));
    found.find(|found| !begins_with_reason(&found.rest))
}

/// Finds the only words that nothing else needs to set apart: `Bingo gaat niet door`.
fn not_taking_place(title: &str) -> Option<StatusInTitle<'_>> {
    let rest = title.strip_suffix("gaat niet door").filter(|rest| rest.ends_with(' '))?;
    status_word(&title[rest.len()..], rest.trim())
}

/// Whether a sign splits a title in two. A hyphen within a word does not.
fn is_separator(title: &str, at: usize, sign: char) -> bool {
    let (before, after) = (&title[..at], &title[at + sign.len_utf8()..]);
    SEPARATORS.contains(&sign) && (sign != '-' || before.ends_with(' ') || after.starts_with(' '))
}

fn trim_separators(words: &str) -> &str {
    words.trim_matches(|letter: char| letter == ' ' || SEPARATORS.contains(&letter))
}

/// Returns the status and the rest of the title, if these words are a status.
fn status_word(words: &str, rest: impl Into<String>) -> Option<StatusInTitle<'_>> {
    let word = words.trim();
    let folded = fold(word);
    let plain = folded.strip_prefix("helaas ").unwrap_or(&folded);
    let starts_with_reason = |after: &str| REASONS.iter().any(|reason| after.starts_with(reason));
    let is_followed_by_reason = |known: &&str| {
        plain.strip_prefix(*known).and_then(|after| after.strip_prefix(' ')).is_some_and(starts_with_reason)
    };
    let (status, has_reason) = WORDS.iter().find_map(|(status, known)| {
        let has_reason = known.iter().any(is_followed_by_reason);
        (has_reason || known.contains(&plain)).then_some((*status, has_reason))
    })?;
    Some(StatusInTitle { status, word, rest: rest.into(), has_reason })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_set_apart_in_the_title_gives_the_status() {
        const CANCELLED: TitleStatus = TitleStatus::Known(EventStatus::Cancelled);
        const FULL: TitleStatus = TitleStatus::Known(EventStatus::Full);
        for (title, status, word, rest) in [
            ("AFGELAST: Koffie", CANCELLED, "AFGELAST", "Koffie"),
            ("Afgelast - koffie in de Esrand", CANCELLED, "Afgelast", "Koffie in de Esrand"),
            ("GEANNULEERD – iPad-cursus", CANCELLED, "GEANNULEERD", "iPad-cursus"),
            ("[AFGELAST] Koffie", CANCELLED, "AFGELAST", "Koffie"),
            ("**Afgelast** Koffie", CANCELLED, "Afgelast", "Koffie"),
            ("AFGELAST! Koffie", CANCELLED, "AFGELAST", "Koffie"),
            ("Koffie (afgelast wegens ziekte)", CANCELLED, "afgelast wegens ziekte", "Koffie"),
            ("Koffie gaat niet door!", CANCELLED, "gaat niet door", "Koffie"),
            ("KOFFIE AFGELAST!!", CANCELLED, "AFGELAST", "KOFFIE"),
            ("Helaas afgelast: Koffie", CANCELLED, "Helaas afgelast", "Koffie"),
            (
                "Rondje Drenthe: de fietstocht - GEANNULEERD",
                CANCELLED,
                "GEANNULEERD",
                "Rondje Drenthe: de fietstocht",
            ),
            ("Borrel AFGELAST", CANCELLED, "AFGELAST", "Borrel"),
            ("GEANNULEERD Klaverjassen", CANCELLED, "GEANNULEERD", "Klaverjassen"),
            ("Bingo gaat niet door", CANCELLED, "gaat niet door", "Bingo"),
            ("Toneel UITVERKOCHT", FULL, "UITVERKOCHT", "Toneel"),
            ("VOL: Kerstdiner", FULL, "VOL", "Kerstdiner"),
            ("Kerstdiner (vol)", FULL, "vol", "Kerstdiner"),
            ("Kerstdiner VOL!", FULL, "VOL", "Kerstdiner"),
            ("Sold out: Coffee", FULL, "Sold out", "Coffee"),
            ("UITGESTELD: Koffie", TitleStatus::Postponed, "UITGESTELD", "Koffie"),
            ("Koffie - verplaatst", TitleStatus::Known(EventStatus::Moved), "verplaatst", "Koffie"),
        ] {
            let found = status_in_title(title).expect(title);
            assert_eq!((found.status, found.word, found.rest.as_str()), (status, word, rest), "{title}");
        }
    }

    #[test]
    fn a_word_among_others_is_part_of_the_title() {
        for title in [
            "Volle maan",
            "BORREL AFGELAST",
            "Afgelast koffie",
            "Afgelast feest alsnog gevierd",
            "Afgelast",
            "AFGELAST!",
            "Vol-au-vent eten",
            "Drenthe in verzet!",
            "Een schuur vol!",
            "Afgelast? Praat mee - avond voor vrijwilligers",
            "Het gaat door!",
            "Koffie (met taart)",
            "Uitverkochte zaal: wat nu?",
            "(",
            "é!",
            "",
        ] {
            assert_eq!(status_in_title(title), None, "{title}");
        }
    }
}

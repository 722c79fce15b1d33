//! Reads days as people say them, which depend on today: `morgen`, `maandag`, `volgende week vrijdag`.

use super::calendar::{days_later, monday_of};
use super::calendar_words::weekday_from_word;
use super::civil::{Date, Weekday};
use super::one_or_more_days::parse_date;
use crate::ground::words::fold;

/// A day relative to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpokenDay {
    /// This many days from today.
    Away(i64),
    /// The first such weekday, from today on.
    First(Weekday),
    /// The last such weekday before today.
    Last(Weekday),
    /// The weekday in the week that is this many weeks from the current one.
    OfWeek(Weekday, i64),
}

/// The words for days, by the number of days from today.
const RELATIVE_DAYS: [(i64, &[&str]); 5] = [
    (-2, &["eergisteren", "the day before yesterday"]),
    (-1, &["gisteren", "gisteravond", "gistermiddag", "yesterday"]),
    (0, &["vandaag", "vanavond", "vanmiddag", "vanochtend", "vanmorgen", "today", "tonight", "this evening"]),
    (1, &["morgen", "morgenavond", "morgenmiddag", "morgenochtend", "tomorrow", "tomorrow evening"]),
    (2, &["overmorgen", "the day after tomorrow"]),
];

/// No spoken day has more words than this.
const MOST_WORDS: usize = 5;

/// Returns the day that is meant and the words for it; only a time may follow them.
pub fn spoken_day(typed: &str) -> Option<(SpokenDay, &str)> {
    let typed = typed.trim();
    let ends = typed.match_indices(' ').map(|(at, _)| at).chain([typed.len()]).take(MOST_WORDS);
    let ends: Vec<usize> = ends.collect();
    // Longest first: `vrijdag a.s.` wins over `vrijdag`.
    ends.into_iter().rev().find_map(|end| {
        let (words, after) = typed.split_at(end);
        let words = words.trim_end_matches([',', ' ']);
        let day = day_of(&fold(words))?;
        parse_date(&format!("28 oktober 2026{after}")).is_ok().then_some((day, words))
    })
}

/// Returns the day that these folded words stand for.
fn day_of(folded: &str) -> Option<SpokenDay> {
    if let Some((away, _)) = RELATIVE_DAYS.iter().find(|(_, words)| words.contains(&folded)) {
        return Some(SpokenDay::Away(*away));
    }
    let words: Vec<&str> =
        folded.split(' ').filter(|word| !matches!(*word, "op" | "van" | "in" | "of")).collect();
    let this_week = |weekday| SpokenDay::OfWeek(weekday, 0);
    let next_week = |weekday| SpokenDay::OfWeek(weekday, 1);
    let last_week = |weekday| SpokenDay::OfWeek(weekday, -1);
    match *words.as_slice() {
        [day]
        | ["aanstaande" | "komende" | "eerstvolgende" | "deze" | "as" | "this" | "coming", day]
        | [day, "aanstaande" | "as"]
        | [day, "a", "s"] => weekday(day).map(SpokenDay::First),
        ["afgelopen" | "vorige" | "last", day] => weekday(day).map(SpokenDay::Last),
        ["deze" | "this", "week", day] | [day, "deze" | "this", "week"] => weekday(day).map(this_week),
        ["volgende" | "next", day]
        | ["volgende" | "next", "week", day]
        | [day, "volgende" | "next", "week"] => weekday(day).map(next_week),
        ["vorige" | "afgelopen" | "last", "week", day] | [day, "vorige" | "afgelopen" | "last", "week"] => {
            weekday(day).map(last_week)
        }
        _ => None,
    }
}

/// Reads a weekday, also with a part of the day: `vrijdag`, `vrijdagavond`.
fn weekday(word: &str) -> Option<Weekday> {
    let parts = ["avond", "middag", "ochtend", "morgen"];
    weekday_from_word(word)
        .or_else(|| parts.iter().find_map(|part| weekday_from_word(word.strip_suffix(part)?)))
}

impl SpokenDay {
    /// Returns the date of this day, given today.
    pub fn date_seen_from(self, today: Date) -> Date {
        let away = |to: Weekday| i64::from(to.since(today.weekday()));
        match self {
            Self::Away(days) => days_later(today, days),
            Self::First(weekday) => days_later(today, away(weekday)),
            Self::Last(weekday) => days_later(today, away(weekday) - 7),
            Self::OfWeek(weekday, weeks) => {
                days_later(monday_of(today), 7 * weeks + i64::from(weekday.since(Weekday::Monday)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(typed: &str) -> Option<String> {
        // A Saturday.
        let today = Date::constant(2026, 11, 28);
        spoken_day(typed).map(|(day, words)| format!("{}|{words}", day.date_seen_from(today)))
    }

    #[test]
    fn a_spoken_day_is_understood() {
        for (typed, day) in [
            ("vandaag", "2026-11-28|vandaag"),
            ("morgen om 10 uur", "2026-11-29|morgen"),
            ("overmorgen", "2026-11-30|overmorgen"),
            ("gisteren", "2026-11-27|gisteren"),
            ("the day before yesterday", "2026-11-26|the day before yesterday"),
            ("maandag", "2026-11-30|maandag"),
            ("zaterdag", "2026-11-28|zaterdag"),
            ("vrijdag 19.30", "2026-12-04|vrijdag"),
            ("vrijdagavond 19.30 uur", "2026-12-04|vrijdagavond"),
            ("vrijdag a.s.", "2026-12-04|vrijdag a.s."),
            ("aanstaande vrijdag, 19.30", "2026-12-04|aanstaande vrijdag"),
            ("volgende week vrijdag", "2026-12-04|volgende week vrijdag"),
            ("zondag volgende week", "2026-12-06|zondag volgende week"),
            ("next Sunday", "2026-12-06|next Sunday"),
            ("Tuesday of next week", "2026-12-01|Tuesday of next week"),
            ("afgelopen zaterdag", "2026-11-21|afgelopen zaterdag"),
            ("vorige week maandag", "2026-11-16|vorige week maandag"),
            ("deze week vrijdag", "2026-11-27|deze week vrijdag"),
        ] {
            assert_eq!(meant(typed).as_deref(), Some(day), "{typed}");
        }
    }

    #[test]
    fn words_that_name_no_single_day_are_not_understood() {
        for typed in
            ["elke maandag", "volgende week", "maandag en dinsdag", "maandag 30", "zo spoedig mogelijk", ""]
        {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }
}

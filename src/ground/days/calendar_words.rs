//! The names of months and weekdays, in Dutch and English.

use super::civil::{Date, Weekday};
use crate::ground::words::{Both, both};
use crate::ground::words::{capital, fold};

pub(super) const MONTHS: [(&str, &str); 12] = [
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "march"),
    ("april", "april"),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("september", "september"),
    ("oktober", "october"),
    ("november", "november"),
    ("december", "december"),
];

const WEEKDAYS: [(Weekday, &str, &str); 7] = [
    (Weekday::Monday, "maandag", "monday"),
    (Weekday::Tuesday, "dinsdag", "tuesday"),
    (Weekday::Wednesday, "woensdag", "wednesday"),
    (Weekday::Thursday, "donderdag", "thursday"),
    (Weekday::Friday, "vrijdag", "friday"),
    (Weekday::Saturday, "zaterdag", "saturday"),
    (Weekday::Sunday, "zondag", "sunday"),
];

/// Returns the names of all months, in both languages.
pub fn month_names() -> impl Iterator<Item = &'static str> {
    MONTHS.iter().flat_map(|(nl, en)| [*nl, *en])
}

/// Returns the names of all weekdays, in both languages.
pub fn weekday_names() -> impl Iterator<Item = &'static str> {
    WEEKDAYS.iter().flat_map(|(_, nl, en)| [*nl, *en])
}

/// Returns the number that a Dutch word or digits stand for: `zes`, `6`.
pub fn number_from_word(word: &str) -> Option<u16> {
    const NUMBERS: [&str; 20] = [
        "een",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
        "elf",
        "twaalf",
        "dertien",
        "veertien",
        "vijftien",
        "zestien",
        "zeventien",
        "achttien",
        "negentien",
        "twintig",
    ];
    let index = NUMBERS.iter().position(|number| *number == word);
    index.and_then(|index| u16::try_from(index + 1).ok()).or_else(|| word.parse().ok())
}

/// Returns the month (1 to 12) that a Dutch or English word stands for, in full or shortened (`okt`, `mrt`).
pub fn month_from_word(word: &str) -> Option<i8> {
    let word = fold(word);
    if matches!(word.as_str(), "mrt" | "mar") {
        return Some(3);
    }
    let index = MONTHS
        .iter()
        .position(|(nl, en)| is_name_or_short(&word, nl, 3) || is_name_or_short(&word, en, 3))?;
    i8::try_from(index + 1).ok()
}

/// Returns the weekday that a Dutch or English word stands for, in full or shortened (`wo`, `woe`, `wed`).
pub fn weekday_from_word(word: &str) -> Option<Weekday> {
    let word = fold(word);
    WEEKDAYS
        .iter()
        .find(|(_, nl, en)| is_name_or_short(&word, nl, 2) || is_name_or_short(&word, en, 3))
        .map(|(weekday, ..)| *weekday)
}

/// Returns the weekday before a part of the day, as typed: that of `dinsdagochtend` and `Tuesday morning`.
pub fn weekday_before_part(words: &str) -> Option<&str> {
    const PARTS: [&str; 7] = ["ochtend", "morgen", "middag", "avond", "morning", "afternoon", "evening"];
    let lower = words.to_lowercase();
    let before = PARTS.iter().find_map(|part| lower.strip_suffix(part))?;
    let day = words.get(..before.len())?.trim_end_matches([' ', '-']);
    weekday_from_word(day).map(|_| day)
}

/// Returns the name of a weekday: `dinsdag` and `Tuesday`.
pub fn weekday_in_words(day: Weekday) -> Both {
    let weekday = WEEKDAYS.iter().find(|(known, ..)| *known == day);
    weekday.map_or(both("", ""), |(_, nl, en)| both(*nl, capital(en)))
}

/// The working days, Monday first.
pub const WORKDAYS: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

/// Returns how many days after Monday a weekday comes: its index in a list of all seven.
pub fn weekday_number(day: Weekday) -> usize {
    usize::try_from(day.to_monday_zero_offset()).unwrap_or(0)
}

/// Returns the name of a month from 1 to 12, `oktober` and `October`; empty for any other number.
pub fn month_in_words(month: i8) -> Both {
    let names = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
    names.map_or(both("", ""), |(nl, en)| both(*nl, capital(en)))
}

/// Returns a date with its weekday: `dinsdag 24 november 2026` and `Tuesday 24 November 2026`.
pub fn day_in_words(day: Date) -> Both {
    let (weekday, date) = (weekday_in_words(day.weekday()), date_in_words(day));
    both(format!("{} {}", weekday.nl, date.nl), format!("{} {}", weekday.en, date.en))
}

/// Returns a date in words: `24 november 2026` and `24 November 2026`.
pub fn date_in_words(day: Date) -> Both {
    let month = usize::try_from(day.month() - 1).ok().and_then(|index| MONTHS.get(index));
    let (month_nl, month_en) = month.map_or(("", ""), |(nl, en)| (*nl, *en));
    let (number, year) = (day.day(), day.year());
    both(format!("{number} {month_nl} {year}"), format!("{number} {} {year}", capital(month_en)))
}

/// Whether `word` is `name` or its first letters: at least `least` of them, and at most four.
fn is_name_or_short(word: &str, name: &str, least: usize) -> bool {
    word == name || (word.len() >= least && word.len() <= 4 && name.starts_with(word))
}

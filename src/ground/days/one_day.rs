//! Reads one day as people in a village or programs write it, perhaps with a time behind it.

use super::calendar_words::{month_from_word, weekday_from_word};
use super::civil::{Date, Timestamp, Weekday};
use super::time_of_day::TimeOfDay;
use super::written_time::parse_time;

/// A day as it was written, with whatever was written next to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateText {
    /// The day itself.
    pub date: Date,
    /// The weekday in front of it, which may be the wrong one.
    pub weekday: Option<Weekday>,
    /// The time behind it, as programs write it: `2026-10-28T19:30`.
    pub time: Option<TimeOfDay>,
    /// The moment in UTC, when the text has an offset or a `Z`.
    pub instant: Option<Timestamp>,
}

/// Why a text is not a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// The text cannot be understood.
    Unreadable,
    /// A day that does not exist, such as 31 April.
    NoSuchDay {
        /// The last day of that month, when the month exists.
        last_of_month: Option<Date>,
    },
    /// A day and month, without the year.
    YearMissing {
        /// Day of the month, 1 to 31.
        day: i8,
        /// Month, 1 to 12.
        month: i8,
    },
    /// A range of days, such as `12 t/m 14 maart 2027`.
    TwoDays(Date, Date),
    /// Separate days, such as `3, 10 en 17 december 2026`, in order.
    LooseDays(Vec<Date>),
    /// A year with two digits, such as `28-10-26`.
    ShortYear {
        /// The day in this century.
        meant: Date,
    },
}

/// Reads one day as people write it: `28-10-2026`, `wo 28 okt 2026`, `28 oktober 2026 om 19.30 uur`.
pub(super) fn one_day(text: &str) -> Result<DateText, DateProblem> {
    with_clock(text).map_or_else(|| bare_day(text), Ok)
}

/// Reads a date with a time behind it, as web-based editors write it. `None` when the text has another form.
pub(super) fn day_of_a_program(text: &str) -> Option<Result<DateText, DateProblem>> {
    let (day, rest) = text.split_once(['T', 't', ' '])?;
    let day: Date = if day.len() == 10 { day.parse().ok()? } else { return None };
    let rest = rest.trim();
    let clock_end =
        rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.'))).unwrap_or(rest.len());
    let (clock, zone) = rest.split_at(clock_end);
    let (hour, minute) = clock.split_once(':')?;
    let minute = minute.get(..2)?;
    let Some(time) =
        hour.parse().ok().zip(minute.parse().ok()).and_then(|(hour, minute)| TimeOfDay::new(hour, minute))
    else {
        return Some(Err(DateProblem::Unreadable));
    };
    let instant = if zone.is_empty() {
        None
    } else {
        match format!("{day}T{}:00{}", time.iso(), zone.trim()).parse::<Timestamp>() {
            Ok(instant) => Some(instant),
            Err(_) => return Some(Err(DateProblem::Unreadable)),
        }
    };
    // Programs write a day without a time as midnight.
    if time.minutes() == 0 {
        return Some(Ok(DateText { date: day, weekday: None, time: None, instant: None }));
    }
    Some(Ok(DateText { date: day, weekday: None, time: Some(time), instant }))
}

/// Reads a day with a time behind it: `28 oktober 2026 om 19.30 uur`.
fn with_clock(text: &str) -> Option<DateText> {
    let bare = text.trim_end_matches("uur").trim_end();
    let (day, clock) = bare.rsplit_once([' ', ','])?;
    // `20 uur` is an hour; without `uur`, two digits may be a short year.
    let is_hour = bare.len() < text.len() && clock.len() <= 2;
    let is_clock = (is_hour || clock.contains([':', '.', 'u'])) && clock.len() <= 5;
    let time = is_clock.then(|| parse_time(clock).ok()).flatten()?;
    let day = day.trim_end_matches([' ', ',']);
    let day = day.strip_suffix(" om").or_else(|| day.strip_suffix(" at")).unwrap_or(day);
    let found = bare_day(day.trim_end_matches([' ', ','])).ok()?;
    Some(DateText { time: Some(time), ..found })
}

/// Reads a day with nothing behind it.
fn bare_day(text: &str) -> Result<DateText, DateProblem> {
    let mut weekday = None;
    let mut numbers: Vec<(&str, i16)> = Vec::new();
    let mut month_word = None;
    // A sign in front does not separate numbers, as a dash does.
    if text.starts_with(['-', '–', '+']) {
        return Err(DateProblem::Unreadable);
    }
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | ','));
    for part in parts.filter(|part| !part.is_empty()) {
        if let Ok(number) = part.parse::<i16>() {
            numbers.push((part, number));
        } else if let (Some(number), true) = (ordinal(part), numbers.is_empty()) {
            // The text is left out so that `2026th` does not pass for a year of four digits.
            numbers.push(("", number));
        } else if matches!(part, "de" | "the") && numbers.is_empty() && weekday.is_some() {
            // `vrijdag de 4e`
        } else if month_word.is_none() && month_from_word(part).is_some() {
            month_word = month_from_word(part);
        } else if weekday.is_none() && numbers.is_empty() && month_word.is_none() {
            weekday = Some(weekday_from_word(part).ok_or(DateProblem::Unreadable)?);
        } else {
            return Err(DateProblem::Unreadable);
        }
    }
    let date = match (month_word, numbers.as_slice()) {
        (Some(month), [(year_text, year), (_, day)]) if year_text.len() == 4 => {
            civil(*year, month.into(), *day)?
        }
        (Some(month), [(_, day), (year_text, year)]) => with_year(year_text, *year, month.into(), *day)?,
        (Some(_), [(year_text, _)]) if year_text.len() == 4 => return Err(DateProblem::Unreadable),
        (Some(month), [(_, day)]) => return Err(year_missing(month.into(), *day)),
        (None, [(year_text, year), (_, month), (_, day)]) if year_text.len() == 4 => {
            civil(*year, *month, *day)?
        }
        (None, [(_, day), (_, month), (year_text, year)]) => with_year(year_text, *year, *month, *day)?,
        (None, [(_, day), (_, month)]) if !text.contains('.') => return Err(year_missing(*month, *day)),
        _ => return Err(DateProblem::Unreadable),
    };
    Ok(DateText { date, weekday, time: None, instant: None })
}

/// Reads an ordinal number: `28e`, `1ste`, `3rd`.
fn ordinal(part: &str) -> Option<i16> {
    let digits = part.trim_end_matches(char::is_alphabetic);
    let ending = part[digits.len()..].to_ascii_lowercase();
    if matches!(ending.as_str(), "e" | "de" | "ste" | "st" | "nd" | "rd" | "th") {
        digits.parse().ok()
    } else {
        None
    }
}

/// Returns the day with these numbers, or the problem that it does not exist.
fn civil(year: i16, month: i16, day: i16) -> Result<Date, DateProblem> {
    let narrow = |number: i16| i8::try_from(number).unwrap_or(0);
    let last_of_month = || Date::new(year, narrow(month), 1).ok().map(Date::last_of_month);
    if !(1000..=9999).contains(&year) {
        return Err(DateProblem::Unreadable);
    }
    Date::new(year, narrow(month), narrow(day))
        .map_err(|_| DateProblem::NoSuchDay { last_of_month: last_of_month() })
}

/// Like [`civil`], for a year as it was typed, which may have too few digits.
fn with_year(year_text: &str, year: i16, month: i16, day: i16) -> Result<Date, DateProblem> {
    match year_text.len() {
        4 => civil(year, month, day),
        2 => Err(DateProblem::ShortYear { meant: civil(2000 + year, month, day)? }),
        _ => Err(DateProblem::Unreadable),
    }
}

fn year_missing(month: i16, day: i16) -> DateProblem {
    // 2024 is a leap year: 29 February passes here, and is checked once its year is known.
    match civil(2024, month, day) {
        Ok(date) => DateProblem::YearMissing { day: date.day(), month: date.month() },
        Err(problem) => problem,
    }
}

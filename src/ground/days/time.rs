//! Days and times as people in a village write them, read as civil time: no zone, no clock.

use super::calendar_words::{month_from_word, number_in_words, weekday_from_word};
use super::civil::{Date, DateSpan, DateTime, Timestamp, Weekday};
use crate::ground::words::fold;
pub use half::times_between;
use several::several_days;

/// A time of the day in whole minutes after midnight, from 0.00 up to and including 24.00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// 24.00: the end of the day.
    pub const END_OF_DAY: Self = Self(24 * 60);

    /// A time, if there is such a time on a clock.
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        let minutes = hour.checked_mul(60)?.checked_add(minute)?;
        (minute < 60 && minutes <= 24 * 60).then_some(Self(minutes))
    }

    /// Minutes after midnight, 0 to 1440.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// The hour, 0 to 24.
    pub fn hour(self) -> u16 {
        self.0 / 60
    }

    /// The minute in the hour.
    pub fn minute(self) -> u16 {
        self.0 % 60
    }

    /// The moment of this time on a day; 24.00 is the midnight that ends it.
    pub fn on(self, day: Date) -> DateTime {
        let clock = i8::try_from(self.hour() % 24).unwrap_or(0);
        let minute = i8::try_from(self.minute()).unwrap_or(0);
        let day = if self == Self::END_OF_DAY { day.tomorrow().unwrap_or(day) } else { day };
        day.at(clock, minute, 0, 0)
    }

    /// `19:30`, as machines read it.
    pub fn iso(self) -> String {
        format!("{:02}:{:02}", self.hour(), self.minute())
    }

    /// `19.30`, as it is written in Dutch.
    pub fn dotted(self) -> String {
        format!("{}.{:02}", self.hour(), self.minute())
    }
}

/// How many days lie between two days; negative when the second comes first.
pub fn days_from(first: Date, second: Date) -> i64 {
    second.duration_since(first).as_hours() / 24
}

/// The day so many days later, or earlier when negative; the day itself where the calendar ends.
pub fn days_later(day: Date, days: i64) -> Date {
    day.checked_add(DateSpan::new().days(days)).unwrap_or(day)
}

/// The day of this number and month that is nearest to another day.
pub fn nearest_day(day: i8, month: i8, to: Date) -> Option<Date> {
    let years = [to.year() - 1, to.year(), to.year() + 1];
    let days = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    days.min_by_key(|found| days_from(*found, to).abs())
}

/// The Monday of the week of a day.
pub fn monday_of(day: Date) -> Date {
    days_later(day, -i64::from(day.weekday().since(Weekday::Monday)))
}

/// A day as somebody wrote it, and what was written beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateText {
    /// The day itself.
    pub date: Date,
    /// The weekday that was written in front of it; it may be the wrong one.
    pub weekday: Option<Weekday>,
    /// A time that was written behind it, as programs do: `2026-10-28T19:30`.
    pub time: Option<TimeOfDay>,
    /// The moment in UTC, when the text came with an offset or a `Z`.
    pub instant: Option<Timestamp>,
}

/// Why a text is not a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// No idea what this is.
    Unreadable,
    /// A day that the calendar does not have, such as 31 April; the last day of that month is told.
    NoSuchDay {
        /// Its last day, when the month exists.
        last_of_month: Option<Date>,
    },
    /// A day and month, without the year.
    YearMissing {
        /// Day of the month, 1 to 31.
        day: i8,
        /// Month, 1 to 12.
        month: i8,
    },
    /// From one day to another, such as `12 t/m 14 maart 2027`.
    TwoDays(Date, Date),
    /// Days one by one, such as `3, 10 en 17 december 2026`, in their order.
    LooseDays(Vec<Date>),
    /// A year of two digits, such as `28-10-26`.
    ShortYear {
        /// The day in this century.
        meant: Date,
    },
}

/// Why a text is not a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeProblem {
    /// No idea what this is.
    Unreadable,
    /// No clock shows this, such as 25.00 or 19.75.
    NoSuchTime,
    /// A time as people say it, `half acht`: in the morning, and twelve hours later.
    Spoken(TimeOfDay, TimeOfDay),
    /// From when to when, such as `20.00-22.00`.
    TwoTimes(TimeOfDay, TimeOfDay),
}

/// In bytes. Nobody writes longer ones, not even a whole season of them; what is longer could keep a machine busy for hours.
const LONGEST_DAY: usize = 1_000;
const LONGEST_TIME: usize = 100;

/// Reads a day: `2026-10-28`, `28-10-2026`, `28/10/2026`, `28 oktober 2026`, `wo 28 okt 2026`,
/// `October 28, 2026`, or a day with a time behind it as programs write (`2026-10-28T19:30:00+01:00`).
///
/// # Errors
/// Says what is the matter with a text that is no day.
pub fn parse_date(text: &str) -> Result<DateText, DateProblem> {
    let text = text.trim();
    if text.len() > LONGEST_DAY {
        return Err(DateProblem::Unreadable);
    }
    if let Some(found) = parse_machine_form(text) {
        return found;
    }
    if let Some(several) = several_days(text) {
        return Err(several);
    }
    if let Some(found) = with_clock(text) {
        return Ok(found);
    }
    let mut weekday = None;
    let mut numbers: Vec<(&str, i16)> = Vec::new();
    let mut month_word = None;
    // A sign in front is no dash between numbers.
    if text.starts_with(['-', '–', '+']) {
        return Err(DateProblem::Unreadable);
    }
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | ','));
    for part in parts.filter(|part| !part.is_empty()) {
        if let Ok(number) = part.parse::<i16>() {
            numbers.push((part, number));
        } else if let (Some(number), true) = (ordinal(part), numbers.is_empty()) {
            // No year, however many letters it has.
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

/// `28 oktober 2026 om 19.30 uur`: a day with a time behind it.
fn with_clock(text: &str) -> Option<DateText> {
    let bare = text.trim_end_matches("uur").trim_end();
    let (day, clock) = bare.rsplit_once([' ', ','])?;
    // `20 uur`, and no year of two figures.
    let is_hour = bare.len() < text.len() && clock.len() <= 2;
    let is_clock = (is_hour || clock.contains([':', '.', 'u'])) && clock.len() <= 5;
    let time = is_clock.then(|| parse_time(clock).ok()).flatten()?;
    let day = day.trim_end_matches([' ', ',']);
    let day = day.strip_suffix(" om").or_else(|| day.strip_suffix(" at")).unwrap_or(day);
    let found = parse_date(day.trim_end_matches([' ', ','])).ok().filter(|found| found.time.is_none())?;
    Some(DateText { time: Some(time), ..found })
}

/// `28e`, `1ste`, `3rd`: a number with the ending of an ordinal.
fn ordinal(part: &str) -> Option<i16> {
    let digits = part.trim_end_matches(char::is_alphabetic);
    let ending = part[digits.len()..].to_ascii_lowercase();
    if matches!(ending.as_str(), "e" | "de" | "ste" | "st" | "nd" | "rd" | "th") {
        digits.parse().ok()
    } else {
        None
    }
}

/// A date with a time behind it, as browser editors write. `None` when the text is not of that form.
fn parse_machine_form(text: &str) -> Option<Result<DateText, DateProblem>> {
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
    // Midnight is how programs write a day without a time.
    if time.minutes() == 0 {
        return Some(Ok(DateText { date: day, weekday: None, time: None, instant: None }));
    }
    let instant = if zone.is_empty() {
        None
    } else {
        match format!("{day}T{}:00{}", time.iso(), zone.trim()).parse::<Timestamp>() {
            Ok(instant) => Some(instant),
            Err(_) => return Some(Err(DateProblem::Unreadable)),
        }
    };
    Some(Ok(DateText { date: day, weekday: None, time: Some(time), instant }))
}

fn civil(year: i16, month: i16, day: i16) -> Result<Date, DateProblem> {
    let narrow = |number: i16| i8::try_from(number).unwrap_or(0);
    let last_of_month = || Date::new(year, narrow(month), 1).ok().map(Date::last_of_month);
    if !(1000..=9999).contains(&year) {
        return Err(DateProblem::Unreadable);
    }
    Date::new(year, narrow(month), narrow(day))
        .map_err(|_| DateProblem::NoSuchDay { last_of_month: last_of_month() })
}

fn with_year(year_text: &str, year: i16, month: i16, day: i16) -> Result<Date, DateProblem> {
    match year_text.len() {
        4 => civil(year, month, day),
        2 => Err(DateProblem::ShortYear { meant: civil(2000 + year, month, day)? }),
        _ => Err(DateProblem::Unreadable),
    }
}

fn year_missing(month: i16, day: i16) -> DateProblem {
    // 2024 is a leap year, so that 29 February passes here and is judged with its year.
    match civil(2024, month, day) {
        Ok(date) => DateProblem::YearMissing { day: date.day(), month: date.month() },
        Err(problem) => problem,
    }
}

/// Reads a time: `19.30`, `19:30`, `19u30`, `19.30 uur`, `19 uur`, `19:30:00`, `24.00`, `7.30 pm`.
///
/// # Errors
/// Says what is the matter with a text that is no time.
pub fn parse_time(text: &str) -> Result<TimeOfDay, TimeProblem> {
    if text.len() > LONGEST_TIME {
        return Err(TimeProblem::Unreadable);
    }
    let mut text = text.trim().to_lowercase();
    if let Some((morning, evening)) = spoken_time(&text) {
        return Err(TimeProblem::Spoken(morning, evening));
    }
    let between = [" tot ", " to ", "-", "–"].iter().find_map(|words| text.split_once(words));
    if let Some((from, until)) = between.and_then(|(from, until)| times_between(from, until)) {
        return Err(TimeProblem::TwoTimes(from, until));
    }
    let mut afternoon = None;
    for (ending, after_noon) in [("p.m.", true), ("pm", true), ("a.m.", false), ("am", false)] {
        if let Some(rest) = text.strip_suffix(ending) {
            text = rest.trim().to_owned();
            afternoon = Some(after_noon);
            break;
        }
    }
    for ending in ["uur", "hrs", "hours", "h", "u"] {
        if let Some(rest) = text.strip_suffix(ending) {
            text = rest.trim().to_owned();
            break;
        }
    }
    let parts: Vec<&str> = text.split([':', '.', 'u', 'h']).map(str::trim).collect();
    let number = |part: &str| {
        let plain = !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        if plain {
            part.parse::<u16>().map_err(|_| TimeProblem::Unreadable)
        } else {
            Err(TimeProblem::Unreadable)
        }
    };
    let (hour, minute) = match parts.as_slice() {
        [hour] => (number(hour)?, 0),
        [hour, minute] if minute.len() == 2 => (number(hour)?, number(minute)?),
        [hour, minute, seconds] if minute.len() == 2 && number(seconds).is_ok() => {
            (number(hour)?, number(minute)?)
        }
        _ => return Err(TimeProblem::Unreadable),
    };
    let hour = match (afternoon, hour) {
        (None, hour) => hour,
        (Some(_), 0 | 13..) => return Err(TimeProblem::NoSuchTime),
        (Some(false), 12) => 0,
        (Some(true), hour @ 1..=11) => hour + 12,
        (Some(_), hour) => hour,
    };
    TimeOfDay::new(hour, minute).ok_or(TimeProblem::NoSuchTime)
}

/// `half acht`, `kwart over 9` and `tien voor half acht`: which half of the day is meant is not said.
fn spoken_time(text: &str) -> Option<(TimeOfDay, TimeOfDay)> {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(' ').filter(|word| !matches!(*word, "uur" | "minuten" | "minuut")).collect();
    let hour =
        |word: &str| number_in_words(word).filter(|hour| (1..=12).contains(hour)).map(|hour| hour * 60);
    let minutes = |word: &str| match word {
        "kwart" => Some(15),
        word => number_in_words(word).filter(|minutes| (1..30).contains(minutes)),
    };
    let half_day = 12 * 60;
    let at = match *words.as_slice() {
        // A number alone is a time as it is written.
        [word] if word.parse::<u16>().is_err() => hour(word)?,
        ["half", word] => hour(word)? - 30,
        [past, "over", word] => hour(word)? + minutes(past)?,
        [before, "voor", word] => hour(word)? - minutes(before)?,
        [past, "over", "half", word] => hour(word)? - 30 + minutes(past)?,
        [before, "voor", "half", word] => hour(word)? - 30 - minutes(before)?,
        _ => return None,
    } % half_day;
    Some((TimeOfDay(at), TimeOfDay(at + half_day)))
}

mod half;
mod several;
#[cfg(test)]
mod tests;

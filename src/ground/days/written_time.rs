//! Reads one or two times of day as people in a village write them: `19u30`, `half acht`, `7-9pm`.

use super::calendar_words::number_from_word;
use super::time_of_day::TimeOfDay;
use crate::ground::words::fold;

/// Why a text is not a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeProblem {
    /// The text cannot be understood.
    Unreadable,
    /// A time that does not exist, such as 25.00 or 19.75.
    NoSuchTime,
    /// A spoken time, such as `half acht`: the one in the morning, and the one twelve hours later.
    Spoken(TimeOfDay, TimeOfDay),
    /// A start and an end, such as `20.00-22.00`.
    TwoTimes(TimeOfDay, TimeOfDay),
}

/// In bytes. Nobody writes a time longer than this.
const LONGEST: usize = 100;

/// Reads a time: `19.30`, `19:30`, `19u30`, `19.30 uur`, `19 uur`, `19:30:00`, `24.00`, `7.30 pm`.
///
/// # Errors
/// Returns what is wrong with a text that is not a time.
pub fn parse_time(text: &str) -> Result<TimeOfDay, TimeProblem> {
    if text.len() > LONGEST {
        return Err(TimeProblem::Unreadable);
    }
    let text = text.trim().to_lowercase();
    if let Some((morning, evening)) = spoken_time(&text) {
        return Err(TimeProblem::Spoken(morning, evening));
    }
    let between = [" tot ", " to ", "-", "–"].iter().find_map(|words| text.split_once(words));
    if let Some((from, until)) = between.and_then(|(from, until)| times_between(from, until)) {
        return Err(TimeProblem::TwoTimes(from, until));
    }
    time_on_a_clock(&text)
}

/// Reads a start and an end. `pm` behind the end holds for both where that makes sense: `7-9pm` is 19.00 to
/// 21.00, but `9-5pm` is 9.00 to 17.00.
pub fn times_between(from: &str, until: &str) -> Option<(TimeOfDay, TimeOfDay)> {
    let (first, last) = (time_on_a_clock(from).ok()?, time_on_a_clock(until).ok()?);
    let is_halved = |text: &str| text.trim_end_matches([' ', '.']).ends_with('m');
    let is_later =
        is_halved(until) && !is_halved(from) && last.hour() >= 12 && first.may_mean_afternoon(from);
    let later = first.half_a_day_later().filter(|later| is_later && *later < last);
    Some((later.unwrap_or(first), last))
}

/// Reads one time in digits.
fn time_on_a_clock(text: &str) -> Result<TimeOfDay, TimeProblem> {
    if text.len() > LONGEST {
        return Err(TimeProblem::Unreadable);
    }
    let mut text = text.trim().to_lowercase();
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
        let is_plain = !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        if is_plain {
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

/// Reads `half acht`, `kwart over 9` and `tien voor half acht`, which do not say which half of the day it is.
fn spoken_time(text: &str) -> Option<(TimeOfDay, TimeOfDay)> {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(' ').filter(|word| !matches!(*word, "uur" | "minuten" | "minuut")).collect();
    let hour =
        |word: &str| number_from_word(word).filter(|hour| (1..=12).contains(hour)).map(|hour| hour * 60);
    let minutes = |word: &str| match word {
        "kwart" => Some(15),
        word => number_from_word(word).filter(|minutes| (1..30).contains(minutes)),
    };
    let half_day = 12 * 60;
    let minute_of_half_day = match *words.as_slice() {
        // A number alone is a written time.
        [word] if word.parse::<u16>().is_err() => hour(word)?,
        ["half", word] => hour(word)? - 30,
        [past, "over", word] => hour(word)? + minutes(past)?,
        [before, "voor", word] => hour(word)? - minutes(before)?,
        [past, "over", "half", word] => hour(word)? - 30 + minutes(past)?,
        [before, "voor", "half", word] => hour(word)? - 30 - minutes(before)?,
        _ => return None,
    } % half_day;
    let morning = TimeOfDay::new(minute_of_half_day / 60, minute_of_half_day % 60)?;
    Some((morning, morning.half_a_day_later()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn am_or_pm_after_the_end_applies_to_both_times() {
        for (from, until, meant) in [
            ("7", "9pm", "19.00-21.00"),
            ("7.30", "9 p.m.", "19.30-21.00"),
            ("9", "5pm", "9.00-17.00"),
            ("11", "1pm", "11.00-13.00"),
            ("12", "2pm", "12.00-14.00"),
            ("10", "12pm", "10.00-12.00"),
            ("7", "9am", "7.00-9.00"),
            ("07.00", "9pm", "7.00-21.00"),
            ("9am", "5pm", "9.00-17.00"),
            ("7", "9", "7.00-9.00"),
        ] {
            let (first, last) = times_between(from, until).expect(from);
            assert_eq!(format!("{}-{}", first.dotted(), last.dotted()), meant, "{from}-{until}");
        }
    }
}

//! Reads one day or several; in a list or a range, earlier days take their month and year from the last.

use super::calendar_words::MONTHS;
use super::civil::Date;
use super::one_day::{DateProblem, DateText, day_of_a_program, one_day};
use super::until_words::first_and_last;

/// In bytes. A whole season of days is shorter than this; a longer text could keep a machine busy for hours.
const LONGEST: usize = 1_000;

/// The words between separate days.
const AND: [&str; 3] = [" en ", " and ", " & "];

/// Reads a day: `2026-10-28`, `28-10-2026`, `28/10/2026`, `28 oktober 2026`, `wo 28 okt 2026`,
/// `October 28, 2026`, or a day with a time behind it as programs write it (`2026-10-28T19:30:00+01:00`).
///
/// # Errors
/// Returns what is wrong with a text that is not a day, or is more than one.
pub fn parse_date(text: &str) -> Result<DateText, DateProblem> {
    let text = text.trim();
    if text.len() > LONGEST {
        return Err(DateProblem::Unreadable);
    }
    if let Some(found) = day_of_a_program(text) {
        return found;
    }
    several_days(text).map_or_else(|| one_day(text), Err)
}

/// Reads `30 april t/m 2 mei 2027` and `3, 10 en 17 december 2026`; `None` when the text is not several days.
fn several_days(text: &str) -> Option<DateProblem> {
    let until = first_and_last(text).map(|(first, last)| {
        let bare = ["van ", "Van ", "from ", "From "].iter().find_map(|word| first.strip_prefix(word));
        (bare.unwrap_or(first), last)
    });
    match until.or_else(|| within_a_month(text)) {
        Some((first, last)) => {
            let (last, problem) = last_of(last)?;
            let first = completed(first, last).filter(|first| *first <= last || problem.is_some())?;
            Some(problem.unwrap_or(DateProblem::TwoDays(first, last)))
        }
        None => separate_days(text),
    }
}

/// Splits `5-7 maart 2027` and `5/6 maart 2027`: a month in words shows that both numbers are days.
fn within_a_month(text: &str) -> Option<(&str, &str)> {
    let (first, last) = ['-', '–', '/'].iter().find_map(|sign| text.split_once(*sign))?;
    let is_day = |words: &str| {
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        matches!(digits, 1 | 2)
    };
    let is_plain = first.bytes().all(|byte| byte.is_ascii_digit());
    (is_plain && is_day(first) && is_day(last) && last.contains(char::is_alphabetic)).then_some((first, last))
}

/// Reads the last of several days, and returns the problem with it when its year is missing.
fn last_of(words: &str) -> Option<(Date, Option<DateProblem>)> {
    match parse_date(words) {
        Ok(found) => Some((found.date, None)),
        Err(DateProblem::YearMissing { day, month }) => {
            // In a leap year 29 February exists.
            let last = Date::new(2024, month, day).ok()?;
            Some((last, Some(DateProblem::YearMissing { day, month })))
        }
        Err(_) => None,
    }
}

/// Reads separate days: `3, 10 en 17 december 2026`.
fn separate_days(text: &str) -> Option<DateProblem> {
    let listed = AND.iter().fold(text.to_owned(), |text, and| text.replace(and, ","));
    let (before, last) = listed.rsplit_once(',')?;
    let (last, problem) = last_of(last)?;
    let days = before.split(',').map(|day| completed(day.trim(), last)).chain([Some(last)]);
    let mut days = days.collect::<Option<Vec<Date>>>()?;
    if problem.is_some() {
        return problem;
    }
    days.sort_unstable();
    days.dedup();
    (days.len() > 1).then_some(DateProblem::LooseDays(days))
}

/// Returns the day that `12`, `vr 12` or `12 maart` means in front of another day, which supplies the rest. A
/// day that would come after the other one is in the year before: `31 december en 1 januari 2027`.
fn completed(words: &str, last: Date) -> Option<Date> {
    let is_number = words.bytes().all(|byte| byte.is_ascii_digit());
    let month = MONTHS.get(usize::try_from(last.month() - 1).ok()?)?.0;
    let year = last.year();
    let day_of = |words: String| parse_date(&words).ok().map(|found| found.date);
    let in_year = || {
        let day_in = |year: i16| day_of(format!("{words} {year}"));
        day_in(year).map(|found| if found > last { day_in(year - 1).unwrap_or(found) } else { found })
    };
    let by_itself =
        if is_number || words.contains(',') { None } else { day_of(words.to_owned()).or_else(in_year) };
    by_itself.or_else(|| day_of(format!("{words} {month} {year}")))
}

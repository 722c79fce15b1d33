//! Finds the day that was meant by a value that is nearly one.

use super::nearly_time::without_quotes;
use crate::ground::{
    Both, Date, Locale, MeantYear, OpenDay, PartialDay, TimeOfDay, TimeProblem, Weekday, both, closest,
    date_in_words, first_and_last, fold, month_names, parse_date, parse_time, weekday_before_part,
    weekday_from_word, weekday_names,
};

/// Returns what was typed without the slip in it, if that is a day: `3 decmber 2026`, `5 mrt '27`.
pub(super) fn meant_day(typed: &str) -> Option<String> {
    let bare = typed.trim_end_matches([';', ',', '.', ' ']);
    let with_hyphens = bare.replace(['–', '—', '‑', '−'], "-");
    let attempts = [
        bare.to_owned(),
        with_hyphens,
        with_full_year(bare),
        leading_weekday(bare),
        without_part_of_day(bare),
    ];
    let meant = attempts.into_iter().find(|meant| meant != typed && parse_date(meant).is_ok());
    meant
        .or_else(|| with_names_corrected(bare))
        .or_else(|| in_another_order(bare))
        .or_else(|| day_by_name(bare))
}

/// Days with a name that have the same date every year.
const NAMED: [(&[&str], i8, i8); 11] = [
    (&["nieuwjaarsdag", "nieuwjaar", "new year s day"], 1, 1),
    (&["valentijnsdag"], 14, 2),
    (&["koningsdag", "king s day"], 27, 4),
    (&["dodenherdenking"], 4, 5),
    (&["bevrijdingsdag"], 5, 5),
    (&["sint maarten"], 11, 11),
    (&["sinterklaas", "sinterklaasavond", "pakjesavond"], 5, 12),
    (&["kerstavond", "christmas eve"], 24, 12),
    (&["eerste kerstdag", "1e kerstdag", "christmas day"], 25, 12),
    (&["tweede kerstdag", "2e kerstdag", "boxing day"], 26, 12),
    (&["oudejaarsdag", "oudejaarsavond", "oudjaar", "new year s eve"], 31, 12),
];

/// Returns the date of `Koningsdag 2027`.
fn day_by_name(typed: &str) -> Option<String> {
    let folded = fold(typed);
    let (name, year) = folded.rsplit_once(' ')?;
    let year: i16 = year.parse().ok().filter(|year| (1900..=2100).contains(year))?;
    let (_, day, month) = NAMED.iter().find(|(names, ..)| names.contains(&name))?;
    let day = Date::new(year, *month, *day).ok()?;
    // Koningsdag is never on a Sunday.
    let is_moved = name.starts_with("ko") && day.weekday() == Weekday::Sunday;
    let day = if is_moved { day.yesterday().ok()? } else { day };
    Some(date_in_words(day).nl)
}

/// Returns the day of `eerste kerstdag`, which is on the same date every year, in the year that is meant.
pub(super) fn named_open_day(typed: &str, is_english: bool, year: MeantYear) -> Option<OpenDay> {
    let folded = fold(typed);
    let (_, day, month) = NAMED.iter().find(|(names, ..)| names.contains(&folded.as_str()))?;
    let locale = if is_english { Locale::English } else { Locale::Dutch };
    let known = PartialDay::InFull { day: *day, month: *month, locale };
    Some(OpenDay { typed: typed.trim().to_owned(), known, is_question: true, year })
}

/// Says how a day is written; a day such as `eerste paasdag` is on another date every year.
pub(super) fn day_example(typed: &str) -> Both {
    const MOVING: [&str; 8] = [
        "pasen",
        "paasdag",
        "pinksteren",
        "pinksterdag",
        "hemelvaart",
        "hemelvaartsdag",
        "goede vrijdag",
        "easter",
    ];
    let folded = fold(typed);
    let is_moving = MOVING.iter().any(|name| folded == *name || folded.ends_with(&format!(" {name}")));
    if is_moving {
        return both(
            "die dag is elk jaar anders: schrijf de datum, zoals 28 oktober 2026",
            "that day is different every year: write the date, such as 28 October 2026",
        );
    }
    both(
        "schrijf bijvoorbeeld: 28 oktober 2026, of 28-10-2026",
        "write, for example: 28 October 2026, or 2026-10-28",
    )
}

/// Returns the day between quotation marks.
pub(super) fn unquoted_day(typed: &str) -> Option<&str> {
    let bare = without_quotes(typed);
    (bare != typed && parse_date(bare).is_ok()).then_some(bare)
}

/// Returns `5 mrt '27` with the year in full.
fn with_full_year(typed: &str) -> String {
    let with_century = |word: &str| {
        let year = word
            .strip_prefix(['\'', '’', '‘', '`'])
            .filter(|year| year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit()));
        year.map_or_else(|| word.to_owned(), |year| format!("20{year}"))
    };
    typed.split(' ').map(with_century).collect::<Vec<_>>().join(" ")
}

/// Returns `1 december 2026 (dinsdag)` with the weekday in front, where it belongs.
fn leading_weekday(typed: &str) -> String {
    let Some((day, word)) = typed.rsplit_once(' ') else { return typed.to_owned() };
    let word = word.trim_matches(['(', ')']);
    match weekday_from_word(word) {
        Some(_) => format!("{word} {}", day.trim_end_matches([',', ' '])),
        None => typed.to_owned(),
    }
}

/// Returns `vrijdagavond 11 december 2026` and `vrijdag avond 11 december 2026` with the weekday alone.
fn without_part_of_day(typed: &str) -> String {
    let ends = typed.match_indices(' ').map(|(end, _)| end).take(2);
    let day = ends.filter_map(|end| Some((weekday_before_part(&typed[..end])?, &typed[end..]))).next();
    day.map_or_else(|| typed.to_owned(), |(weekday, rest)| format!("{weekday}{rest}"))
}

/// Returns `dindsag 3 decmber 2026` with the names that are nearest.
fn with_names_corrected(typed: &str) -> Option<String> {
    let correct = |word: &str| {
        let is_name = word.len() > 3 && word.chars().all(char::is_alphabetic);
        let near = is_name.then(|| closest(&word.to_lowercase(), month_names().chain(weekday_names())));
        near.flatten().map_or_else(|| word.to_owned(), str::to_owned)
    };
    let meant = typed.split(' ').map(correct).collect::<Vec<_>>().join(" ");
    (meant != typed && parse_date(&meant).is_ok()).then_some(meant)
}

/// Reads `12/18/2026` and `20261218`: a day as it is written elsewhere.
fn in_another_order(typed: &str) -> Option<String> {
    let parts: Vec<&str> = typed.split(['/', '-', '.']).collect();
    let day: Date = match *parts.as_slice() {
        [month, day, year] if year.len() == 4 => {
            Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?
        }
        [digits] if digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]).parse().ok()?
        }
        _ => return None,
    };
    Some(date_in_words(day).nl).filter(|_| (1900..=2100).contains(&day.year()))
}

/// Reads `5 maart 2027 19.30-22.00`: a day followed by a start and an end time.
pub(super) fn day_with_times(typed: &str) -> Option<(Date, TimeOfDay, TimeOfDay)> {
    typed.match_indices(' ').find_map(|(at, _)| {
        let day = typed[..at].trim_end_matches([',', ' ']);
        let found = parse_date(day).ok().filter(|found| found.time.is_none())?;
        let clock = typed[at..].trim();
        let clock =
            ["om ", "van ", "from ", "at "].iter().find_map(|word| clock.strip_prefix(word)).unwrap_or(clock);
        match parse_time(clock) {
            Err(TimeProblem::TwoTimes(from, until)) => Some((found.date, from, until)),
            _ => None,
        }
    })
}

/// Reads `5 januari 2027 t/m 22 december 2026`: a period whose last day is before the first.
pub(crate) fn reversed_period(typed: &str) -> Option<(Date, Date)> {
    let (first, last) = first_and_last(typed)?;
    let date_of = |text: &str| parse_date(text.trim()).ok().map(|found| found.date);
    let first = ["van ", "from "].iter().find_map(|word| first.strip_prefix(word)).unwrap_or(first);
    date_of(first).zip(date_of(last)).filter(|(first, last)| last < first)
}

/// Whether `elke dinsdag`, or a value like it, says how something recurs.
pub(super) fn is_recurring(typed: &str) -> bool {
    let folded = fold(typed);
    let leads = ["elke ", "elk ", "iedere ", "ieder ", "om de ", "every ", "each "];
    let alone =
        ["dagelijks", "wekelijks", "tweewekelijks", "maandelijks", "jaarlijks", "daily", "weekly", "monthly"];
    leads.iter().any(|lead| folded.starts_with(lead)) || folded.split(' ').any(|word| alone.contains(&word))
}

/// Whether a value is certainly a rule as it stands: `elke dinsdag`, `elke eerste maandag van de maand`.
pub(super) fn is_every_weekday(typed: &str) -> bool {
    let folded = fold(typed);
    match *folded.split(' ').collect::<Vec<_>>().as_slice() {
        ["elke" | "iedere" | "every", day]
        | [
            "elke" | "iedere",
            "eerste" | "tweede" | "derde" | "vierde" | "laatste",
            day,
            "van",
            "de",
            "maand",
        ] => weekday_from_word(day).is_some(),
        _ => false,
    }
}

/// Splits such a rule from a time after it: `elke dinsdag om 10 uur`.
pub(super) fn every_weekday_at(typed: &str) -> Option<(&str, TimeOfDay)> {
    typed.match_indices(' ').find_map(|(at, _)| {
        let rule = typed[..at].trim_end_matches([',', ' ']);
        let clock = typed[at..].trim();
        let clock = ["om ", "at "].iter().find_map(|lead| clock.strip_prefix(lead)).unwrap_or(clock);
        is_every_weekday(rule).then(|| parse_time(clock).ok()).flatten().map(|time| (rule, time))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_an_unusual_form_is_understood() {
        for (typed, meant) in [
            ("3 decmber 2026", "3 december 2026"),
            ("woensdag 28 oktobr 2026", "woensdag 28 oktober 2026"),
            ("dindsag 1 december 2026", "dinsdag 1 december 2026"),
            ("1 december 2026 (dinsdag)", "dinsdag 1 december 2026"),
            ("1–12–2026", "1-12-2026"),
            ("5 mrt '27", "5 mrt 2027"),
            ("5 mrt ’27", "5 mrt 2027"),
            ("20 december 2026;", "20 december 2026"),
            ("vrijdagavond 11 december 2026", "vrijdag 11 december 2026"),
            ("Vrijdag avond 11 december 2026", "Vrijdag 11 december 2026"),
            ("12/18/2026", "18 december 2026"),
            ("20270305", "5 maart 2027"),
            ("Koningsdag 2027", "27 april 2027"),
            ("Koningsdag 2031", "26 april 2031"),
            ("eerste kerstdag 2026", "25 december 2026"),
        ] {
            assert_eq!(meant_day(typed).as_deref(), Some(meant), "{typed}");
        }
        for typed in ["een keer in de winter", "12345678", "volgende week", "13/13/2026"] {
            assert_eq!(meant_day(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_day_with_two_times_is_split() {
        for typed in ["5 maart 2027 19.30-22.00", "5 maart 2027, van 19.30 tot 22.00 uur"] {
            let (day, from, until) = day_with_times(typed).expect(typed);
            assert_eq!(
                (day.to_string(), from.dotted(), until.dotted()),
                ("2027-03-05".into(), "19.30".into(), "22.00".into())
            );
        }
        assert_eq!(day_with_times("5 maart 2027"), None);
    }
}

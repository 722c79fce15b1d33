//! What is said about days and times, in Dutch and English.

use super::shape::FieldInfo;
use crate::ground::{
    Both, Code, Date, DateProblem, Diagnostic, Place, TimeOfDay, TimeProblem, Weekday, both, closest,
    date_in_words, month_names, parse_date, parse_time, weekday_in_words,
};

/// The fields in which more than one day can be said, where an entry may have them and has not.
#[derive(Clone, Copy, Default)]
pub(super) struct MoreDays {
    /// The last day.
    pub(super) last: Option<&'static FieldInfo>,
    /// Other days.
    pub(super) extra: Option<&'static FieldInfo>,
}

pub(super) fn bad_day(place: Place, typed: &str, problem: &DateProblem, more: MoreDays) -> Diagnostic {
    let message = match problem {
        DateProblem::TwoDays(..) => {
            both(format!("'{typed}' zijn twee dagen"), format!("'{typed}' are two days"))
        }
        DateProblem::LooseDays(days) => {
            let count = days.len();
            both(format!("'{typed}' zijn {count} dagen"), format!("'{typed}' are {count} days"))
        }
        DateProblem::Unreadable => {
            both(format!("'{typed}' is geen datum"), format!("'{typed}' is not a date"))
        }
        DateProblem::NoSuchDay { .. } => {
            both(format!("de datum '{typed}' bestaat niet"), format!("the date '{typed}' does not exist"))
        }
        DateProblem::YearMissing { .. } => both(
            format!("in de datum '{typed}' ontbreekt het jaar"),
            format!("the year is missing in the date '{typed}'"),
        ),
        DateProblem::ShortYear { .. } => both(
            format!("in de datum '{typed}' is het jaar te kort"),
            format!("the year is too short in the date '{typed}'"),
        ),
    };
    let said = Diagnostic::new(Code::BadDate, place, message);
    match problem {
        DateProblem::TwoDays(first, last) => with_last_day(said, *first, *last, more),
        DateProblem::LooseDays(days) => match days.as_slice() {
            [first, last] if first.tomorrow().is_ok_and(|next| next == *last) => {
                with_last_day(said, *first, *last, more)
            }
            [first, others @ ..] => with_other_days(said, *first, others, more),
            [] => said,
        },
        DateProblem::NoSuchDay { last_of_month: Some(last) } => said.hint(both(
            format!("die maand heeft {} dagen", last.day()),
            format!("that month has {} days", last.day()),
        )),
        DateProblem::ShortYear { meant } => {
            let meant = day_for(&said.place, *meant);
            said.suggest(Some(&meant))
        }
        DateProblem::YearMissing { .. } => {
            said.hint(both("zet het jaar erachter, met vier cijfers", "add the year, with four digits"))
        }
        DateProblem::NoSuchDay { .. } | DateProblem::Unreadable => unreadable_day(said, typed),
    }
}

/// What is nearly a day: between quotes, or with a typing error in the month.
fn unreadable_day(said: Diagnostic, typed: &str) -> Diagnostic {
    let bare = without_quotes(typed);
    if bare != typed && parse_date(bare).is_ok() {
        return said
            .hint(both("haal de aanhalingstekens weg", "take the quotation marks away"))
            .correction_with(Some(bare));
    }
    if let Some(meant) = with_month_mended(typed) {
        return said.suggest(Some(&meant));
    }
    said.hint(both(
        "schrijf bijvoorbeeld: 28 oktober 2026, of 28-10-2026",
        "write for example: 28 October 2026, or 2026-10-28",
    ))
}

/// `3 decmber 2026` with the month that is nearest.
fn with_month_mended(typed: &str) -> Option<String> {
    let mut words = typed.split(' ').filter(|word| word.len() > 3 && word.chars().all(char::is_alphabetic));
    words.find_map(|word| {
        let meant = typed.replacen(word, closest(&word.to_lowercase(), month_names())?, 1);
        parse_date(&meant).ok().map(|_| meant)
    })
}

/// The marks that Word makes of straight quotes, and the straight ones.
fn without_quotes(typed: &str) -> &str {
    typed.trim_matches(['“', '”', '„', '‘', '’', '"', '\'']).trim()
}

/// A day of which the last one is said apart.
fn with_last_day(said: Diagnostic, first: Date, last: Date, more: MoreDays) -> Diagnostic {
    let hint =
        |_: &FieldInfo| both("de laatste dag heeft een eigen regel", "the last day has a line of its own");
    with_more_days(said, first, &[last], more.last, hint)
}

/// A day of which the others are said apart.
fn with_other_days(said: Diagnostic, first: Date, others: &[Date], more: MoreDays) -> Diagnostic {
    let hint = |field: &FieldInfo| {
        both(
            format!("elke dag na de eerste hoort bij '{}'", field.nl),
            format!("every day after the first belongs to '{}'", field.en),
        )
    };
    with_more_days(said, first, others, more.extra, hint)
}

/// The first day on its line, and the others below it in a field of their own, where there is one.
fn with_more_days(
    said: Diagnostic,
    first: Date,
    others: &[Date],
    field: Option<&'static FieldInfo>,
    hint: impl FnOnce(&FieldInfo) -> Both,
) -> Diagnostic {
    let Some(field) = field else {
        return said.hint(both("hier past maar één dag", "there is room for one day only"));
    };
    let days: Vec<String> = others.iter().map(|day| day_for(&said.place, *day)).collect();
    let first = day_for(&said.place, first);
    let lines = with_line_below(&said.place, &first, field, &days.join(", "));
    said.hint(hint(field)).correction(lines)
}

/// A day as people write it, in the language of the key in front of it.
fn day_for(place: &Place, day: Date) -> String {
    let words = date_in_words(day);
    if is_english(place) { words.en } else { words.nl }
}

/// Whether the key of a line is an English one.
fn is_english(place: &Place) -> bool {
    let key = place.excerpt[place.front().len()..].split(':').next().unwrap_or("").trim();
    matches!(key, "date" | "start" | "time" | "day" | "end" | "end_date" | "from" | "until")
}

/// The line with the first value, and one below it with the second, in the language of the first.
fn with_line_below(place: &Place, first: &str, field: &FieldInfo, second: &str) -> String {
    let indent = " ".repeat(place.front().len());
    let key = if is_english(place) { field.en } else { field.nl };
    format!("{}\n{indent}{key}: {second}", place.with(first))
}

/// A time where a day belongs; `field` is where times are said.
pub(super) fn time_for_day(place: Place, typed: &str, field: &FieldInfo) -> Diagnostic {
    let key = if is_english(&place) { field.en } else { field.nl };
    let line = format!("{}{key}: {typed}", place.front());
    Diagnostic::new(
        Code::BadDate,
        place,
        both(
            format!("hier hoort een dag, en '{typed}' is een tijd"),
            format!("a day belongs here, and '{typed}' is a time"),
        ),
    )
    .hint(both(format!("een tijd hoort bij '{}'", field.nl), format!("a time belongs to '{}'", field.en)))
    .correction(line)
}

pub(super) fn wrong_weekday(place: Place, date: Date, typed: Weekday) -> Diagnostic {
    let (day, real, wrong) = (date_in_words(date), weekday_in_words(date.weekday()), weekday_in_words(typed));
    Diagnostic::new(
        Code::WrongWeekday,
        place,
        both(
            format!("{} is een {}, geen {}", day.nl, real.nl, wrong.nl),
            format!("{} is a {}, not a {}", day.en, real.en, wrong.en),
        ),
    )
    .hint(both(
        "klopt de datum of klopt de dag? Laat de naam van de dag anders weg",
        "is it the date that is right or the day? Or leave out the name of the day",
    ))
}

/// What is wrong with a time; `end` is the field in which the end can be said, where there is one that is empty.
pub(super) fn bad_time(
    place: Place,
    typed: &str,
    problem: TimeProblem,
    end: Option<&'static FieldInfo>,
) -> Diagnostic {
    let message = match problem {
        TimeProblem::Unreadable => {
            both(format!("'{typed}' is geen tijd"), format!("'{typed}' is not a time"))
        }
        TimeProblem::NoSuchTime => {
            both(format!("de tijd '{typed}' bestaat niet"), format!("the time '{typed}' does not exist"))
        }
        TimeProblem::TwoTimes(..) => {
            both(format!("'{typed}' zijn twee tijden"), format!("'{typed}' are two times"))
        }
        TimeProblem::Spoken(..) => {
            both(format!("schrijf '{typed}' in cijfers"), format!("write '{typed}' in figures"))
        }
    };
    let said = Diagnostic::new(Code::BadTime, place, message);
    match problem {
        TimeProblem::TwoTimes(from, until) => two_times(said, from, until, end),
        TimeProblem::Spoken(morning, evening) => said.hint(both(
            format!("{} of {}?", evening.dotted(), morning.dotted()),
            format!("{} or {}?", evening.iso(), morning.iso()),
        )),
        TimeProblem::Unreadable | TimeProblem::NoSuchTime => match meant_time(typed) {
            Some(meant) => said.suggest(Some(&meant.dotted())),
            None => said.hint(both("schrijf bijvoorbeeld: 19.30", "write for example: 19:30")),
        },
    }
}

/// From when until when in one field: the end has a line of its own, unless it stands there already.
fn two_times(
    said: Diagnostic,
    from: TimeOfDay,
    until: TimeOfDay,
    end: Option<&'static FieldInfo>,
) -> Diagnostic {
    let hint = both("het einde heeft een eigen regel", "the end has a line of its own");
    match end {
        Some(field) => {
            let lines = with_line_below(&said.place, &from.dotted(), field, &until.dotted());
            said.hint(hint).correction(lines)
        }
        None => said.hint(hint).correction_with(Some(&from.dotted())),
    }
}

/// What is nearly a time: `vanaf 19.30 uur`, `19,30`, `1930`, `21.30 u.`, or one between quotes.
fn meant_time(typed: &str) -> Option<TimeOfDay> {
    const FRONT: [&str; 9] = ["vanaf", "ca.", "ca", "circa", "om", "rond", "ongeveer", "from", "at"];
    let lower = without_quotes(typed).to_lowercase();
    let front = FRONT.iter().find_map(|front| lower.strip_prefix(front)?.strip_prefix(' '));
    let bare = front.unwrap_or(&lower).trim().trim_end_matches('.').replace(',', ".");
    let is_four_digits = bare.len() == 4 && bare.bytes().all(|byte| byte.is_ascii_digit());
    parse_time(&if is_four_digits { format!("{}.{}", &bare[..2], &bare[2..]) } else { bare }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nearly_a_time_is_understood() {
        for typed in ["21.30 u.", "19,30", "1930", "vanaf 19.30 uur", "ca. 19.30", "‘19.30’", "om 19:30"]
        {
            let minute = meant_time(typed).map(|time| time.minute());
            assert_eq!(minute, Some(30), "{typed}");
        }
        for typed in ["later", "25.00", "19.75", "avond", "9999"] {
            assert_eq!(meant_time(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_month_with_a_typing_error_is_understood() {
        assert_eq!(with_month_mended("3 decmber 2026").as_deref(), Some("3 december 2026"));
        assert_eq!(with_month_mended("woensdag 28 oktobr 2026").as_deref(), Some("woensdag 28 oktober 2026"));
        assert_eq!(with_month_mended("een keer in de winter"), None);
    }
}

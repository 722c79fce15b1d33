//! Messages about days and times, in Dutch and English.

use super::nearly_day::{day_example, meant_day, named_open_day, unquoted_day};
use super::nearly_time::{MeantTime, meant_time};
use super::shape::FieldInfo;
use crate::ground::{
    Both, Code, Date, DateProblem, Diagnostic, Locale, MeantYear, OpenDay, PartialDay, Place, TimeOfDay,
    TimeProblem, Weekday, both, date_in_words, fold, parse_time, quoted, spoken_day, weekday_from_word,
    weekday_in_words,
};

/// What surrounds a day. A field is `None` if the entry cannot have it, or has it already.
#[derive(Clone, Default)]
pub(super) struct AroundDay {
    /// The field for the last day.
    pub(super) last: Option<&'static FieldInfo>,
    /// The field for other days.
    pub(super) extra: Option<&'static FieldInfo>,
    /// Whether a start time is given: then two days are two occasions, not one that lasts two days.
    pub(super) has_time: bool,
    /// Whether a day in words can be worked out: from today, or for `22 december 2026: naar woensdag` from that day.
    pub(super) is_relative: bool,
    /// The year that is meant if none is given.
    pub(super) year: MeantYear,
}

pub(super) fn bad_day(place: Place, typed: &str, problem: &DateProblem, around: AroundDay) -> Diagnostic {
    let quote = quoted(typed);
    let message = match problem {
        DateProblem::TwoDays(..) => both(format!("{quote} zijn twee dagen"), format!("{quote} are two days")),
        DateProblem::LooseDays(days) => {
            let count = days.len();
            both(format!("{quote} zijn {count} dagen"), format!("{quote} are {count} days"))
        }
        DateProblem::Unreadable => both(format!("{quote} is geen datum"), format!("{quote} is not a date")),
        DateProblem::NoSuchDay { .. } => {
            both(format!("de datum {quote} bestaat niet"), format!("the date {quote} does not exist"))
        }
        DateProblem::YearMissing { .. } => both(
            format!("in de datum {quote} ontbreekt het jaar"),
            format!("the year is missing in the date {quote}"),
        ),
        DateProblem::ShortYear { .. } => both(
            format!("in de datum {quote} is het jaar te kort"),
            format!("the year is too short in the date {quote}"),
        ),
    };
    let remark = Diagnostic::new(Code::BadDate, place, message);
    match problem {
        DateProblem::TwoDays(first, last) => with_last_day(remark, *first, *last, &around),
        DateProblem::LooseDays(days) => match days.as_slice() {
            [first, last] if !around.has_time && first.tomorrow().is_ok_and(|next| next == *last) => {
                with_last_day(remark, *first, *last, &around)
            }
            [first, others @ ..] => with_other_days(remark, *first, others, &around),
            [] => remark,
        },
        DateProblem::NoSuchDay { last_of_month: Some(last) } => remark.hint(both(
            format!("die maand heeft {} dagen", last.day()),
            format!("that month has {} days", last.day()),
        )),
        DateProblem::ShortYear { meant } => {
            let meant = written_day(&remark.place, *meant);
            remark.suggest(Some(&meant))
        }
        DateProblem::YearMissing { day, month } => {
            let weekday = typed.split([' ', ',']).next().and_then(weekday_from_word);
            let known = PartialDay::DayAndMonth { day: *day, month: *month, weekday };
            remark
                .hint(both("zet het jaar erachter, met vier cijfers", "add the year, in four digits"))
                .with_open_day(OpenDay {
                    typed: typed.trim().to_owned(),
                    known,
                    is_question: true,
                    year: around.year,
                })
        }
        DateProblem::NoSuchDay { .. } | DateProblem::Unreadable => with_meant_day(remark, typed, around),
    }
}

/// Suggests the day meant by a value in quotation marks, or with a slip in it.
fn with_meant_day(remark: Diagnostic, typed: &str, around: AroundDay) -> Diagnostic {
    if let Some(bare) = unquoted_day(typed) {
        return remark
            .hint(both("haal de aanhalingstekens weg", "remove the quotation marks"))
            .correction_with(Some(bare));
    }
    let open_day =
        spoken_open_day(&remark.place, typed, true, around.year.clone()).filter(|_| around.is_relative);
    if let Some(open_day) = open_day {
        return remark.with_open_day(open_day);
    }
    if let Some(open_day) = named_open_day(typed, is_english(&remark.place), around.year) {
        return remark.with_open_day(open_day);
    }
    match meant_day(typed) {
        Some(meant) => remark.suggest(Some(&meant)),
        None => remark.hint(day_example(typed)),
    }
}

/// Returns `morgen` or `maandag` as a day that is worked out later; `is_question` if the hint is to ask for it.
pub(super) fn spoken_open_day(
    place: &Place,
    typed: &str,
    is_question: bool,
    year: MeantYear,
) -> Option<OpenDay> {
    let (day, words) = spoken_day(typed)?;
    let locale = if is_english(place) { Locale::English } else { Locale::Dutch };
    Some(OpenDay { typed: words.to_owned(), known: PartialDay::Spoken { day, locale }, is_question, year })
}

/// Suggests a field of its own for the last day.
fn with_last_day(remark: Diagnostic, first: Date, last: Date, around: &AroundDay) -> Diagnostic {
    let hint =
        |_: &FieldInfo| both("de laatste dag heeft een eigen regel", "put the last day on a line of its own");
    with_more_days(remark, first, &[last], around.last, hint)
}

/// Suggests a field of its own for the other days.
fn with_other_days(remark: Diagnostic, first: Date, others: &[Date], around: &AroundDay) -> Diagnostic {
    let hint = |field: &FieldInfo| {
        both(
            format!("elke dag na de eerste hoort bij '{}'", field.nl),
            format!("every day after the first belongs in '{}'", field.en),
        )
    };
    with_more_days(remark, first, others, around.extra, hint)
}

/// Puts the first day on its line, and the others below it in a field of their own, if there is one.
fn with_more_days(
    remark: Diagnostic,
    first: Date,
    others: &[Date],
    field: Option<&'static FieldInfo>,
    hint: impl FnOnce(&FieldInfo) -> Both,
) -> Diagnostic {
    let Some(field) = field else {
        return remark.hint(both("hier past maar één dag", "there is room for only one day"));
    };
    let days: Vec<String> = others.iter().map(|day| written_day(&remark.place, *day)).collect();
    let first = written_day(&remark.place, first);
    let lines = with_line_below(&remark.place, &first, field, &days.join(", "));
    remark.hint(hint(field)).correction(lines)
}

/// Writes a day in words, in the language of the key in front of it.
fn written_day(place: &Place, day: Date) -> String {
    let words = date_in_words(day);
    if is_english(place) { words.en } else { words.nl }
}

/// Whether the key of a line is English.
fn is_english(place: &Place) -> bool {
    let key = place.excerpt[place.prefix().len()..].split(':').next().unwrap_or("").trim();
    matches!(
        key,
        "date" | "start" | "time" | "day" | "end" | "end_date" | "from" | "until" | "start_date" | "before"
    ) || matches!(key, "publish_from" | "publish_until" | "previous_date" | "checked_on")
}

/// Returns the line with the first value, and one below it with the second, in the language of the first.
fn with_line_below(place: &Place, first: &str, field: &FieldInfo, second: &str) -> String {
    let indent = " ".repeat(place.prefix().len());
    let key = if is_english(place) { field.en } else { field.nl };
    format!("{}\n{indent}{key}: {second}", place.with(first))
}

/// Reports a time where a day belongs; `field` is the one for times.
pub(super) fn time_for_day(place: Place, typed: &str, field: &FieldInfo) -> Diagnostic {
    let quote = quoted(typed);
    let key = if is_english(&place) { field.en } else { field.nl };
    let line = format!("{}{key}: {typed}", place.prefix());
    Diagnostic::new(
        Code::BadDate,
        place,
        both(
            format!("hier hoort een dag, en {quote} is een tijd"),
            format!("a day belongs here, and {quote} is a time"),
        ),
    )
    .hint(both(format!("een tijd hoort bij '{}'", field.nl), format!("a time belongs in '{}'", field.en)))
    .correction(line)
}

/// Reports a day where a time belongs; `field` is the one for that day, if it is empty. A time is kept.
pub(super) fn day_for_time(
    place: Place,
    typed: &str,
    (day, time): (Date, Option<TimeOfDay>),
    field: Option<&FieldInfo>,
) -> Diagnostic {
    let quote = quoted(typed);
    let remark = Diagnostic::new(
        Code::BadTime,
        place,
        both(
            format!("hier hoort een tijd, en {quote} is een dag"),
            format!("a time belongs here, and {quote} is a day"),
        ),
    );
    let Some(field) = field else {
        let hint = both("schrijf hier alleen hoe laat het is", "write only the time here");
        return remark.hint(hint).correction_with(time.map(TimeOfDay::dotted).as_deref());
    };
    let place = &remark.place;
    let key = if is_english(place) { field.en } else { field.nl };
    let day = format!("{}{key}: {}", place.prefix(), written_day(place, day));
    let lines = match time {
        Some(time) => format!("{day}\n{}", place.with(&time.dotted())),
        None => day,
    };
    let hint = both(format!("een dag hoort bij '{}'", field.nl), format!("a day belongs in '{}'", field.en));
    remark.hint(hint).correction(lines)
}

/// Reports a day followed by two times; `start` and `end` are the fields for those.
pub(super) fn times_after_day(
    place: Place,
    typed: &str,
    (day, from, until): (Date, TimeOfDay, TimeOfDay),
    [start, end]: [&FieldInfo; 2],
) -> Diagnostic {
    let quote = quoted(typed);
    if let Some(hint) = other_half_hint(typed, from, until) {
        let message = both(
            format!("{quote} is een dag met twee tijden erachter"),
            format!("{quote} is a day followed by two times"),
        );
        return Diagnostic::new(Code::BadDate, place, message).hint(hint);
    }
    let indent = " ".repeat(place.prefix().len());
    let key_of = |field: &FieldInfo| if is_english(&place) { field.en } else { field.nl };
    let lines = format!(
        "{}\n{indent}{}: {}\n{indent}{}: {}",
        place.with(&written_day(&place, day)),
        key_of(start),
        from.dotted(),
        key_of(end),
        until.dotted()
    );
    Diagnostic::new(
        Code::BadDate,
        place,
        both(
            format!("{quote} is een dag met twee tijden erachter"),
            format!("{quote} is a day followed by two times"),
        ),
    )
    .hint(both("de tijden hebben een eigen regel", "put the times on lines of their own"))
    .correction(lines)
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
        "which is right, the date or the day? Or leave out the name of the day",
    ))
}

/// Reports what is wrong with a time; `end` is the field for the end if there is one and it is empty, and
/// `is_end` says whether this is it.
pub(super) fn bad_time(
    place: Place,
    typed: &str,
    problem: TimeProblem,
    end: Option<&'static FieldInfo>,
    is_end: bool,
) -> Diagnostic {
    let quote = quoted(typed);
    let problem = without_lead(typed).unwrap_or(problem);
    let message = match problem {
        TimeProblem::Unreadable => both(format!("{quote} is geen tijd"), format!("{quote} is not a time")),
        TimeProblem::NoSuchTime => {
            both(format!("de tijd {quote} bestaat niet"), format!("the time {quote} does not exist"))
        }
        TimeProblem::TwoTimes(..) => {
            both(format!("{quote} zijn twee tijden"), format!("{quote} are two times"))
        }
        TimeProblem::Spoken(..) => {
            both(format!("schrijf {quote} in cijfers"), format!("write {quote} in figures"))
        }
    };
    let remark = Diagnostic::new(Code::BadTime, place, message);
    match problem {
        TimeProblem::TwoTimes(from, until) if let Some(hint) = other_half_hint(typed, from, until) => {
            remark.hint(hint)
        }
        TimeProblem::TwoTimes(from, until) => with_end_time(remark, from, until, end),
        TimeProblem::Spoken(morning, evening) => remark.hint(both(
            format!("{} of {}?", evening.dotted(), morning.dotted()),
            format!("{} or {}?", evening.iso(), morning.iso()),
        )),
        TimeProblem::Unreadable | TimeProblem::NoSuchTime => with_meant_time(remark, typed, is_end),
    }
}

/// Reads `van 20.00 uur tot 22.00 uur` as two times.
fn without_lead(typed: &str) -> Option<TimeProblem> {
    let lower = typed.trim().to_lowercase();
    let bare = ["van ", "from "].iter().find_map(|lead| lower.strip_prefix(lead))?;
    parse_time(bare).err().filter(|problem| matches!(problem, TimeProblem::TwoTimes(..)))
}

/// Suggests the time meant by something close to a time.
fn with_meant_time(remark: Diagnostic, typed: &str, is_end: bool) -> Diagnostic {
    match meant_time(typed) {
        Some(MeantTime::One(meant)) => remark.suggest(Some(&meant.dotted())),
        Some(MeantTime::Either(first, second)) => remark.hint(both(
            format!("{} of {}?", first.dotted(), second.dotted()),
            format!("{} or {}?", first.iso(), second.iso()),
        )),
        Some(MeantTime::Midnight) => remark.suggest(Some("24.00").filter(|_| is_end)),
        Some(MeantTime::WholeDay) => remark.hint(both(
            "laat deze regel weg: zonder tijd duurt het de hele dag",
            "leave this line out: without a time, it lasts all day",
        )),
        None if is_end
            && matches!(
                fold(typed).as_str(),
                "open" | "open einde" | "open eind" | "open end" | "onbekend"
            ) =>
        {
            remark.hint(both(
                "laat deze regel weg: dan staat er alleen wanneer het begint",
                "leave this line out: the site then shows only when it begins",
            ))
        }
        None => remark.hint(both("schrijf bijvoorbeeld: 19.30", "write, for example: 19:30")),
    }
}

/// Reports `begin: middernacht`: the night before a day or after it; `day` is that of a one-off event.
pub(super) fn begins_at_midnight(place: Place, typed: &str, day: Option<Date>) -> Diagnostic {
    let quote = quoted(typed);
    let remark = Diagnostic::new(
        Code::BadTime,
        place,
        both(
            format!("{quote} hoort al bij de dag erna, dus op welke dag is dit?"),
            format!("{quote} is already part of the next day, so which day is this?"),
        ),
    );
    let Some(day) = day else {
        return remark.hint(both(
            "schrijf 'begin: 0.00', bij de dag waarop het dan is",
            "write 'start: 0:00', with the day that begins at that moment",
        ));
    };
    let next = date_in_words(day.tomorrow().unwrap_or(day));
    let day = date_in_words(day);
    remark.hint(both(
        format!("schrijf 'begin: 0.00', met 'datum: {}' als het in de nacht na {} is", next.nl, day.nl),
        format!("write 'start: 0:00', with 'date: {}' if it is in the night after {}", next.en, day.en),
    ))
}

/// Asks whether `2-4` is at night or in the afternoon.
fn other_half_hint(typed: &str, from: TimeOfDay, until: TimeOfDay) -> Option<Both> {
    let later = |time: TimeOfDay| time.half_a_day_later().filter(|_| time.may_mean_afternoon(typed));
    let (first, last) = (later(from).filter(|_| from.hour() < 6)?, later(until)?);
    Some(both(
        format!("{}-{} of {}-{}?", first.dotted(), last.dotted(), from.padded(), until.padded()),
        format!("{}-{} or {}-{}?", first.iso(), last.iso(), from.iso(), until.iso()),
    ))
}

/// Handles two times in one field: the end gets a line of its own, unless it already has one.
fn with_end_time(
    remark: Diagnostic,
    from: TimeOfDay,
    until: TimeOfDay,
    end: Option<&'static FieldInfo>,
) -> Diagnostic {
    let hint = both("het einde heeft een eigen regel", "put the end on a line of its own");
    match end {
        Some(field) => {
            let lines = with_line_below(&remark.place, &from.dotted(), field, &until.dotted());
            remark.hint(hint).correction(lines)
        }
        None => remark.hint(hint).correction_with(Some(&from.dotted())),
    }
}

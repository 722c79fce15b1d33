//! Fields that take a day or a time, and the messages for anything else written there.

use super::day_messages::{self as messages, AroundDay};
use super::fact::Fact;
use super::field_value::FieldValue;
use super::meant_years::meant_year;
use super::nearly_day::{day_with_times, is_recurring, meant_day, reversed_period};
use super::nearly_time::{MeantTime, meant_time};
use super::other_days;
use super::reader::FieldReader;
use super::shape::Shape;
use super::unsettled;
use crate::ground::{
    Code, Date, DateProblem, Diagnostic, MeantYear, Place, TimeOfDay, TimeProblem, Weekday, parse_date,
    parse_time, spoken_day, weekday_from_word,
};
use crate::read::{Node, Value};

/// A day in the site's own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// A time written after it, but not the midnight that programs write for a plain day.
    pub time: Option<TimeOfDay>,
}

impl FieldValue for Day {
    const SHAPE: Shape = Shape::Day;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if let (Value::List(days), Some(extra)) = (&node.value, reader.missing_sibling("date", "extra")) {
            reader.report(other_days::listed_days(reader.place(node.span), days, extra));
            return None;
        }
        let typed = reader.line(node)?;
        let found = match parse_date(typed) {
            Ok(found) => found,
            Err(problem) => {
                reader.report(bad_day(node, typed, &problem, reader));
                return None;
            }
        };
        if let Some(weekday) = found.weekday
            && weekday != found.date.weekday()
        {
            reader.report(messages::wrong_weekday(reader.place(node.span), found.date, weekday));
        }
        let Some(instant) = found.instant else {
            return Some(Self { date: found.date, time: found.time });
        };
        let local = instant.to_zoned_datetime(reader.zone().clone());
        let hour = u16::try_from(local.hour()).unwrap_or(0);
        let minute = u16::try_from(local.minute()).unwrap_or(0);
        // Programs write a day as its midnight, here or in UTC.
        let time = TimeOfDay::new(hour, minute).filter(|time| time.minutes() > 0);
        Some(Self { date: local.date(), time })
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Day(self.date)
    }
}

/// Whether it is the first thing on the line.
fn is_at_line_start(place: &Place) -> bool {
    place.column as usize == place.prefix().chars().count() + 1
}

/// Returns the day at the beginning of the line, if this value tells what changes about it: `8 december 2026:
/// naar woensdag`.
fn day_in_front(place: &Place) -> Option<Date> {
    let line = place.excerpt.get(place.prefix().len()..)?;
    line.match_indices(':').find_map(|(end, _)| parse_date(line[..end].trim()).ok()).map(|found| found.date)
}

/// Reports what is wrong with a day, and where else the value belongs.
fn bad_day(node: &Node, typed: &str, problem: &DateProblem, reader: &FieldReader<'_>) -> Diagnostic {
    let place = reader.place(node.span);
    let is_time = *problem == DateProblem::Unreadable && typed.len() > 2 && parse_time(typed).is_ok();
    let for_times = [("date", "start"), ("from", "start"), ("until", "end"), ("end_date", "end")];
    let time_field = for_times.iter().find_map(|(day, time)| reader.missing_sibling(day, time));
    if let Some(time_field) = time_field.filter(|_| is_time) {
        return messages::time_for_day(place, typed, time_field);
    }
    if let Some(days) = reversed_period(typed) {
        return other_days::last_day_first(Code::BadDate, place, Some(typed), days);
    }
    if let Some(repeats) = reader.missing_sibling("date", "repeats").filter(|_| is_recurring(typed)) {
        return other_days::rule_for_day(place, typed, repeats, reader.missing_sibling("date", "start"));
    }
    if let Some(repeats) = reader.sibling("repeats").filter(|_| reader.is_of("date"))
        && weekday_from_word(typed).is_some()
    {
        let year = meant_year(reader);
        // The first occurrence of something on Tuesdays is never a Monday.
        let fits = |day: &Weekday| year.weekdays.is_empty() || year.weekdays.contains(day);
        let is_first = weekday_from_word(typed).as_ref().is_some_and(fits);
        let open_day = messages::spoken_open_day(&place, typed, false, year).filter(|_| is_first);
        return other_days::weekday_for_day(place, typed, repeats, reader.is_given("repeats"), open_day);
    }
    if let Some(remark) = unsettled_day(&place, typed, problem, reader) {
        return remark;
    }
    let time_fields = reader.missing_sibling("date", "start").zip(reader.missing_sibling("date", "end"));
    if let (DateProblem::Unreadable, Some((start, end)), Some(times)) =
        (problem, time_fields, day_with_times(typed))
    {
        return messages::times_after_day(place, typed, times, [start, end]);
    }
    let day_after_move = day_in_front(&place).filter(|_| weekday_from_word(typed).is_some());
    let day_after_move = day_after_move.and_then(|day| day.tomorrow().ok());
    let year = meant_year(reader);
    let around = AroundDay {
        last: reader.missing_sibling("date", "end_date"),
        extra: reader.missing_sibling("date", "extra"),
        has_time: reader.is_given("start"),
        // The day of a change is, and the day to which it moves is not.
        is_relative: !matches!(reader.key(), "changes" | "to" | "")
            || is_at_line_start(&place)
            || day_after_move.is_some(),
        year: MeantYear { not_before: day_after_move.or(year.not_before), ..year },
    };
    messages::bad_day(place, typed, problem, around)
}

/// Reports the day of an entry that is not known yet, or known only roughly.
fn unsettled_day(
    place: &Place,
    typed: &str,
    problem: &DateProblem,
    reader: &FieldReader<'_>,
) -> Option<Diagnostic> {
    if *problem != DateProblem::Unreadable || !reader.is_of("date") {
        return None;
    }
    let draft = reader.missing_sibling("date", "draft");
    if draft.is_none() && !reader.is_given("draft") {
        return None;
    }
    if unsettled::is_not_known_yet(typed) {
        let locale = reader.locale().unwrap_or_default();
        return Some(unsettled::day_not_known(place.clone(), typed, draft, locale));
    }
    // `volgende week dinsdag` names one.
    let is_rough =
        unsettled::is_rough_period(typed) && spoken_day(typed).is_none() && meant_day(typed).is_none();
    is_rough.then(|| unsettled::rough_period(place.clone(), typed, draft))
}

/// Reports what is wrong with a time, and where else the value belongs.
fn bad_time(node: &Node, typed: &str, problem: TimeProblem, reader: &FieldReader<'_>) -> Diagnostic {
    let place = reader.place(node.span);
    if let (TimeProblem::Unreadable, Ok(found)) = (problem, parse_date(typed)) {
        let last_day = if reader.is_given("repeats") { "until" } else { "end_date" };
        let day_field =
            reader.missing_sibling("start", "date").or_else(|| reader.missing_sibling("end", last_day));
        return messages::day_for_time(place, typed, (found.date, found.time), day_field);
    }
    if !reader.is_of("end") && meant_time(typed) == Some(MeantTime::Midnight) {
        // Only a one-off event has a last day.
        let is_once =
            reader.is_of("start") && !reader.is_given("repeats") && reader.sibling("end_date").is_some();
        let day = reader.sibling_value("date").filter(|_| is_once).and_then(|day| parse_date(day).ok());
        return messages::begins_at_midnight(place, typed, day.map(|found| found.date));
    }
    messages::bad_time(place, typed, problem, reader.missing_sibling("start", "end"), reader.is_of("end"))
}

impl Day {
    /// Returns the day of the week.
    pub fn weekday(&self) -> Weekday {
        self.date.weekday()
    }
}

/// A time of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock(pub TimeOfDay);

impl FieldValue for Clock {
    const SHAPE: Shape = Shape::Clock;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        match parse_time(typed) {
            Ok(time) => Some(Self(time)),
            Err(problem) => {
                reader.report(bad_time(node, typed, problem, reader));
                None
            }
        }
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Time(self.0)
    }
}

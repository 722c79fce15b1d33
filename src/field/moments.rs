//! Fields that take a day or a time, and the messages for anything else written there.

use super::day_messages::{self as messages, AroundDay};
use super::fact::Fact;
use super::nearly_day::{comes_back, day_with_times, turned_round};
use super::nearly_time::{MeantTime, meant_time};
use super::other_days;
use super::reader::FieldReader;
use super::shape::Shape;
use super::takes::Takes;
use super::years_meant::year_meant;
use crate::ground::{
    Code, Date, DateProblem, Diagnostic, Place, TimeOfDay, TimeProblem, Weekday, parse_date, parse_time,
    weekday_from_word,
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

impl Takes for Day {
    const SHAPE: Shape = Shape::Day;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if let (Value::List(days), Some(extra)) = (&node.value, reader.to_add("date", "extra")) {
            reader.say(other_days::listed_days(reader.place(node.span), days, extra));
            return None;
        }
        let typed = reader.line(node)?;
        let found = match parse_date(typed) {
            Ok(found) => found,
            Err(problem) => {
                reader.say(bad_day(node, typed, &problem, reader));
                return None;
            }
        };
        if let Some(weekday) = found.weekday
            && weekday != found.date.weekday()
        {
            reader.say(messages::wrong_weekday(reader.place(node.span), found.date, weekday));
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
fn is_in_front(place: &Place) -> bool {
    place.column as usize == place.front().chars().count() + 1
}

/// Reports what is wrong with a day, and where else the value belongs.
fn bad_day(node: &Node, typed: &str, problem: &DateProblem, reader: &FieldReader<'_>) -> Diagnostic {
    let place = reader.place(node.span);
    let is_time = *problem == DateProblem::Unreadable && typed.len() > 2 && parse_time(typed).is_ok();
    let for_times = [("date", "start"), ("from", "start"), ("until", "end"), ("end_date", "end")];
    let time_field = for_times.iter().find_map(|(day, time)| reader.to_add(day, time));
    if let Some(time_field) = time_field.filter(|_| is_time) {
        return messages::time_for_day(place, typed, time_field);
    }
    if let Some(days) = turned_round(typed) {
        return other_days::last_day_first(Code::BadDate, place, Some(typed), days);
    }
    if let Some(repeats) = reader.to_add("date", "repeats").filter(|_| comes_back(typed)) {
        return other_days::rule_for_day(place, typed, repeats, reader.to_add("date", "start"));
    }
    if let Some(repeats) = reader.may_have("repeats").filter(|_| reader.is_of("date"))
        && weekday_from_word(typed).is_some()
    {
        let year = year_meant(reader);
        // The first occurrence of something on Tuesdays is never a Monday.
        let fits = |day: &Weekday| year.weekdays.is_empty() || year.weekdays.contains(day);
        let is_first = weekday_from_word(typed).as_ref().is_some_and(fits);
        let open_day = messages::spoken_open_day(&place, typed, false, year).filter(|_| is_first);
        return other_days::weekday_for_day(place, typed, repeats, reader.is_given("repeats"), open_day);
    }
    let time_fields = reader.to_add("date", "start").zip(reader.to_add("date", "end"));
    if let (DateProblem::Unreadable, Some((start, end)), Some(times)) =
        (problem, time_fields, day_with_times(typed))
    {
        return messages::times_behind_day(place, typed, times, [start, end]);
    }
    let around = AroundDay {
        last: reader.to_add("date", "end_date"),
        extra: reader.to_add("date", "extra"),
        has_time: reader.is_given("start"),
        // The day of a change is, and the day to which it moves is not.
        is_from_today: !matches!(reader.key(), "changes" | "to" | "") || is_in_front(&place),
        year: year_meant(reader),
    };
    messages::bad_day(place, typed, problem, around)
}

/// Reports what is wrong with a time, and where else the value belongs.
fn bad_time(node: &Node, typed: &str, problem: TimeProblem, reader: &FieldReader<'_>) -> Diagnostic {
    let place = reader.place(node.span);
    if let (TimeProblem::Unreadable, Ok(found)) = (problem, parse_date(typed)) {
        let last_day = if reader.is_given("repeats") { "until" } else { "end_date" };
        let day_field = reader.to_add("start", "date").or_else(|| reader.to_add("end", last_day));
        return messages::day_for_time(place, typed, (found.date, found.time), day_field);
    }
    if !reader.is_of("end") && meant_time(typed) == Some(MeantTime::Midnight) {
        // Only a one-off event has a last day.
        let is_once =
            reader.is_of("start") && !reader.is_given("repeats") && reader.may_have("end_date").is_some();
        let day = reader.typed_beside("date").filter(|_| is_once).and_then(|day| parse_date(day).ok());
        return messages::begins_at_midnight(place, typed, day.map(|found| found.date));
    }
    messages::bad_time(place, typed, problem, reader.to_add("start", "end"), reader.is_of("end"))
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

impl Takes for Clock {
    const SHAPE: Shape = Shape::Clock;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        match parse_time(typed) {
            Ok(time) => Some(Self(time)),
            Err(problem) => {
                reader.say(bad_time(node, typed, problem, reader));
                None
            }
        }
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Time(self.0)
    }
}

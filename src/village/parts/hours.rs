//! Opening hours: a regular week, and different hours on certain days, on holidays and in seasons.

use super::exceptions::Exception;
use super::hour_lines::{hours_as_list, hours_as_text};
use super::hour_questions::Times;
use super::hour_words::{
    days_of, duplicate_day, duplicate_period, no_weekday, only_closed, times_of, unknown_day,
};
use crate::field::{Day, Fact, FieldReader, FieldValue, Shape};
use crate::ground::{DateProblem, fold, parse_date};
use crate::read::{Key, Mapping, Node, Span, Value};
use crate::village::rule::until_or_through;

/// The hours for each day of the week, Monday first; `None` for a day that was not mentioned.
type SomeDays = [Option<Vec<Times>>; 7];

/// When a place is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpeningHours {
    /// The regular week, Monday first; a day is empty when closed.
    pub week: [Vec<Times>; 7],
    /// Whether any day of that week was mentioned. With only a note, the opening hours are unknown.
    pub mentions_weekdays: bool,
    /// The different hours, in file order. The almanac decides which of them apply on a given day.
    pub special: Vec<SpecialHours>,
    /// A note beside them.
    pub note: Option<String>,
}

/// Different hours, on days with one name.
#[derive(Clone, Debug, PartialEq)]
pub struct SpecialHours {
    /// The days, in the user's own words.
    pub typed: String,
    /// Where those words are.
    pub span: Span,
    /// The days.
    pub when: Exception,
    /// The hours.
    pub hours: SpecialTimes,
}

/// The same hours on every day, or a week of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum SpecialTimes {
    /// On every day of it; empty when closed.
    EveryDay(Vec<Times>),
    /// For each day of the week, Monday first; a day that is not mentioned is as usual.
    Week(SomeDays),
}

impl SpecialHours {
    /// Returns the hours on a day of the week, Monday is 0; `None` when that day is as usual.
    pub fn on(&self, weekday: usize) -> Option<&[Times]> {
        match &self.hours {
            SpecialTimes::EveryDay(times) => Some(times),
            SpecialTimes::Week(week) => week.get(weekday)?.as_deref(),
        }
    }

    /// Whether it is a part of the year with a week of its own.
    pub fn is_season(&self) -> bool {
        let long =
            matches!(self.when, Exception::Days(..) | Exception::Months(_) | Exception::SchoolHolidays(_));
        long && matches!(self.hours, SpecialTimes::Week(_))
    }

    /// Whether the place is closed on every day of it.
    pub fn is_closure(&self) -> bool {
        matches!(&self.hours, SpecialTimes::EveryDay(times) if times.is_empty())
    }

    fn fact(&self) -> Fact<'_> {
        let mut facts = vec![("name", Some(Fact::Words(&self.typed))), ("days", Some(self.when.fact()))];
        match &self.hours {
            SpecialTimes::EveryDay(times) => facts.push(("times", Some(times_fact(times)))),
            SpecialTimes::Week(week) => {
                let days = DAYS.iter().zip(week).map(|(day, times)| (*day, times.as_deref().map(times_fact)));
                facts.push(("week", Some(Fact::Group(days.collect()))));
            }
        }
        Fact::Group(facts)
    }
}

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

fn times_fact(times: &[Times]) -> Fact<'_> {
    let pair = |(from, until): &Times| Fact::List(vec![Fact::Time(*from), Fact::Time(*until)]);
    Fact::List(times.iter().map(pair).collect())
}

impl FieldValue for OpeningHours {
    const SHAPE: Shape = Shape::Hours;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let mut hours = Self::default();
        match &node.value {
            Value::Map(mapping) => {
                let before = reader.remark_count();
                hours.read_days(mapping, reader);
                // A day that could not be read may well be the one that is missing.
                let is_read = reader.remark_count() == before;
                if let Some(first) = hours.special.first().filter(|_| is_read && hours.is_only_closed()) {
                    reader.report(only_closed(reader, first.span));
                }
            }
            Value::Scalar(note) => {
                if let Some(remark) = hours_as_text(node, note, reader) {
                    reader.report(remark);
                    return None;
                }
                hours.note = Some(note.trim().to_owned());
            }
            _ => {
                reader.report(hours_as_list(node, reader));
                return None;
            }
        }
        Some(hours)
    }

    /// Returns the value in `dorp.json`: `week` has all days, and is left out when none is known; `special`
    /// is a list of `name` (as written), `days` (a day, `from` and `until`, month numbers, or a holiday) and
    /// either `times` (for every day) or `week` (for the days mentioned).
    fn fact(&self) -> Fact<'_> {
        let special = Fact::List(self.special.iter().map(SpecialHours::fact).collect());
        Fact::Group(vec![
            ("week", Some(Fact::Hours(&self.week, self.knows_week()))),
            ("special", (!self.special.is_empty()).then_some(special)),
            ("note", self.note.as_deref().map(Fact::Words)),
        ])
    }
}

impl OpeningHours {
    /// Reads each key: days of the week, other named days, or the note.
    fn read_days(&mut self, mapping: &Mapping, reader: &mut FieldReader<'_>) {
        let mut week = SomeDays::default();
        for (key, node) in &mapping.entries {
            if matches!(fold(&key.text).as_str(), "toelichting" | "note" | "notes" | "opmerking") {
                self.note = reader.line(node).map(str::to_owned);
            } else if let Some(days) = days_of(&key.text) {
                put_hours(&mut week, &days, (key, node), mapping, reader);
            } else if let Some(periods) = days_named(key, reader) {
                let hours = match &node.value {
                    Value::Map(days) => SpecialTimes::Week(week_of(days, reader)),
                    _ => SpecialTimes::EveryDay(times_of(node, reader)),
                };
                periods.into_iter().for_each(|when| self.add_special(key, when, hours.clone(), reader));
            } else {
                reader.report(unknown_day(reader, key));
            }
        }
        self.mentions_weekdays = week.iter().any(Option::is_some);
        self.week = week.map(Option::unwrap_or_default);
    }

    fn add_special(&mut self, key: &Key, when: Exception, hours: SpecialTimes, reader: &mut FieldReader<'_>) {
        match self.special.iter().find(|other| other.when == when) {
            Some(first) => reader.report(duplicate_period(reader, key, &first.typed)),
            None => self.special.push(SpecialHours {
                typed: key.text.trim().to_owned(),
                span: key.span,
                when,
                hours,
            }),
        }
    }

    /// Whether it says when the place is open, and not only that it is closed on some special days.
    pub fn knows_week(&self) -> bool {
        self.mentions_weekdays || self.is_ever_open()
    }

    /// Whether it names days on which the place is closed, and says nothing about when it is open.
    fn is_only_closed(&self) -> bool {
        !self.knows_week() && !self.special.is_empty() && self.note.is_none()
    }

    /// Whether it is open on any day.
    pub fn is_ever_open(&self) -> bool {
        let special = || self.special.iter().flat_map(|special| (0..7).filter_map(|day| special.on(day)));
        self.week.iter().any(|times| !times.is_empty()) || special().any(|times| !times.is_empty())
    }
}

/// Puts the same hours on these days; reports a day that already has hours.
fn put_hours(
    week: &mut SomeDays,
    days: &[usize],
    (key, node): (&Key, &Node),
    mapping: &Mapping,
    reader: &mut FieldReader<'_>,
) {
    let times = times_of(node, reader);
    for day in days {
        if week[*day].is_some() {
            let is_same = |(other, _): &&(Key, Node)| days_of(&other.text).as_deref() == Some(days);
            let first = mapping.entries.iter().find(is_same).filter(|(other, _)| other.span != key.span);
            reader.report(duplicate_day(reader, (key, node), first));
            break;
        }
        week[*day] = Some(times.clone());
    }
}

/// Reads the week of a season.
fn week_of(mapping: &Mapping, reader: &mut FieldReader<'_>) -> SomeDays {
    let mut week = SomeDays::default();
    for (key, node) in &mapping.entries {
        match days_of(&key.text) {
            Some(days) => put_hours(&mut week, &days, (key, node), mapping, reader),
            None => reader.report(no_weekday(reader, key)),
        }
    }
    week
}

/// Returns the days that a key names; `None` if it is not a day at all. For a day that is nearly right,
/// reports what is wrong and returns no days.
fn days_named(key: &Key, reader: &mut FieldReader<'_>) -> Option<Vec<Exception>> {
    if let Some(named) = Exception::in_words(&key.text) {
        if let Some(remark) = until_or_through(|| reader.place(key.span), &key.text) {
            reader.report(remark);
        }
        return Some(vec![named]);
    }
    match parse_date(&key.text) {
        Err(DateProblem::Unreadable) => None,
        Err(DateProblem::LooseDays(days)) => Some(days.into_iter().map(Exception::Day).collect()),
        _ => {
            let node = Node { value: Value::Scalar(key.text.clone()), span: key.span };
            let day = Day::take(&node, reader);
            Some(day.map(|day| Exception::Day(day.date)).into_iter().collect())
        }
    }
}

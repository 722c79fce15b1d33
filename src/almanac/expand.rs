//! Expands an event into its occurrences in a period, with the changes to single ones applied.

use std::collections::BTreeSet;

use super::days_off::DaysOff;
use super::intended_time::{change_number, changes};
use super::occurrence::{Announced, Occurrence};
use super::series::{Series, SeriesDay};
use crate::ground::{Date, DateSpan};
use crate::village::{EntryId, Event, EventStatus};

/// The period that a village looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
}

/// How far ahead events without an end are expanded, in months.
const MONTHS_AHEAD: i64 = 13;

/// How many years beyond the period the nearest occurrence is searched for.
const YEARS_AROUND: i64 = 30;

impl Window {
    /// Returns the period from the start of last year to thirteen months ahead.
    pub fn around(today: Date) -> Self {
        let last_year = today.checked_sub(DateSpan::new().years(1)).unwrap_or(today);
        let until = today.checked_add(DateSpan::new().months(MONTHS_AHEAD)).unwrap_or(today);
        Self { from: last_year.first_of_year(), until }
    }
}

/// Returns the occurrences of an event in a period. A single event is always included, whatever its day.
pub(super) fn occurrences(
    id: EntryId,
    event: &Event,
    series: &Series,
    days_off: &DaysOff,
    window: Window,
) -> Vec<Occurrence> {
    if !event.is_recurring() {
        let once = series.strands.first().map(|strand| SeriesDay { day: strand.first, strand: 0 });
        return once.map(|once| single(event, unchanged(id, event, series, once))).into_iter().collect();
    }
    let further = DateSpan::new().days(series.extra_days);
    let from = window.from.checked_sub(further).unwrap_or(window.from);
    let mut days = series.between(days_off, from, window.until);
    // What moved into the period from outside also belongs to it.
    for change in changes(event).filter(|change| change.0.to.is_some()) {
        if let Some(day) = change.0.date.as_ref().map(|day| day.date)
            && !(from..=window.until).contains(&day)
            && days.iter().all(|it| it.day != day)
        {
            days.extend(series.between(days_off, day, day));
        }
    }
    let all = days.chunk_by(|one, other| one.day == other.day).flat_map(|of_day| {
        of_day.iter().map(|on| {
            with_change(unchanged(id, event, series, *on), event, change_number(event, series, of_day, *on))
        })
    });
    all.filter(|it| it.first_day <= window.until && it.last_day >= window.from).collect()
}

/// Returns a day of a series as it was announced.
pub(super) fn unchanged(event: EntryId, details: &Event, series: &Series, on: SeriesDay) -> Occurrence {
    let strand = &series.strands[on.strand];
    let last_day = on.day.checked_add(DateSpan::new().days(series.extra_days)).unwrap_or(on.day);
    Occurrence {
        number: 0,
        event,
        first_day: on.day,
        start: strand.start,
        last_day,
        end: strand.end,
        status: details.current_status(),
        announced: Some(Announced { strand: on.strand, day: on.day, start: strand.start, end: strand.end }),
        change: None,
    }
}

/// Marks a single event as announced for another day only when it was moved from there. If it was to begin at
/// another time then, its original end is unknown.
pub(super) fn single(event: &Event, it: Occurrence) -> Occurrence {
    let announced = event.moved_from().map(|was| {
        let same = was.time.is_none_or(|time| it.start == Some(time));
        let (start, end) = if same { (it.start, it.end) } else { (was.time, None) };
        Announced { strand: 0, day: was.date, start, end }
    });
    Occurrence { announced, ..it }
}

fn with_change(mut it: Occurrence, event: &Event, change: Option<usize>) -> Occurrence {
    it.change = change;
    let Some(fields) = it.changed(event) else { return it };
    let (status, to) = (fields.status.as_ref(), fields.to.as_ref());
    let start = fields.start.as_ref().map(|start| start.value.0).or(to.and_then(|day| day.time));
    let end = fields.end.as_ref().map(|end| end.value.0);
    if let Some(to) = to {
        let length = it.last_day.since(it.first_day).unwrap_or_default();
        it.first_day = to.date;
        it.last_day = to.date.checked_add(length).unwrap_or(to.date);
        it.status = EventStatus::Moved;
    }
    it.start = start.or(it.start);
    it.end = end.or(it.end);
    it.status = status.map_or(it.status, |status| status.value.0);
    it
}

/// Returns the changed occurrences, whatever their day.
pub(super) fn changed(id: EntryId, event: &Event, series: &Series, days_off: &DaysOff) -> Vec<Occurrence> {
    let days: BTreeSet<Date> =
        changes(event).filter_map(|change| Some(change.0.date.as_ref()?.date)).collect();
    let mut all: Vec<(usize, Occurrence)> = Vec::new();
    for day in days {
        let of_day = series.between(days_off, day, day);
        all.extend(of_day.iter().filter_map(|on| {
            let number = change_number(event, series, &of_day, *on)?;
            Some((number, with_change(unchanged(id, event, series, *on), event, Some(number))))
        }));
    }
    // In the order of the file.
    all.sort_by_key(|(number, _)| *number);
    all.into_iter().map(|(_, it)| it).collect()
}

/// Returns the next occurrence after a period: a rare event is still announced.
pub(super) fn next_after(
    id: EntryId,
    event: &Event,
    series: &Series,
    days_off: &DaysOff,
    window: Window,
) -> Option<Occurrence> {
    let until = window.until.checked_add(DateSpan::new().years(YEARS_AROUND)).unwrap_or(window.until);
    let ahead = Window { from: window.until, until };
    occurrences(id, event, series, days_off, ahead).into_iter().min_by_key(Occurrence::starts)
}

/// Returns the last occurrence before a period: an event that is over keeps a day on its page.
pub(super) fn last_before(
    id: EntryId,
    event: &Event,
    series: &Series,
    days_off: &DaysOff,
    window: Window,
) -> Option<Occurrence> {
    let from = window.from.checked_sub(DateSpan::new().years(YEARS_AROUND)).unwrap_or(window.from);
    let earlier = Window { from, until: window.from };
    occurrences(id, event, series, days_off, earlier).into_iter().max_by_key(Occurrence::starts)
}

//! How an event recurs, as a schema.org `Schedule` (version 30.0): one for every strand with a rule.

use std::collections::BTreeSet;

use crate::almanac::{Occurrence, Series, Strand};
use crate::ground::{Date, TimeOfDay, Weekday};
use crate::render::edition::Edition;
use crate::render::object::{JsonValue, Number, Object, thing};
use crate::village::{DayOfRule, EntryId, Event, Frequency, Rule};

/// The schedules of an event; none when it does not recur by a rule.
pub(super) fn schedules<'e>(edition: &'e Edition, id: EntryId, event: &Event) -> Vec<Object<'e>> {
    let Some(series) = edition.almanac.series(id) else { return Vec::new() };
    let changed = edition.almanac.changed(id, event);
    let days_gone = |number: usize| {
        let is_gone = |it: &&Occurrence| it.is_cancelled() || it.moved_from().is_some();
        let announced = changed.iter().filter(is_gone).filter_map(|it| it.announced);
        announced.filter(|was| was.strand == number).map(|was| was.day).collect::<Vec<Date>>()
    };
    let strands = series.strands.iter().enumerate();
    strands
        .filter_map(|(number, strand)| schedule(edition, series, number, strand, days_gone(number)))
        .collect()
}

/// The schedule of one strand, except the days that were cancelled or moved individually.
fn schedule<'e>(
    edition: &'e Edition,
    series: &Series,
    number: usize,
    strand: &Strand,
    days_gone: Vec<Date>,
) -> Option<Object<'e>> {
    // A schedule cannot express "the last working day of the month" (BYSETPOS), only all working days.
    let rule = strand.rule.as_ref().filter(|rule| rule.by_set_pos.is_empty())?;
    let mut object = thing("Schedule").with("repeatFrequency", frequency(rule));
    object.put_all("byDay", rule.by_day.iter().map(by_day).collect());
    object.put_all("byMonth", rule.by_month.iter().copied().map(Number).collect());
    object.put_all("byMonthDay", rule.by_month_day.iter().copied().map(Number).collect());
    object.put("startDate", Some(strand.first.to_string()));
    object.put("endDate", rule.until.map(|until| until.to_string()));
    object.put("startTime", strand.start.map(clock_time));
    object.put("endTime", strand.end.filter(|_| strand.start.is_some()).map(clock_time));
    object.put("scheduleTimezone", Some(edition.zone_name()));
    // Only exceptions that still matter: search engines do not care what was left out years ago.
    let last = rule.until.unwrap_or(edition.almanac.window.until).min(edition.almanac.window.until);
    let left_out = series.left_out(number, &edition.almanac.days_off, last);
    let left_out: BTreeSet<Date> = left_out.into_iter().chain(days_gone).collect();
    let coming = left_out.into_iter().filter(|day| (edition.almanac.today..=last).contains(day));
    object.put_all("exceptDate", coming.map(|day| day.to_string()).collect());
    Some(object)
}

/// `P2W`: an ISO 8601 duration.
fn frequency(rule: &Rule) -> String {
    let unit = match rule.frequency {
        Frequency::Daily => 'D',
        Frequency::Weekly => 'W',
        Frequency::Monthly => 'M',
        Frequency::Yearly => 'Y',
    };
    format!("P{}{unit}", rule.interval)
}

/// A day of the week, or the notation of calendars for an nth one: `-1FR`.
fn by_day(day: &DayOfRule) -> JsonValue<'static> {
    match day.nth {
        Some(_) => day.code().into(),
        None => weekday_address(day.weekday).into(),
    }
}

fn weekday_address(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "https://schema.org/Monday",
        Weekday::Tuesday => "https://schema.org/Tuesday",
        Weekday::Wednesday => "https://schema.org/Wednesday",
        Weekday::Thursday => "https://schema.org/Thursday",
        Weekday::Friday => "https://schema.org/Friday",
        Weekday::Saturday => "https://schema.org/Saturday",
        Weekday::Sunday => "https://schema.org/Sunday",
    }
}

/// A clock time; clocks have no 24:00.
fn clock_time(time: TimeOfDay) -> String {
    if time == TimeOfDay::END_OF_DAY { "00:00:00".to_owned() } else { format!("{}:00", time.iso()) }
}

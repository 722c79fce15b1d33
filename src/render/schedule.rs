//! How an event comes back, as schema.org tells it (`Schedule`, version 30.0): one for every strand with a rule.

use super::edition::Edition;
use crate::almanac::{Series, Strand};
use crate::ground::{Date, Json, JsonMap, TimeOfDay, Weekday, json};
use crate::village::{DayOfRule, EntryId, Frequency, Rule};

/// The schedules of an event; none when it does not come back by a rule.
pub(super) fn schedules(edition: &Edition, id: EntryId) -> Vec<Json> {
    let Some(series) = edition.almanac.series(id) else { return Vec::new() };
    let strands = series.strands.iter().enumerate();
    strands.filter_map(|(number, strand)| schedule(edition, series, number, strand)).collect()
}

fn schedule(edition: &Edition, series: &Series, number: usize, strand: &Strand) -> Option<Json> {
    let rule = strand.rule.as_ref()?;
    let mut object = JsonMap::new();
    let mut put = |key: &str, value: Json| object.insert(key.to_owned(), value);
    put("@type", "Schedule".into());
    put("repeatFrequency", frequency(rule).into());
    if !rule.by_day.is_empty() && rule.by_set_pos.is_empty() {
        put("byDay", rule.by_day.iter().map(by_day).collect());
    }
    if !rule.by_month.is_empty() {
        put("byMonth", rule.by_month.iter().map(|month| Json::from(*month)).collect());
    }
    if !rule.by_month_day.is_empty() {
        put("byMonthDay", rule.by_month_day.iter().map(|day| Json::from(*day)).collect());
    }
    put("startDate", strand.first.to_string().into());
    if let Some(until) = rule.until {
        put("endDate", until.to_string().into());
    }
    if let Some(start) = strand.start {
        put("startTime", clock(start).into());
    }
    if let Some(end) = strand.end.filter(|_| strand.start.is_some()) {
        put("endTime", clock(end).into());
    }
    put("scheduleTimezone", edition.zone.iana_name().unwrap_or("UTC").into());
    // Only what still matters: search engines do not ask what was left out years ago.
    let last = rule.until.unwrap_or(edition.almanac.window.until).min(edition.almanac.window.until);
    let out = series.left_out(number, &edition.almanac.days_off, last);
    let coming: Vec<Json> = out
        .into_iter()
        .filter(|day| *day >= edition.almanac.today)
        .map(|day: Date| day.to_string().into())
        .collect();
    if !coming.is_empty() {
        put("exceptDate", coming.into());
    }
    Some(Json::Object(object))
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

/// A day of the week, or as calendars write it when it is the nth: `-1FR`.
fn by_day(day: &DayOfRule) -> Json {
    match day.nth {
        Some(_) => day.code().into(),
        None => json!(format!("https://schema.org/{}", english(day.weekday))),
    }
}

fn english(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// A clock has no 24.00.
fn clock(time: TimeOfDay) -> String {
    if time == TimeOfDay::END_OF_DAY { "00:00:00".to_owned() } else { format!("{}:00", time.iso()) }
}

//! How an event comes back, as schema.org tells it (`Schedule`, version 30.0): one for every strand with a rule.

use crate::almanac::{Series, Strand};
use crate::ground::{Date, TimeOfDay, Weekday};
use crate::render::edition::Edition;
use crate::render::object::{Number, Object, Said, thing};
use crate::village::{DayOfRule, EntryId, Frequency, Rule};

/// The schedules of an event; none when it does not come back by a rule.
pub(super) fn schedules(edition: &Edition, id: EntryId) -> Vec<Object<'_>> {
    let Some(series) = edition.almanac.series(id) else { return Vec::new() };
    let strands = series.strands.iter().enumerate();
    strands.filter_map(|(number, strand)| schedule(edition, series, number, strand)).collect()
}

fn schedule<'e>(edition: &'e Edition, series: &Series, number: usize, strand: &Strand) -> Option<Object<'e>> {
    let rule = strand.rule.as_ref()?;
    let mut object = thing("Schedule").with("repeatFrequency", frequency(rule));
    if rule.by_set_pos.is_empty() {
        object.put_all("byDay", rule.by_day.iter().map(by_day).collect());
    }
    object.put_all("byMonth", rule.by_month.iter().copied().map(Number).collect());
    object.put_all("byMonthDay", rule.by_month_day.iter().copied().map(Number).collect());
    object.put("startDate", Some(strand.first.to_string()));
    object.put("endDate", rule.until.map(|until| until.to_string()));
    object.put("startTime", strand.start.map(clock));
    object.put("endTime", strand.end.filter(|_| strand.start.is_some()).map(clock));
    object.put("scheduleTimezone", Some(edition.zone.iana_name().unwrap_or("UTC")));
    // Only what still matters: search engines do not ask what was left out years ago.
    let last = rule.until.unwrap_or(edition.almanac.window.until).min(edition.almanac.window.until);
    let out = series.left_out(number, &edition.almanac.days_off, last);
    let coming = out.into_iter().filter(|day| *day >= edition.almanac.today);
    object.put_all("exceptDate", coming.map(|day: Date| day.to_string()).collect());
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

/// A day of the week, or as calendars write it when it is the nth: `-1FR`.
fn by_day(day: &DayOfRule) -> Said<'static> {
    match day.nth {
        Some(_) => day.code().into(),
        None => english(day.weekday).into(),
    }
}

fn english(weekday: Weekday) -> &'static str {
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

/// A clock has no 24.00.
fn clock(time: TimeOfDay) -> String {
    if time == TimeOfDay::END_OF_DAY { "00:00:00".to_owned() } else { format!("{}:00", time.iso()) }
}

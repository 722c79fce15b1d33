//! Opening hours in schema.org terms: the ordinary week, seasons with their dates, and days that differ.

use crate::almanac::{Timetable, seasons};
use crate::ground::{Date, TimeOfDay};
use crate::render::edition::Edition;
use crate::render::object::{Object, thing};
use crate::village::{OpeningHours, Times};

const DAYS: [&str; 7] = [
    "https://schema.org/Monday",
    "https://schema.org/Tuesday",
    "https://schema.org/Wednesday",
    "https://schema.org/Thursday",
    "https://schema.org/Friday",
    "https://schema.org/Saturday",
    "https://schema.org/Sunday",
];

/// The ordinary week, and the week of each season for its current or next run and the run after that.
pub(super) fn weekly(edition: &Edition, hours: &OpeningHours) -> Vec<Object<'static>> {
    let mut specifications = week_specifications(&hours.week, None);
    for run in seasons(hours, &edition.almanac.days_off, edition.almanac.today) {
        specifications.extend(week_specifications(&run.week, Some((run.first, run.last))));
    }
    specifications
}

/// Groups the days with the same hours.
fn week_specifications(week: &[impl AsRef<[Times]>; 7], valid: Option<(Date, Date)>) -> Vec<Object<'static>> {
    let mut days_by_hours: Vec<(Times, Vec<&'static str>)> = Vec::new();
    for (day, times) in DAYS.iter().zip(week) {
        // Within a season a closed day must be explicit, or the ordinary week would apply.
        let closed = [closed()];
        let times = times.as_ref();
        let times = if times.is_empty() && valid.is_some() { &closed } else { times };
        for pair in times {
            match days_by_hours.iter_mut().find(|(other, _)| other == pair) {
                Some((_, days)) => days.push(*day),
                None => days_by_hours.push((*pair, vec![*day])),
            }
        }
    }
    days_by_hours.into_iter().map(|(times, days)| specification(days, times, valid)).collect()
}

/// The days in the coming year that differ from the usual hours.
pub(super) fn special(edition: &Edition, hours: &OpeningHours) -> Vec<Object<'static>> {
    let table = Timetable::of(hours, &edition.almanac.days_off, edition.almanac.today);
    let coming = table.coming().flat_map(|run| {
        let closed = [closed()];
        let times = if run.times.is_empty() { &closed } else { run.times };
        times
            .iter()
            .map(|times| specification(Vec::new(), *times, Some((run.first, run.last))))
            .collect::<Vec<_>>()
    });
    coming.collect()
}

/// schema.org expresses "closed" as opening and closing at midnight.
fn closed() -> Times {
    let midnight = TimeOfDay::new(0, 0).unwrap_or(TimeOfDay::END_OF_DAY);
    (midnight, midnight)
}

fn specification(
    days: Vec<&'static str>,
    (from, until): Times,
    valid: Option<(Date, Date)>,
) -> Object<'static> {
    let closes = if until.hour() == 24 { "23:59".to_owned() } else { until.iso() };
    let mut object = thing("OpeningHoursSpecification");
    match days.as_slice() {
        [day] => object.put("dayOfWeek", Some(*day)),
        _ => object.put_all("dayOfWeek", days),
    }
    let mut object = object.with("opens", from.iso()).with("closes", closes);
    if let Some((first, last)) = valid {
        object = object.with("validFrom", first.to_string()).with("validThrough", last.to_string());
    }
    object
}

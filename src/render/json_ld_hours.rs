//! Opening hours as schema.org describes them: the ordinary week, seasons with their days, and the days that differ.

use super::edition::Edition;
use crate::almanac::{Timetable, seasons};
use crate::ground::{Date, Json, TimeOfDay, json};
use crate::village::{OpeningHours, Times};

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The weeks: the ordinary one, and of every season the days it is in force, now or next and the time after.
pub(super) fn weekly(edition: &Edition, hours: &OpeningHours) -> Vec<Json> {
    let mut all = week(&hours.week, None);
    for run in seasons(hours, &edition.almanac.days_off, edition.almanac.today) {
        all.extend(week(&run.week, Some((run.first, run.last))));
    }
    all
}

/// Days with the same hours are told together.
fn week(week: &[impl AsRef<[Times]>; 7], valid: Option<(Date, Date)>) -> Vec<Json> {
    let mut told: Vec<(Times, Vec<String>)> = Vec::new();
    for (day, times) in DAYS.iter().zip(week) {
        // Within a season a closed day must be told, or the ordinary week would hold.
        let closed = [closed()];
        let times = times.as_ref();
        let times = if times.is_empty() && valid.is_some() { &closed } else { times };
        for pair in times {
            let day = format!("https://schema.org/{day}");
            match told.iter_mut().find(|(other, _)| other == pair) {
                Some((_, days)) => days.push(day),
                None => told.push((*pair, vec![day])),
            }
        }
    }
    told.into_iter().map(|(times, days)| specification(days, times, valid)).collect()
}

/// The days in the coming year on which it is otherwise than usual.
pub(super) fn special(edition: &Edition, hours: &OpeningHours) -> Vec<Json> {
    let table = Timetable::of(hours, &edition.almanac.days_off, edition.almanac.today);
    let coming = table.coming().flat_map(|run| {
        let closed = [closed()];
        let told = if run.times.is_empty() { &closed } else { run.times };
        told.iter()
            .map(|times| specification(Vec::new(), *times, Some((run.first, run.last))))
            .collect::<Vec<_>>()
    });
    coming.collect()
}

/// schema.org says "closed" by opening and closing at midnight.
fn closed() -> Times {
    let midnight = TimeOfDay::new(0, 0).unwrap_or(TimeOfDay::END_OF_DAY);
    (midnight, midnight)
}

fn specification(days: Vec<String>, (from, until): Times, valid: Option<(Date, Date)>) -> Json {
    let closes = if until.hour() == 24 { "23:59".to_owned() } else { until.iso() };
    let mut object = json!({"@type": "OpeningHoursSpecification"});
    match days.as_slice() {
        [] => {}
        [day] => object["dayOfWeek"] = day.as_str().into(),
        _ => object["dayOfWeek"] = days.into(),
    }
    object["opens"] = from.iso().into();
    object["closes"] = closes.into();
    if let Some((first, last)) = valid {
        object["validFrom"] = first.to_string().into();
        object["validThrough"] = last.to_string().into();
    }
    object
}

//! One occurrence of an event, with the event's short form; built once, like the card.

use super::basics::none_or;
use super::card::{card, place_value, room_names};
use super::status::{status, status_by_id};
use crate::almanac::{Occurrence, can_be_on_now};
use crate::render::edition::Edition;
use crate::render::moments::{moment_over, rfc3339};
use crate::render::templates::{Value, map};
use crate::village::{Event, EventStatus};

/// One occurrence of an event. Coming ones appear on many pages and are kept; past ones appear on hardly any
/// and are built each time.
pub(in crate::render) fn occurrence(edition: &Edition, it: &Occurrence) -> Value {
    let make = || make_occurrence(edition, it, false);
    match edition.memo.values.occurrences.get(it.number) {
        Some(memo) if it.last_day >= edition.almanac.today => memo.get_or_init(make).clone(),
        _ => make(),
    }
}

/// The value for the day from which an occurrence moved, with the new day.
pub(in crate::render) fn moved_away(edition: &Edition, it: &Occurrence) -> Value {
    make_occurrence(edition, it, true)
}

/// Builds the value; with `is_away`, as it was announced for the day from which it moved.
fn make_occurrence(edition: &Edition, it: &Occurrence, is_away: bool) -> Value {
    let dates = edition.dates();
    let entry = edition.village.entry(it.event);
    let Ok(event) = <&Event>::try_from(&entry.details) else { return Value::none() };
    let venue = it.venue(event).map(|venue| place_value(edition, entry, venue));
    // On the day it moved from, it counts as over when its announced time is.
    let shown = if is_away { as_announced(it) } else { it.clone() };
    let (when, ends) = (dates.when(&shown), moment_over(edition, &shown));
    let is_timed = can_be_on_now(shown.spans_days(), shown.start, shown.end);
    map([
        ("event", card(edition, it.event)),
        ("title", it.title(event).unwrap_or(&entry.name).into()),
        ("when", when),
        ("starts", none_or(is_timed.then(|| rfc3339(edition, false, shown.starts()).into()))),
        ("ends", ends.into()),
        ("status", none_or(status_value(edition, it, event))),
        ("venue", none_or(venue)),
        ("room", none_or(it.rooms(event).map(|rooms| room_names(edition, rooms)))),
        ("note", it.note(event).map(str::to_owned).into()),
        ("was", none_or(previous_time(edition, it, false))),
        ("was_short", none_or(previous_time(edition, it, true))),
        (
            "has_other_place",
            it.changed(event).is_some_and(|it| it.venue.is_some() || it.room.is_some()).into(),
        ),
        ("is_away", is_away.into()),
        ("to", none_or(is_away.then(|| dates.when(it)))),
    ])
}

/// The occurrence at the day and time that were announced first.
fn as_announced(it: &Occurrence) -> Occurrence {
    let previous_time = it.announced;
    let day = previous_time.map_or(it.first_day, |previous_time| previous_time.day);
    Occurrence {
        first_day: day,
        last_day: day,
        start: previous_time.map_or(it.start, |previous_time| previous_time.start),
        end: previous_time.and_then(|previous_time| previous_time.end),
        ..it.clone()
    }
}

/// Its status in one word; another time or place only when nothing more important applies.
fn status_value(edition: &Edition, it: &Occurrence, event: &Event) -> Option<Value> {
    if it.status != EventStatus::Scheduled {
        return status(edition, it.status);
    }
    let changed = it.changed(event)?;
    if it.has_other_time() {
        return Some(status_by_id(edition, "other_time"));
    }
    (changed.venue.is_some() || changed.room.is_some()).then(|| status_by_id(edition, "other_place"))
}

/// When it was announced for: the day when it moved to another, else the time.
fn previous_time(edition: &Edition, it: &Occurrence, is_short: bool) -> Option<Value> {
    let dates = edition.dates();
    if it.is_cancelled() {
        return None;
    }
    let words = match it.moved_from() {
        Some(day) if is_short => dates.short(day),
        Some(day) => dates.long(day),
        None if it.has_other_time() => dates.times(it.announced?.start?, it.announced?.end),
        None => return None,
    };
    Some(edition.words().filled("event.moved_from", &[("date", &words)]).into())
}

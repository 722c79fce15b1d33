//! The agenda for a terminal and for programs: the output of `dorpsplein agenda`.

use std::collections::BTreeSet;

use super::edition::Edition;
use super::moments::rfc3339;
use super::uid::uid;
use crate::almanac::{Occurrence, Window};
use crate::ground::{Date, Json, JsonMap, SitePath, json, pretty_json};
use crate::render::wording::RuleWords;
use crate::village::{At, Choices, Entry, Event, EventStatus, VenueRef};

/// The version of the JSON format.
const VERSION: u32 = 1;

/// Lists what happens in a period, for one event or for all, as JSON.
pub fn agenda_as_json(edition: &Edition, window: Window, only: Option<&str>) -> String {
    let mut occurrences = edition.almanac.occurrences_in(&edition.village, window);
    // A time skipped when the clocks change moves forward, and may pass another.
    occurrences.sort_by_cached_key(|it| {
        it.starts().to_zoned_datetime(edition.zone().clone()).map(|zoned| zoned.timestamp()).ok()
    });
    let chosen = occurrences.iter().filter_map(|it| with_event(edition, it, only));
    let chosen: Vec<Json> =
        chosen.map(|(it, entry, event)| occurrence_json(edition, it, entry, event)).collect();
    pretty_json(&json!({
        "agenda": VERSION,
        "from": window.from.to_string(),
        "until": window.until.to_string(),
        "time_zone": edition.zone_name(),
        "occurrences": chosen,
    }))
}

fn with_event<'e>(
    edition: &'e Edition,
    it: &'e Occurrence,
    only: Option<&str>,
) -> Option<(&'e Occurrence, &'e Entry, &'e Event)> {
    let entry = edition.village.entry(it.event);
    let event = <&Event>::try_from(&entry.details).ok()?;
    only.is_none_or(|slug| entry.slug == slug).then_some((it, entry, event))
}

fn occurrence_json(edition: &Edition, it: &Occurrence, entry: &Entry, event: &Event) -> Json {
    let label = it.announced.and_then(|announced| {
        edition.almanac.series(it.event)?.strands.get(announced.strand).map(|strand| strand.label.clone())
    });
    let mut object = JsonMap::new();
    let mut put = |key: &str, value: Option<Json>| {
        if let Some(value) = value {
            object.insert(key.to_owned(), value);
        }
    };
    put("event", Some(entry.slug.as_str().into()));
    put("title", Some(it.title(event).unwrap_or(&entry.name).into()));
    put("uid", Some(uid(edition, entry, label.as_deref().unwrap_or("")).into()));
    put("all_day", Some(it.is_all_day().into()));
    put("start", Some(rfc3339(edition, it.is_all_day(), it.starts()).into()));
    let last_day = it.spans_days().then(|| it.last_day.to_string());
    put("end", it.ends().map(|end| rfc3339(edition, it.is_all_day(), end)).or(last_day).map(Json::from));
    put("status", Some(it.status.word().label.en.into()));
    put("announced", it.announced.map(|was| rfc3339(edition, was.start.is_none(), was.starts()).into()));
    put("venue", it.venue(event).and_then(|venue| venue_name(edition, entry, venue)).map(Json::from));
    let rooms =
        it.rooms(event).map(|rooms| rooms.iter().map(|room| room.as_str()).collect::<Vec<_>>().join(", "));
    put("room", rooms.map(Json::from));
    put("text", it.note(event).map(Json::from));
    Json::Object(object)
}

/// The name of a venue.
pub(super) fn venue_name(edition: &Edition, entry: &Entry, venue: &At<VenueRef>) -> Option<String> {
    match &venue.value {
        VenueRef::Venue(reference) => {
            entry.target(reference.span).map(|id| edition.village.entry(id).name.clone())
        }
        VenueRef::Elsewhere(place) => place.name.as_ref().map(|name| name.as_str().to_owned()),
    }
}

/// Lists what happens in a period, for one event or for all, day by day, for people.
pub fn agenda_as_text(edition: &Edition, window: Window, only: Option<&str>) -> String {
    let occurrences = edition.almanac.occurrences_in(&edition.village, window);
    let dates = edition.dates();
    let mut text = String::new();
    let mut day: Option<Date> = None;
    for (it, entry, event) in occurrences.iter().filter_map(|it| with_event(edition, it, only)) {
        if day != Some(it.first_day) {
            text.push_str(&format!("{}\n", dates.long(it.first_day)));
            day = Some(it.first_day);
        }
        text.push_str(&format!("  {}\n", occurrence_line(edition, it, entry, event)));
    }
    text
}

/// How many of the next occurrences of a rule are shown.
const NEXT: usize = 6;

/// For every recurring event in these files, or in all: the rule in words and its next occurrences.
pub fn next_times_as_text(edition: &Edition, files: Option<&BTreeSet<SitePath>>) -> String {
    let dates = edition.dates();
    let today = edition.almanac.today;
    let mut text = String::new();
    for (entry, event) in edition.village.all::<Event>() {
        let Some(series) = RuleWords::new(edition.words()).series(event, today, edition.label_locale())
        else {
            continue;
        };
        if files.is_some_and(|files| !files.contains(&entry.path)) {
            continue;
        }
        text.push_str(&format!("{}: {}\n  {}\n", entry.path, entry.name, series.full_text));
        for it in edition.almanac.of_event(entry.id).filter(|it| it.last_day >= today).take(NEXT) {
            text.push_str(&format!(
                "    {}: {}\n",
                dates.long(it.first_day),
                occurrence_line(edition, it, entry, event)
            ));
        }
    }
    text
}

/// `10.00–11.30 uur  Koffieochtend (De Esrand) – afgelast: …`
pub(super) fn occurrence_line(edition: &Edition, it: &Occurrence, entry: &Entry, event: &Event) -> String {
    let dates = edition.dates();
    let name = it.title(event).unwrap_or(&entry.name);
    let mut parts = Vec::new();
    match it.start {
        Some(start) => parts.push(format!("{}  {name}", dates.times(start, it.end))),
        None => parts.push(format!("{}  {name}", edition.words().text("dates.all_day"))),
    }
    if it.spans_days() {
        parts.push(edition.words().filled("until", &[("date", &dates.long(it.last_day))]));
    }
    parts.extend(it.venue(event).and_then(|venue| venue_name(edition, entry, venue)));
    if it.status != EventStatus::Scheduled {
        let word = edition.words().text(&format!("status.{}", it.status.word().label.en)).to_lowercase();
        parts.push(match it.moved_from() {
            Some(day) => format!(
                "{word} ({})",
                edition.words().filled("event.moved_from", &[("date", &dates.long(day))])
            ),
            None => word,
        });
    }
    parts.extend(it.note(event).map(str::to_owned));
    parts.join(" · ")
}

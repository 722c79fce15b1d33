//! The calendar of what happens in a region's villages: each occurrence as its village published it.

use super::calendar::{Subject, calendar_head, event_components};
use super::event::{property_name, wall_time};
use super::lines::Lines;
use super::stamp::{beginning, sequence, utc};
use crate::almanac::{OccurrenceRef, OccurrenceView};
use crate::ground::{TimeZone, bare_address};
use crate::region::{RemoteMoment, RemoteStatus, Whereabouts};
use crate::render::edition::Edition;
use crate::village::EntryId;

/// The calendar of what happens in the villages, preceded by the portal's own events.
pub(in crate::render) fn region_calendar(
    edition: &Edition,
    subject: &Subject<'_>,
    occurrence_refs: &[OccurrenceRef],
    own: &[EntryId],
) -> Vec<u8> {
    let mut lines = calendar_head(edition, subject);
    for id in own {
        lines.append(&event_components(edition, *id));
    }
    for occurrence_ref in occurrence_refs {
        if let Some(it) = edition.region.occurrence_view(*occurrence_ref) {
            put_occurrence(edition, &mut lines, &it, &uid(&it));
        }
    }
    lines.put("END", "VCALENDAR");
    lines.into_string().into_bytes()
}

/// Identifies an occurrence of an event of a village independently of everything else: by the day on which it
/// was announced, so that it keeps its UID when it moves or changes its hour. When a day has several (one
/// cancelled, with one in its place), they are numbered from the second on.
fn uid(it: &OccurrenceView<'_>) -> String {
    let (event, occurrence) = (it.event, it.occurrence);
    let number = match occurrence.nth {
        0 => String::new(),
        before => format!("-{}", before + 1),
    };
    let day = occurrence.announced_day().strftime("%Y%m%d");
    format!("{}.{day}{number}.{}@region.dorpsplein", event.id, bare_address(&it.village.home))
}

fn put_occurrence(edition: &Edition, lines: &mut Lines, it: &OccurrenceView<'_>, uid: &str) {
    let (event, occurrence) = (it.event, it.occurrence);
    let all_day = matches!(occurrence.start, RemoteMoment::Day(_));
    let start = wall_time(occurrence.start.from(), all_day);
    lines.put("BEGIN", "VEVENT");
    lines.text("UID", uid);
    // The day on which a village generated its document changes every night. Without a known revision, an
    // event counts as unchanged (RFC 5545 §3.8.7.2: without METHOD, DTSTAMP is the last revision).
    let revised = event.revised.unwrap_or_else(beginning);
    lines.put("DTSTAMP", &utc(revised));
    lines.put("LAST-MODIFIED", &utc(revised));
    lines.put("SEQUENCE", &sequence(revised).to_string());
    lines.put(&property_name(edition.zone(), "DTSTART", all_day), &start);
    if let Some(end) = end_line(it, edition.zone(), all_day) {
        lines.put(&end.0, &end.1);
    }
    let is_off = occurrence.status == RemoteStatus::Cancelled;
    let off = if is_off { format!("{}: ", edition.words().text("status.cancelled")) } else { String::new() };
    lines.text("SUMMARY", &format!("{off}{} ({})", occurrence.title(event), it.village.name_in_brackets()));
    if let Some(place) = place(it) {
        lines.text("LOCATION", &place);
    }
    lines.text("DESCRIPTION", &description(edition, it));
    lines.put("URL", &event.url);
    lines.put(
        "STATUS",
        match occurrence.status {
            RemoteStatus::Cancelled => "CANCELLED",
            RemoteStatus::Tentative => "TENTATIVE",
            _ => "CONFIRMED",
        },
    );
    lines.put("TRANSP", "TRANSPARENT");
    lines.put("END", "VEVENT");
}

/// The description: what changed, what it is and where to read more, as in the village's own calendar.
fn description(edition: &Edition, it: &OccurrenceView<'_>) -> String {
    let was = it
        .occurrence
        .announced_moment()
        .map(RemoteMoment::date)
        .filter(|day| *day != it.occurrence.start.date());
    let was = was.map(|day| {
        let was = edition.words().filled("event.moved_from", &[("date", &edition.dates().long(day))]);
        format!("{}: {was}", edition.words().text("status.moved"))
    });
    let note = it.occurrence.note().map(str::to_owned);
    let summary = it.event.summary.as_deref().map(str::to_owned);
    let parts = [was, note, summary, Some(it.event.url.to_string())];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// The name and value of the line with the end; for whole days the day after the last (RFC 5545 §3.6.1).
fn end_line(it: &OccurrenceView<'_>, zone: &TimeZone, all_day: bool) -> Option<(String, String)> {
    let (start, last) = (it.occurrence.start, it.occurrence.last_day());
    let day_after = || last.tomorrow().ok().map(|day| day.at(0, 0, 0, 0));
    let end = match it.occurrence.end {
        _ if all_day => day_after(),
        Some(RemoteMoment::Time(end)) => Some(end),
        Some(RemoteMoment::Day(_)) => day_after(),
        None => None,
    };
    let end = end.filter(|end| *end > start.from())?;
    Some((property_name(zone, "DTEND", all_day), wall_time(end, all_day)))
}

/// The location: name, rooms and address, as far as the village published them.
fn place(it: &OccurrenceView<'_>) -> Option<String> {
    let (name, address) = match (it.whereabouts, it.venue) {
        (_, Some(venue)) => (Some(&venue.name), venue.address.one_line()),
        (Whereabouts::Elsewhere { name, address }, None) => (name.as_ref(), address.one_line()),
        _ => (None, String::new()),
    };
    let rooms = it.occurrence.rooms().iter().map(|room| room.to_string());
    let parts = name.map(|name| name.to_string()).into_iter().chain(rooms).chain([address]);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

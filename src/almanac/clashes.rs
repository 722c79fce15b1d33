//! Finds events that use the same room at the same time.

use std::collections::{BTreeMap, BTreeSet};

use super::derive::Almanac;
use super::messages::{self, Meeting};
use super::occurrence::Occurrence;
use crate::ground::{DateSpan, DateTime, Diagnostic, fold};
use crate::read::Source;
use crate::village::{At, Entry, EntryId, Event, Line, VenueRef, Village};

/// One booking of a room.
struct Booking<'a> {
    from: DateTime,
    until: DateTime,
    /// Whether the end was assumed because none was given.
    is_guessed: bool,
    occurrence: &'a Occurrence,
    room: &'a At<Line>,
}

/// Two bookings that overlap: the one of the later file, and the moment the overlap begins.
struct Clash<'b, 'a> {
    booking: &'b Booking<'a>,
    venue: EntryId,
    at: DateTime,
    all_day: bool,
    /// The event without an end whose assumed length alone causes the overlap.
    without_end: Option<EntryId>,
}

/// Reports every clash from today on: one diagnostic for each pair of events, at the later of the two.
pub(super) fn clashes(village: &Village, almanac: &Almanac, source: &Source) -> Vec<Diagnostic> {
    let mut rooms: BTreeMap<(EntryId, String), Vec<Booking<'_>>> = BTreeMap::new();
    for occurrence in almanac.upcoming().filter(|it| !it.is_cancelled()) {
        let entry = village.entry(occurrence.event);
        let Some(event) = <&Event>::try_from(&entry.details).ok() else { continue };
        let Some(venue) = venue_of(entry, event, occurrence) else { continue };
        for room in occurrence.rooms(event).into_iter().flat_map(|rooms| rooms.iter()) {
            rooms.entry((venue, fold(room.as_str()))).or_default().push(booking(occurrence, room));
        }
    }
    let mut found: BTreeMap<(EntryId, EntryId), Vec<Clash<'_, '_>>> = BTreeMap::new();
    for bookings in rooms.values_mut() {
        bookings.sort_by_key(|it| (it.from, it.until, it.occurrence.event));
    }
    for ((venue, _), bookings) in &rooms {
        for (number, first) in bookings.iter().enumerate() {
            let later = bookings[number + 1..].iter().take_while(|second| second.from < first.until);
            for second in later.filter(|second| are_two_things(first, second)) {
                let (one, other) = (first.occurrence.event, second.occurrence.event);
                let pair = (one.min(other), one.max(other));
                let booking = if second.occurrence.event == pair.1 { second } else { first };
                let all_day = first.occurrence.is_all_day() && second.occurrence.is_all_day();
                found.entry(pair).or_default().push(Clash {
                    booking,
                    venue: *venue,
                    at: second.from,
                    all_day,
                    without_end: (first.is_guessed && second.from > first.from).then_some(one),
                });
            }
        }
    }
    found
        .into_iter()
        .filter_map(|((first, second), clashes)| clash_remark(village, source, first, second, &clashes))
        .collect()
}

/// Whether two bookings are distinct. An occurrence moved onto another of its own event at the same time has
/// its own diagnostic; and what takes all day may have an evening of its own. Occurrences of one event
/// without an end get no assumed end against each other.
fn are_two_things(first: &Booking<'_>, second: &Booking<'_>) -> bool {
    let is_all_day = first.occurrence.is_all_day() || second.occurrence.is_all_day();
    first.occurrence.event != second.occurrence.event
        || (!is_all_day && !first.is_guessed && first.from != second.from)
}

/// Builds the diagnostic for two events that clash, however often they do.
fn clash_remark(
    village: &Village,
    source: &Source,
    first: EntryId,
    second: EntryId,
    clashes: &[Clash<'_, '_>],
) -> Option<Diagnostic> {
    let Clash { booking, venue, at, all_day, without_end } = clashes.iter().min_by_key(|clash| clash.at)?;
    // Two rooms at the same moment count once.
    let moments: BTreeSet<DateTime> = clashes.iter().map(|clash| clash.at).collect();
    let (one, other) = (village.entry(first), village.entry(second));
    let file = source.text(&other.path)?;
    let line = source.text(&one.path).map_or(1, |file| file.place(one.span).line.max(1));
    let meeting = Meeting {
        room: booking.room.as_str(),
        venue: &village.entry(*venue).name,
        names: [&one.name, &other.name],
        other_file: format!("{}:{line}", one.path),
        first: *at,
        all_day: *all_day,
        times: moments.len(),
        is_one: first == second,
        without_end: without_end.map(|id| village.entry(id).name.as_str()),
    };
    Some(messages::room_clash(file.place(booking.room.span), &meeting))
}

fn venue_of(entry: &Entry, event: &Event, occurrence: &Occurrence) -> Option<EntryId> {
    match &occurrence.venue(event)?.value {
        VenueRef::Venue(reference) => entry.target(reference.span),
        VenueRef::Elsewhere(_) => None,
    }
}

/// The assumed length of an event without an end: hardly anything in a village is over sooner.
const HOURS_WITHOUT_END: i64 = 1;

/// Creates a booking: without an end, an hour is assumed; all day is all day.
fn booking<'a>(occurrence: &'a Occurrence, room: &'a At<Line>) -> Booking<'a> {
    let from = occurrence.starts();
    let whole_days = || occurrence.last_day.tomorrow().unwrap_or(occurrence.last_day).at(0, 0, 0, 0);
    let guessed = || from.checked_add(DateSpan::new().hours(HOURS_WITHOUT_END)).unwrap_or(from);
    let (until, is_guessed) = match occurrence.ends() {
        Some(end) => (end, false),
        None if occurrence.is_all_day() || occurrence.spans_days() => (whole_days(), false),
        None => (guessed(), true),
    };
    Booking { from, until, is_guessed, occurrence, room }
}

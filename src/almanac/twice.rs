//! Finds one event in two files: the same name, at the same moment and the same place, so that the agenda has
//! it twice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::derive::Almanac;
use super::occurrence::Occurrence;
use crate::ground::{Code, DateTime, Diagnostic, Place, both, day_in_words, fold};
use crate::read::Source;
use crate::village::{Entry, EntryId, Event, VenueRef, Village};

/// Reports every two events that are really one, at the later of the two; `copies` are files already reported
/// as copies of another.
pub(super) fn remarks(
    village: &Village,
    almanac: &Almanac,
    source: &Source,
    copies: &BTreeSet<Arc<str>>,
) -> Vec<Diagnostic> {
    let mut named: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
    for (entry, _) in village.all::<Event>().filter(|(entry, _)| !copies.contains(entry.path.as_str())) {
        named.entry(fold(&entry.name)).or_default().push(entry);
    }
    let of_one_name = named.values().filter(|entries| entries.len() > 1);
    let pairs: BTreeMap<(EntryId, EntryId), DateTime> =
        of_one_name.flat_map(|entries| meetings(village, almanac, entries)).collect();
    // A third event that is the same is reported against one of the others only.
    let mut reported = BTreeSet::new();
    let later_ones = pairs.into_iter().filter(|((_, second), _)| reported.insert(*second));
    let later_ones = later_ones.filter_map(|((first, second), at)| {
        let (one, other) = (village.entry(first), village.entry(second));
        let line = source.text(&one.path)?.place(one.span).line.max(1);
        let place = source.text(&other.path)?.place(other.span);
        Some(twice_remark(place, &one.name, &format!("{}:{line}", one.path), at))
    });
    later_ones.collect()
}

/// Returns the pairs among events with the same name that are at the same place at the same moment, with the
/// first such moment.
fn meetings(
    village: &Village,
    almanac: &Almanac,
    entries: &[&Entry],
) -> BTreeMap<(EntryId, EntryId), DateTime> {
    let mut at_one_moment: BTreeMap<DateTime, Vec<&Occurrence>> = BTreeMap::new();
    for entry in entries {
        let times = almanac.of_event(entry.id);
        let to_come = times.filter(|it| it.last_day >= almanac.today && !it.is_cancelled());
        to_come.for_each(|it| at_one_moment.entry(it.starts()).or_default().push(it));
    }
    let mut found = BTreeMap::new();
    for (at, times) in at_one_moment {
        for (number, one) in times.iter().enumerate() {
            let others = times[number + 1..].iter().filter(|other| other.event != one.event);
            for other in others.filter(|other| may_be_same_place(village, one, other)) {
                let pair = (one.event.min(other.event), one.event.max(other.event));
                found.entry(pair).or_insert(at);
            }
        }
    }
    found
}

/// Whether the two are at the same place, or the place of one of them is not given.
fn may_be_same_place(village: &Village, one: &Occurrence, other: &Occurrence) -> bool {
    let place = |it: &Occurrence| {
        let entry = village.entry(it.event);
        let event = <&Event>::try_from(&entry.details).ok()?;
        match &it.venue(event)?.value {
            VenueRef::Venue(reference) => entry.target(reference.span).map(|id| (Some(id), String::new())),
            VenueRef::Elsewhere(place) => place.name.as_ref().map(|name| (None, fold(name.value.as_str()))),
        }
    };
    place(one).zip(place(other)).is_none_or(|(one, other)| one == other)
}

fn twice_remark(place: Place, name: &str, other: &str, at: DateTime) -> Diagnostic {
    let on = day_in_words(at.date());
    Diagnostic::new(
        Code::EventTwice,
        place,
        both(
            format!("'{name}' staat ook in {other}: op {} staat het twee keer in de agenda", on.nl),
            format!("'{name}' is also in {other}: on {} it is in the agenda twice", on.en),
        ),
    )
    .hint(both(
        "haal een van de twee weg; zijn het er echt twee, geef ze dan elk een eigen titel",
        "remove one of the two; if there really are two, give each a title of its own",
    ))
}

//! Whether something takes place at a venue.

use crate::almanac::Occurrence;
use crate::render::edition::Edition;
use crate::village::{Entry, EntryId, Event, VenueRef};

/// Whether one occurrence of an event is at this venue; a place elsewhere never is.
pub(in crate::render) fn is_at(edition: &Edition, it: &Occurrence, venue: EntryId) -> bool {
    let entry = edition.village.entry(it.event);
    let Ok(event) = <&Event>::try_from(&entry.details) else { return false };
    it.venue(event).is_some_and(|at| refers_to(entry, &at.value, venue))
}

/// Whether an event is at this venue unless one of its occurrences says otherwise.
pub(in crate::render) fn is_usually_at(edition: &Edition, event: EntryId, venue: EntryId) -> bool {
    let entry = edition.village.entry(event);
    let usual = <&Event>::try_from(&entry.details).ok().and_then(|event| event.venue.as_ref());
    usual.is_some_and(|at| refers_to(entry, &at.value, venue))
}

/// Whether the place that an entry names is this venue.
pub(super) fn refers_to(entry: &Entry, place: &VenueRef, venue: EntryId) -> bool {
    match place {
        VenueRef::Venue(reference) => entry.target(reference.span) == Some(venue),
        VenueRef::Elsewhere(_) => false,
    }
}

//! When an event was last revised: calendar programs ignore a change that is not marked as newer.

use crate::ground::{Date, TimeZone, Timestamp};
use crate::render::edition::Edition;
use crate::village::{Entry, Kind};

/// The date for entries of unknown age: the start of the program.
const BEGINNING: Date = Date::constant(2026, 1, 1);

/// When an event, or a venue whose address it shows, was last revised; `None` when that is unknown.
pub(in crate::render) fn known_revision(edition: &Edition, entry: &Entry) -> Option<Timestamp> {
    let targets = entry.links.targets.iter().map(|(_, target)| edition.village.entry(*target));
    let venues = targets.filter(|target| target.kind() == Kind::Venue);
    venues.chain([entry]).filter_map(revision).max()
}

/// The later of what an entry says about its age and what git knows: a written day counts from midnight, and
/// calendar programs ignore an event that comes again with an older stamp.
fn revision(entry: &Entry) -> Option<Timestamp> {
    let modified = entry.head.modified.as_ref().map(|day| midnight(day.date));
    modified.max(entry.last_change)
}

/// When an event was last revised; a fixed moment when that is unknown.
pub(super) fn last_revised(edition: &Edition, entry: &Entry) -> Timestamp {
    known_revision(edition, entry).unwrap_or_else(beginning)
}

/// The revision of entries of unknown age.
pub(super) fn beginning() -> Timestamp {
    midnight(BEGINNING)
}

fn midnight(day: Date) -> Timestamp {
    TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// `20261124T090000Z`
pub(super) fn utc(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A number that rises with revisions: minutes since the program began (RFC 5545 §3.8.7.4: an integer).
pub(super) fn sequence(moment: Timestamp) -> i64 {
    ((moment.as_second() - midnight(BEGINNING).as_second()) / 60).max(0)
}

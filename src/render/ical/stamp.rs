//! When an event was last revised, for calendars: they ignore a change that does not say it is newer.

use crate::ground::{Date, TimeZone, Timestamp};
use crate::render::edition::Edition;
use crate::village::{Entry, Kind};

/// What nobody knows the age of is as old as the program.
const BEGINNING: Date = Date::constant(2026, 1, 1);

/// The moment at which an event was last revised, or the venues of which it tells the address; nothing when nobody knows.
pub(in crate::render) fn known_revision(edition: &Edition, entry: &Entry) -> Option<Timestamp> {
    let targets = entry.links.targets.iter().map(|(_, target)| edition.village.entry(*target));
    let venues = targets.filter(|target| target.kind() == Kind::Venue);
    venues.chain([entry]).filter_map(revision).max()
}

/// What an entry says of its age and what git knows: the later of both, for a day counts from its first moment on, and
/// what is told again with an older stamp is not looked at.
fn revision(entry: &Entry) -> Option<Timestamp> {
    let modified = entry.head.modified.as_ref().map(|day| midnight(day.date));
    modified.max(entry.last_change)
}

/// The moment of the last revision; always the same when nobody knows it.
pub(super) fn last_revised(edition: &Edition, entry: &Entry) -> Timestamp {
    known_revision(edition, entry).unwrap_or_else(beginning)
}

/// The age of what nobody knows the age of.
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

/// A number that rises with every revision: minutes since the program began (RFC 5545 §3.8.7.4 asks an integer).
pub(super) fn sequence(moment: Timestamp) -> i64 {
    ((moment.as_second() - midnight(BEGINNING).as_second()) / 60).max(0)
}

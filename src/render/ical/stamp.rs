//! When an event was last revised, for calendars: they ignore a change that does not say it is newer.

use crate::ground::{Date, TimeZone, Timestamp};
use crate::village::Entry;

/// What nobody knows the age of is as old as the program.
const BEGINNING: Date = Date::constant(2026, 1, 1);

/// The moment of the last revision: what the entry says, else what git knows, else always the same.
pub(super) fn last_revised(entry: &Entry) -> Timestamp {
    let said = entry.head.modified.as_ref().map(|day| day.date);
    match (said, entry.last_change) {
        (Some(day), _) => midnight(day),
        (None, Some(moment)) => moment,
        (None, None) => midnight(BEGINNING),
    }
}

/// The moment of a revision that is known by its day.
pub(super) fn revised_on(day: Option<Date>) -> Timestamp {
    midnight(day.unwrap_or(BEGINNING))
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

//! Formats moments for machines: wall time with the offset of the site's zone on that day (RFC 3339).

use super::edition::Edition;
use crate::almanac::Occurrence;
use crate::ground::{Date, DateTime, TimeOfDay, ZonedDateTime};

/// A day when it takes all day, or else the moment with its offset. A wall time skipped by a clock change
/// moves forward; of one that occurs twice, the first counts.
pub(super) fn rfc3339(edition: &Edition, all_day: bool, at: DateTime) -> String {
    if all_day {
        return at.date().to_string();
    }
    match at.to_zoned_datetime(edition.zone().clone()) {
        Ok(zoned) => with_offset(&zoned),
        Err(_) => at.to_string(),
    }
}

/// A moment with its offset (RFC 3339).
pub(super) fn with_offset(zoned: &ZonedDateTime) -> String {
    zoned.timestamp().display_with_offset(zoned.offset()).to_string()
}

/// The moment at which an occurrence is over, correct even on a telephone abroad.
pub(super) fn moment_over(edition: &Edition, it: &Occurrence) -> String {
    it.ends().map_or_else(|| end_of_day(edition, it.last_day), |ends| rfc3339(edition, false, ends))
}

/// The moment at which a day is over.
pub(super) fn end_of_day(edition: &Edition, day: Date) -> String {
    rfc3339(edition, false, TimeOfDay::END_OF_DAY.on(day))
}

//! Moments as machines read them: wall time with the offset that the site's zone has on that day (RFC 3339).

use super::edition::Edition;
use crate::almanac::Occurrence;
use crate::ground::{Date, DateTime, TimeOfDay, ZonedDateTime};

/// A day when it takes all day, or else the moment with its offset. A wall time that the clocks skip moves
/// forward; of one that comes twice the first counts.
pub(super) fn rfc3339(edition: &Edition, all_day: bool, at: DateTime) -> String {
    if all_day {
        return at.date().to_string();
    }
    match at.to_zoned_datetime(edition.zone.clone()) {
        Ok(zoned) => with_offset(&zoned),
        Err(_) => at.to_string(),
    }
}

/// A moment with its offset (RFC 3339).
pub(super) fn with_offset(zoned: &ZonedDateTime) -> String {
    let (day, time, minutes) = (zoned.date(), zoned.time(), zoned.offset().seconds() / 60);
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    format!("{day}T{hour:02}:{minute:02}:{second:02}{sign}{hours:02}:{minutes:02}")
}

/// The moment after which it is over: also right on a telephone that is abroad.
pub(super) fn over(edition: &Edition, it: &Occurrence) -> String {
    it.ends().map_or_else(|| end_of(edition, it.last_day), |ends| rfc3339(edition, false, ends))
}

/// The moment at which a day is over.
pub(super) fn end_of(edition: &Edition, day: Date) -> String {
    rfc3339(edition, false, TimeOfDay::END_OF_DAY.on(day))
}

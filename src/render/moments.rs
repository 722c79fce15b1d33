//! Moments as machines read them: wall time with the offset that the site's zone has on that day (RFC 3339).

use super::edition::Edition;
use crate::almanac::Occurrence;
use crate::ground::{Date, DateTime, TimeOfDay};

/// A day when it takes all day, or else the moment with its offset. A wall time that the clocks skip moves
/// forward; of one that comes twice the first counts.
pub(super) fn told(edition: &Edition, all_day: bool, at: DateTime) -> String {
    if all_day {
        return at.date().to_string();
    }
    match at.to_zoned_datetime(edition.zone.clone()) {
        Ok(zoned) => zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => at.to_string(),
    }
}

/// The moment after which it is over: also right on a telephone that is abroad.
pub(super) fn over(edition: &Edition, it: &Occurrence) -> String {
    it.ends().map_or_else(|| end_of(edition, it.last_day), |ends| told(edition, false, ends))
}

/// The moment at which a day is over.
pub(super) fn end_of(edition: &Edition, day: Date) -> String {
    told(edition, false, TimeOfDay::END_OF_DAY.on(day))
}

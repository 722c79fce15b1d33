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
        Ok(zoned) => {
            let (day, minutes) = (zoned.date(), zoned.offset().seconds() / 60);
            let sign = if minutes < 0 { '-' } else { '+' };
            let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
            let time = zoned.time();
            format!(
                "{day}T{:02}:{:02}:{:02}{sign}{hours:02}:{minutes:02}",
                time.hour(),
                time.minute(),
                time.second()
            )
        }
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

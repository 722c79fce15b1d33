//! The village's offsets from UTC and when they change, for the script of a theme. Browsers know time zones
//! too, but their first time formatter takes an old telephone longer than everything else on a page.

use super::edition::Edition;
use crate::ground::{Date, Timestamp};

/// How many years ahead are covered; a page that was not rebuilt for longer keeps the last offset.
const YEARS: i16 = 4;

/// The minutes from UTC at the beginning of this year, and then every change: the minute since 1970 from
/// which it applies, and the minutes from UTC after it: `60 29579100=120 29881500=60`.
pub(super) fn wall_clock(edition: &Edition) -> String {
    let year = edition.almanac.today.year();
    let begin = |year| {
        let first = Date::new(year, 1, 1).ok()?;
        first.at(0, 0, 0, 0).to_zoned_datetime(edition.zone().clone()).ok()
    };
    let Some((start, end)) = begin(year).zip(begin(year + YEARS)) else { return "0".to_owned() };
    let mut offsets = (start.offset().seconds() / 60).to_string();
    let changes =
        edition.zone().following(start.timestamp()).take_while(|change| change.timestamp() < end.timestamp());
    for change in changes {
        offsets.push_str(&format!(" {}={}", minute(change.timestamp()), change.offset().seconds() / 60));
    }
    offsets
}

fn minute(moment: Timestamp) -> i64 {
    moment.as_second().div_euclid(60)
}

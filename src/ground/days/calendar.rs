//! Arithmetic with days: how far apart they are, and which one is nearest.

use super::civil::{Date, DateSpan, Weekday};

/// Returns the number of days from the first day to the second; negative when the second is earlier.
pub fn days_from(first: Date, second: Date) -> i64 {
    second.duration_since(first).as_hours() / 24
}

/// Returns the day that is this many days later (earlier when negative), or the day itself when the result
/// would be past the end of the calendar.
pub fn days_later(day: Date, days: i64) -> Date {
    day.checked_add(DateSpan::new().days(days)).unwrap_or(day)
}

/// Returns the date with this day and month that is nearest to another day.
pub fn nearest_day(day: i8, month: i8, to: Date) -> Option<Date> {
    let years = [to.year() - 1, to.year(), to.year() + 1];
    let days = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    days.min_by_key(|found| days_from(*found, to).abs())
}

/// Returns the Monday of the week that a day is in.
pub fn monday_of(day: Date) -> Date {
    days_later(day, -i64::from(day.weekday().since(Weekday::Monday)))
}

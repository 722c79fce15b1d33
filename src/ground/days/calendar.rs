//! Counting with days: from one to another, and which one is near.

use super::civil::{Date, DateSpan, Weekday};

/// How many days lie between two days; negative when the second comes first.
pub fn days_from(first: Date, second: Date) -> i64 {
    second.duration_since(first).as_hours() / 24
}

/// The day so many days later, or earlier when negative; the day itself where the calendar ends.
pub fn days_later(day: Date, days: i64) -> Date {
    day.checked_add(DateSpan::new().days(days)).unwrap_or(day)
}

/// The day of this number and month that is nearest to another day.
pub fn nearest_day(day: i8, month: i8, to: Date) -> Option<Date> {
    let years = [to.year() - 1, to.year(), to.year() + 1];
    let days = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    days.min_by_key(|found| days_from(*found, to).abs())
}

/// The Monday of the week of a day.
pub fn monday_of(day: Date) -> Date {
    days_later(day, -i64::from(day.weekday().since(Weekday::Monday)))
}

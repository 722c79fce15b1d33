//! The door to the time library: days, moments and zones.

pub use jiff::Span as DateSpan;
pub use jiff::Timestamp;
pub use jiff::ZonedDateTime;
pub use jiff::civil::{Date, DateTime, Weekday};
pub use jiff::tz::TimeZone;

/// The time zone of the Netherlands, in which a village lives that names no other.
pub fn dutch_zone() -> TimeZone {
    // It is part of the program: it is always found.
    TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC)
}

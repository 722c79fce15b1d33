//! The only module that uses the time library, for days, instants and time zones.

pub use jiff::Span as DateSpan;
pub use jiff::Timestamp;
pub use jiff::ZonedDateTime;
pub use jiff::civil::{Date, DateTime, Weekday};
pub use jiff::tz::TimeZone;

/// Returns the time zone of the Netherlands, the default for a village that names no other.
pub fn dutch_zone() -> TimeZone {
    // The time zone database is built into the program, so this is always found.
    TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC)
}

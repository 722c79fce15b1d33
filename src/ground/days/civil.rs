//! The door to the time library: days, moments and zones.

pub use jiff::Span as DateSpan;
pub use jiff::Timestamp;
pub use jiff::ZonedDateTime;
pub use jiff::civil::{Date, DateTime, Weekday};
pub use jiff::tz::TimeZone;

//! Calendars that people can subscribe to (RFC 5545, RFC 7986).

mod lines;
mod zone;
mod stamp;
mod event;
mod calendar;
mod region;

pub(super) use calendar::{Subject, calendar, venue_calendar};
pub(super) use region::region_calendar;
pub(super) use stamp::known_revision;

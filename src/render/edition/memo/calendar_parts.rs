//! The parts of calendar files that several calendars share.

use std::sync::{Arc, OnceLock};

use crate::village::Village;

/// The parts of calendar files that several calendars share.
pub(in crate::render) struct CalendarParts {
    /// The time zone definition: when the clocks change.
    pub(in crate::render) time_zone: OnceLock<String>,
    /// The calendar components of an event, by the number of its entry.
    pub(in crate::render) components: Vec<OnceLock<Arc<str>>>,
}

impl CalendarParts {
    pub(super) fn of(village: &Village) -> Self {
        let components = village.entries.iter().map(|_| OnceLock::new()).collect();
        Self { time_zone: OnceLock::new(), components }
    }
}

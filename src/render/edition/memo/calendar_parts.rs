//! What stands in several calendars.

use std::sync::{Arc, OnceLock};

use crate::village::Village;

/// What stands in several calendars.
pub(in crate::render) struct CalendarParts {
    /// When the clocks change.
    pub(in crate::render) time_zone: OnceLock<String>,
    /// What is told of an event, by the number of its entry.
    pub(in crate::render) components: Vec<OnceLock<Arc<str>>>,
}

impl CalendarParts {
    pub(super) fn of(village: &Village) -> Self {
        let components = village.entries.iter().map(|_| OnceLock::new()).collect();
        Self { time_zone: OnceLock::new(), components }
    }
}

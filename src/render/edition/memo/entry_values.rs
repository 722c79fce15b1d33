//! What templates are given of one entry or one time, wherever it is shown.

use std::sync::OnceLock;

use crate::almanac::Almanac;
use crate::ground::MemoTable;
use crate::render::templates::Value;
use crate::village::{EntryId, Village};

/// What templates are given of one entry or one time.
pub(in crate::render) struct EntryValues {
    /// Entries in short, by their number.
    pub(in crate::render) cards: Vec<OnceLock<Value>>,
    /// Venues as their events tell of them.
    pub(in crate::render) places: MemoTable<EntryId, Value>,
    /// Times that something takes place, by their number.
    pub(in crate::render) occurrences: Vec<OnceLock<Value>>,
}

impl EntryValues {
    pub(super) fn of(village: &Village, almanac: &Almanac) -> Self {
        Self {
            cards: village.entries.iter().map(|_| OnceLock::new()).collect(),
            places: MemoTable::default(),
            occurrences: almanac.occurrences.iter().map(|_| OnceLock::new()).collect(),
        }
    }
}

//! What templates are given for one entry or one occurrence, wherever it is shown.

use std::sync::OnceLock;

use crate::almanac::Almanac;
use crate::ground::MemoTable;
use crate::render::templates::Value;
use crate::village::{EntryId, Village};

/// What templates are given for one entry or one occurrence.
pub(in crate::render) struct EntryValues {
    /// Short forms of entries, by entry number.
    pub(in crate::render) cards: Vec<OnceLock<Value>>,
    /// Venues in the form that their events show.
    pub(in crate::render) places: MemoTable<EntryId, Value>,
    /// Occurrences, by number.
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

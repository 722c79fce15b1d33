//! What many pages share: computed when the first page requests it, and grouped by who requests it.

mod calendar_parts;
mod entry_values;
mod everywhere;
mod files_on_site;
mod lists;
mod recorded;

use crate::almanac::Almanac;
use crate::village::Village;
use calendar_parts::CalendarParts;
use entry_values::EntryValues;
use everywhere::Everywhere;
use files_on_site::FilesOnSite;
use lists::Lists;
use recorded::Recorded;

/// What many pages share, computed when the first page requests it.
pub(in crate::render) struct Memo {
    pub(in crate::render) everywhere: Everywhere,
    pub(in crate::render) values: EntryValues,
    pub(in crate::render) lists: Lists,
    pub(in crate::render) calendars: CalendarParts,
    pub(in crate::render) files: FilesOnSite,
    pub(in crate::render) recorded: Recorded,
}

impl Memo {
    /// Creates an empty memo.
    pub(super) fn of(village: &Village, almanac: &Almanac) -> Self {
        Self {
            everywhere: Everywhere::default(),
            values: EntryValues::of(village, almanac),
            lists: Lists::default(),
            calendars: CalendarParts::of(village),
            files: FilesOnSite::default(),
            recorded: Recorded::default(),
        }
    }
}

//! Minutes of meetings that are a text on the village's own site.

use super::edition::Edition;
use crate::village::{EntryId, Event};

/// The meetings on the site whose minutes are a text, with those texts.
pub(super) fn written_minutes(edition: &Edition) -> &[(EntryId, EntryId)] {
    edition.memo.lists.minutes.get_or_init(|| {
        let meetings = edition.village.all::<Event>().filter_map(|(entry, event)| {
            let file = event.minutes.as_ref()?.file.as_ref()?;
            let text = edition.shown(entry.target(file.value.span)?)?;
            edition.shown(entry.id).map(|meeting| (meeting.id, text.id))
        });
        meetings.collect()
    })
}

/// Whether the site has a list of documents.
pub(super) fn has_documents(edition: &Edition) -> bool {
    !edition.village.documents.is_empty() || !written_minutes(edition).is_empty()
}

//! Every entry gets its number and its address, which is held by no other.

use std::collections::HashMap;
use std::sync::Arc;

use super::messages;
use super::slugs::HOME;
use crate::ground::{Address, Remarks, Speech, Timestamp};
use crate::read::Source;
use crate::village::entry::{Draft, Entry, EntryId};
use crate::village::kinds::Kind;

/// Gives every draft its number and address; of two with the same slug the second is named as the mistake.
pub(super) fn with_addresses(
    drafts: Vec<(usize, Arc<Draft>)>,
    speech: Speech,
    source: &Source,
    remarks: &mut Remarks,
) -> Vec<Entry> {
    let mut taken: HashMap<(Kind, String), (usize, Arc<Draft>)> = HashMap::new();
    let mut entries = Vec::with_capacity(drafts.len());
    for (file_number, draft) in drafts {
        let key = (draft.kind(), draft.slug.clone());
        match taken.get(&key) {
            Some((other_number, other)) => {
                let file = &source.texts[file_number];
                let span = draft.head.slug.as_ref().map_or(draft.span, |slug| slug.span);
                let line = source.texts[*other_number].place(other.span).line;
                remarks.add(messages::doubled_slug(
                    file.place(span),
                    draft.kind(),
                    &draft.slug,
                    &other.path,
                    line,
                ));
            }
            None => {
                taken.insert(key, (file_number, Arc::clone(&draft)));
                let last_change = source.history.last_change(&draft.path);
                entries.push(numbered(entries.len(), draft, last_change, speech));
            }
        }
    }
    entries
}

/// The address of an entry on a site with addresses in this language.
fn address_of(draft: &Draft, speech: Speech) -> Address {
    match (draft.kind(), draft.slug.as_str()) {
        (Kind::Page, HOME) => Address::home(),
        (kind, slug) => Address::page(kind.address(speech).into_iter().chain([slug])),
    }
}

/// The entry at this place of the list.
fn numbered(number: usize, draft: Arc<Draft>, last_change: Option<Timestamp>, speech: Speech) -> Entry {
    let address = address_of(&draft, speech);
    Entry { id: EntryId(number), draft, address, last_change, targets: Vec::new(), files: Vec::new() }
}

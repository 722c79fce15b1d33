//! Gives every entry its number and a unique address.

use std::sync::Arc;

use super::cache::{AddressRoll, SettleCache};
use super::messages;
use super::slugs::HOME;
use crate::ground::{Address, Locale, QuickMap, Remarks, quick_map};
use crate::read::Source;
use crate::village::entry::{Draft, Entry};
use crate::village::followed::EntryId;
use crate::village::kinds::Kind;
use crate::village::register::Register;

/// Gives every draft its number and address, and registers all of them. If no entry or file was added,
/// removed or moved since the last run, everything stays as it was.
pub(super) fn with_addresses(
    drafts: Vec<(usize, Arc<Draft>)>,
    locale: Locale,
    source: &Source,
    cache: &mut SettleCache,
    remarks: &mut Remarks,
) -> (Vec<Entry>, Arc<Register>) {
    let unchanged = cache.roll.as_ref().and_then(|roll| roll.unchanged_for(&drafts, &source.files, locale));
    if let Some((addresses, register)) = unchanged {
        let entries = drafts.into_iter().zip(addresses).enumerate();
        let entries =
            entries.map(|(number, ((_, draft), address))| new_entry(number, draft, address.clone(), source));
        return (entries.collect(), register);
    }
    let count = drafts.len();
    let entries = entries_at_unique_addresses(drafts, locale, source, remarks);
    let places: Vec<_> = entries.iter().map(|entry| (&entry.draft.path, &entry.address)).collect();
    let register = Arc::new(Register::of(&places, &source.files));
    // Two entries with the same address must be reported every time.
    let is_unique = entries.len() == count;
    cache.roll = is_unique.then(|| AddressRoll::of(&entries, &source.files, locale, Arc::clone(&register)));
    (entries, register)
}

/// Builds the entries. Of two entries with the same slug, the second is reported and left out.
fn entries_at_unique_addresses(
    drafts: Vec<(usize, Arc<Draft>)>,
    locale: Locale,
    source: &Source,
    remarks: &mut Remarks,
) -> Vec<Entry> {
    let mut first_with_slug: QuickMap<(Kind, &str), usize> = quick_map(drafts.len());
    let mut entries = Vec::with_capacity(drafts.len());
    for (number, (file_number, draft)) in drafts.iter().enumerate() {
        let first = *first_with_slug.entry((draft.kind(), &draft.slug)).or_insert(number);
        if first == number {
            entries.push(new_entry(entries.len(), Arc::clone(draft), address_of(draft, locale), source));
            continue;
        }
        let (other_file, other) = &drafts[first];
        let file = &source.texts[*file_number];
        let span = draft.head.slug.as_ref().map_or(draft.span, |slug| slug.span);
        let line = source.texts[*other_file].place(other.span).line;
        let place = file.place(span);
        remarks.add(messages::duplicate_slug(place, draft.kind(), &draft.slug, &other.path, line));
    }
    entries
}

/// Returns the address of an entry on a site with addresses in this language.
fn address_of(draft: &Draft, locale: Locale) -> Address {
    match (draft.kind(), draft.slug.as_str()) {
        (Kind::Page, HOME) => Address::home(),
        (kind, slug) => Address::page(kind.address(locale).into_iter().chain([slug])),
    }
}

/// Returns the entry with this number, before it is linked.
fn new_entry(number: usize, draft: Arc<Draft>, address: Address, source: &Source) -> Entry {
    let last_change = source.history.last_change(&draft.path);
    Entry { id: EntryId(number), draft, address, last_change, links: Arc::default() }
}

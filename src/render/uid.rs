//! What names an event to calendars, and a piece of news to feed readers: the same for as long as it exists (RFC 5545
//! §3.8.4.7, RFC 4287 §4.2.6).

use super::edition::Edition;
use crate::ground::{Address, slug};
use crate::village::{AliasAddress, Entry};

/// The name of a strand of an event. It is made of the first slug that the event had and of the village's name, so
/// that it stays when title, file, host or order change.
pub(super) fn uid(edition: &Edition, entry: &Entry, label: &str) -> String {
    let village = slug(edition.village.settings.village_name());
    format!("{}{label}.{village}@dorpsplein", first_slug(entry))
}

/// The address that an entry had first.
pub(super) fn first_address(entry: &Entry) -> Address {
    match first_slug(entry) {
        own if own == entry.slug => entry.address.clone(),
        first => among_its_kind(entry, first),
    }
}

/// The slug that an entry had first. An address among its kind, `/agenda/koffie/`, says the same as `koffie`; others are
/// of pages that were never ours.
fn first_slug(entry: &Entry) -> &str {
    let mut former = entry.head.aliases.iter().flat_map(|aliases| aliases.iter());
    let first = former.find_map(|alias| match &alias.value {
        AliasAddress::Slug(slug) => Some(slug.as_str()),
        AliasAddress::Path(parts) => {
            let last = parts.last()?;
            (Address::page(parts) == among_its_kind(entry, last)).then_some(last.as_str())
        }
    });
    first.unwrap_or(&entry.slug)
}

/// The address that an entry would have with another slug.
fn among_its_kind(entry: &Entry, slug: &str) -> Address {
    let folder = entry.address.as_str().trim_end_matches('/');
    let folder = folder.rfind('/').map_or("", |slash| &folder[..slash]);
    Address::page(folder.split('/').filter(|part| !part.is_empty()).chain([slug]))
}

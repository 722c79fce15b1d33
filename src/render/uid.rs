//! Permanent identifiers of events for calendars and of news for feed readers (RFC 5545 §3.8.4.7, RFC 4287
//! §4.2.6).

use super::edition::Edition;
use crate::ground::{Address, slug};
use crate::village::{AliasAddress, Entry};

/// The UID of a strand of an event. It consists of the event's first slug and the village's name, so that it
/// stays the same when the title, file, host or order changes.
pub(super) fn uid(edition: &Edition, entry: &Entry, label: &str) -> String {
    let village = slug(edition.village.settings.village_name());
    format!("{}{label}.{village}@dorpsplein", first_slug(entry))
}

/// The first address that an entry had.
pub(super) fn first_address(entry: &Entry) -> Address {
    match first_slug(entry) {
        own if own == entry.slug => entry.address.clone(),
        first => among_its_kind(entry, first),
    }
}

/// The first slug that an entry had. An alias in the folder of its kind, `/agenda/koffie/`, means the same as
/// `koffie`; other aliases are addresses from another site.
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

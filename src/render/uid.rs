//! What names an event to calendars: the same for as long as the event exists (RFC 5545 §3.8.4.7).

use super::edition::Edition;
use crate::ground::slug;
use crate::village::{AliasAddress, Entry};

/// The name of a strand of an event. It is made of the first slug that the event had and of the village's name, so
/// that it stays when title, file, host or order change.
pub(super) fn uid(edition: &Edition, entry: &Entry, label: &str) -> String {
    let former = entry.head.aliases.iter().flat_map(|aliases| aliases.iter());
    let first = former
        .filter_map(|alias| match &alias.value {
            AliasAddress::Slug(slug) => Some(slug.as_str()),
            AliasAddress::Path(_) => None,
        })
        .next();
    let village = slug(edition.village.settings.village_name());
    format!("{}{label}.{village}@dorpsplein", first.unwrap_or(&entry.slug))
}

//! Finds pages that were on the site at the last build and are gone, because whoever kept their address would
//! find a dead link.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::edition::Edition;
use super::messages;
use super::plan::Plan;
use crate::ground::{Address, Diagnostic, Place, closest, fold};
use crate::read::{SITE_FILE, Source};
use crate::village::Entry;

/// The entries of the village that have a page, by address, with their names. Lists, days and months come and
/// go without anyone changing them, and are left out.
pub fn entry_pages(edition: &Edition) -> BTreeMap<String, String> {
    shown_entries(edition).map(|entry| (entry.address.to_string(), entry.name.clone())).collect()
}

/// Reports entries that had a page when neither a page nor a former address is there now.
pub fn missing_pages(
    edition: &Edition,
    plan: &Plan,
    source: &Source,
    before: &BTreeMap<String, String>,
) -> Vec<Diagnostic> {
    let is_left = |address: &Address| {
        // An entry that is only hidden today was not renamed.
        plan.find(address).is_some()
            || edition.village.at_address(address).is_some()
            || edition.village.settings.is_gone(address)
    };
    // Computed only when needed: usually nothing is gone, and at the first build everything is new.
    let newcomers = OnceCell::new();
    let come =
        || Newcomers::of(shown_entries(edition).filter(|entry| !before.contains_key(entry.address.as_str())));
    let missing_pages = before.iter().map(|(address, name)| (Address::file(address), name));
    missing_pages
        .filter(|(address, _)| address.is_page() && !is_left(address))
        .map(|(address, name)| gone_remark(edition, source, &address, name, newcomers.get_or_init(come)))
        .collect()
}

fn gone_remark(
    edition: &Edition,
    source: &Source,
    address: &Address,
    name: &str,
    newcomers: &Newcomers<'_>,
) -> Diagnostic {
    let Some(entry) = newcomers.most_likely(address, name) else {
        return messages::address_gone(Place::of_file(SITE_FILE), address, name, None);
    };
    let section = Address::page(entry.kind().address(edition.locale()));
    let former = match last_part(address) {
        slug if section.sibling(&format!("{slug}/")) == *address => slug.to_owned(),
        _ => address.to_string(),
    };
    let place = source.text(&entry.path).map_or_else(
        || Place::of_file(entry.path.shared()),
        |file| file.place(entry.head.slug.as_ref().map_or(entry.span, |slug| slug.span)),
    );
    let has_more = entry.head.aliases.is_some();
    messages::address_gone(place, address, name, Some((&entry.name, &former, has_more)))
}

/// The entries that have a page now and had none at the last build.
struct Newcomers<'e> {
    all: Vec<&'e Entry>,
    /// The first entry with each name.
    by_name: BTreeMap<String, &'e Entry>,
}

impl<'e> Newcomers<'e> {
    fn of(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let all: Vec<&Entry> = entries.collect();
        let mut by_name = BTreeMap::new();
        for entry in &all {
            by_name.entry(fold(&entry.name)).or_insert(*entry);
        }
        Self { all, by_name }
    }

    /// The new entry that is most likely the old one: same or similar name, or a longer or shorter slug.
    fn most_likely(&self, address: &Address, name: &str) -> Option<&'e Entry> {
        let slug = last_part(address);
        let first_with = |is_it: &dyn Fn(&Entry) -> bool| self.all.iter().copied().find(|entry| is_it(entry));
        let near_slug = || closest(slug, self.all.iter().map(|entry| &*entry.slug));
        let near_name = || closest(name, self.all.iter().map(|entry| &*entry.name));
        let same_name = self.by_name.get(&fold(name)).copied();
        same_name
            .or_else(|| near_slug().and_then(|near| first_with(&|entry| *entry.slug == *near)))
            .or_else(|| near_name().and_then(|near| first_with(&|entry| *entry.name == *near)))
            .or_else(|| first_with(&|entry| are_one_longer(slug, &entry.slug)))
    }
}

/// Whether one slug is the other with a part added, such as `dorpshuis` and `dorpshuis-de-brink`.
fn are_one_longer(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    !short.is_empty() && (long.starts_with(&format!("{short}-")) || long.ends_with(&format!("-{short}")))
}

fn last_part(address: &Address) -> &str {
    address.as_str().trim_end_matches('/').rsplit('/').next().unwrap_or("")
}

fn shown_entries(edition: &Edition) -> impl Iterator<Item = &Entry> {
    edition.village.entries.iter().filter(|entry| edition.almanac.is_shown(entry.id))
}

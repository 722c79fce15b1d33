//! The agenda by facet: by kind of event, by venue, by organisation.

use std::collections::BTreeMap;

use crate::almanac::Occurrence;
use crate::ground::{Address, sort_key};
use crate::render::addresses::{Section, part_address, section_address};
use crate::render::edition::Edition;
use crate::render::facet::{Facet, FacetPage};
use crate::render::values::is_at;
use crate::village::{Details, EntryId, Kind};

/// Returns every event that is on the site, in an order that does not depend on their files.
pub(super) fn all_events(edition: &Edition) -> Vec<EntryId> {
    let shown =
        edition.village.of_kind(Kind::Event).iter().filter(|entry| edition.almanac.is_shown(entry.id));
    let mut events: Vec<_> = shown.map(|entry| (entry.slug.as_str(), entry.id)).collect();
    // The files are mostly in this order already, which makes a stable sort fast.
    events.sort();
    events.into_iter().map(|(_, id)| id).collect()
}

/// Returns all facet pages: the kinds, then the venues, then the organisations, each by name.
pub(super) fn facet_pages(edition: &Edition) -> &[FacetPage] {
    edition.memo.lists.facet_pages.get_or_init(|| {
        let events = all_events(edition);
        let mut facet_pages = kind_pages(edition, &events);
        facet_pages.extend(venue_and_organiser_pages(edition, &events));
        let today = edition.almanac.today;
        for facet_page in &mut facet_pages {
            let of = |id: &EntryId| edition.almanac.of_event(*id);
            let times = facet_page.events.iter().flat_map(of).filter(|it| it.last_day >= today);
            facet_page.coming = times.filter(|it| is_part_of(edition, facet_page, it)).count();
        }
        facet_pages
    })
}

/// Whether an occurrence belongs on a facet page: an event that is elsewhere for once does not belong to its
/// usual venue.
pub(super) fn is_part_of(edition: &Edition, facet_page: &FacetPage, it: &Occurrence) -> bool {
    facet_page.venue().is_none_or(|venue| is_at(edition, it, venue))
}

/// Returns the facet pages that this site publishes, with their indices. On a portal, the page of a kind
/// covers all villages and is built elsewhere.
pub(super) fn own_facet_pages(edition: &Edition) -> impl Iterator<Item = (usize, &FacetPage)> {
    let is_portal = edition.village.settings.is_portal();
    facet_pages(edition)
        .iter()
        .enumerate()
        .filter(move |(_, facet_page)| !is_portal || facet_page.facet != Facet::Kind)
}

/// Returns the address of a facet page; without a page of its own, that of the agenda itself.
fn address_of(edition: &Edition, facet: Facet, id: &str) -> Address {
    let own = part_address(edition, facet.divider(), id);
    own.unwrap_or_else(|| section_address(edition, Section::Of(Kind::Event)))
}

/// Returns the kinds of event in use, each with its events.
fn kind_pages(edition: &Edition, events: &[EntryId]) -> Vec<FacetPage> {
    let mut kinds: BTreeMap<&str, FacetPage> = BTreeMap::new();
    for id in events {
        let Details::Event(event) = &edition.village.entry(*id).details else { continue };
        let Some(kind) = event.kind.as_ref().filter(|kind| !kind.value.id().is_empty()) else { continue };
        let label = kind.known.map_or(kind.typed.as_str(), |word| edition.label(word.label));
        let new = || FacetPage {
            facet: Facet::Kind,
            name: label.to_owned(),
            page: address_of(edition, Facet::Kind, kind.value.id()),
            entry: None,
            events: Vec::new(),
            coming: 0,
        };
        kinds.entry(kind.value.id()).or_insert_with(new).events.push(*id);
    }
    let mut kinds: Vec<FacetPage> = kinds.into_values().collect();
    kinds.sort_by_cached_key(|facet_page| sort_key(&facet_page.name));
    kinds
}

/// Returns the venues, and then the organisations, that events refer to.
fn venue_and_organiser_pages(edition: &Edition, events: &[EntryId]) -> Vec<FacetPage> {
    // Which events link to an entry, each by its index in the list.
    let mut leads: Vec<(EntryId, usize)> = Vec::with_capacity(2 * events.len());
    for (place, id) in events.iter().enumerate() {
        leads.extend(edition.village.entry(*id).links.targets.iter().map(|(_, target)| (*target, place)));
    }
    leads.sort_unstable();
    leads.dedup();
    let mut facets: [Vec<FacetPage>; 2] = Default::default();
    for leads in leads.chunk_by(|one, other| one.0 == other.0) {
        let Some(entry) = leads.first().and_then(|(target, _)| edition.shown(*target)) else { continue };
        let (number, facet) = match entry.kind() {
            Kind::Venue => (0, Facet::Venue),
            Kind::Organisation => (1, Facet::Organisation),
            _ => continue,
        };
        facets[number].push(FacetPage {
            facet,
            name: entry.name.clone(),
            page: address_of(edition, facet, &entry.slug),
            entry: Some(entry.id),
            events: leads.iter().map(|(_, place)| events[*place]).collect(),
            coming: 0,
        });
    }
    for facet_pages in &mut facets {
        facet_pages.sort_by_cached_key(|facet_page| sort_key(&facet_page.name));
    }
    facets.into_iter().flatten().collect()
}

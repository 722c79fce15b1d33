//! Where people meet: all places on one page when they are few, else by municipality.

use super::by_day::choice;
use super::places::{by_province, short_name, venue_value, villages_of};
use super::words::counted;
use crate::almanac::Municipality;
use crate::ground::{Address, sort_key};
use crate::region::{Told, ToldVenue};
use crate::render::edition::Edition;
use crate::render::page::Page;
use crate::render::plan::{Made, Planner};
use crate::render::region_addresses::{venues_of_address, villages_address};
use crate::render::sections::{Section, section_address};
use crate::render::templates::Value;
use crate::render::values::card;
use crate::village::{Entry, Kind};

/// How many stand together on one page, and how many of one municipality do.
const FEW: usize = 48;
const MOST: usize = 600;

const SECTION: Section = Section::Of(Kind::Venue);

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    planner.add(section_address(edition, SECTION), &SECTION.title(edition), make);
    for (number, municipality) in edition.region.municipalities.iter().enumerate() {
        let has_venues = villages_of(edition, municipality).any(|(_, village)| !village.venues.is_empty());
        if let Some(address) = venues_of_address(edition, municipality).filter(|_| has_venues) {
            let title = title_of(edition, municipality);
            planner.add(address.clone(), &title, move |edition| make_of(edition, number, &address));
        }
    }
}

fn title_of(edition: &Edition, municipality: &Municipality) -> String {
    edition.words.filled("region.venues_in", &[("name", municipality.name.as_deref().unwrap_or_default())])
}

/// The venues of villages, by name.
fn venues<'e>(edition: &Edition, villages: impl Iterator<Item = &'e Told>, most: usize) -> Vec<Value> {
    let all = villages.flat_map(|village| village.venues.iter().map(move |venue| (village, venue)));
    let mut all: Vec<(&Told, &ToldVenue)> = all.collect();
    all.sort_by_cached_key(|(village, venue)| (sort_key(&village.name), sort_key(&venue.name)));
    all.into_iter().take(most).map(|(village, venue)| venue_value(edition, village, venue, true)).collect()
}

fn make(edition: &Edition) -> Made {
    let all = &edition.region.region.villages;
    let count: usize = all.iter().map(|village| village.venues.len()).sum();
    let mut own: Vec<&Entry> = edition.village.of_kind(Kind::Venue).iter().collect();
    own.retain(|entry| edition.almanac.is_shown(entry.id));
    own.sort_by_cached_key(|entry| sort_key(&entry.name));
    let own: Vec<Value> = own.into_iter().map(|entry| card(edition, entry.id)).collect();
    let (venues, provinces) = match count <= FEW {
        true => (venues(edition, all.iter(), FEW), Vec::new()),
        false => (Vec::new(), by_province(edition, |it| choice_of(edition, it))),
    };
    Page::new("region-venues.html", section_address(edition, SECTION), SECTION.title(edition), SECTION)
        .with("intro", edition.words.text("region.venues_intro").to_owned())
        .with("own", own)
        .with("venues", venues)
        .with("provinces", provinces)
        .make(edition)
}

/// A municipality with the number of its places; those of villages that named none are found by village.
fn choice_of(edition: &Edition, municipality: &Municipality) -> Option<Value> {
    let count: usize = villages_of(edition, municipality).map(|(_, village)| village.venues.len()).sum();
    let address = venues_of_address(edition, municipality).unwrap_or_else(|| villages_address(edition));
    let count = Some(count).filter(|count| *count > 0)?;
    Some(choice(
        &short_name(edition, municipality),
        address.as_str(),
        Some(counted(edition, "region.places", count)),
    ))
}

fn make_of(edition: &Edition, number: usize, address: &Address) -> Made {
    let municipality = &edition.region.municipalities[number];
    let villages = villages_of(edition, municipality).map(|(_, village)| village);
    Page::new("region-venues.html", address.clone(), title_of(edition, municipality), SECTION)
        .below_section(edition)
        .with("intro", edition.words.text("region.venues_intro").to_owned())
        .with("own", Vec::<Value>::new())
        .with("venues", venues(edition, villages, MOST))
        .with("provinces", Vec::<Value>::new())
        .make(edition)
}

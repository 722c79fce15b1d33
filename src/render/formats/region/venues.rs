//! The venues of a region: all on one page when there are few, otherwise by municipality.

use std::ops::Range;

use super::by_day::choice;
use super::places::{by_province, short_name, venue_value, villages_of};
use super::words::counted;
use crate::almanac::Municipality;
use crate::ground::{Address, sort_key};
use crate::region::{RemoteVenue, RemoteVillage};
use crate::render::addresses::{Section, section_address, venues_of_address, villages_address};
use crate::render::edition::Edition;
use crate::render::formats::lists::pager;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::Value;
use crate::render::values::card;
use crate::village::{Entry, Kind};

/// The most venues that are listed together for the whole region, and how many of one municipality are on one
/// page.
const FEW: usize = 48;
const PER_PAGE: usize = 200;

const SECTION: Section = Section::Of(Kind::Venue);

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    planner.add(section_address(edition, SECTION), &SECTION.title(edition), make);
    for (number, municipality) in edition.region.municipalities.iter().enumerate() {
        let Some(first) = venues_of_address(edition, municipality) else { continue };
        let title = title_of(edition, municipality);
        for page in 1..=count_in(edition, municipality).div_ceil(PER_PAGE) {
            let first = first.clone();
            planner.add(page_address(&first, page), &title, move |edition| {
                make_of_municipality(edition, number, &first, page)
            });
        }
    }
}

/// Returns `/gemeenten/meppel/locaties/`, `/gemeenten/meppel/locaties/2/`.
fn page_address(first: &Address, page: usize) -> Address {
    match page {
        1 => first.clone(),
        page => first.sibling(&format!("{page}/")),
    }
}

/// Returns how many venues a municipality has.
fn count_in(edition: &Edition, municipality: &Municipality) -> usize {
    villages_of(edition, municipality).map(|(_, village)| village.venues.len()).sum()
}

fn title_of(edition: &Edition, municipality: &Municipality) -> String {
    edition.words().filled("region.venues_in", &[("name", municipality.name.as_deref().unwrap_or_default())])
}

/// Returns some of the venues of these villages, in order of name.
fn venues<'e>(
    edition: &Edition,
    villages: impl Iterator<Item = &'e RemoteVillage>,
    which: Range<usize>,
) -> Vec<Value> {
    let all = villages.flat_map(|village| village.venues.iter().map(move |venue| (village, venue)));
    let mut all: Vec<(&RemoteVillage, &RemoteVenue)> = all.collect();
    all.sort_by_cached_key(|(village, venue)| (sort_key(&village.name), sort_key(&venue.name)));
    let shown = all.into_iter().skip(which.start).take(which.len());
    shown.map(|(village, venue)| venue_value(edition, village, venue, true)).collect()
}

fn make(edition: &Edition) -> Rendered {
    let all = &edition.region.region.villages;
    let count: usize = all.iter().map(|village| village.venues.len()).sum();
    let mut own: Vec<&Entry> = edition.village.of_kind(Kind::Venue).iter().collect();
    own.retain(|entry| edition.almanac.is_shown(entry.id));
    own.sort_by_cached_key(|entry| sort_key(&entry.name));
    let own: Vec<Value> = own.into_iter().map(|entry| card(edition, entry.id)).collect();
    let (venues, provinces) = match count <= FEW {
        true => (venues(edition, all.iter(), 0..count), Vec::new()),
        false => (Vec::new(), by_province(edition, |it| choice_of(edition, it))),
    };
    Page::new("region-venues.html", section_address(edition, SECTION), SECTION.title(edition), SECTION)
        .with("intro", edition.words().text("region.venues_intro").to_owned())
        .with("own", own)
        .with("venues", venues)
        .with("provinces", provinces)
        .with("pager", Value::none())
        .make(edition)
}

/// Returns a municipality with the number of its venues; villages without a municipality link to the list of
/// villages.
fn choice_of(edition: &Edition, municipality: &Municipality) -> Option<Value> {
    let count = count_in(edition, municipality);
    let address = venues_of_address(edition, municipality).unwrap_or_else(|| villages_address(edition));
    let count = Some(count).filter(|count| *count > 0)?;
    Some(choice(
        &short_name(edition, municipality),
        address.as_str(),
        Some(counted(edition, "region.places", count)),
    ))
}

/// Renders a page of one municipality.
fn make_of_municipality(edition: &Edition, number: usize, first: &Address, page: usize) -> Rendered {
    let municipality = &edition.region.municipalities[number];
    let villages = villages_of(edition, municipality).map(|(_, village)| village);
    let count = count_in(edition, municipality).div_ceil(PER_PAGE);
    let title = title_of(edition, municipality);
    let title = match page {
        1 => title,
        page => format!("{title} ({})", edition.words().filled("page_number", &[("n", &page.to_string())])),
    };
    Page::new("region-venues.html", page_address(first, page), title, SECTION)
        .below_section(edition)
        .with("intro", edition.words().text("region.venues_intro").to_owned())
        .with("own", Vec::<Value>::new())
        .with("venues", venues(edition, villages, (page - 1) * PER_PAGE..page * PER_PAGE))
        .with("provinces", Vec::<Value>::new())
        .with("pager", pager(page, count, |page| page_address(first, page)))
        .make(edition)
}

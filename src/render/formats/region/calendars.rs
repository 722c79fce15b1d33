//! Calendars of a region, for the whole agenda, every municipality and every village, for the months to come.

use std::sync::Arc;

use super::outlook::{Outlook, Row};
use super::shares::fair_share;
use super::words::municipality_name;
use crate::almanac::{Municipality, OccurrenceRef};
use crate::ground::{Address, days_later};
use crate::render::addresses::{
    CALENDAR, Section, calendar_ways, municipality_address, section_address, subscribe_address,
    village_address,
};
use crate::render::edition::Edition;
use crate::render::formats::facets::all_events;
use crate::render::ical::{Subject, region_calendar};
use crate::render::numbers::Numbers;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::village::{EntryId, Kind};

/// How many days ahead a calendar looks, and how many occurrences it holds at most: programs refuse files
/// that are too large.
const DAYS: i64 = 92;
const MOST: usize = 2_000;

/// The most calendars to choose from on the page that explains how to subscribe.
const MOST_CHOICES: usize = 48;

pub(super) fn plan(edition: &Edition, outlook: &Arc<Outlook>, planner: &mut Planner<'_>) {
    let all = Arc::clone(outlook);
    planner.add(Address::file(CALENDAR), CALENDAR, move |edition| {
        let page = section_address(edition, Section::Of(Kind::Event));
        let rows: Vec<usize> = (0..all.rows.len()).collect();
        Ok(calendar(edition, &all, None, &page, &rows, &all_events(edition)))
    });
    for (number, municipality) in edition.region.municipalities.iter().enumerate() {
        let rows = outlook.of_villages(municipality.villages.iter().copied());
        let address = municipality_address(edition, municipality).filter(|_| !rows.is_empty());
        let Some(page) = address else { continue };
        let outlook = Arc::clone(outlook);
        planner.add(page.sibling(CALENDAR), &municipality_name(edition, municipality), move |edition| {
            let name = municipality_name(edition, &edition.region.municipalities[number]);
            Ok(calendar(edition, &outlook, Some(&name), &page, &rows, &[]))
        });
    }
    for (index, village) in (0..).zip(&edition.region.region.villages) {
        if outlook.of_village(index).is_empty() {
            continue;
        }
        let (page, outlook) = (village_address(edition, village), Arc::clone(outlook));
        planner.add(page.sibling(CALENDAR), &village.name, move |edition| {
            let name = edition.region.village(index).map(|village| village.full_name());
            Ok(calendar(edition, &outlook, name.as_deref(), &page, outlook.of_village(index), &[]))
        });
    }
    let outlook = Arc::clone(outlook);
    let title = edition.words().text("subscribe.title");
    planner.add(subscribe_address(edition), title, move |edition| make(edition, &outlook));
}

fn calendar(
    edition: &Edition,
    outlook: &Outlook,
    name: Option<&str>,
    page: &Address,
    rows: &[usize],
    own: &[EntryId],
) -> Vec<u8> {
    let horizon = days_later(edition.almanac.today, DAYS);
    let end = outlook.days.range(..horizon).next_back().map_or(0, |(_, rows)| rows.end);
    let occurrence_refs =
        rows.iter().take_while(|row| **row < end).filter_map(|row| match outlook.rows.get(*row)? {
            Row::Remote(occurrence_ref) => Some(*occurrence_ref),
            Row::Own(_) => None,
        });
    let all: Vec<OccurrenceRef> = occurrence_refs.collect();
    let occurrence_refs = fair_share(&all, MOST, 1, |it| Some(it.village));
    let is_shared = occurrence_refs.len() < all.len();
    let is_remote = |row: &usize| matches!(outlook.rows.get(*row), Some(Row::Remote(_)));
    let has_later = rows.iter().rev().take_while(|row| **row >= end).any(is_remote);
    let note = match (is_shared, has_later) {
        (true, _) => {
            let most = Numbers::of(edition.language()).whole(u64::try_from(MOST).unwrap_or(u64::MAX));
            Some(edition.words().filled("region.calendar_shared", &[("n", &most)]))
        }
        (false, true) => {
            let last = edition.dates().plain(days_later(horizon, -1));
            Some(edition.words().filled("region.calendar_until", &[("date", &last)]))
        }
        (false, false) => None,
    };
    region_calendar(edition, &Subject { name, page, note: note.as_deref() }, &occurrence_refs, own)
}

fn make(edition: &Edition, outlook: &Outlook) -> Rendered {
    let section = Section::Of(Kind::Event);
    let title = edition.words().text("subscribe.title").to_owned();
    let whole = calendar_ways(edition, edition.village.settings.village_name(), &Address::file(CALENDAR));
    let of = |municipality: &Municipality| {
        let page = municipality_address(edition, municipality)?;
        let has_rows = municipality.villages.iter().any(|index| !outlook.of_village(*index).is_empty());
        has_rows.then(|| {
            calendar_ways(edition, &municipality_name(edition, municipality), &page.sibling(CALENDAR))
        })
    };
    let calendars: Vec<Value> = edition.region.municipalities.iter().filter_map(of).collect();
    // A choice out of hundreds helps nobody; the page of each municipality and village links to its own
    // calendar instead.
    let is_few = !calendars.is_empty() && calendars.len() <= MOST_CHOICES;
    let group = map([
        ("id", "by_municipality".into()),
        ("title", edition.words().text("region.by_municipality").into()),
        ("calendars", calendars.into()),
    ]);
    Page::new("subscribe.html", subscribe_address(edition), title, section)
        .below_section(edition)
        .with("whole", whole)
        .with("groups", if is_few { vec![group] } else { Vec::new() })
        .make(edition)
}

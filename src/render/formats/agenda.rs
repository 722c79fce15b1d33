//! The agenda as a list: everything to come, and the pages for one kind, one venue or one organisation.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::facets::{facet_pages, is_part_of, own_facet_pages};
use super::lists::by_day;
use super::months::{month_links, months};
use crate::almanac::ProgramLine;
use crate::ground::{Date, capital};
use crate::render::addresses::{CALENDAR, Section, calendar_ways, section_address};
use crate::render::edition::Edition;
use crate::render::facet::{Facet, FacetPage};
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::{card, none_or};
use crate::village::Kind;

/// The most lines a list shows; the month pages show them all.
const LONGEST: usize = 60;

/// How many past lines a facet page still shows.
const PAST: usize = 20;

/// The most kinds, venues or organisations a filter offers, and how many of the most frequent kinds come
/// first.
const MOST_CHOICES: usize = 48;
const FIRST_CHOICES: usize = 10;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    // The months are the same on every page of the agenda.
    let months = Arc::new(months(edition));
    let section = Section::Of(Kind::Event);
    let all = Arc::clone(&months);
    if !edition.village.settings.is_portal() {
        let address = section_address(edition, section);
        planner.add(address, &section.title(edition), move |edition| make(edition, &all));
    }
    for (number, facet_page) in own_facet_pages(edition) {
        let months = Arc::clone(&months);
        planner.add(facet_page.page.clone(), &facet_page.name, move |edition| {
            make_facet_page(edition, &months, &facet_pages(edition)[number])
        });
    }
}

/// Returns the filters for the agenda, with only the choices that have something to come.
fn filters(edition: &Edition, page: Option<&FacetPage>) -> Value {
    let facets = Facet::ALL.into_iter().map(|facet| {
        let own = facet_pages(edition)
            .iter()
            .filter(|facet_page| facet_page.facet == facet && facet_page.coming > 0);
        let own: Vec<&FacetPage> = own.take(MOST_CHOICES + 1).collect();
        // A choice out of hundreds helps nobody; the page of each venue and organisation links to its agenda
        // instead.
        let own = match own.len() > MOST_CHOICES {
            true => Vec::new(),
            false if facet == Facet::Kind => most_frequent_first(own),
            false => own,
        };
        let items = own.into_iter().map(|facet_page| {
            let is_here = page.is_some_and(|page| page.page == facet_page.page);
            map([
                ("label", facet_page.name.as_str().into()),
                ("href", facet_page.page.as_str().into()),
                ("is_here", is_here.into()),
            ])
        });
        map([
            ("id", facet.id().into()),
            ("title", edition.words().text(&format!("agenda.{}", facet.id())).into()),
            ("items", items.collect::<Vec<_>>().into()),
        ])
    });
    facets.collect::<Vec<_>>().into()
}

/// Returns the most frequent ones first, then the others by name.
fn most_frequent_first(mut facet_pages: Vec<&FacetPage>) -> Vec<&FacetPage> {
    let mut often = facet_pages.clone();
    often.sort_by_key(|facet_page| Reverse(facet_page.coming));
    often.truncate(FIRST_CHOICES);
    facet_pages.retain(|facet_page| often.iter().all(|first| first.page != facet_page.page));
    often.extend(facet_pages);
    often
}

fn make(edition: &Edition, months: &BTreeSet<Date>) -> Rendered {
    let section = Section::Of(Kind::Event);
    let all = edition.almanac.upcoming().count();
    Page::new("agenda.html", section_address(edition, section), section.title(edition), section)
        .with("days", by_day(edition, edition.almanac.program_from_today().take(LONGEST)))
        .with("has_more", all > LONGEST)
        .with("filters", filters(edition, None))
        .with("angle", Value::none())
        .with("of", Value::none())
        .with("own_calendar", Value::none())
        .with("months", month_links(edition, months.clone()))
        .make(edition)
}

fn make_facet_page(edition: &Edition, months: &BTreeSet<Date>, facet_page: &FacetPage) -> Rendered {
    let today = edition.almanac.today;
    let belongs = |line: &ProgramLine| {
        edition.almanac.occurrences.get(line.number).is_some_and(|it| is_part_of(edition, facet_page, it))
    };
    let lines = edition.almanac.program_of(&facet_page.events);
    let (coming, past): (Vec<&ProgramLine>, Vec<&ProgramLine>) =
        lines.iter().filter(|line| belongs(line)).partition(|line| line.continues_until >= today);
    let has_more = coming.len() > LONGEST;
    let recent = past.into_iter().rev().filter(|line| !line.is_away).take(PAST);
    Page::new("agenda.html", facet_page.page.clone(), capital(&facet_page.name), Section::Of(Kind::Event))
        .below_section(edition)
        .with("days", by_day(edition, coming.into_iter().take(LONGEST)))
        .with("past", by_day(edition, recent).into_iter().rev().collect::<Vec<_>>())
        .with("has_more", has_more)
        .with("filters", filters(edition, Some(facet_page)))
        .with("angle", facet_page.facet.id())
        .with("of", none_or(facet_page.entry.map(|entry| card(edition, entry))))
        .with("own_calendar", calendar_ways(edition, &facet_page.name, &facet_page.page.sibling(CALENDAR)))
        .with("months", month_links(edition, months.clone()))
        .make(edition)
}

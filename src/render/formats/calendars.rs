//! Calendars to subscribe to, for the whole agenda, each kind, venue, organisation and event, and the page
//! that explains how.

use super::facets::{all_events, facet_pages, is_part_of, own_facet_pages};
use crate::ground::Address;
use crate::render::addresses::{
    CALENDAR, Section, calendar_ways, event_calendar, section_address, subscribe_address,
};
use crate::render::edition::Edition;
use crate::render::facet::{Facet, FacetPage};
use crate::render::ical::{Subject, calendar, venue_calendar};
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::village::Kind;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    if !edition.village.settings.is_portal() {
        planner.add(Address::file(CALENDAR), CALENDAR, |edition| {
            let page = section_address(edition, Section::Of(Kind::Event));
            Ok(calendar(edition, &Subject { name: None, page: &page, note: None }, &all_events(edition)))
        });
        let title = edition.words().text("subscribe.title").to_owned();
        planner.add(subscribe_address(edition), &title, make);
    }
    for entry in edition.village.of_kind(Kind::Event).iter().filter(|it| edition.almanac.is_shown(it.id)) {
        let id = entry.id;
        planner.add_alongside(entry, event_calendar(&entry.address), move |edition| {
            let entry = edition.village.entry(id);
            Ok(calendar(
                edition,
                &Subject { name: Some(&entry.name), page: &entry.address, note: None },
                &[id],
            ))
        });
    }
    for (number, facet_page) in own_facet_pages(edition) {
        planner.add(facet_page.page.sibling(CALENDAR), &facet_page.name, move |edition| {
            let facet_page = &facet_pages(edition)[number];
            let subject = Subject { name: Some(&facet_page.name), page: &facet_page.page, note: None };
            Ok(match facet_page.venue() {
                Some(venue) => venue_calendar(edition, &subject, &facet_page.events, venue),
                None => calendar(edition, &subject, &facet_page.events),
            })
        });
    }
}

/// The most calendars the page offers for one facet.
const MOST_CHOICES: usize = 48;

/// Returns the facet pages worth following, because more than one occurrence is still to come; if there are
/// too many, the ones with the most.
fn worth_following(edition: &Edition, facet: Facet) -> Vec<&FacetPage> {
    let facet_pages = facet_pages(edition);
    let today = edition.almanac.today;
    let coming = |facet_page: &FacetPage| {
        let times = facet_page.events.iter().flat_map(|id| edition.almanac.of_event(*id));
        times.filter(|it| it.last_day >= today && is_part_of(edition, facet_page, it)).count()
    };
    let own = facet_pages
        .iter()
        .filter(|facet_page| facet_page.facet == facet)
        .map(|facet_page| (coming(facet_page), facet_page));
    let mut own: Vec<(usize, &FacetPage)> = own.filter(|(coming, _)| *coming > 1).collect();
    own.sort_by_key(|(coming, _)| std::cmp::Reverse(*coming));
    let chosen: Vec<&Address> =
        own.iter().take(MOST_CHOICES).map(|(_, facet_page)| &facet_page.page).collect();
    facet_pages
        .iter()
        .filter(|facet_page| facet_page.facet == facet && chosen.contains(&&facet_page.page))
        .collect()
}

fn make(edition: &Edition) -> Rendered {
    let section = Section::Of(Kind::Event);
    let title = edition.words().text("subscribe.title").to_owned();
    let village = edition.village.settings.village_name();
    let whole = calendar_ways(edition, village, &Address::file(CALENDAR));
    let groups = Facet::ALL.into_iter().filter_map(|facet| {
        let own = worth_following(edition, facet).into_iter();
        let calendars: Vec<Value> = own
            .map(|facet_page| calendar_ways(edition, &facet_page.name, &facet_page.page.sibling(CALENDAR)))
            .collect();
        let title = edition.words().text(&format!("agenda.{}", facet.id())).to_owned();
        (!calendars.is_empty()).then(|| {
            map([("id", facet.id().into()), ("title", title.into()), ("calendars", calendars.into())])
        })
    });
    Page::new("subscribe.html", subscribe_address(edition), title, section)
        .below_section(edition)
        .with("whole", whole)
        .with("groups", groups.collect::<Vec<_>>())
        .make(edition)
}

//! A page for every municipality: its villages, what is to come in them, and how many hours people meet
//! there.

use std::sync::Arc;

use super::by_day::{LineOptions, choice, grouped, values};
use super::figures::in_a_sentence;
use super::news::NewsItem;
use super::outlook::Outlook;
use super::places::villages_of;
use super::shares::fair_share;
use super::words::{municipality_name, province_name};
use crate::almanac::Municipality;
use crate::ground::Address;
use crate::render::addresses::{
    CALENDAR, Section, emergency_of_address, municipality_address, venues_of_address, village_address,
};
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::none_or;

/// How many rows and news items the page shows.
const LONGEST: usize = 80;
const NEWS: usize = 8;

pub(super) fn plan(edition: &Edition, outlook: &Arc<Outlook>, planner: &mut Planner<'_>) {
    for (number, municipality) in edition.region.municipalities.iter().enumerate() {
        let Some(address) = municipality_address(edition, municipality) else { continue };
        let outlook = Arc::clone(outlook);
        planner.add(address.clone(), &municipality_name(edition, municipality), move |edition| {
            make(edition, &outlook, number, &address)
        });
    }
}

fn make(edition: &Edition, outlook: &Outlook, number: usize, address: &Address) -> Rendered {
    let municipality = &edition.region.municipalities[number];
    let rows = outlook.of_villages(municipality.villages.iter().copied());
    let shown = outlook.fair_rows(&rows, LONGEST);
    let (news, has_more_news) = news(edition, municipality);
    let villages = villages_of(edition, municipality).map(|(index, village)| {
        let count = outlook.of_village(index).len();
        let count = (count > 0).then(|| count.to_string());
        choice(&village.name_in_municipality(), village_address(edition, village).as_str(), count)
    });
    let title = municipality_name(edition, municipality);
    Page::new("region-municipality.html", address.clone(), title, Section::Villages)
        .below_section(edition)
        .with("province", municipality.province.map(|name| province_name(edition, name)))
        .with("villages", villages.collect::<Vec<_>>())
        .with("days", values(edition, outlook, &grouped(outlook, &shown), LineOptions::NAMED))
        .with("has_more", shown.len() < rows.len())
        .with("figures", none_or(in_a_sentence(edition, municipality.totals).map(Value::from)))
        .with("ways", ways(edition, municipality, address, !rows.is_empty()))
        .with("news", news)
        .with("has_more_news", has_more_news)
        .make(edition)
}

/// Returns links to more about the municipality.
fn ways(edition: &Edition, municipality: &Municipality, address: &Address, has_rows: bool) -> Value {
    let way = |key: &str, address: Address, is_file: bool| {
        let name = municipality.name.as_deref().unwrap_or_default();
        map([
            ("title", edition.words().filled(key, &[("name", name)]).into()),
            ("href", address.as_str().into()),
            ("is_file", is_file.into()),
        ])
    };
    let mut villages = villages_of(edition, municipality);
    let has_venues = villages.any(|(_, village)| !village.venues.is_empty());
    let mut villages = villages_of(edition, municipality);
    let has_emergency = villages.any(|(_, village)| village.emergency_points().next().is_some());
    let venues = venues_of_address(edition, municipality).filter(|_| has_venues);
    let emergency = emergency_of_address(edition, municipality).filter(|_| has_emergency);
    let calendar = has_rows.then(|| address.sibling(CALENDAR));
    let ways = [
        venues.map(|address| way("region.venues_in", address, false)),
        emergency.map(|address| way("region.emergency_in", address, false)),
        calendar.map(|address| way("region.calendar", address, true)),
    ];
    ways.into_iter().flatten().collect::<Vec<_>>().into()
}

/// Returns the newest items of its villages, which take turns, and whether there are more.
fn news(edition: &Edition, municipality: &Municipality) -> (Value, bool) {
    let today = edition.almanac.today;
    let all = villages_of(edition, municipality).flat_map(|(index, village)| {
        // One more than fits, to find out whether there are more.
        let own = village.news.iter().filter(|news| news.date <= today).take(NEWS + 1);
        own.map(move |news| (index, village, news))
    });
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(.., news)| std::cmp::Reverse(news.date));
    let newest = fair_share(&all, NEWS, 1, |(index, ..)| Some(index)).into_iter();
    let newest = newest.map(|(_, village, news)| NewsItem::Remote(village, news).value(edition));
    (newest.collect::<Vec<_>>().into(), all.len() > NEWS)
}

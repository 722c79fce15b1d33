//! All villages of a region, and a page for each: what is to come there, where people meet, and what is on
//! nearby.

use std::sync::Arc;

use super::by_day::{LineOptions, grouped, values};
use super::news::NewsItem;
use super::outlook::Outlook;
use super::places::{by_province, venue_value, villages_of};
use super::words::{counted, distance, municipality_name, province_name};
use crate::almanac::Municipality;
use crate::ground::{days_later, slug};
use crate::region::RemoteVillage;
use crate::render::addresses::{CALENDAR, Section, municipality_address, village_address, villages_address};
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::none_or;

/// How many rows and news items of its own a village shows.
const LONGEST: usize = 60;
const NEWS: usize = 6;

/// What counts as nearby, in kilometres: the first distance with enough to choose from.
const AROUND: [u32; 3] = [5, 10, 15];
/// How many rows are enough, within how many days, and how many rows and neighbours are shown.
const ENOUGH: usize = 8;
const NEARBY_DAYS: i64 = 28;
const NEARBY: usize = 20;
const NEIGHBOURS: usize = 12;

pub(super) fn plan(edition: &Edition, outlook: &Arc<Outlook>, planner: &mut Planner<'_>) {
    let title = Section::Villages.title(edition);
    planner.add(villages_address(edition), &title, make_list);
    for (index, village) in (0..).zip(&edition.region.region.villages) {
        let outlook = Arc::clone(outlook);
        planner.add(village_address(edition, village), &village.name, move |edition| {
            make(edition, &outlook, index)
        });
    }
}

fn make_list(edition: &Edition) -> Rendered {
    let title = Section::Villages.title(edition);
    let count = edition.region.region.villages.len();
    let provinces = by_province(edition, |municipality| Some(names_in(edition, municipality)));
    Page::new("region-villages.html", villages_address(edition), title, Section::Villages)
        .with("intro", counted(edition, "region.villages_intro", count))
        .with("provinces", provinces)
        .make(edition)
}

/// Returns a municipality with the names of its villages.
fn names_in(edition: &Edition, municipality: &Municipality) -> Value {
    let villages = villages_of(edition, municipality).map(|(_, village)| {
        map([
            ("name", village.name_in_municipality().into_owned().into()),
            ("href", village_address(edition, village).as_str().into()),
        ])
    });
    let address = municipality_address(edition, municipality);
    let id = match municipality.slug.as_str() {
        "" => format!("0-{}", municipality.province.map(slug).unwrap_or_default()),
        slug => slug.to_owned(),
    };
    map([
        ("id", id.into()),
        ("title", super::places::short_name(edition, municipality).into()),
        ("href", address.map(|address| address.to_string()).into()),
        ("villages", villages.collect::<Vec<_>>().into()),
    ])
}

/// What is on around a village: the distance searched, the rows, and how far each village is.
struct Nearby {
    within: u32,
    rows: Vec<usize>,
    has_more: bool,
    villages: Vec<(u32, f64)>,
}

/// Returns what is on around the village with this index; nothing when its location is unknown.
fn nearby(edition: &Edition, outlook: &Outlook, index: u32, village: &RemoteVillage) -> Option<Nearby> {
    let furthest = AROUND[AROUND.len() - 1];
    let all = edition.region.near(village.point?, f64::from(furthest), index);
    let horizon = days_later(edition.almanac.today, NEARBY_DAYS);
    let soon = outlook.days.range(..horizon).next_back().map_or(0, |(_, rows)| rows.end);
    let rows_within = |within: u32| {
        let near = all.iter().take_while(|(_, far)| *far <= f64::from(within)).map(|(index, _)| *index);
        let rows = near.flat_map(|index| {
            let own = outlook.of_village(index);
            &own[..own.partition_point(|row| *row < soon)]
        });
        let mut rows: Vec<usize> = rows.copied().collect();
        rows.sort_unstable();
        rows
    };
    let (mut within, mut rows) = (furthest, Vec::new());
    for distance in AROUND {
        (within, rows) = (distance, rows_within(distance));
        if rows.len() >= ENOUGH {
            break;
        }
    }
    let shown = outlook.fair_rows(&rows, NEARBY);
    Some(Nearby { within, has_more: shown.len() < rows.len(), rows: shown, villages: all })
}

/// Returns the municipality that a village names.
fn municipality_of(edition: &Edition, index: u32) -> Option<&Municipality> {
    let all = edition.region.municipalities.iter();
    all.filter(|it| it.name.is_some()).find(|it| it.villages.binary_search(&index).is_ok())
}

fn make(edition: &Edition, outlook: &Outlook, index: u32) -> Rendered {
    let village = &edition.region.region.villages[index as usize];
    let address = village_address(edition, village);
    let own = outlook.of_village(index);
    let shown = &own[..own.len().min(LONGEST)];
    let near = nearby(edition, outlook, index, village);
    let empty = Vec::new();
    let (villages, near_rows) = near.as_ref().map_or((&empty, &[][..]), |near| (&near.villages, &near.rows));
    let far = |other: u32| {
        let found = villages.iter().find(|(index, _)| *index == other);
        found.map(|(_, far)| distance(edition, *far))
    };
    let line_options = LineOptions { names_village: true, distance: &far };
    let neighbours = villages.iter().take(NEIGHBOURS).filter_map(|(index, far)| {
        let other = edition.region.village(*index)?;
        Some(map([
            ("name", other.full_name().into_owned().into()),
            ("href", village_address(edition, other).as_str().into()),
            ("km", distance(edition, *far).into()),
        ]))
    });
    let today = edition.almanac.today;
    let all_news = || village.news.iter().filter(|news| news.date <= today);
    let news = all_news().take(NEWS).map(|news| NewsItem::Remote(village, news).value(edition));
    let venues = village.venues.iter().map(|venue| venue_value(edition, village, venue, false));
    let calendar = address.sibling(CALENDAR);
    let calendar = (!own.is_empty()).then(|| map([("href", calendar.as_str().into())]));
    let dates = edition.dates();
    let mut page = Page::new("region-village.html", address, village.name.to_string(), Section::Villages)
        .below_section(edition)
        .with("tagline", village.tagline.as_deref())
        .with("municipality", none_or(municipality_value(edition, index)))
        .with("province", village.province.map(|name| province_name(edition, name)))
        .with("home", &*village.home)
        .with("calendar", none_or(calendar))
        .with("days", values(edition, outlook, &grouped(outlook, shown), LineOptions::UNNAMED))
        .with("has_more", shown.len() < own.len())
        .with("nearby", values(edition, outlook, &grouped(outlook, near_rows), line_options))
        .with("has_more_nearby", near.as_ref().is_some_and(|near| near.has_more))
        .with("within", near.as_ref().map_or(0, |near| near.within))
        .with("venues", venues.collect::<Vec<_>>())
        .with("news", news.collect::<Vec<_>>())
        .with("has_more_news", all_news().nth(NEWS).is_some())
        .with("neighbours", neighbours.collect::<Vec<_>>())
        .with("updated", none_or(village.updated.map(|day| dates.day(day))));
    page.description = village.tagline.as_deref().map(str::to_owned);
    page.make(edition)
}

fn municipality_value(edition: &Edition, index: u32) -> Option<Value> {
    let municipality = municipality_of(edition, index)?;
    let address = municipality_address(edition, municipality)?;
    Some(map([("title", municipality_name(edition, municipality).into()), ("href", address.as_str().into())]))
}

//! The home page: what is on today and this week, the latest news, the places to meet. It is of use when
//! nobody posted anything for half a year.

use super::lists::by_day;
use crate::ground::{Address, DateSpan, sort_key};
use crate::render::edition::Edition;
use crate::render::json_ld;
use crate::render::page::Page;
use crate::render::plan::{Made, Planner};
use crate::render::prose::entry_html;
use crate::render::sections::Section;
use crate::render::templates::{Value, safe};
use crate::render::values::{card, none_or, picture_value};
use crate::village::{Entry, Kind};

/// How many days ahead the home page looks.
const DAYS: i64 = 7;

/// How many events it shows at most, and at least when the days ahead are empty.
const MOST_EVENTS: usize = 12;
const FEWEST_EVENTS: usize = 4;

/// How many pieces of news it shows.
const NEWS: usize = 4;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    match own_page(edition) {
        Some(page) => planner.entry(page, make),
        None => planner.add(Address::home(), "/", make),
    }
}

/// The page that a village wrote for its home page, `paginas/index.md`.
fn own_page(edition: &Edition) -> Option<&Entry> {
    edition
        .village
        .of_kind(Kind::Page)
        .iter()
        .find(|page| page.address == Address::home() && edition.almanac.is_shown(page.id))
}

fn make(edition: &Edition) -> Made {
    let settings = &edition.village.settings;
    let own = own_page(edition);
    let today = edition.almanac.today;
    let last = today.checked_add(DateSpan::new().days(DAYS - 1)).unwrap_or(today);
    let upcoming = || edition.almanac.program.iter().filter(|line| line.last_day >= today);
    let soon = upcoming().filter(|it| it.day <= last).count();
    let number = soon.clamp(FEWEST_EVENTS, MOST_EVENTS);
    let mut venues: Vec<&Entry> = shown(edition, Kind::Venue);
    venues.sort_by_cached_key(|venue| sort_key(&venue.name));
    let cards = |entries: Vec<&Entry>| {
        entries.into_iter().map(|entry| card(edition, entry.id)).collect::<Vec<Value>>()
    };
    let image = settings.image.as_ref().and_then(|picture| picture_value(edition, None, &picture.value));
    let mut page = Page::new("home.html", Address::home(), settings.village_name().to_owned(), Section::Home)
        .with("days", by_day(edition, upcoming().take(number)))
        .with("has_more", edition.almanac.upcoming().count() > number)
        .with(
            "news",
            edition.almanac.news.iter().take(NEWS).map(|id| card(edition, *id)).collect::<Vec<Value>>(),
        )
        .with("venues", cards(venues))
        .with("body", none_or(own.map(|own| safe(&entry_html(edition, own)))));
    page.image = image;
    page.json_ld.extend(json_ld::website(edition));
    page.make(edition)
}

fn shown(edition: &Edition, kind: Kind) -> Vec<&Entry> {
    edition.village.of_kind(kind).iter().filter(|entry| edition.almanac.is_shown(entry.id)).collect()
}

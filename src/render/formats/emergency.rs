//! The page for when power, water or telephones fail: what the village has, and only what somebody filled in.

use crate::ground::{Address, days_from};
use crate::render::addresses::{Section, emergency_address, emergency_venues, is_written};
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::qr::qr;
use crate::render::templates::{Value, map};
use crate::render::values::{card, entry_value, none_or};
use crate::village::{Entry, Venue};

/// The number of days after which a check counts as old: the plans of a village change every year.
const OLD: i64 = 365;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    if let Some(address) = emergency_address(edition).filter(|address| !is_written(edition, address)) {
        let name = edition.words().text("emergency").to_owned();
        planner.add(address.clone(), &name, move |edition| make(edition, &address));
    }
}

pub(super) fn make(edition: &Edition, address: &Address) -> Rendered {
    let title = edition.words().text("emergency").to_owned();
    let points: Vec<Value> = emergency_venues(edition).map(|venue| point_value(edition, venue)).collect();
    let aeds: Vec<Value> = venues_with_aed(edition).map(|venue| card(edition, venue.id)).collect();
    let code = edition.base.absolute(address).and_then(|url| qr(&url, &url));
    let mut page = Page::new("emergency.html", address.clone(), title, Section::Home)
        .with("points", points)
        .with("aeds", aeds)
        .with("url", edition.base.absolute(address))
        .with("qr", none_or(code));
    page.description = Some(edition.words().text("emergency_page.description").to_owned());
    page.make(edition)
}

/// Returns a noodsteunpunt, with whether its details were checked, and whether that was too long ago.
fn point_value(edition: &Edition, venue: &Entry) -> Value {
    let Some(details) = <&Venue>::try_from(&venue.details).ok() else { return Value::none() };
    let checked = details.emergency_point.as_ref().and_then(|point| point.value.checked_on.as_ref());
    let is_old = checked.is_some_and(|day| days_from(day.date, edition.almanac.today) > OLD);
    map([
        ("venue", entry_value(edition, venue)),
        ("is_old", is_old.into()),
        ("is_unchecked", checked.is_none().into()),
    ])
}

/// Returns the places that the page links to.
pub(super) fn places(edition: &Edition) -> Vec<&Entry> {
    let mut places: Vec<&Entry> = emergency_venues(edition).collect();
    let with_aed = venues_with_aed(edition).filter(|venue| places.iter().all(|place| place.id != venue.id));
    let with_aed: Vec<&Entry> = with_aed.collect();
    places.extend(with_aed);
    places
}

fn venues_with_aed(edition: &Edition) -> impl Iterator<Item = &Entry> {
    let venues = edition.village.all::<Venue>();
    let with_aed = venues.filter(|(_, venue)| venue.has_facility("aed"));
    with_aed.map(|(entry, _)| entry).filter(|entry| edition.almanac.is_shown(entry.id))
}

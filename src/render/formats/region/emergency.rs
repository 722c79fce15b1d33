//! Where to find help when power, water or telephones fail, in all villages: only what the villages have
//! published.

use super::by_day::choice;
use super::places::{by_province, one_line, short_name, village_link, villages_of};
use super::words::{counted, label};
use crate::almanac::Municipality;
use crate::ground::{Address, days_from, sort_key};
use crate::region::{RemoteEmergency, RemoteVenue, RemoteVillage, RemoteWord};
use crate::render::addresses::{
    Section, emergency_address, emergency_of_address, emergency_venues, is_written, villages_address,
};
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::{address_line, none_or};
use crate::village::{Entry, Venue};

/// How many points are on one page together, for all municipalities. Those of one municipality always are,
/// whatever their number: anyone who needs one must not have to wonder whether there are more.
const FEW: usize = 40;

/// The number of days after which a check counts as old.
const OLD: i64 = 365;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    if let Some(address) = emergency_address(edition).filter(|address| !is_written(edition, address)) {
        let name = edition.words().text("emergency").to_owned();
        planner.add(address.clone(), &name, move |edition| make(edition, &address));
    }
    for (number, municipality) in edition.region.municipalities.iter().enumerate() {
        let has_points = count_in(edition, municipality) > 0;
        if let Some(address) = emergency_of_address(edition, municipality).filter(|_| has_points) {
            let title = title_of(edition, municipality);
            planner
                .add(address.clone(), &title, move |edition| make_of_municipality(edition, number, &address));
        }
    }
}

/// Returns how many points a municipality has.
fn count_in(edition: &Edition, municipality: &Municipality) -> usize {
    villages_of(edition, municipality).map(|(_, village)| village.emergency_points().count()).sum()
}

fn title_of(edition: &Edition, municipality: &Municipality) -> String {
    edition
        .words()
        .filled("region.emergency_in", &[("name", municipality.name.as_deref().unwrap_or_default())])
}

/// Returns all points of these villages, by village.
fn points<'e>(edition: &Edition, villages: impl Iterator<Item = &'e RemoteVillage>) -> Vec<Value> {
    let mut villages: Vec<&RemoteVillage> = villages.collect();
    villages.sort_by_cached_key(|village| sort_key(&village.name));
    let all = villages
        .into_iter()
        .flat_map(|village| village.emergency_points().map(move |(venue, point)| (village, venue, point)));
    all.map(|(village, venue, point)| point_value(edition, village, venue, point)).collect()
}

/// Returns a noodsteunpunt of a village, as the page describes it.
fn point_value(
    edition: &Edition,
    village: &RemoteVillage,
    venue: &RemoteVenue,
    point: &RemoteEmergency,
) -> Value {
    let words = |list: &[RemoteWord]| {
        list.iter().map(|word| Value::from(label(edition, word))).collect::<Vec<_>>().into()
    };
    let bring: Vec<Value> = point.bring.iter().map(|item| Value::from(&**item)).collect();
    let today = edition.almanac.today;
    let dates = edition.dates();
    let within = point.within_hours.map(|hours| {
        let form = if hours == 1 { "one" } else { "other" };
        edition.words().filled(&format!("emergency_page.within.{form}"), &[("n", &hours.to_string())])
    });
    map([
        ("name", (*venue.name).into()),
        ("href", (*venue.url).into()),
        ("is_elsewhere", true.into()),
        ("address", one_line(&venue.address).into()),
        ("village", village_link(edition, village)),
        ("opens_at", words(&point.opens_at)),
        ("within", within.into()),
        ("functions", words(&point.functions)),
        ("not_offered", words(&point.not_offered)),
        ("bring", bring.into()),
        ("notes", point.notes.as_deref().into()),
        ("status", point.status.as_ref().map(|status| label(edition, status)).into()),
        ("checked_on", none_or(point.checked_on.map(|day| dates.day(day)))),
        ("is_old", point.checked_on.is_some_and(|day| days_from(day, today) > OLD).into()),
    ])
}

/// Returns a noodsteunpunt of the portal itself: its own page has the rest.
fn own_value(edition: &Edition, entry: &Entry) -> Value {
    let dates = edition.dates();
    let venue = <&Venue>::try_from(&entry.details).ok();
    let address = venue.and_then(|venue| venue.address.as_ref()).map(|address| address_line(address));
    let point = venue.and_then(|venue| venue.emergency_point.as_ref());
    let checked = point.and_then(|point| point.value.checked_on.as_ref()).map(|day| day.date);
    let none = || Vec::<Value>::new().into();
    map([
        ("name", entry.name.as_str().into()),
        ("href", entry.address.as_str().into()),
        ("is_elsewhere", false.into()),
        ("address", address.into()),
        ("village", Value::none()),
        ("opens_at", none()),
        ("within", Value::none()),
        ("functions", none()),
        ("not_offered", none()),
        ("bring", none()),
        ("notes", Value::none()),
        ("status", Value::none()),
        ("checked_on", none_or(checked.map(|day| dates.day(day)))),
        ("is_old", checked.is_some_and(|day| days_from(day, edition.almanac.today) > OLD).into()),
    ])
}

pub(in crate::render::formats) fn make(edition: &Edition, address: &Address) -> Rendered {
    let all = &edition.region.region.villages;
    let count: usize = all.iter().map(|village| village.emergency_points().count()).sum();
    let mut shown: Vec<Value> = emergency_venues(edition).map(|entry| own_value(edition, entry)).collect();
    let mut provinces = Vec::new();
    match count <= FEW {
        true => shown.extend(points(edition, all.iter())),
        false => provinces = by_province(edition, |it| choice_of(edition, it)),
    }
    let title = edition.words().text("emergency").to_owned();
    let mut page = Page::new("region-emergency.html", address.clone(), title, Section::Home)
        .with("points", shown)
        .with("provinces", provinces);
    page.description = Some(edition.words().text("emergency_page.description").to_owned());
    page.make(edition)
}

/// Returns a municipality with the number of its points; villages without a municipality link to the list of
/// villages.
fn choice_of(edition: &Edition, municipality: &Municipality) -> Option<Value> {
    let count = Some(count_in(edition, municipality)).filter(|count| *count > 0)?;
    let address = emergency_of_address(edition, municipality).unwrap_or_else(|| villages_address(edition));
    let count = counted(edition, "region.places", count);
    Some(choice(&short_name(edition, municipality), address.as_str(), Some(count)))
}

/// Renders the page of one municipality.
fn make_of_municipality(edition: &Edition, number: usize, address: &Address) -> Rendered {
    let municipality = &edition.region.municipalities[number];
    let villages = villages_of(edition, municipality).map(|(_, village)| village);
    let mut page =
        Page::new("region-emergency.html", address.clone(), title_of(edition, municipality), Section::Home)
            .with("points", points(edition, villages))
            .with("provinces", Vec::<Value>::new());
    if let Some(all) = emergency_address(edition) {
        page.crumbs.push((edition.words().text("emergency").to_owned(), all));
    }
    page.make(edition)
}

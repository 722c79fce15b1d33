//! The places of a region as pages show them: venues, and municipalities by province to choose from.

use super::words::{label, municipality_name, province_name};
use crate::almanac::{Municipality, OccurrenceView};
use crate::ground::{capital, slug, with_unbroken_postcode};
use crate::region::{RemoteAddress, RemoteVenue, RemoteVillage, Whereabouts};
use crate::render::addresses::village_address;
use crate::render::edition::Edition;
use crate::render::templates::{Value, map};
use crate::render::values::none_or;

/// Returns the name of the place where something happens.
pub(super) fn venue_name(it: &OccurrenceView<'_>) -> Option<String> {
    let name = match (it.whereabouts, it.venue) {
        (_, Some(venue)) => Some(&venue.name),
        (Whereabouts::Elsewhere { name, address }, None) => name.as_ref().or(address.place.as_ref()),
        _ => None,
    };
    name.map(|name| name.to_string())
}

/// Returns the address on one line, if there is one.
pub(super) fn one_line(address: &RemoteAddress) -> Option<String> {
    Some(with_unbroken_postcode(&address.one_line())).filter(|line| !line.is_empty())
}

/// Returns a link to a village, by the name that others use.
pub(super) fn village_link(edition: &Edition, village: &RemoteVillage) -> Value {
    map([
        ("name", village.full_name().into_owned().into()),
        ("href", village_address(edition, village).as_str().into()),
    ])
}

/// Returns a venue in short, with its village where the page does not make that clear.
pub(super) fn venue_value(
    edition: &Edition,
    village: &RemoteVillage,
    venue: &RemoteVenue,
    names_village: bool,
) -> Value {
    let wheelchair = venue.wheelchair.as_ref().and_then(|word| {
        // The ids that the theme texts use.
        let id = word.en.as_deref().unwrap_or(&word.id);
        ["yes", "partly", "no"].into_iter().find(|known| *known == id)
    });
    map([
        ("name", (*venue.name).into()),
        ("href", (*venue.url).into()),
        ("is_elsewhere", true.into()),
        ("label", venue.kind.as_ref().map(|kind| capital(label(edition, kind))).into()),
        ("address", one_line(&venue.address).into()),
        ("emergency_point", venue.emergency.is_some().into()),
        ("wheelchair", wheelchair.into()),
        ("village", none_or(names_village.then(|| village_link(edition, village)))),
    ])
}

/// Returns the municipalities by province, each as `item` renders it; those it renders nothing for are left
/// out.
pub(super) fn by_province(edition: &Edition, item: impl Fn(&Municipality) -> Option<Value>) -> Vec<Value> {
    let region = &edition.region;
    let groups = region.provinces.iter().filter_map(|province| {
        let own = province.municipalities.iter().filter_map(|at| region.municipalities.get(*at as usize));
        let items: Vec<Value> = own.filter_map(&item).collect();
        let title = match province.name {
            Some(name) => province_name(edition, name),
            None => edition.words().text("region.without_province"),
        };
        let id = province.name.map_or_else(|| "0".to_owned(), slug);
        (!items.is_empty())
            .then(|| map([("id", id.into()), ("title", title.into()), ("municipalities", items.into())]))
    });
    groups.collect()
}

/// Returns the name of a municipality in a list of municipalities.
pub(super) fn short_name(edition: &Edition, municipality: &Municipality) -> String {
    match &municipality.name {
        Some(name) => name.to_string(),
        None => municipality_name(edition, municipality),
    }
}

/// Returns the villages of a municipality.
pub(super) fn villages_of<'e>(
    edition: &'e Edition,
    municipality: &'e Municipality,
) -> impl Iterator<Item = (u32, &'e RemoteVillage)> {
    municipality.villages.iter().filter_map(|at| Some((*at, edition.region.village(*at)?)))
}

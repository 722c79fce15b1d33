//! What a page says to machines, as schema.org describes it (version 30.0), made by code: a template that
//! writes JSON breaks on the first quotation mark.

use super::edition::Edition;
use super::json_ld_hours;
use super::moments::told;
use super::pictures::file_address;
use super::schedule::schedules;
use super::withdrawn::is_withdrawn;
use crate::almanac::Occurrence;
use crate::ground::{Address, Json, JsonMap, compact_json, json};
use crate::village::{
    At, Details, Entry, Event, EventStatus, Open, OrganiserRef, PlaceAddress, Price, Venue, VenueRef,
    Vocabulary,
};

/// The element that holds it. `<` is written so that nothing in it can end the element.
pub(super) fn script(document: &Json) -> String {
    let mut text = compact_json(document);
    for (letter, written) in [('<', "\\u003c"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")] {
        if text.contains(letter) {
            text = text.replace(letter, written);
        }
    }
    ["<script type=\"application/ld+json\">", &text, "</script>"].concat()
}

/// The site as a whole, for its home page.
pub(super) fn website(edition: &Edition) -> Option<Json> {
    let settings = &edition.village.settings;
    let mut site = thing("WebSite", settings.village_name());
    put(&mut site, "url", edition.base.absolute(&Address::home()));
    put(&mut site, "inLanguage", Some(edition.language().tag()));
    put(&mut site, "description", settings.description.as_ref().map(|line| line.as_str()));
    edition.base.url.as_ref().map(|_| Json::Object(site))
}

/// The way from the home page.
pub(super) fn breadcrumbs(
    edition: &Edition,
    crumbs: &[(String, Address)],
    last: &str,
    address: &Address,
) -> Option<Json> {
    let home = (edition.village.settings.village_name().to_owned(), Address::home());
    let all = [home].into_iter().chain(crumbs.iter().cloned()).chain([(last.to_owned(), address.clone())]);
    let items: Option<Vec<Json>> = all
        .enumerate()
        .map(|(number, (name, address))| {
            let url = edition.base.absolute(&address)?;
            Some(json!({"@type": "ListItem", "position": number + 1, "name": name, "item": url}))
        })
        .collect();
    Some(json!({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items?}))
}

/// What an entry says to machines; nothing for kinds that schema.org has no word for.
pub(super) fn entry(edition: &Edition, entry: &Entry) -> Option<Json> {
    let mut object = match &entry.details {
        Details::Event(event) => event_object(edition, entry, event)?,
        Details::Venue(venue) => venue_object(edition, entry, venue),
        Details::Organisation(organisation) => {
            let mut object = thing("Organization", &entry.name);
            put(&mut object, "address", organisation.address.as_ref().map(|address| postal(address)));
            put(&mut object, "sameAs", organisation.website.as_ref().map(|web| web.value.0.clone()));
            put(
                &mut object,
                "email",
                organisation.contact.as_ref().and_then(|it| it.email.as_ref()).map(|it| it.value.0.clone()),
            );
            object
        }
        Details::News(news) => {
            let mut object = thing("NewsArticle", &entry.name);
            let name = object.remove("name");
            put(&mut object, "headline", name);
            put(&mut object, "datePublished", news.date.as_ref().map(|day| day.date.to_string()));
            put(&mut object, "dateModified", entry.head.modified.as_ref().map(|day| day.date.to_string()));
            put(&mut object, "inLanguage", Some(edition.language().tag()));
            object
        }
        _ => return None,
    };
    put(&mut object, "url", edition.base.absolute(&entry.address));
    put(&mut object, "description", entry.head.summary.as_ref().map(|line| line.as_str()));
    put(&mut object, "image", image(edition, entry));
    Some(Json::Object(object))
}

fn thing(kind: &str, name: &str) -> JsonMap<String, Json> {
    let mut object = JsonMap::new();
    object.insert("@context".into(), "https://schema.org".into());
    object.insert("@type".into(), kind.into());
    object.insert("name".into(), name.into());
    object
}

fn put(object: &mut JsonMap<String, Json>, key: &str, value: Option<impl Into<Json>>) {
    if let Some(value) = value {
        object.insert(key.to_owned(), value.into());
    }
}

/// The next time an event takes place, or the last one when all are over.
fn event_object(edition: &Edition, entry: &Entry, event: &Event) -> Option<JsonMap<String, Json>> {
    let mut times = edition.almanac.of_event(entry.id);
    let coming = |it: &&Occurrence| it.last_day >= edition.almanac.today;
    let next =
        times.clone().filter(coming).find(|it| !it.is_cancelled()).or_else(|| times.clone().find(coming));
    let occurrence = next.or_else(|| times.next_back())?;
    let mut object = thing("Event", &entry.name);
    put(&mut object, "startDate", Some(told(edition, occurrence.is_all_day(), occurrence.starts())));
    put(&mut object, "endDate", end(edition, occurrence));
    let was = occurrence.announced.filter(|was| was.starts() != occurrence.starts());
    let status = match occurrence.status {
        EventStatus::Cancelled => "https://schema.org/EventCancelled",
        EventStatus::Moved => "https://schema.org/EventRescheduled",
        _ if was.is_some() => "https://schema.org/EventRescheduled",
        _ => "https://schema.org/EventScheduled",
    };
    put(&mut object, "previousStartDate", was.map(|was| told(edition, was.start.is_none(), was.starts())));
    put(&mut object, "eventStatus", Some(status));
    put(&mut object, "eventAttendanceMode", Some("https://schema.org/OfflineEventAttendanceMode"));
    let place = occurrence.venue(event).and_then(|venue| location(edition, entry, venue));
    put(&mut object, "location", Some(place.unwrap_or_else(|| the_village(edition))));
    put(&mut object, "organizer", organiser(edition, entry, event));
    put(
        &mut object,
        "offers",
        event.cost.as_ref().and_then(|cost| offer(edition, entry, &cost.value, occurrence.status)),
    );
    put(&mut object, "inLanguage", Some(edition.language().tag()));
    let schedules = schedules(edition, entry.id);
    put(&mut object, "eventSchedule", (!schedules.is_empty()).then_some(schedules));
    Some(object)
}

fn end(edition: &Edition, occurrence: &Occurrence) -> Option<String> {
    match occurrence.ends() {
        Some(end) => Some(told(edition, occurrence.is_all_day(), end)),
        None => occurrence.takes_days().then(|| occurrence.last_day.to_string()),
    }
}

/// Search engines want a place for every event: an event without one is somewhere in the village.
fn the_village(edition: &Edition) -> Json {
    let name = edition.village.settings.village_name();
    json!({
        "@type": "Place",
        "name": name,
        "address": { "@type": "PostalAddress", "addressLocality": name, "addressCountry": "NL" },
    })
}

fn location(edition: &Edition, entry: &Entry, venue: &At<VenueRef>) -> Option<Json> {
    let (name, address, url) = match &venue.value {
        VenueRef::Venue(reference) => {
            let target = edition.village.entry(entry.target(reference.span)?);
            let address = match &target.details {
                Details::Venue(venue) => venue.address.as_ref(),
                _ => None,
            };
            let url = edition.shown(target.id).and_then(|shown| edition.base.absolute(&shown.address));
            (target.name.clone(), address, url)
        }
        VenueRef::Elsewhere(elsewhere) => {
            let address = elsewhere.address.as_ref();
            let name = elsewhere.name.as_ref().map(|name| name.as_str().to_owned());
            (name.or_else(|| address.map(|it| it.one_line()))?, address, None)
        }
    };
    let mut place = thing("Place", &name);
    place.remove("@context");
    put(&mut place, "address", address.map(|address| postal(address)));
    put(&mut place, "url", url);
    Some(Json::Object(place))
}

fn postal(address: &PlaceAddress) -> Json {
    let mut object = JsonMap::new();
    object.insert("@type".into(), "PostalAddress".into());
    put(&mut object, "streetAddress", address.street.as_ref().map(|line| line.as_str()));
    put(&mut object, "postalCode", address.postcode.as_ref().map(|code| code.printed()));
    put(&mut object, "addressLocality", address.place.as_ref().map(|line| line.as_str()));
    object.insert("addressCountry".into(), "NL".into());
    Json::Object(object)
}

fn organiser(edition: &Edition, entry: &Entry, event: &Event) -> Option<Json> {
    let (name, url) = match &event.organiser.as_ref()?.value {
        OrganiserRef::Organisation(reference) => {
            let target = edition.shown(entry.target(reference.span)?)?;
            (target.name.as_str(), edition.base.absolute(&target.address))
        }
        OrganiserRef::Other(contact) => {
            (contact.name.as_ref()?.as_str(), contact.website.as_ref().map(|web| web.value.0.clone()))
        }
    };
    let mut object = thing("Organization", name);
    object.remove("@context");
    put(&mut object, "url", url);
    Some(Json::Object(object))
}

fn offer(edition: &Edition, entry: &Entry, price: &Price, status: EventStatus) -> Option<Json> {
    let cents = match price {
        Price::Free => 0,
        Price::Cents(cents) => *cents,
        Price::Words(_) => return None,
    };
    let availability = if status == EventStatus::Full { "SoldOut" } else { "InStock" };
    let mut offer = JsonMap::new();
    offer.insert("@type".into(), "Offer".into());
    offer.insert("price".into(), format!("{}.{:02}", cents / 100, cents % 100).into());
    offer.insert("priceCurrency".into(), "EUR".into());
    offer.insert("availability".into(), format!("https://schema.org/{availability}").into());
    put(&mut offer, "url", edition.base.absolute(&entry.address));
    Some(Json::Object(offer))
}

/// schema.org has no community centre; an event venue comes nearest.
fn venue_object(edition: &Edition, entry: &Entry, venue: &Venue) -> JsonMap<String, Json> {
    let is = |words: &[&str]| venue.kind.as_ref().is_some_and(|kind| words.contains(&kind.value.id()));
    let kind = match () {
        () if is(&["sportkantine", "sporthal", "ijsbaan"]) => "SportsActivityLocation",
        () if is(&["kerk"]) => "PlaceOfWorship",
        () if is(&["school"]) => "School",
        () if is(&["bibliotheek"]) => "Library",
        () if is(&["dorpswinkel"]) => "Store",
        () if is(&["cafe"]) => "BarOrPub",
        () if is(&["plein", "speeltuin", "dorpstuin"]) => "Place",
        () => "EventVenue",
    };
    let mut object = thing(kind, &entry.name);
    put(&mut object, "address", venue.address.as_ref().map(|address| postal(address)));
    put(
        &mut object,
        "telephone",
        venue.contact.as_ref().and_then(|it| it.phone.as_ref()).map(|it| it.value.0.clone()),
    );
    if let Some(location) = &venue.location
        && let (Some(lat), Some(lon)) = (&location.lat, &location.lon)
    {
        object.insert(
            "geo".into(),
            json!({"@type": "GeoCoordinates", "latitude": lat.value.0, "longitude": lon.value.0}),
        );
    }
    let features: Vec<Json> = venue
        .facilities
        .iter()
        .flat_map(|list| list.iter())
        .map(|facility| json!({"@type": "LocationFeatureSpecification", "name": label(edition, &facility.value), "value": true}))
        .collect();
    put(&mut object, "amenityFeature", (!features.is_empty()).then_some(features));
    if let Some(hours) = &venue.opening_hours {
        let (weekly, special) =
            (json_ld_hours::weekly(edition, hours), json_ld_hours::special(edition, hours));
        put(&mut object, "openingHoursSpecification", (!weekly.is_empty()).then_some(weekly));
        put(&mut object, "specialOpeningHoursSpecification", (!special.is_empty()).then_some(special));
    }
    object
}

fn label<V: Vocabulary>(edition: &Edition, word: &Open<V>) -> String {
    word.known.map_or_else(|| word.typed.clone(), |known| edition.label(known.label).to_owned())
}

fn image(edition: &Edition, entry: &Entry) -> Option<String> {
    let picture = &entry.head.image.as_ref().filter(|image| image.may_be_shared())?.value;
    let number = entry.file(picture.0.file.as_ref()?.value.span)?;
    if is_withdrawn(edition, number) {
        return None;
    }
    edition.base.absolute(&file_address(edition, number))
}

//! Describes pages and entries to machines with schema.org (version 30.0), in code because a template that
//! writes JSON breaks on the first quotation mark.

use super::hours;
use super::schedule::schedules;
use crate::almanac::Occurrence;
use crate::ground::{Address, compact_json};
use crate::render::edition::Edition;
use crate::render::moments::rfc3339;
use crate::render::object::{JsonValue, Number, Object, thing};
use crate::render::pictures::file_address;
use crate::render::withdrawn::{is_withdrawn, may_be_shared};
use crate::village::{
    At, Details, Entry, Event, EventStatus, OpenWord, OrganiserRef, PlaceAddress, Price, Venue, VenueRef,
    Vocabulary,
};

/// The script elements with these documents, one after the other.
pub(in crate::render) fn scripts<'e>(documents: impl IntoIterator<Item = Option<Object<'e>>>) -> String {
    documents.into_iter().flatten().map(|document| script(&document)).collect()
}

/// Writes one script element; escapes `<` so that nothing in the document can end the element.
fn script(document: &Object<'_>) -> String {
    let mut text = compact_json(document);
    for (letter, written) in [('<', "\\u003c"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")] {
        if text.contains(letter) {
            text = text.replace(letter, written);
        }
    }
    ["<script type=\"application/ld+json\">", &text, "</script>"].concat()
}

/// Describes the site as a whole, for its home page.
pub(in crate::render) fn website(edition: &Edition) -> Option<Object<'_>> {
    let settings = &edition.village.settings;
    let mut site = document("WebSite").with("name", settings.village_name());
    site.put("url", edition.base.absolute(&Address::home()));
    site.put("inLanguage", Some(edition.language().tag()));
    site.put("description", settings.description.as_ref().map(|line| line.as_str()));
    edition.base.url.as_ref().map(|_| site)
}

/// Describes the path from the home page to a page.
pub(in crate::render) fn breadcrumbs<'e>(
    edition: &'e Edition,
    crumbs: &'e [(String, Address)],
    last: &'e str,
    address: &Address,
) -> Option<Object<'e>> {
    let home = (edition.village.settings.village_name(), &Address::home());
    let between = crumbs.iter().map(|(name, address)| (name.as_str(), address));
    let steps = [home].into_iter().chain(between).chain([(last, address)]);
    let items: Option<Vec<Object<'_>>> = (1_u32..)
        .zip(steps)
        .map(|(number, (name, address))| {
            let item = thing("ListItem").with("position", Number(number)).with("name", name);
            Some(item.with("item", edition.base.absolute(address)?))
        })
        .collect();
    Some(document("BreadcrumbList").with("itemListElement", items?))
}

/// Describes an entry; `None` for kinds for which schema.org has no type.
pub(in crate::render) fn entry<'e>(edition: &'e Edition, entry: &'e Entry) -> Option<Object<'e>> {
    let mut object = match &entry.details {
        Details::Event(event) => event_object(edition, entry, event)?,
        Details::Venue(venue) => venue_object(edition, entry, venue),
        Details::Organisation(organisation) => {
            let mut object = document("Organization").with("name", entry.name.as_str());
            object.put("address", organisation.address.as_ref().map(|address| postal_address(address)));
            object.put("sameAs", organisation.website.as_ref().map(|web| web.value.0.as_str()));
            let email = organisation.contact.as_ref().and_then(|it| it.email.as_ref());
            object.put("email", email.map(|it| it.value.0.as_str()));
            object
        }
        Details::News(news) => {
            let mut object = document("NewsArticle").with("headline", entry.name.as_str());
            object.put("datePublished", news.date.as_ref().map(|day| day.date.to_string()));
            object.put("dateModified", entry.head.modified.as_ref().map(|day| day.date.to_string()));
            object.with("inLanguage", language_of(edition, entry))
        }
        Details::Page(_) => return None,
    };
    object.put("url", edition.base.absolute(&entry.address));
    object.put("description", entry.head.summary.as_ref().map(|line| line.as_str()));
    object.put("image", image_address(edition, entry));
    Some(object)
}

/// A top-level object of this type.
fn document<'a>(kind: &'static str) -> Object<'a> {
    Object::default().with("@context", "https://schema.org").with("@type", kind)
}

/// Describes the next occurrence of an event, or the last one when all are over.
fn event_object<'e>(edition: &'e Edition, entry: &'e Entry, event: &'e Event) -> Option<Object<'e>> {
    let mut times = edition.almanac.of_event(entry.id);
    let coming = |it: &&Occurrence| it.last_day >= edition.almanac.today;
    let next =
        times.clone().filter(coming).find(|it| !it.is_cancelled()).or_else(|| times.clone().find(coming));
    let occurrence = next.or_else(|| times.next_back())?;
    let mut object = document("Event").with("name", occurrence.title(event).unwrap_or(&entry.name));
    object.put("startDate", Some(rfc3339(edition, occurrence.is_all_day(), occurrence.starts())));
    object.put("endDate", end_date(edition, occurrence));
    let was = occurrence.announced.filter(|was| was.starts() != occurrence.starts());
    let status = match occurrence.status {
        EventStatus::Cancelled => "https://schema.org/EventCancelled",
        EventStatus::Moved => "https://schema.org/EventRescheduled",
        _ if was.is_some() => "https://schema.org/EventRescheduled",
        _ => "https://schema.org/EventScheduled",
    };
    object.put("previousStartDate", was.map(|was| rfc3339(edition, was.start.is_none(), was.starts())));
    object.put("eventStatus", Some(status));
    object.put("eventAttendanceMode", Some("https://schema.org/OfflineEventAttendanceMode"));
    let place = occurrence.venue(event).and_then(|venue| location_object(edition, entry, venue));
    object.put("location", Some(place.unwrap_or_else(|| the_village(edition))));
    object.put("organizer", organiser_object(edition, entry, event));
    let offer =
        event.cost.as_ref().and_then(|cost| offer_object(edition, entry, &cost.value, occurrence.status));
    object.put("offers", offer);
    object.put("inLanguage", Some(language_of(edition, entry)));
    object.put_all("eventSchedule", schedules(edition, entry.id, event));
    Some(object)
}

/// The language of an entry: on pages in another language, untranslated entries stay in their own.
fn language_of(edition: &Edition, entry: &Entry) -> &'static str {
    entry.language.unwrap_or_else(|| edition.village.settings.page_language()).tag()
}

fn end_date(edition: &Edition, occurrence: &Occurrence) -> Option<String> {
    match occurrence.ends() {
        Some(end) => Some(rfc3339(edition, occurrence.is_all_day(), end)),
        None => occurrence.spans_days().then(|| occurrence.last_day.to_string()),
    }
}

/// Search engines expect a place for every event: an event without one is somewhere in the village.
fn the_village(edition: &Edition) -> Object<'_> {
    let name = edition.village.settings.village_name();
    let address = thing("PostalAddress").with("addressLocality", name).with("addressCountry", "NL");
    thing("Place").with("name", name).with("address", address)
}

fn location_object<'e>(
    edition: &'e Edition,
    entry: &'e Entry,
    venue: &'e At<VenueRef>,
) -> Option<Object<'e>> {
    let (name, address, url): (JsonValue<'e>, _, _) = match &venue.value {
        VenueRef::Venue(reference) => {
            let target = edition.village.entry(entry.target(reference.span)?);
            let shown = edition.shown(target.id);
            let address = match shown.map(|shown| &shown.details) {
                Some(Details::Venue(venue)) => venue.address.as_ref(),
                _ => None,
            };
            let url = shown.and_then(|shown| edition.base.absolute(&shown.address));
            (target.name.as_str().into(), address, url)
        }
        VenueRef::Elsewhere(elsewhere) => {
            let address = elsewhere.address.as_ref();
            let name = elsewhere.name.as_ref().map(|name| JsonValue::from(name.as_str()));
            (name.or_else(|| address.map(|it| it.one_line().into()))?, address, None)
        }
    };
    let mut place = thing("Place").with("name", name);
    place.put("address", address.map(|address| postal_address(address)));
    place.put("url", url);
    Some(place)
}

fn postal_address(address: &PlaceAddress) -> Object<'_> {
    let mut object = thing("PostalAddress");
    object.put("streetAddress", address.street.as_ref().map(|line| line.as_str()));
    object.put("postalCode", address.postcode.as_ref().map(|code| code.as_str()));
    object.put("addressLocality", address.place.as_ref().map(|line| line.as_str()));
    object.with("addressCountry", "NL")
}

fn organiser_object<'e>(edition: &'e Edition, entry: &'e Entry, event: &'e Event) -> Option<Object<'e>> {
    let (name, url): (_, Option<JsonValue<'e>>) = match &event.organiser.as_ref()?.value {
        OrganiserRef::Organisation(reference) => {
            let target = edition.shown(entry.target(reference.span)?)?;
            (target.name.as_str(), edition.base.absolute(&target.address).map(JsonValue::from))
        }
        OrganiserRef::Other(contact) => {
            (contact.name.as_ref()?.as_str(), contact.website.as_ref().map(|web| web.value.0.as_str().into()))
        }
    };
    let mut object = thing("Organization").with("name", name);
    object.put("url", url);
    Some(object)
}

/// Describes the price; `None` when it is given in words.
fn offer_object<'e>(
    edition: &Edition,
    entry: &Entry,
    price: &Price,
    status: EventStatus,
) -> Option<Object<'e>> {
    let cents = match price {
        Price::Free => 0,
        Price::Cents(cents) => *cents,
        Price::Words(_) => return None,
    };
    let is_full = status == EventStatus::Full;
    let availability = if is_full { "https://schema.org/SoldOut" } else { "https://schema.org/InStock" };
    let price = format!("{}.{:02}", cents / 100, cents % 100);
    let mut offer = thing("Offer").with("price", price).with("priceCurrency", "EUR");
    offer.put("availability", Some(availability));
    offer.put("url", edition.base.absolute(&entry.address));
    Some(offer)
}

/// Describes a venue. schema.org has no community centre; an event venue comes closest.
fn venue_object<'e>(edition: &'e Edition, entry: &'e Entry, venue: &'e Venue) -> Object<'e> {
    let is_of_kind =
        |words: &[&str]| venue.kind.as_ref().is_some_and(|kind| words.contains(&kind.value.id()));
    let kind = match () {
        () if is_of_kind(&["sportkantine", "sporthal", "ijsbaan"]) => "SportsActivityLocation",
        () if is_of_kind(&["kerk"]) => "PlaceOfWorship",
        () if is_of_kind(&["school"]) => "School",
        () if is_of_kind(&["bibliotheek"]) => "Library",
        () if is_of_kind(&["dorpswinkel"]) => "Store",
        () if is_of_kind(&["cafe"]) => "BarOrPub",
        () if is_of_kind(&["plein", "speeltuin", "dorpstuin"]) => "Place",
        () => "EventVenue",
    };
    let mut object = document(kind).with("name", entry.name.as_str());
    object.put("address", venue.address.as_ref().map(|address| postal_address(address)));
    let phone = venue.contact.as_ref().and_then(|it| it.phone.as_ref());
    object.put("telephone", phone.map(|it| it.value.0.as_str()));
    if let Some(location) = &venue.location
        && let (Some(lat), Some(lon)) = (&location.lat, &location.lon)
    {
        let place = thing("GeoCoordinates").with("latitude", lat.value.0).with("longitude", lon.value.0);
        object.put("geo", Some(place));
    }
    let facilities = venue.facilities.iter().flat_map(|list| list.iter());
    let features = facilities.map(|facility| {
        let feature = thing("LocationFeatureSpecification");
        feature.with("name", label(edition, &facility.value)).with("value", true)
    });
    object.put_all("amenityFeature", features.collect());
    if let Some(hours) = &venue.opening_hours {
        object.put_all("openingHoursSpecification", hours::weekly(edition, hours));
        object.put_all("specialOpeningHoursSpecification", hours::special(edition, hours));
    }
    object
}

fn label<'e, V: Vocabulary>(edition: &'e Edition, word: &'e OpenWord<V>) -> &'e str {
    word.known.map_or(word.typed.as_str(), |known| edition.label(known.label))
}

fn image_address(edition: &Edition, entry: &Entry) -> Option<String> {
    let picture =
        &entry.head.image.as_ref().filter(|image| may_be_shared(edition, Some(entry), &image.value))?.value;
    let number = entry.file(picture.0.file.as_ref()?.value.span)?;
    if is_withdrawn(edition, number) {
        return None;
    }
    edition.base.absolute(&file_address(edition, number))
}

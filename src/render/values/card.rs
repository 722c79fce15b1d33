//! The short form of an entry for lists; built once and shared by all pages that list it.

use super::basics::{none_or, picture_value};
use super::hours::timetable_value;
use super::status::status;
use crate::ground::{capital, joined_list, with_unbroken_postcode};
use crate::render::edition::Edition;
use crate::render::moments::moment_over;
use crate::render::templates::{Value, map};
use crate::render::wording::RuleWords;
use crate::village::{
    Access, At, Choices, Details, Entry, EntryId, Event, Field, Line, Many, OpenWord, PlaceAddress, Price,
    Venue, VenueRef, Vocabulary,
};

/// The maximum length of a summary taken from a text, in characters.
const SUMMARY: usize = 180;

/// The short form of an entry.
pub(in crate::render) fn card(edition: &Edition, id: EntryId) -> Value {
    edition.memo.values.cards[id.0].get_or_init(|| make_card(edition, edition.village.entry(id))).clone()
}

fn make_card(edition: &Edition, entry: &Entry) -> Value {
    let image = entry.head.image.as_ref().and_then(|image| picture_value(edition, Some(entry), &image.value));
    let mut values = vec![
        ("kind", entry.kind().info().id.into()),
        ("slug", entry.slug.as_str().into()),
        ("name", entry.name.as_str().into()),
        ("href", entry.address.to_string().into()),
        ("lang", none_or(other_language(edition, entry).map(Value::from))),
        ("summary", summary(entry).into()),
        ("image", none_or(image)),
    ];
    match &entry.details {
        Details::Event(event) => values.extend(event_values(edition, entry, event)),
        Details::Venue(venue) => values.extend(venue_values(edition, entry.id, venue)),
        Details::News(news) => {
            let day = news.date.as_ref().map(|day| edition.dates().day(day.date));
            values.push(("date", none_or(day)));
        }
        Details::Organisation(organisation) => values.push(("label", label(edition, &organisation.kind))),
        Details::Page(_) => {}
    }
    map(values)
}

/// The language of an entry, when it differs from that of the page (WCAG 2.2, 3.1.2).
pub(super) fn other_language(edition: &Edition, entry: &Entry) -> Option<&'static str> {
    let own = entry.language.unwrap_or_else(|| edition.village.settings.page_language());
    (own != edition.language()).then(|| own.tag())
}

/// The values of an event's card: its next occurrence, its place, and its status.
fn event_values(edition: &Edition, entry: &Entry, event: &Event) -> Vec<(&'static str, Value)> {
    let today = edition.almanac.today;
    let mut coming = edition.almanac.of_event(entry.id).filter(|it| it.last_day >= today);
    // The next occurrence that takes place; a cancelled one is only shown when there is no other.
    let next = coming.clone().find(|it| !it.is_cancelled()).or_else(|| coming.next());
    let occurrence = next.or_else(|| edition.almanac.of_event(entry.id).last());
    let dates = edition.dates();
    vec![
        ("label", label(edition, &event.kind)),
        ("kind_id", none_or(event.kind.as_ref().map(|kind| kind.value.id().into()))),
        ("when", none_or(occurrence.map(|occurrence| dates.when(occurrence)))),
        ("ends", none_or(occurrence.map(|occurrence| moment_over(edition, occurrence).into()))),
        ("is_past", next.is_none().into()),
        ("comes_back", event.is_recurring().into()),
        ("series", none_or(series(edition, event))),
        ("venue", none_or(event.venue.as_ref().map(|venue| place_value(edition, entry, venue)))),
        ("room", none_or(event.room.as_ref().map(|rooms| room_names(edition, rooms)))),
        ("cost", none_or(event.cost.as_ref().map(|cost| price(edition, &cost.value)))),
        ("status", none_or(status(edition, event.current_status()))),
    ]
}

/// How an event recurs, in words.
fn series(edition: &Edition, event: &Event) -> Option<Value> {
    let words =
        RuleWords::new(edition.words()).series(event, edition.almanac.today, edition.label_locale())?;
    Some(map([
        ("rule", words.rule.into()),
        ("time", words.time.into()),
        ("bounds", words.bounds.into()),
        ("except", words.except.into()),
        ("other_times", words.other_times.into()),
        ("whole", words.full_text.into()),
    ]))
}

/// The values of a venue's card: its address, and what visitors can count on.
fn venue_values(edition: &Edition, id: EntryId, venue: &Venue) -> Vec<(&'static str, Value)> {
    let address = venue.address.as_ref().map(|address| address_line(address));
    let access = venue.accessibility.as_ref();
    let wheelchair =
        access.and_then(|access| access.wheelchair.as_ref()).map(|wheelchair| wheelchair.value.0.word());
    let loop_ =
        access.and_then(|access| access.hearing_loop.as_ref()).is_some_and(|it| it.value.0 != Access::No);
    let rooms = venue.rooms.as_ref().map_or(0, |rooms| rooms.iter().count());
    vec![
        ("label", label(edition, &venue.kind)),
        ("address", address.into()),
        ("wheelchair", none_or(wheelchair.map(|word| word.label.en.into()))),
        ("hearing_loop", loop_.into()),
        ("aed", venue.has_facility("aed").into()),
        ("rooms", rooms.into()),
        ("emergency_point", venue.emergency_point.is_some().into()),
        ("timetable", timetable_value(edition, id, venue)),
    ]
}

/// The names of rooms as a phrase: `Grote zaal en Eskamer`.
pub(super) fn room_names(edition: &Edition, rooms: &Many<Line>) -> Value {
    let names: Vec<&str> = rooms.iter().map(|room| room.as_str()).collect();
    joined_list(&names, edition.words().text("and")).into()
}

/// Where an event is: a venue with its page, or another place with its address.
pub(super) fn place_value(edition: &Edition, entry: &Entry, venue: &At<VenueRef>) -> Value {
    match &venue.value {
        VenueRef::Venue(reference) => {
            let Some(target) = entry.target(reference.span) else { return Value::none() };
            edition
                .memo
                .values
                .places
                .get_or_make(target, |id| venue_in_short(edition, edition.village.entry(*id)))
        }
        VenueRef::Elsewhere(place) => {
            let address = place.address.as_ref().map(|address| address_line(address));
            let name = place.name.as_ref().map(|name| name.as_str().to_owned());
            map([
                ("name", name.or_else(|| address.clone()).into()),
                ("href", Value::none()),
                ("address", address.into()),
            ])
        }
    }
}

/// An address on one line of a page.
pub(in crate::render) fn address_line(address: &PlaceAddress) -> String {
    with_unbroken_postcode(&address.one_line())
}

/// A venue in the form that its events show: its name, and its address when the venue is on the site.
fn venue_in_short(edition: &Edition, target: &Entry) -> Value {
    let shown = edition.shown(target.id);
    let address = match shown.map(|shown| &shown.details) {
        Some(Details::Venue(venue)) => venue.address.as_ref().map(|address| address_line(address)),
        _ => None,
    };
    let href = shown.map(|shown| shown.address.to_string());
    map([("name", target.name.as_str().into()), ("href", href.into()), ("address", address.into())])
}

/// A word of an open list in the language of the site, capitalised to appear above a title.
fn label<V: Vocabulary>(edition: &Edition, word: &Field<OpenWord<V>>) -> Value {
    let words = word
        .as_ref()
        .map(|word| capital(word.known.map_or(&*word.typed, |known| edition.label(known.label))));
    words.into()
}

/// The price in words.
fn price(edition: &Edition, price: &Price) -> Value {
    match price {
        Price::Free => edition.words().text("free").into(),
        Price::Cents(cents) => super::basics::euros(*cents, edition.language()).into(),
        // Keeps an amount on one line with its currency sign.
        Price::Words(words) => words.as_str().replace("€ ", "€\u{a0}").into(),
    }
}

/// The written summary, or else the beginning of the text.
fn summary(entry: &Entry) -> Option<String> {
    let written = entry.head.summary.as_ref().map(|summary| summary.as_str().to_owned());
    written.or_else(|| (!entry.prose.lead.is_empty()).then(|| shortened(&entry.prose.lead)))
}

/// Shortens a text to [`SUMMARY`] characters, at the end of a sentence or else of a word.
fn shortened(text: &str) -> String {
    if text.chars().count() <= SUMMARY {
        return text.to_owned();
    }
    let cut: String = text.chars().take(SUMMARY).collect();
    let sentence = cut.rfind(". ").filter(|end| *end > SUMMARY / 2).map(|end| cut[..=end].to_owned());
    sentence.unwrap_or_else(|| {
        format!(
            "{}…",
            cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words).trim_end_matches([',', ';', ':'])
        )
    })
}

//! An entry in full, as its own page shows it.

use super::basics::{file_value, none_or};
use super::card::{card, occurrence};
use super::fields::fields_value;
use super::hours::hours_value;
use crate::render::dates::DateWords;
use crate::render::edition::Edition;
use crate::render::prose::entry_html;
use crate::render::templates::{Value, map, safe};
use crate::village::{Described, Details, Entry, EntryId, Kind, Many};

/// An entry in full: its card, all its fields, its text, and what belongs to it.
pub(in crate::render) fn entry_value(edition: &Edition, entry: &Entry) -> Value {
    let modified = entry.head.modified.as_ref().map(|day| DateWords::new(&edition.words).day(day.date));
    let hours = match &entry.details {
        Details::Venue(venue) => hours_value(edition, venue),
        _ => Value::none(),
    };
    map([
        ("card", card(edition, entry.id)),
        ("fields", fields_value(edition, Some(entry), entry.details.facts())),
        ("head", fields_value(edition, Some(entry), entry.head.facts())),
        ("body", safe(&entry_html(edition, entry))),
        ("contents", contents(entry)),
        ("modified", none_or(modified)),
        ("attachments", attachments(edition, entry)),
        ("hours", hours),
        (
            "occurrences",
            edition.almanac.of_event(entry.id).map(|it| occurrence(edition, it)).collect::<Vec<_>>().into(),
        ),
        ("events", coming(edition, entry.id)),
        ("news", referring(edition, entry.id, Kind::News)),
        ("organisations", referring(edition, entry.id, Kind::Organisation)),
        ("venues", referring(edition, entry.id, Kind::Venue)),
    ])
}

/// The headings of the text, for a table of contents.
fn contents(entry: &Entry) -> Value {
    let headings = entry.prose.headings.iter().filter(|heading| heading.level == 2);
    headings
        .map(|heading| map([("id", heading.id.as_str().into()), ("text", heading.text.as_str().into())]))
        .collect::<Vec<_>>()
        .into()
}

/// What is still to come at this venue or of this organisation.
fn coming(edition: &Edition, id: EntryId) -> Value {
    let events: Vec<EntryId> = edition.almanac.back_links.to(id, Kind::Event, &edition.village).collect();
    let today = edition.almanac.today;
    let mut coming: Vec<_> = events
        .iter()
        .flat_map(|event| edition.almanac.of_event(*event))
        .filter(|it| it.last_day >= today)
        .collect();
    coming.sort_by_key(|it| (it.first_day, it.start, it.event));
    coming.into_iter().map(|it| occurrence(edition, it)).collect::<Vec<_>>().into()
}

/// The shown entries of a kind that refer to this one.
fn referring(edition: &Edition, id: EntryId, kind: Kind) -> Value {
    let from = edition.almanac.back_links.to(id, kind, &edition.village);
    let mut shown: Vec<EntryId> = from.filter(|from| edition.almanac.is_shown(*from)).collect();
    if kind == Kind::News {
        shown.reverse();
    }
    shown.into_iter().map(|from| card(edition, from)).collect::<Vec<_>>().into()
}

/// The documents that belong to an entry, with their title.
fn attachments(edition: &Edition, entry: &Entry) -> Value {
    let minutes = match &entry.details {
        Details::Event(event) => {
            event.minutes.as_ref().map(|minutes| (&minutes.value, Some(edition.words.text("minutes"))))
        }
        _ => None,
    };
    let listed = entry
        .details
        .attachments()
        .into_iter()
        .flat_map(Many::iter)
        .map(|attachment| (&attachment.value, None));
    let values = listed.chain(minutes).filter_map(|(attachment, fallback)| {
        let number = entry.file(attachment.file.as_ref()?.value.span)?;
        let known = edition.village.documents.iter().find(|document| document.file == number);
        let given = attachment.title.as_ref().map(|title| title.as_str());
        let title = given.or(fallback).or(known.map(|document| document.title.as_str()));
        Some(file_value(edition, number, title))
    });
    values.collect::<Vec<_>>().into()
}

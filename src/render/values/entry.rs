//! An entry in full, for its own page.

use super::basics::{none_or, paper_value};
use super::card::card;
use super::documents::{by_year, document_lists};
use super::fields::fields_value;
use super::hours::hours_value;
use super::programme::{programme, times_of_event};
use crate::render::addresses::{calendar_ways, documents_address, event_calendar};
use crate::render::edition::Edition;
use crate::render::templates::{Value, map, safe};
use crate::render::text::entry_html;
use crate::village::{Described, Details, Entry, EntryId, Kind, Many};

/// An entry in full: its card, all its fields, its text, and what belongs to it.
pub(in crate::render) fn entry_value(edition: &Edition, entry: &Entry) -> Value {
    let modified = entry.head.modified.as_ref().map(|day| edition.dates().day(day.date));
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
        ("documents", documents(edition, entry)),
        ("times", times(edition, entry)),
        ("programme", programme(edition, entry.id)),
        ("calendar", calendar(edition, entry)),
        ("hours", hours),
        ("news", referring(edition, entry.id, Kind::News)),
        ("organisations", referring(edition, entry.id, Kind::Organisation)),
        ("venues", referring(edition, entry.id, Kind::Venue)),
    ])
}

/// The occurrences of an event; none for other entries.
fn times(edition: &Edition, entry: &Entry) -> Value {
    match entry.kind() {
        Kind::Event => times_of_event(edition, entry.id),
        _ => Value::none(),
    }
}

/// How visitors add an event to their own calendar; none for other entries.
fn calendar(edition: &Edition, entry: &Entry) -> Value {
    match entry.kind() {
        Kind::Event => calendar_ways(edition, &entry.name, &event_calendar(&entry.address)),
        _ => Value::none(),
    }
}

/// The headings of the text, for a table of contents.
fn contents(entry: &Entry) -> Value {
    let headings = entry.prose.headings.iter().filter(|heading| heading.level == 2);
    headings
        .map(|heading| map([("id", heading.id.as_str().into()), ("text", heading.text.as_str().into())]))
        .collect::<Vec<_>>()
        .into()
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

/// How many documents an organisation shows on its own page; the full list has them all.
const NEWEST: usize = 10;

/// The documents of an organisation: the newest by year, and where the full list is when there are more.
fn documents(edition: &Edition, entry: &Entry) -> Value {
    if entry.kind() != Kind::Organisation {
        return Value::none();
    }
    let list = document_lists(edition).of(entry.id);
    if list.is_empty() {
        return Value::none();
    }
    let newest = &list[..list.len().min(NEWEST)];
    let all = (list.len() > NEWEST).then(|| documents_address(edition, entry).to_string());
    map([("years", by_year(edition, newest, Some(entry.id))), ("all", all.into())])
}

/// The documents that belong to an entry, with their title.
fn attachments(edition: &Edition, entry: &Entry) -> Value {
    let minutes = match &entry.details {
        Details::Event(event) => {
            event.minutes.as_ref().map(|minutes| (&*minutes.value, Some(edition.words().text("minutes"))))
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
        let given = attachment.title.as_ref().map(|title| title.as_str());
        paper_value(edition, entry, attachment.file.as_ref()?.value.span, given.or(fallback))
    });
    values.collect::<Vec<_>>().into()
}

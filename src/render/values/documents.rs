//! The documents in a list: title, organisation and date of each, in words.

use std::collections::BTreeMap;

use super::basics::{file_value, none_or, text_as_file_value};
use crate::ground::{Pair, fold, sort_key};
use crate::render::document_lists::{DocumentLists, Listed, Paper, sort};
use crate::render::edition::Edition;
use crate::render::minutes::written_minutes;
use crate::render::templates::{Value, map};
use crate::village::{
    Choices, Document, DocumentKind, Entry, EntryId, Event, Kind, Many, OrganiserRef, Precision, Vocabulary,
    Word,
};

/// The lists of documents on the site: of the whole village, and of every organisation.
pub(in crate::render) fn document_lists(edition: &Edition) -> &DocumentLists {
    edition.memo.lists.documents.get_or_init(|| {
        let all = all_listed(edition);
        let mut by_organisation: BTreeMap<EntryId, Vec<Listed>> = BTreeMap::new();
        for listed in &all {
            if let Some(organisation) = listed.organisation {
                by_organisation.entry(organisation).or_default().push(listed.clone());
            }
        }
        for entry in edition.village.of_kind(Kind::Organisation) {
            let named = named_by(edition, entry);
            if !named.is_empty() {
                let list = by_organisation.entry(entry.id).or_default();
                list.retain(|own| named.iter().all(|other| other.paper != own.paper));
                list.splice(0..0, named);
                sort(list);
            }
        }
        DocumentLists { all, by_organisation }
    })
}

/// Everything in `documents/`, and minutes that are a text on the village's own site; newest first.
fn all_listed(edition: &Edition) -> Vec<Listed> {
    let titles = given_titles(edition);
    let files = edition.village.documents.iter().map(|document| Listed {
        paper: Paper::File(document.file),
        title: titles.get(&document.file).map(|title| (*title).into()),
        date: document.date,
        organisation: document.organisation,
    });
    let minutes = written_minutes(edition).iter();
    let mut all: Vec<Listed> =
        files.chain(minutes.filter_map(|(meeting, text)| minutes_of(edition, *meeting, *text))).collect();
    sort(&mut all);
    all
}

/// The titles that organisations give to files, by file number; of several, that of the first by name.
fn given_titles(edition: &Edition) -> BTreeMap<usize, &str> {
    let of = edition.village.of_kind(Kind::Organisation).iter();
    let mut shown: Vec<&Entry> = of.filter(|entry| edition.almanac.is_shown(entry.id)).collect();
    shown.sort_by_cached_key(|entry| sort_key(&entry.name));
    let mut titles: BTreeMap<usize, &str> = BTreeMap::new();
    for entry in shown {
        for attachment in entry.details.attachments().into_iter().flat_map(Many::iter) {
            let number = attachment.file.as_ref().and_then(|file| entry.file(file.value.span));
            let title = attachment.title.as_ref().map(|title| title.as_str());
            if let Some((number, title)) = number.zip(title) {
                titles.entry(number).or_insert(title);
            }
        }
    }
    titles
}

/// The minutes of a meeting, when they are a text.
fn minutes_of(edition: &Edition, meeting: EntryId, text: EntryId) -> Option<Listed> {
    let entry = edition.village.entry(meeting);
    let event = <&Event>::try_from(&entry.details).ok()?;
    let organisation = match event.organiser.as_ref().map(|organiser| &organiser.value) {
        Some(OrganiserRef::Organisation(reference)) => entry.target(reference.span),
        _ => None,
    };
    let date = event.date.as_ref().map(|day| (day.date, Precision::Day));
    let title = event.minutes.as_ref().and_then(|minutes| minutes.title.as_ref());
    let title = title.map(|title| title.as_str().into());
    Some(Listed { paper: Paper::Minutes(text), title, date, organisation })
}

/// The files that an organisation lists itself, each once.
fn named_by(edition: &Edition, entry: &Entry) -> Vec<Listed> {
    let mut named: Vec<Listed> = Vec::new();
    for attachment in entry.details.attachments().into_iter().flat_map(Many::iter) {
        let number = attachment.file.as_ref().and_then(|file| entry.file(file.value.span));
        let Some(number) = number.filter(|number| named.iter().all(|it| it.paper != Paper::File(*number)))
        else {
            continue;
        };
        let document = edition.village.document_of_file(number);
        named.push(Listed {
            paper: Paper::File(number),
            title: attachment.title.as_ref().map(|title| title.as_str().into()),
            date: document.and_then(|document| document.date),
            organisation: document.and_then(|document| document.organisation),
        });
    }
    named
}

/// Groups documents by year; those without a date come last. With `of`, the list does not repeat that they
/// belong to that organisation.
pub(in crate::render) fn by_year(edition: &Edition, list: &[Listed], of: Option<EntryId>) -> Value {
    let values = list.chunk_by(|listed, other| listed.year() == other.year()).map(|documents| {
        let year = documents.first().and_then(Listed::year);
        let documents: Vec<Value> =
            documents.iter().map(|listed| listed_value(edition, listed, of)).collect();
        map([("year", year.into()), ("documents", documents.into())])
    });
    values.collect::<Vec<_>>().into()
}

/// A document for templates, with what its title does not say yet.
fn listed_value(edition: &Edition, listed: &Listed, of: Option<EntryId>) -> Value {
    let given = listed.title.as_deref();
    let (file, title, document) = match listed.paper {
        Paper::File(number) => {
            let document = edition.village.document_of_file(number);
            let title = given.or(document.map(|document| document.title.as_str()));
            (file_value(edition, number, title), title.unwrap_or(""), document)
        }
        Paper::Minutes(text) => {
            let text = edition.village.entry(text);
            (text_as_file_value(text, given), given.unwrap_or(&text.name), None)
        }
    };
    // Nothing in the title is repeated.
    let words = format!(" {} ", fold(title));
    let is_mentioned = |what: &str| words.contains(&format!(" {} ", fold(what)));
    let kind = kind_of(listed, document).filter(|(typed, known)| {
        !is_mentioned(typed) && !known.is_some_and(|word| word.spellings().any(is_mentioned))
    });
    let kind = kind.map(|(typed, known)| known.map_or(typed, |word| edition.label(word.label)));
    let status = document.and_then(|it| it.status).map(|status| status.word().label);
    let status = status.filter(|label: &Pair| !is_mentioned(label.nl) && !is_mentioned(label.en));
    let whose = listed.organisation.filter(|id| Some(*id) != of).and_then(|id| edition.shown(id));
    let whose = whose.filter(|entry| !is_mentioned(&entry.slug) && !is_mentioned(&entry.name));
    let about = [kind, status.map(|label| edition.label(label)), whose.map(|entry| entry.name.as_str())];
    let about: Vec<&str> = about.into_iter().flatten().collect();
    let dates = edition.dates();
    // The year is already above the list.
    let date = listed.date.filter(|(_, precision)| *precision > Precision::Year);
    map([
        ("file", file),
        ("date", none_or(date.map(|(day, precision)| dates.as_known(day, precision).into()))),
        ("about", none_or((!about.is_empty()).then(|| about.join(", ").into()))),
        ("summary", document.and_then(|it| it.summary.as_deref()).into()),
    ])
}

/// The kind as it was written, with the known word.
fn kind_of<'e>(listed: &Listed, document: Option<&'e Document>) -> Option<(&'e str, Option<&'static Word>)> {
    match listed.paper {
        Paper::File(..) => document?.kind.as_ref().map(|kind| (kind.typed.as_str(), kind.known)),
        Paper::Minutes(_) => {
            Some(("notulen", DocumentKind::WORDS.iter().find(|word| word.label.nl == "notulen")))
        }
    }
}

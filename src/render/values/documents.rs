//! Documents in a list: what each is called, of whom it is and from when; all in words.

use std::collections::BTreeMap;

use super::basics::{file_value, none_or, text_value};
use crate::ground::{Date, Pair, fold, sort_key};
use crate::render::edition::Edition;
use crate::render::minutes::written_minutes;
use crate::render::templates::{Value, map};
use crate::village::{
    Choices, Document, DocumentKind, Entry, EntryId, Event, Kind, Many, OrganiserRef, Precision, Vocabulary,
    Word,
};

/// A document as a list shows it.
pub(in crate::render) struct Listed<'e> {
    paper: Paper<'e>,
    /// What the one who lists it calls it.
    title: Option<&'e str>,
}

/// What there is to read.
enum Paper<'e> {
    /// A file, by its number; one in `documents/` tells more.
    File(usize, Option<&'e Document>),
    /// Minutes that are a text of the village itself.
    Minutes { text: &'e Entry, date: Option<Date>, organisation: Option<EntryId> },
}

impl Listed<'_> {
    fn date(&self) -> Option<(Date, Precision)> {
        match &self.paper {
            Paper::File(_, document) => document.and_then(|document| document.date),
            Paper::Minutes { date, .. } => date.map(|day| (day, Precision::Day)),
        }
    }

    fn year(&self) -> Option<i16> {
        self.date().map(|(day, _)| day.year())
    }

    fn organisation(&self) -> Option<EntryId> {
        match &self.paper {
            Paper::File(_, document) => document.and_then(|document| document.organisation),
            Paper::Minutes { organisation, .. } => *organisation,
        }
    }

    fn file(&self) -> Option<usize> {
        match &self.paper {
            Paper::File(number, _) => Some(*number),
            Paper::Minutes { .. } => None,
        }
    }
}

/// Everything in `documents/`, and minutes that are a text of the village itself; newest first.
pub(in crate::render) fn listed(edition: &Edition) -> Vec<Listed<'_>> {
    let files = edition.village.documents.iter();
    let titles = given_titles(edition);
    let files = files
        .map(|it| Listed { paper: Paper::File(it.file, Some(it)), title: titles.get(&it.file).copied() });
    let minutes = written_minutes(edition).iter();
    let mut all: Vec<Listed<'_>> =
        files.chain(minutes.filter_map(|(meeting, text)| minutes_of(edition, *meeting, *text))).collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.date().map(|(day, _)| day)));
    all
}

/// What organisations call files on their own pages, by the number of the file: of several, what the first by name says.
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
fn minutes_of(edition: &Edition, meeting: EntryId, text: EntryId) -> Option<Listed<'_>> {
    let (entry, text) = (edition.village.entry(meeting), edition.village.entry(text));
    let event = <&Event>::try_from(&entry.details).ok()?;
    let organisation = match event.organiser.as_ref().map(|organiser| &organiser.value) {
        Some(OrganiserRef::Organisation(reference)) => entry.target(reference.span),
        _ => None,
    };
    let date = event.date.as_ref().map(|day| day.date);
    let title = event.minutes.as_ref().and_then(|minutes| minutes.title.as_ref()).map(|title| title.as_str());
    Some(Listed { paper: Paper::Minutes { text, date, organisation }, title })
}

/// The documents of an organisation, newest first and each once: those that are its own, and those that it names itself.
pub(in crate::render) fn of_organisation<'e>(edition: &'e Edition, entry: &'e Entry) -> Vec<Listed<'e>> {
    let mut found: Vec<Listed<'e>> = Vec::new();
    for attachment in entry.details.attachments().into_iter().flat_map(Many::iter) {
        let number = attachment.file.as_ref().and_then(|file| entry.file(file.value.span));
        let Some(number) = number.filter(|number| found.iter().all(|other| other.file() != Some(*number)))
        else {
            continue;
        };
        let document = edition.village.documents.iter().find(|document| document.file == number);
        let title = attachment.title.as_ref().map(|title| title.as_str());
        found.push(Listed { paper: Paper::File(number, document), title });
    }
    let named: Vec<usize> = found.iter().filter_map(Listed::file).collect();
    let own = listed(edition).into_iter().filter(|one| one.organisation() == Some(entry.id));
    found.extend(own.filter(|one| one.file().is_none_or(|number| !named.contains(&number))));
    found.sort_by_key(|one| std::cmp::Reverse(one.date().map(|(day, _)| day)));
    found
}

/// Documents under the year from which they are; those without a day come last. Under `of` nobody needs to be told that
/// they are of that organisation.
pub(in crate::render) fn by_year(edition: &Edition, list: &[Listed<'_>], of: Option<EntryId>) -> Value {
    let values = list.chunk_by(|one, other| one.year() == other.year()).map(|documents| {
        let year = documents.first().and_then(Listed::year);
        let documents: Vec<Value> = documents.iter().map(|one| value(edition, one, of)).collect();
        map([("year", year.into()), ("documents", documents.into())])
    });
    values.collect::<Vec<_>>().into()
}

fn value(edition: &Edition, one: &Listed<'_>, of: Option<EntryId>) -> Value {
    let (file, title, document) = match &one.paper {
        Paper::File(number, document) => {
            let title = one.title.or(document.map(|document| document.title.as_str()));
            (file_value(edition, *number, title), title.unwrap_or(""), *document)
        }
        Paper::Minutes { text, .. } => (text_value(text, one.title), one.title.unwrap_or(&text.name), None),
    };
    // What the title says already is not said again.
    let words = format!(" {} ", fold(title));
    let is_said = |what: &str| words.contains(&format!(" {} ", fold(what)));
    let kind = kind_of(one, document)
        .filter(|(typed, known)| !is_said(typed) && !known.is_some_and(|word| word.spellings().any(is_said)));
    let kind = kind.map(|(typed, known)| known.map_or(typed, |word| edition.label(word.label)));
    let status = document.and_then(|it| it.status).map(|status| status.word().label);
    let status = status.filter(|label: &Pair| !is_said(label.nl) && !is_said(label.en));
    let whose = one.organisation().filter(|id| Some(*id) != of).and_then(|id| edition.shown(id));
    let whose = whose.filter(|entry| !is_said(&entry.slug) && !is_said(&entry.name));
    let about = [kind, status.map(|label| edition.label(label)), whose.map(|entry| entry.name.as_str())];
    let about: Vec<&str> = about.into_iter().flatten().collect();
    let dates = edition.dates();
    // The year stands above the list already.
    let date = one.date().filter(|(_, precision)| *precision > Precision::Year);
    map([
        ("file", file),
        ("date", none_or(date.map(|(day, precision)| dates.as_known(day, precision).into()))),
        ("about", none_or((!about.is_empty()).then(|| about.join(", ").into()))),
        ("summary", document.and_then(|it| it.summary.as_deref()).into()),
    ])
}

/// What was written for its kind, and the known word.
fn kind_of<'e>(one: &Listed<'e>, document: Option<&'e Document>) -> Option<(&'e str, Option<&'static Word>)> {
    match one.paper {
        Paper::File(..) => document?.kind.as_ref().map(|kind| (kind.typed.as_str(), kind.known)),
        Paper::Minutes { .. } => {
            Some(("notulen", DocumentKind::WORDS.iter().find(|word| word.label.nl == "notulen")))
        }
    }
}

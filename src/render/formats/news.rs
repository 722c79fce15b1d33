//! The news: pages of twenty, an archive by year, and one page for every subject.

use std::collections::BTreeMap;

use super::lists::pager;
use crate::ground::{Address, Date, Pair};
use crate::render::edition::Edition;
use crate::render::page::Page;
use crate::render::plan::{Made, Planner};
use crate::render::sections::{Section, section_address};
use crate::render::templates::{Value, map};
use crate::render::values::card;
use crate::village::{Details, Entry, EntryId, Kind};

/// How many pieces of news stand on one page.
const PER_PAGE: usize = 20;

const SECTION: Section = Section::Of(Kind::News);

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    let all = newest_first(edition);
    for number in 1..=all.len().div_ceil(PER_PAGE).max(1) {
        planner.add(page_address(edition, number), &SECTION.title(edition), move |edition| {
            make(edition, number)
        });
    }
    for year in years(&all).into_keys() {
        let address = below(edition, &[&year.to_string()]);
        planner.add(address, &year.to_string(), move |edition| make_year(edition, year));
    }
    for id in subjects(edition, &all).into_keys() {
        planner.add(subject_address(edition, &id), &id.clone(), move |edition| make_subject(edition, &id));
    }
}

/// All news that is shown, the newest first; of one day in the order of the files, the last first.
pub(super) fn newest_first(edition: &Edition) -> Vec<&Entry> {
    let shown = edition.village.of_kind(Kind::News).iter().filter(|entry| edition.almanac.is_shown(entry.id));
    let mut news: Vec<&Entry> = shown.collect();
    news.sort_by_key(|entry| (date(entry), entry.id));
    news.reverse();
    news
}

fn date(entry: &Entry) -> Option<Date> {
    match &entry.details {
        Details::News(news) => news.date.as_ref().map(|day| day.date),
        _ => None,
    }
}

fn below(edition: &Edition, parts: &[&str]) -> Address {
    Address::page(Kind::News.address(edition.speech()).into_iter().chain(parts.iter().copied()))
}

/// `/nieuws/`, `/nieuws/pagina/2/`
fn page_address(edition: &Edition, number: usize) -> Address {
    match number {
        1 => section_address(edition, SECTION),
        number => {
            below(edition, &[Pair::new("pagina", "page").in_speech(edition.speech()), &number.to_string()])
        }
    }
}

fn subject_address(edition: &Edition, id: &str) -> Address {
    below(edition, &[Pair::new("onderwerp", "subject").in_speech(edition.speech()), id])
}

fn years(news: &[&Entry]) -> BTreeMap<i16, Vec<EntryId>> {
    let mut years: BTreeMap<i16, Vec<EntryId>> = BTreeMap::new();
    for entry in news {
        if let Some(date) = date(entry) {
            years.entry(date.year()).or_default().push(entry.id);
        }
    }
    years
}

/// Subjects by their name in addresses: the word for people, and the news.
fn subjects(edition: &Edition, news: &[&Entry]) -> BTreeMap<String, (String, Vec<EntryId>)> {
    let mut subjects: BTreeMap<String, (String, Vec<EntryId>)> = BTreeMap::new();
    for entry in news {
        let Details::News(details) = &entry.details else { continue };
        for subject in details
            .subjects
            .iter()
            .flat_map(|list| list.iter())
            .filter(|subject| !subject.value.id().is_empty())
        {
            let label = subject
                .value
                .known
                .map_or(subject.value.typed.as_str(), |word| word.label.in_speech(edition.speech()));
            subjects
                .entry(subject.value.id().to_owned())
                .or_insert_with(|| (label.to_owned(), Vec::new()))
                .1
                .push(entry.id);
        }
    }
    subjects
}

/// Links to the years and subjects, for the foot of every list.
fn archive(edition: &Edition, news: &[&Entry]) -> Value {
    let link = |title: String, address: Address, count: usize| {
        map([("title", title.into()), ("href", address.to_string().into()), ("count", count.into())])
    };
    let years = years(news)
        .into_iter()
        .rev()
        .map(|(year, ids)| link(year.to_string(), below(edition, &[&year.to_string()]), ids.len()));
    let subjects = subjects(edition, news)
        .into_iter()
        .map(|(id, (label, ids))| link(label, subject_address(edition, &id), ids.len()));
    map([("years", years.collect::<Vec<_>>().into()), ("subjects", subjects.collect::<Vec<_>>().into())])
}

fn list(
    edition: &Edition,
    page: Page,
    ids: impl IntoIterator<Item = EntryId>,
    pages: Value,
    all: &[&Entry],
) -> Made {
    let cards: Vec<Value> = ids.into_iter().map(|id| card(edition, id)).collect();
    page.with("news", cards).with("pager", pages).with("archive", archive(edition, all)).make(edition)
}

fn make(edition: &Edition, number: usize) -> Made {
    let all = newest_first(edition);
    let count = all.len().div_ceil(PER_PAGE).max(1);
    let ids: Vec<EntryId> =
        all.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE).map(|entry| entry.id).collect();
    let title = match number {
        1 => SECTION.title(edition),
        number => {
            let page = edition.words.filled("page_number", &[("n", &number.to_string())]);
            format!("{} ({page})", SECTION.title(edition))
        }
    };
    let page = Page::new("news-list.html", page_address(edition, number), title, SECTION);
    let page = if number > 1 { page.below_section(edition) } else { page };
    list(edition, page, ids, pager(number, count, |number| page_address(edition, number)), &all)
}

fn make_year(edition: &Edition, year: i16) -> Made {
    let all = newest_first(edition);
    let ids = years(&all).remove(&year).unwrap_or_default();
    let title = edition.words.filled("news.of_year", &[("year", &year.to_string())]);
    let page = Page::new("news-list.html", below(edition, &[&year.to_string()]), title, SECTION)
        .below_section(edition);
    list(edition, page, ids, Value::none(), &all)
}

fn make_subject(edition: &Edition, id: &str) -> Made {
    let all = newest_first(edition);
    let (label, ids) = subjects(edition, &all).remove(id).unwrap_or_default();
    let title = edition.words.filled("news.about", &[("subject", &label)]);
    let page =
        Page::new("news-list.html", subject_address(edition, id), title, SECTION).below_section(edition);
    list(edition, page, ids, Value::none(), &all)
}

//! The news: pages of twenty items, an archive by year, and one page for every subject.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::lists::pager;
use crate::ground::{Address, Pair, sort_key};
use crate::render::addresses::{Section, section_address};
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::card;
use crate::village::{EntryId, Kind, News};

/// How many news items are on one page.
const PER_PAGE: usize = 20;

const SECTION: Section = Section::Of(Kind::News);

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    let archive = Arc::new(Archive::of(edition));
    // A portal lists the news of its villages together with its own, in another format.
    let pages = if edition.village.settings.is_portal() { 0 } else { count_of_pages(edition) };
    for number in 1..=pages {
        let archive = Arc::clone(&archive);
        let address = page_address(edition, number);
        planner.add(address, &SECTION.title(edition), move |edition| make(edition, &archive, number));
    }
    for year in archive.years.keys().copied() {
        let (address, archive) = (below_news(edition, &[&year.to_string()]), Arc::clone(&archive));
        planner.add(address, &year.to_string(), move |edition| make_year(edition, &archive, year));
    }
    for id in archive.subjects.keys() {
        let (address, archive, id) = (subject_address(edition, id), Arc::clone(&archive), id.clone());
        planner.add(address, &id.clone(), move |edition| make_subject(edition, &archive, &id));
    }
}

/// The news by year and by subject.
#[derive(Default)]
struct Archive {
    years: BTreeMap<i16, Vec<EntryId>>,
    /// By their name in addresses: the label, and the news.
    subjects: BTreeMap<String, (String, Vec<EntryId>)>,
    /// The links at the foot of every list.
    links: OnceLock<Value>,
}

impl Archive {
    fn of(edition: &Edition) -> Self {
        let mut archive = Self::default();
        for id in edition.almanac.news.iter().copied() {
            let Ok(news) = <&News>::try_from(&edition.village.entry(id).details) else { continue };
            if let Some(day) = &news.date {
                archive.years.entry(day.date.year()).or_default().push(id);
            }
            let subjects = news.subjects.iter().flat_map(|list| list.iter());
            for subject in subjects.filter(|subject| !subject.value.id().is_empty()) {
                let known = subject.value.known.map(|word| edition.label(word.label));
                let label = known.unwrap_or(subject.value.typed.as_str());
                let of_subject = archive.subjects.entry(subject.value.id().to_owned());
                of_subject.or_insert_with(|| (label.to_owned(), Vec::new())).1.push(id);
            }
        }
        archive
    }

    fn links(&self, edition: &Edition) -> Value {
        self.links.get_or_init(|| self.make_links(edition)).clone()
    }

    fn make_links(&self, edition: &Edition) -> Value {
        let link = |title: String, address: Address, count: usize| {
            map([("title", title.into()), ("href", address.to_string().into()), ("count", count.into())])
        };
        let years = self.years.iter().rev().map(|(year, ids)| {
            let year = year.to_string();
            let address = below_news(edition, &[&year]);
            link(year, address, ids.len())
        });
        let mut subjects: Vec<_> = self.subjects.iter().collect();
        subjects.sort_by_cached_key(|(_, (label, _))| sort_key(label));
        let subjects = subjects
            .into_iter()
            .map(|(id, (label, ids))| link(label.clone(), subject_address(edition, id), ids.len()));
        map([("years", years.collect::<Vec<_>>().into()), ("subjects", subjects.collect::<Vec<_>>().into())])
    }
}

/// Returns how many pages the list of all news takes: at least one, which may be empty.
fn count_of_pages(edition: &Edition) -> usize {
    edition.almanac.news.len().div_ceil(PER_PAGE).max(1)
}

/// Returns the address of a page below that of the news.
fn below_news(edition: &Edition, parts: &[&str]) -> Address {
    Address::page(Kind::News.address(edition.locale()).into_iter().chain(parts.iter().copied()))
}

/// Returns `/nieuws/`, `/nieuws/pagina/2/`.
fn page_address(edition: &Edition, number: usize) -> Address {
    match number {
        1 => section_address(edition, SECTION),
        number => below_news(
            edition,
            &[Pair::new("pagina", "page").in_locale(edition.locale()), &number.to_string()],
        ),
    }
}

fn subject_address(edition: &Edition, id: &str) -> Address {
    below_news(edition, &[Pair::new("onderwerp", "subject").in_locale(edition.locale()), id])
}

/// Renders a page that lists these news items.
fn make_list(edition: &Edition, archive: &Archive, page: Page, ids: &[EntryId], pages: Value) -> Rendered {
    let cards: Vec<Value> = ids.iter().map(|id| card(edition, *id)).collect();
    page.with("news", cards).with("pager", pages).with("archive", archive.links(edition)).make(edition)
}

fn make(edition: &Edition, archive: &Archive, number: usize) -> Rendered {
    let ids = edition.almanac.news.chunks(PER_PAGE).nth(number - 1).unwrap_or(&[]);
    let title = match number {
        1 => SECTION.title(edition),
        number => {
            let page = edition.words().filled("page_number", &[("n", &number.to_string())]);
            format!("{} ({page})", SECTION.title(edition))
        }
    };
    let page = Page::new("news-list.html", page_address(edition, number), title, SECTION);
    let page = if number > 1 { page.below_section(edition) } else { page };
    let pager = pager(number, count_of_pages(edition), |number| page_address(edition, number));
    make_list(edition, archive, page, ids, pager)
}

fn make_year(edition: &Edition, archive: &Archive, year: i16) -> Rendered {
    let ids = archive.years.get(&year).map_or(&[][..], Vec::as_slice);
    let title = edition.words().filled("news.of_year", &[("year", &year.to_string())]);
    let address = below_news(edition, &[&year.to_string()]);
    let page = Page::new("news-list.html", address, title, SECTION).below_section(edition);
    make_list(edition, archive, page, ids, Value::none())
}

fn make_subject(edition: &Edition, archive: &Archive, id: &str) -> Rendered {
    let (label, ids) = archive.subjects.get(id).map_or(("", &[][..]), |(label, ids)| (label, ids.as_slice()));
    let title = edition.words().filled("news.about", &[("subject", label)]);
    let page =
        Page::new("news-list.html", subject_address(edition, id), title, SECTION).below_section(edition);
    make_list(edition, archive, page, ids, Value::none())
}

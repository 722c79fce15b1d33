//! The news of a region together with that of the portal itself, in pages of twenty items.

use std::sync::Arc;

use super::places::village_link;
use super::shares::fair_share;
use crate::almanac::RegionNews;
use crate::ground::{Address, Date, Pair};
use crate::region::{RemoteNews, RemoteVillage};
use crate::render::addresses::{Section, section_address};
use crate::render::edition::Edition;
use crate::render::formats::lists::pager;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::none_or;
use crate::village::{Entry, EntryId, Kind, News};

const PER_PAGE: usize = 20;

/// A village gets at most one in this many of the items on a page.
const PARTS: usize = 4;

/// How many news items are kept on these pages; each village has all its own.
const MOST: usize = 400;

const SECTION: Section = Section::Of(Kind::News);

/// A news item.
#[derive(Clone, Copy)]
pub(in crate::render::formats) enum NewsItem<'e> {
    /// Of a village.
    Remote(&'e RemoteVillage, &'e RemoteNews),
    /// Of the portal itself.
    Own(&'e Entry, Option<Date>),
}

/// The identity of a news item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NewsKey {
    Remote(RegionNews),
    Own(EntryId),
}

impl NewsKey {
    fn village(self) -> Option<u32> {
        match self {
            Self::Remote(item) => Some(item.village),
            Self::Own(_) => None,
        }
    }

    fn news_item(self, edition: &Edition) -> Option<NewsItem<'_>> {
        match self {
            Self::Remote(item) => {
                edition.region.news_item(item).map(|(village, news)| NewsItem::Remote(village, news))
            }
            Self::Own(id) => {
                let entry = edition.village.entry(id);
                let news = <&News>::try_from(&entry.details).ok()?;
                Some(NewsItem::Own(entry, news.date.as_ref().map(|day| day.date)))
            }
        }
    }
}

impl NewsItem<'_> {
    fn date(&self) -> Option<Date> {
        match self {
            Self::Remote(_, news) => Some(news.date),
            Self::Own(_, date) => *date,
        }
    }

    /// Returns the item in the form that templates use.
    pub(super) fn value(&self, edition: &Edition) -> Value {
        let dates = edition.dates();
        let (title, href, summary, village) = match self {
            Self::Remote(village, news) => {
                (&*news.title, &*news.url, news.summary.as_deref(), Some(village_link(edition, village)))
            }
            Self::Own(entry, _) => {
                let summary = entry.head.summary.as_ref().map(|line| line.as_str());
                (entry.name.as_str(), entry.address.as_str(), summary, None)
            }
        };
        map([
            ("title", title.into()),
            ("href", href.into()),
            ("is_elsewhere", village.is_some().into()),
            ("date", none_or(self.date().map(|day| dates.day(day)))),
            ("summary", summary.into()),
            ("village", none_or(village)),
        ])
    }
}

/// Returns the newest first; on the same day, those of the portal itself come first. When not everything
/// fits, villages take turns.
fn newest(edition: &Edition, most: usize) -> Vec<NewsKey> {
    let own = edition.almanac.news.iter().map(|id| NewsKey::Own(*id));
    let remote = fair_share(&edition.region.news, most, 1, |item| Some(item.village));
    let news_items = own.take(most).chain(remote.into_iter().map(NewsKey::Remote));
    let dated = news_items.filter_map(|which| Some((which.news_item(edition)?.date(), which)));
    let mut all: Vec<(Option<Date>, NewsKey)> = dated.collect();
    all.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    let all: Vec<NewsKey> = all.into_iter().map(|(_, which)| which).collect();
    fair_share(&all, most, 1, NewsKey::village)
}

/// Divides the news into pages: no village has more than its share of a page, as long as others have news
/// too.
fn paged(all: &[NewsKey]) -> Vec<Vec<NewsKey>> {
    let (mut rest, mut pages) = (all.to_vec(), Vec::new());
    while !rest.is_empty() {
        let page = fair_share(&rest, PER_PAGE, PER_PAGE.div_ceil(PARTS), NewsKey::village);
        let mut shown = page.iter().peekable();
        rest.retain(|which| shown.next_if_eq(&which).is_none());
        pages.push(page);
    }
    pages
}

/// Returns the newest news items of the portal and its villages.
pub(in crate::render::formats) fn news_items(edition: &Edition, most: usize) -> Vec<NewsItem<'_>> {
    newest(edition, most).into_iter().filter_map(|which| which.news_item(edition)).collect()
}

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    let all = newest(edition, MOST);
    let has_more = all.len() < edition.region.news.len() + edition.almanac.news.len();
    let pages = Arc::new(paged(&all));
    for number in 1..=pages.len().max(1) {
        let pages = Arc::clone(&pages);
        planner.add(page_address(edition, number), &SECTION.title(edition), move |edition| {
            make(edition, &pages, number, has_more)
        });
    }
}

/// Returns `/nieuws/`, `/nieuws/pagina/2/`.
fn page_address(edition: &Edition, number: usize) -> Address {
    if number == 1 {
        return section_address(edition, SECTION);
    }
    let own = Kind::News.address(edition.locale());
    let page = Pair::new("pagina", "page").in_locale(edition.locale()).to_owned();
    Address::page(own.map(str::to_owned).into_iter().chain([page, number.to_string()]))
}

fn make(edition: &Edition, pages: &[Vec<NewsKey>], number: usize, has_more: bool) -> Rendered {
    let title = match number {
        1 => SECTION.title(edition),
        number => {
            let page = edition.words().filled("page_number", &[("n", &number.to_string())]);
            format!("{} ({page})", SECTION.title(edition))
        }
    };
    let page = Page::new("region-news.html", page_address(edition, number), title, SECTION);
    let page = if number > 1 { page.below_section(edition) } else { page };
    let news_items = pages.get(number - 1).into_iter().flatten().filter_map(|which| which.news_item(edition));
    let count = pages.len().max(1);
    page.with("news", news_items.map(|news_item| news_item.value(edition)).collect::<Vec<_>>())
        .with("has_more", has_more)
        .with("pager", pager(number, count, |number| page_address(edition, number)))
        .make(edition)
}

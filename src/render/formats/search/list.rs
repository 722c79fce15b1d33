//! Everything that can be found, by kind and by name: the list on the page. The numbers in the index and the
//! script are positions in this list.

use std::borrow::Cow;

use super::own_pages::{OwnPage, own_pages};
use crate::ground::{Date, DateSpan, fingerprint, in_parallel, sort_key};
use crate::render::addresses::{Section, section_address, village_address};
use crate::render::edition::Edition;
use crate::render::pictures::file_address;
use crate::render::templates::{Value, map};
use crate::village::{Details, Entry, EntryId, Kind};

/// Something that can be found.
pub(super) enum Item {
    /// An entry.
    Entry(EntryId),
    /// The number of a document.
    Document(usize),
    /// A village of the region, by its index.
    Village(usize),
    /// A venue of a village, by the index of both.
    Venue(usize, usize),
    /// A page that the program itself generates.
    Own(OwnPage),
}

/// Items of one kind, from A to Z.
pub(super) struct Group {
    section: Section,
    /// In the order of the page.
    pub(super) items: Vec<Item>,
}

/// Returns everything that is shown today, by kind. Kinds without a list page of their own come last.
pub(super) fn groups(edition: &Edition) -> Vec<Group> {
    let kinds = Section::all().filter(|section| !matches!(section, Section::Home | Section::Documents));
    let others = Kind::ALL.iter().copied().filter(|kind| kind.info().address.en.is_empty()).map(Section::Of);
    let groups = kinds.chain(others).chain([Section::Documents]).map(|section| {
        let mut named: Vec<(String, Item)> = match section {
            Section::Of(kind) => {
                let all = edition.village.of_kind(kind).iter();
                let shown = all.filter(|entry| edition.almanac.is_shown(entry.id));
                let own = shown.map(|entry| (sort_key(&entry.name), Item::Entry(entry.id)));
                own.chain(venues(edition, kind)).chain(program_pages(edition, kind)).collect()
            }
            Section::Villages => {
                let all = edition.region.region.villages.iter().enumerate();
                all.map(|(index, village)| (sort_key(&village.name), Item::Village(index))).collect()
            }
            _ => {
                let all = edition.village.documents.iter().enumerate();
                all.map(|(number, it)| (sort_key(&it.title), Item::Document(number))).collect()
            }
        };
        named.sort_by(|(one, _), (other, _)| one.cmp(other));
        Group { section, items: named.into_iter().map(|(_, item)| item).collect() }
    });
    groups.filter(|group| !group.items.is_empty()).collect()
}

/// Pages that the program generates are listed among those that the village wrote.
fn program_pages(edition: &Edition, kind: Kind) -> impl Iterator<Item = (String, Item)> {
    let pages = if kind == Kind::Page { own_pages(edition) } else { Vec::new() };
    pages.into_iter().map(|page| (sort_key(&page.name), Item::Own(page)))
}

/// The most venues of villages that are listed; if there are more, a village is found by the names of its
/// venues.
const MOST_VENUES: usize = 2_500;

/// Returns the venues of the villages of a region.
fn venues(edition: &Edition, kind: Kind) -> Vec<(String, Item)> {
    let villages = edition.region.region.villages.iter().enumerate();
    let all =
        villages.flat_map(|(index, village)| village.venues.iter().enumerate().map(move |it| (index, it)));
    let wanted = if kind == Kind::Venue && count_of_venues(edition) <= MOST_VENUES { usize::MAX } else { 0 };
    all.take(wanted)
        .map(|(index, (venue_index, venue))| (sort_key(&venue.name), Item::Venue(index, venue_index)))
        .collect()
}

fn count_of_venues(edition: &Edition) -> usize {
    edition.region.region.villages.iter().map(|village| village.venues.len()).sum()
}

/// Returns how many items can be found, counted before they are listed.
pub(super) fn count(edition: &Edition) -> usize {
    let shown = edition.village.entries.iter().filter(|entry| edition.almanac.is_shown(entry.id)).count();
    let venues = Some(count_of_venues(edition)).filter(|count| *count <= MOST_VENUES);
    let of_region = edition.region.region.villages.len() + venues.unwrap_or(0);
    shown + edition.village.documents.len() + of_region + own_pages(edition).len()
}

/// Changes when an item is added, removed or gets another address: the numbering then changes. A change in a
/// text only changes the one file of the index with its words, and not all of them.
pub(super) fn version(edition: &Edition, items: &[&Item]) -> String {
    let addresses: Vec<Cow<'_, str>> = items.iter().map(|item| address(edition, item)).collect();
    fingerprint(addresses.join("\n").as_bytes()).to_string()
}

fn address<'e>(edition: &'e Edition, item: &Item) -> Cow<'e, str> {
    let villages = &edition.region.region.villages;
    match item {
        Item::Entry(id) => Cow::Borrowed(edition.village.entry(*id).address.as_str()),
        Item::Document(number) => {
            Cow::Owned(file_address(edition, edition.village.documents[*number].file).to_string())
        }
        Item::Village(index) => Cow::Owned(village_address(edition, &villages[*index]).to_string()),
        Item::Venue(village_index, venue_index) => {
            Cow::Borrowed(&villages[*village_index].venues[*venue_index].url)
        }
        Item::Own(page) => Cow::Owned(page.address.to_string()),
    }
}

/// Returns the list in the form that the template uses.
pub(super) fn groups_value(edition: &Edition, groups: &[Group]) -> Value {
    let values = groups.iter().map(|group| {
        let items = in_parallel(&group.items, |item| item_value(edition, item));
        let address = section_address(edition, group.section);
        let id = address.as_str().trim_matches('/');
        let id = if id.is_empty() { group.section.id() } else { id };
        map([("id", id.into()), ("title", group.section.title(edition).into()), ("items", items.into())])
    });
    values.collect::<Vec<_>>().into()
}

fn item_value(edition: &Edition, item: &Item) -> Value {
    let dates = edition.dates();
    match item {
        Item::Document(number) => {
            let document = &edition.village.documents[*number];
            let date = document.date.map(|(day, precision)| dates.as_known(day, precision));
            map([
                ("name", document.title.as_str().into()),
                ("href", (*address(edition, item)).into()),
                ("is_elsewhere", false.into()),
                ("days", Value::none()),
                ("date", date.into()),
            ])
        }
        Item::Own(page) => value_without_days(edition, item, &page.name, false),
        Item::Village(index) => {
            value_without_days(edition, item, &edition.region.region.villages[*index].full_name(), false)
        }
        Item::Venue(village_index, venue_index) => {
            let village = &edition.region.region.villages[*village_index];
            value_without_days(
                edition,
                item,
                &format!("{} ({})", village.venues[*venue_index].name, village.name_in_brackets()),
                true,
            )
        }
        Item::Entry(id) => {
            let entry = edition.village.entry(*id);
            let days = days(edition, entry);
            let today = edition.almanac.today;
            let next = days.iter().find(|day| **day >= today).or(days.last());
            map([
                ("name", entry.name.as_str().into()),
                ("href", (*address(edition, item)).into()),
                ("is_elsewhere", false.into()),
                ("days", (!days.is_empty()).then(|| in_steps(&days)).into()),
                ("date", next.map(|day| dates.plain(*day)).into()),
            ])
        }
    }
}

/// Returns an item without days: something of another village, or a page that the program generates.
fn value_without_days(edition: &Edition, item: &Item, name: &str, is_elsewhere: bool) -> Value {
    map([
        ("name", name.into()),
        ("href", (*address(edition, item)).into()),
        ("is_elsewhere", is_elsewhere.into()),
        ("days", Value::none()),
        ("date", Value::none()),
    ])
}

/// Returns the days on which an event takes place, or the date of a news item.
fn days(edition: &Edition, entry: &Entry) -> Vec<Date> {
    match &entry.details {
        Details::News(news) => news.date.iter().map(|day| day.date).collect(),
        Details::Event(_) => {
            let all = || edition.almanac.of_event(entry.id);
            let is_off = all().all(|it| it.is_cancelled());
            let counted = all().filter(|it| is_off || !it.is_cancelled());
            let mut days: Vec<Date> = counted
                .flat_map(|it| {
                    it.first_day.series(DateSpan::new().days(1)).take_while(|day| *day <= it.last_day)
                })
                .collect();
            days.sort_unstable();
            days.dedup();
            days
        }
        Details::Venue(_) | Details::Organisation(_) | Details::Page(_) => Vec::new(),
    }
}

/// Formats days as `20417 7x40`: the first day counted from 1 January 1970, then the steps from one to the
/// next.
fn in_steps(days: &[Date]) -> String {
    let mut steps: Vec<(i32, usize)> = Vec::new();
    let mut last = Date::constant(1970, 1, 1);
    for day in days {
        let step = day.since(last).map_or(0, |span| span.get_days());
        last = *day;
        match steps.last_mut() {
            Some((same, times)) if *same == step => *times += 1,
            _ => steps.push((step, 1)),
        }
    }
    let words = steps.into_iter().map(|(step, times)| match times {
        1 => step.to_string(),
        times => format!("{step}x{times}"),
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_in_steps() {
        let day = |day: i8| Date::constant(2026, 11, day);
        assert_eq!(in_steps(&[day(3)]), "20760");
        assert_eq!(in_steps(&[day(3), day(10), day(17), day(18)]), "20760 7x2 1");
    }
}

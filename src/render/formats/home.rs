//! The home page: what is on today and this week, the latest news, the places to meet. It stays useful even
//! when nobody has posted anything for half a year.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::lists::by_day;
use crate::almanac::ProgramLine;
use crate::ground::{Address, days_later, sort_key};
use crate::render::addresses::Section;
use crate::render::edition::Edition;
use crate::render::json_ld;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, safe};
use crate::render::text::entry_html;
use crate::render::values::{card, none_or, picture_value};
use crate::render::withdrawn::may_be_shared;
use crate::village::{Entry, EntryId, Event, Kind, News};

/// How many days ahead the home page looks.
const DAYS: i64 = 7;

/// The most events it shows, and the fewest when the days ahead are empty.
const MOST_EVENTS: usize = 12;
const FEWEST_EVENTS: usize = 4;

/// How many news items it shows.
const NEWS: usize = 4;

/// An event that takes place this often within this many days is one to count on.
const REGULAR_DAYS: i64 = 14;
const REGULAR_TIMES: usize = 2;
const MOST_REGULARS: usize = 8;

/// How many venues it shows, and over how many days the liveliest are determined.
const MOST_VENUES: usize = 6;
const VENUE_DAYS: i64 = 28;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    match own_page(edition) {
        Some(page) => planner.add_entry(page, make),
        None => planner.add(Address::home(), "/", make),
    }
}

/// Returns the page that a village wrote as its home page, `paginas/index.md`.
pub(super) fn own_page(edition: &Edition) -> Option<&Entry> {
    edition
        .village
        .of_kind(Kind::Page)
        .iter()
        .find(|page| page.address == Address::home() && edition.almanac.is_shown(page.id))
}

fn make(edition: &Edition) -> Rendered {
    let settings = &edition.village.settings;
    let own = own_page(edition);
    let today = edition.almanac.today;
    let upcoming = || edition.almanac.program_from_today();
    let is_on_today = upcoming().any(|line| line.day <= today && line.last_day >= today && !line.is_away);
    let lines = first_lines(edition);
    let venues = venues(edition);
    let shown = edition.village.of_kind(Kind::Venue).iter().filter(|it| edition.almanac.is_shown(it.id));
    let has_more_venues = shown.count() > venues.len();
    let cards = |ids: Vec<EntryId>| ids.into_iter().map(|id| card(edition, id)).collect::<Vec<Value>>();
    let shared = settings.image.as_ref().filter(|image| may_be_shared(edition, None, &image.value));
    let image = shared.and_then(|picture| picture_value(edition, None, &picture.value));
    let mut page = Page::new("home.html", Address::home(), settings.village_name().to_owned(), Section::Home)
        .with("days", by_day(edition, lines.iter().copied()))
        .with("is_on_today", is_on_today)
        .with("has_more", upcoming().count() > lines.len())
        .with("regulars", cards(not_in(edition, &lines, regulars(edition))))
        .with("news", cards(news(edition)))
        .with("venues", cards(venues))
        .with("has_more_venues", has_more_venues)
        .with("body", none_or(own.map(|own| safe(&entry_html(edition, own)))));
    page.image = image;
    page.json_ld = json_ld::scripts([json_ld::website(edition)]);
    page.make(edition)
}

/// Returns the days ahead, plus later lines when there is little on those days. A repeating event gets only
/// one later line, because the regular events are listed further down.
fn first_lines(edition: &Edition) -> Vec<&ProgramLine> {
    let upcoming = || edition.almanac.program_from_today();
    let last = days_later(edition.almanac.today, DAYS - 1);
    let soon = upcoming().filter(|it| it.day <= last).count();
    let mut series_seen = BTreeSet::new();
    let is_first_of_series = |line: &&ProgramLine| {
        let series = event_of(edition, line).filter(|id| is_recurring(edition, *id));
        line.day <= last || series.is_none_or(|id| series_seen.insert(id))
    };
    upcoming().filter(is_first_of_series).take(soon.clamp(FEWEST_EVENTS, MOST_EVENTS)).collect()
}

/// Returns the event that a line is about.
fn event_of(edition: &Edition, line: &ProgramLine) -> Option<EntryId> {
    edition.almanac.occurrences.get(line.number).map(|it| it.event)
}

fn is_recurring(edition: &Edition, id: EntryId) -> bool {
    let event = <&Event>::try_from(&edition.village.entry(id).details).ok();
    event.is_some_and(|event| event.repeats.is_some())
}

/// Returns the regular events, unless the list above already has all of them.
fn not_in(edition: &Edition, lines: &[&ProgramLine], regulars: Vec<EntryId>) -> Vec<EntryId> {
    let listed: BTreeSet<EntryId> = lines.iter().filter_map(|line| event_of(edition, line)).collect();
    if regulars.iter().all(|id| listed.contains(id)) { Vec::new() } else { regulars }
}

/// Returns the repeating events that take place within two weeks, the most frequent first: what a village can
/// count on even when nobody posts anything.
fn regulars(edition: &Edition) -> Vec<EntryId> {
    let today = edition.almanac.today;
    let horizon = days_later(today, REGULAR_DAYS);
    let times = |id: EntryId| {
        edition
            .almanac
            .of_event(id)
            .filter(|it| it.last_day >= today && it.first_day < horizon && !it.is_cancelled())
            .count()
    };
    let events = edition.village.all::<Event>().filter(|(_, event)| event.repeats.is_some());
    let counted = events.map(|(entry, _)| (times(entry.id), entry));
    most_often(counted.filter(|(times, _)| *times >= REGULAR_TIMES), MOST_REGULARS)
}

/// Returns the entries with the highest counts; equal counts are in order of name.
fn most_often<'e>(counted: impl Iterator<Item = (usize, &'e Entry)>, most: usize) -> Vec<EntryId> {
    let mut counted: Vec<(usize, &Entry)> = counted.collect();
    counted.sort_by_cached_key(|(times, entry)| (Reverse(*times), sort_key(&entry.name)));
    counted.into_iter().take(most).map(|(_, entry)| entry.id).collect()
}

/// Returns the latest news; anything older than a year no longer counts as news.
fn news(edition: &Edition) -> Vec<EntryId> {
    let oldest = days_later(edition.almanac.today, -365);
    let is_fresh = |id: &EntryId| {
        let news = <&News>::try_from(&edition.village.entry(*id).details).ok();
        news.and_then(|news| news.date.as_ref()).is_none_or(|day| day.date >= oldest)
    };
    edition.almanac.news.iter().copied().filter(is_fresh).take(NEWS).collect()
}

/// Returns the venues where most takes place in the weeks to come.
fn venues(edition: &Edition) -> Vec<EntryId> {
    let today = edition.almanac.today;
    let horizon = days_later(today, VENUE_DAYS);
    let times = |venue: EntryId| {
        let events = edition.almanac.back_links.to(venue, Kind::Event, &edition.village);
        let times = events.flat_map(|event| edition.almanac.of_event(event));
        times.filter(|it| it.last_day >= today && it.first_day < horizon).count()
    };
    let shown = edition.village.of_kind(Kind::Venue).iter();
    let shown = shown.filter(|entry| edition.almanac.is_shown(entry.id));
    most_often(shown.map(|entry| (times(entry.id), entry)), MOST_VENUES)
}

//! What is to come on a portal, from the villages and from the portal itself, in the orders that pages need.
//! Built once, when the site is planned.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::shares::fair_share;
use crate::almanac::OccurrenceRef;
use crate::ground::{Date, DateTime, days_from, days_later, sort_key};
use crate::render::edition::Edition;
use crate::render::facet::Facet;
use crate::render::formats::facets::facet_pages;

/// How many kinds have a page: villages may name kinds as they like.
const MOST_KINDS: usize = 60;

/// How many villages fill a page in one round: with shorter turns, the days on it would be less complete.
const TURNS: usize = 8;

/// How many occurrences of one village are listed under a day other than their first: an exhibition is there
/// every day, and a village with hundreds of events that take a year must leave room for others.
const MOST_ONGOING: u8 = 5;

/// How many days ahead the agenda looks.
const HORIZON: usize = 365;

/// One occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// In a village of the region.
    Remote(OccurrenceRef),
    /// On the portal's own agenda: the number of the occurrence.
    Own(usize),
}

impl Row {
    fn village(self) -> Option<u32> {
        match self {
            Self::Remote(it) => Some(it.village),
            Self::Own(_) => None,
        }
    }

    /// Returns the last day on which it is going on.
    fn last_day(self, edition: &Edition) -> Option<Date> {
        match self {
            Self::Remote(it) => Some(edition.region.occurrence_view(it)?.occurrence.last_day()),
            Self::Own(number) => Some(edition.almanac.occurrences.get(number)?.last_day),
        }
    }
}

/// A kind of event with its rows to come.
pub(super) struct UpcomingKind {
    pub(super) id: String,
    /// Its name in the language of the pages.
    pub(super) title: String,
    /// The rows of this kind.
    pub(super) rows: Vec<usize>,
    /// In how many villages it occurs.
    pub(super) villages: usize,
}

/// Everything that is to come.
pub(super) struct Outlook {
    /// In chronological order.
    pub(super) rows: Vec<Row>,
    /// Which rows are under which day: what began before today is under today.
    pub(super) days: BTreeMap<Date, Range<usize>>,
    /// Which rows are under an earlier day and still going on.
    ongoing: BTreeMap<Date, Vec<usize>>,
    /// The first row of each day.
    starts: Vec<(usize, Date)>,
    /// The rows of every village, by its place in the region.
    of_village: Vec<Vec<usize>>,
    /// By name.
    pub(super) kinds: Vec<UpcomingKind>,
    /// How many villages have something to come, counting the portal itself.
    pub(super) villages_with_events: usize,
}

impl Outlook {
    pub(super) fn of(edition: &Edition) -> Self {
        let (region, today) = (&edition.region, edition.almanac.today);
        let begin = today.at(0, 0, 0, 0);
        let remote = region.agenda.iter().filter_map(|it| {
            let start = region.occurrence_view(*it)?.occurrence.start.from();
            Some((start.max(begin), Row::Remote(*it)))
        });
        let own = edition.almanac.upcoming().map(|it| (it.starts().max(begin), Row::Own(it.number)));
        let mut all: Vec<(DateTime, Row)> = own.chain(remote).collect();
        // What begins in the same minute keeps its order.
        all.sort_by_key(|(start, _)| *start);
        let mut days: BTreeMap<Date, Range<usize>> = BTreeMap::new();
        let mut of_village = vec![Vec::new(); region.region.villages.len()];
        for (number, (start, row)) in all.iter().enumerate() {
            days.entry(start.date()).or_insert(number..number).end = number + 1;
            if let Row::Remote(it) = row
                && let Some(rows) = of_village.get_mut(it.village as usize)
            {
                rows.push(number);
            }
        }
        let rows: Vec<Row> = all.into_iter().map(|(_, row)| row).collect();
        let kinds = kinds(edition, &rows);
        let starts = days.iter().map(|(day, rows)| (rows.start, *day)).collect();
        let ongoing = ongoing_on(edition, &rows, &days);
        let own = usize::from(rows.iter().any(|row| row.village().is_none()));
        let villages_with_events = own + of_village.iter().filter(|rows| !rows.is_empty()).count();
        Self { rows, days, ongoing, starts, of_village, kinds, villages_with_events }
    }

    /// Returns the rows of a village, in chronological order.
    pub(super) fn of_village(&self, village: u32) -> &[usize] {
        self.of_village.get(village as usize).map_or(&[], Vec::as_slice)
    }

    /// Returns the rows of several villages, in chronological order.
    pub(super) fn of_villages(&self, villages: impl IntoIterator<Item = u32>) -> Vec<usize> {
        let mut rows: Vec<usize> = villages.into_iter().flat_map(|it| self.of_village(it)).copied().collect();
        rows.sort_unstable();
        rows
    }

    /// Returns as many of these rows as fit on a page, with a fair share for every village.
    pub(super) fn fair_rows(&self, rows: &[usize], most: usize) -> Vec<usize> {
        fair_share(rows, most, most.div_ceil(TURNS), |row| self.whose(row))
    }

    /// Returns the village of a row; nothing when it is of the portal itself.
    pub(super) fn whose(&self, row: usize) -> Option<u32> {
        self.rows.get(row)?.village()
    }

    /// Returns the rows under a day: what begins on it.
    pub(super) fn starting_on(&self, day: Date) -> Range<usize> {
        self.days.get(&day).cloned().unwrap_or(0..0)
    }

    /// Returns the rows that began before a day and are still going on.
    pub(super) fn ongoing_on(&self, day: Date) -> &[usize] {
        self.ongoing.get(&day).map_or(&[], Vec::as_slice)
    }

    /// Returns everything on a day: what begins, then what is going on.
    pub(super) fn on(&self, day: Date) -> Vec<usize> {
        self.starting_on(day).chain(self.ongoing_on(day).iter().copied()).collect()
    }

    /// Returns every day on which something begins or is going on.
    pub(super) fn all_days(&self) -> BTreeSet<Date> {
        self.days.keys().chain(self.ongoing.keys()).copied().collect()
    }

    /// Returns the day that a row is under.
    pub(super) fn day_of(&self, row: usize) -> Option<Date> {
        let found = self.starts.partition_point(|(start, _)| *start <= row);
        found.checked_sub(1).and_then(|at| self.starts.get(at)).map(|(_, day)| *day)
    }
}

/// Returns what takes several days, listed by the days after the one it is under, as far as the agenda looks.
fn ongoing_on(
    edition: &Edition,
    rows: &[Row],
    days: &BTreeMap<Date, Range<usize>>,
) -> BTreeMap<Date, Vec<usize>> {
    let today = edition.almanac.today;
    // Counters per day from today keep this fast: a village may have ten thousand events that each take a
    // year.
    let from_today = |day: Date| usize::try_from(days_from(today, day)).unwrap_or(0).min(HORIZON);
    let mut ongoing: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
    let mut seen: BTreeMap<Option<u32>, [u8; HORIZON + 1]> = BTreeMap::new();
    for (first, row) in days.iter().flat_map(|(day, rows)| rows.clone().map(move |row| (*day, row))) {
        let Some(one) = rows.get(row) else { continue };
        let later = from_today(first) + 1..=from_today(one.last_day(edition).unwrap_or(first));
        if later.is_empty() {
            continue;
        }
        let counts = seen.entry(one.village()).or_insert([0; HORIZON + 1]);
        for (after, count) in counts.iter_mut().enumerate().take(later.end() + 1).skip(*later.start()) {
            if *count < MOST_ONGOING {
                *count += 1;
                let day = days_later(today, i64::try_from(after).unwrap_or(0));
                ongoing.entry(day).or_default().push(row);
            }
        }
    }
    ongoing
}

/// Returns the kinds that occur in the most villages, and those of the portal's own events, because its other
/// pages link to them.
fn kinds(edition: &Edition, rows: &[Row]) -> Vec<UpcomingKind> {
    let mut places = vec![0; edition.region.agenda.len()];
    let mut own: BTreeMap<usize, usize> = BTreeMap::new();
    let mut remote = 0;
    for (number, row) in rows.iter().enumerate() {
        match row {
            Row::Remote(_) => {
                if let Some(place) = places.get_mut(remote) {
                    *place = number;
                }
                remote += 1;
            }
            Row::Own(occurrence) => {
                own.insert(*occurrence, number);
            }
        }
    }
    let mut kinds: BTreeMap<String, UpcomingKind> = BTreeMap::new();
    for kind in edition.region.kinds.iter().take(MOST_KINDS) {
        let title = kind.known.map_or(&*kind.nl, |word| edition.label(word.label)).to_owned();
        let rows = kind.agenda.iter().filter_map(|at| places.get(*at as usize)).copied().collect();
        let (id, villages) = (kind.id.to_string(), kind.villages);
        kinds.insert(id.clone(), UpcomingKind { id, title, rows, villages });
    }
    for facet_page in facet_pages(edition).iter().filter(|facet_page| facet_page.facet == Facet::Kind) {
        let Some(id) = facet_page.page.as_str().trim_matches('/').rsplit('/').next() else { continue };
        let numbers = facet_page.events.iter().flat_map(|event| edition.almanac.of_event(*event));
        let rows = numbers.filter_map(|it| own.get(&it.number)).copied();
        let kind = kinds.entry(id.to_owned()).or_insert_with(|| UpcomingKind {
            id: id.to_owned(),
            title: facet_page.name.clone(),
            rows: Vec::new(),
            villages: 0,
        });
        kind.villages += 1;
        kind.rows.extend(rows);
        kind.rows.sort_unstable();
    }
    let mut kinds: Vec<UpcomingKind> = kinds.into_values().collect();
    kinds.sort_by_cached_key(|kind| sort_key(&kind.title));
    kinds
}

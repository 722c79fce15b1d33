//! Derives the almanac of a village on a day.

use std::collections::BTreeMap;

use super::back_links::{BackLinks, of_first};
use super::clocks::SkippedHours;
use super::days_off::DaysOff;
use super::expand::{Window, changed, last_before, next_after, occurrences, single, unchanged};
use super::occurrence::Occurrence;
use super::program::{ProgramLine, by_day, program};
use super::series::{Series, SeriesDay};
use crate::ground::{Date, both_at_once, in_parallel};
use crate::village::{Entry, EntryId, Event, News, Village};

/// A village on a day.
#[derive(Clone, Debug)]
pub struct Almanac {
    /// The day.
    pub today: Date,
    /// The period for which repeating events are expanded.
    pub window: Window,
    /// Everything that happens, in chronological order.
    pub occurrences: Vec<Occurrence>,
    /// What a list of the agenda shows: everything that happens, and where it was moved from.
    pub program: Vec<ProgramLine>,
    /// The news that is shown, the newest first.
    pub news: Vec<EntryId>,
    /// Who refers to whom.
    pub back_links: BackLinks,
    /// The public and school holidays.
    pub days_off: DaysOff,
    by_day: BTreeMap<Date, Vec<usize>>,
    shown: Vec<bool>,
    /// In the order of the events.
    series: Vec<(EntryId, Series)>,
    /// The numbers of the occurrences of every event, in order.
    of_event: Vec<(EntryId, usize)>,
}

/// Derives what is shown today, what happens when, and who refers to whom.
pub fn derive(village: &Village, today: Date) -> Almanac {
    let shown: Vec<bool> = village.entries.iter().map(|entry| entry.is_public(today)).collect();
    let days_off = DaysOff::of(village);
    let window = Window::around(today);
    let ((series, mut occurrences), (news, back_links)) = both_at_once(
        || series_and_occurrences(village, &shown, &days_off, today, window),
        || (newest_first(village, &shown), BackLinks::of(village)),
    );
    correct_by_clock(village, &mut occurrences);
    let of_event = number_in_order(&mut occurrences);
    let program = program(occurrences.iter());
    let by_day = by_day(&program);
    Almanac {
        today,
        window,
        occurrences,
        program,
        news,
        back_links,
        days_off,
        by_day,
        shown,
        series,
        of_event,
    }
}

/// Returns the series of every event that is shown, and its occurrences.
fn series_and_occurrences(
    village: &Village,
    shown: &[bool],
    days_off: &DaysOff,
    today: Date,
    window: Window,
) -> (Vec<(EntryId, Series)>, Vec<Occurrence>) {
    let events: Vec<(&Entry, &Event)> =
        village.all::<Event>().filter(|(entry, _)| shown[entry.id.0]).collect();
    let of_events = in_parallel(&events, |(entry, event)| {
        let series = Series::of(event, days_off);
        let mut all = occurrences(entry.id, event, &series, days_off, window);
        // A single event is always included, whatever its day.
        if event.is_recurring() && all.iter().all(|it| it.last_day < today) {
            all.extend(next_after(entry.id, event, &series, days_off, window));
        }
        if all.is_empty() {
            all.extend(last_before(entry.id, event, &series, days_off, window));
        }
        (entry.id, series, all)
    });
    let mut series = Vec::with_capacity(of_events.len());
    let mut all = Vec::with_capacity(of_events.len());
    for (id, series_of_event, occurrences) in of_events {
        series.push((id, series_of_event));
        all.extend(occurrences);
    }
    (series, all)
}

/// Makes sure nothing begins or ends at a time that no clock shows.
fn correct_by_clock(village: &Village, occurrences: &mut [Occurrence]) {
    let skipped = SkippedHours::during(&village.settings.zone(), occurrences);
    occurrences.iter_mut().for_each(|it| skipped.correct(it));
}

/// Sorts and numbers occurrences in chronological order: all day comes before any time, and what begins in
/// the same minute stays in the order of the files.
fn number_in_order(occurrences: &mut [Occurrence]) -> Vec<(EntryId, usize)> {
    occurrences.sort_by_key(|it| (it.first_day, it.start, it.event));
    for (number, occurrence) in occurrences.iter_mut().enumerate() {
        occurrence.number = number;
    }
    let mut of_event: Vec<_> = occurrences.iter().map(|it| (it.event, it.number)).collect();
    of_event.sort_unstable();
    of_event
}

/// Returns the news, the newest first; on the same day, the last file first.
fn newest_first(village: &Village, shown: &[bool]) -> Vec<EntryId> {
    let all = village.all::<News>().filter(|(entry, _)| shown[entry.id.0]);
    let mut news: Vec<_> =
        all.map(|(entry, news)| (news.date.as_ref().map(|day| day.date), entry.id)).collect();
    news.sort();
    news.into_iter().rev().map(|(_, id)| id).collect()
}

impl Almanac {
    /// Whether an entry is on the site today.
    pub fn is_shown(&self, id: EntryId) -> bool {
        self.shown.get(id.0).copied().unwrap_or(false)
    }

    /// Returns what is still to come or not over yet: everything whose last day is today or later.
    pub fn upcoming(&self) -> impl Iterator<Item = &Occurrence> {
        self.occurrences.iter().filter(|it| it.last_day >= self.today)
    }

    /// Returns the lines of the agenda that are not over when this day begins. What began last night and
    /// continues stays under its own day: a page built just after midnight is viewed while it lasts, and
    /// shows by itself when it is over.
    pub fn program_from_today(&self) -> impl Iterator<Item = &ProgramLine> {
        self.program.iter().filter(|line| line.continues_until >= self.today)
    }

    /// Returns the lines of the agenda for a day.
    pub fn on(&self, day: Date) -> impl Iterator<Item = &ProgramLine> {
        let numbers = self.by_day.get(&day).map_or(&[][..], Vec::as_slice);
        numbers.iter().filter_map(|number| self.program.get(*number))
    }

    /// Returns the days on which something happens, in order.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        self.by_day.keys().copied()
    }

    /// Returns the occurrences of an event.
    pub fn of_event(&self, id: EntryId) -> impl DoubleEndedIterator<Item = &Occurrence> + Clone {
        of_first(&self.of_event, id).iter().filter_map(|(_, number)| self.occurrences.get(*number))
    }

    /// Returns the lines of the agenda for these events, in chronological order.
    pub fn program_of(&self, events: &[EntryId]) -> Vec<ProgramLine> {
        program(events.iter().flat_map(|id| self.of_event(*id)))
    }

    /// Returns the series of an event, if it is shown.
    pub fn series(&self, id: EntryId) -> Option<&Series> {
        of_first(&self.series, id).first().map(|(_, series)| series)
    }

    /// Returns the changed occurrences of an event, whatever their day.
    pub fn changed(&self, id: EntryId, event: &Event) -> Vec<Occurrence> {
        self.series(id).map_or_else(Vec::new, |series| changed(id, event, series, &self.days_off))
    }

    /// Returns the first day of a strand of an event, as it was announced.
    pub fn first_of(&self, id: EntryId, event: &Event, strand: usize) -> Option<Occurrence> {
        let series = self.series(id)?;
        let day = series.strands.get(strand)?.first;
        let once = unchanged(id, event, series, SeriesDay { day, strand });
        Some(if event.is_recurring() { once } else { single(event, once) })
    }

    /// Returns everything that happens in a period other than the window, in chronological order.
    pub fn occurrences_in(&self, village: &Village, window: Window) -> Vec<Occurrence> {
        let events = village
            .all::<Event>()
            .filter_map(|(entry, event)| Some((entry.id, event, self.series(entry.id)?)));
        let mut all: Vec<Occurrence> = events
            .flat_map(|(id, event, series)| occurrences(id, event, series, &self.days_off, window))
            .filter(|it| it.first_day <= window.until && it.last_day >= window.from)
            .collect();
        correct_by_clock(village, &mut all);
        number_in_order(&mut all);
        all
    }
}

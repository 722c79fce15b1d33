//! Meetings in figures: how many hours people spend together, at what, where, when and with whom.

use std::collections::{BTreeMap, BTreeSet};

use super::derive::Almanac;
use super::expand::Window;
use super::occurrence::Occurrence;
use crate::ground::{Date, DateTime, DayPart, TimeOfDay, days_from, days_later, fold, weekday_number};
use crate::village::{Details, Entry, EntryId, Event, EventStatus, OrganiserRef, Price, VenueRef, Village};

/// Hours and meetings added up under one name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How long, in minutes.
    pub minutes: u64,
    /// How many times.
    pub meetings: u64,
}

impl Tally {
    /// Adds another tally to this one.
    pub fn add(&mut self, other: Self) {
        self.minutes += other.minutes;
        self.meetings += other.meetings;
    }
}

/// A name with its tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<K> {
    /// The name.
    pub of: K,
    /// The hours and meetings under that name.
    pub tally: Tally,
}

/// A venue or organisation, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// One with a page in this village.
    Entry(EntryId),
    /// Some other one.
    Other,
    /// That was not said.
    Unset,
}

/// Returns the part of the day in which something begins. What takes all day begins in the morning, not at
/// midnight.
fn day_part(start: Option<TimeOfDay>) -> DayPart {
    start.map_or(DayPart::Morning, DayPart::of)
}

/// What it costs to attend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Nothing.
    Free,
    /// An amount, or something in words, such as a contribution.
    Paid,
    /// That was not said.
    Unset,
}

impl Cost {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Free, Self::Paid, Self::Unset];

    /// Its id in the theme texts.
    pub fn id(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Paid => "paid",
            Self::Unset => "unsaid",
        }
    }

    fn of(event: &Event) -> Self {
        match event.cost.as_ref().map(|cost| &cost.value) {
            Some(Price::Free) => Self::Free,
            Some(Price::Cents(_) | Price::Words(_)) => Self::Paid,
            None => Self::Unset,
        }
    }
}

/// All figures of one period. Whatever begins in the period counts with all its hours; cancelled events do
/// not count.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// Everything together.
    pub total: Tally,
    /// By the identifier of the kind of event; `None` where no kind was given. The most hours first.
    pub kinds: Vec<Row<Option<String>>>,
    /// By venue, the most hours first.
    pub venues: Vec<Row<Named>>,
    /// By organisation, the most hours first.
    pub organisations: Vec<Row<Named>>,
    /// By part of the day, in the order of [`DayPart::ALL`], and in it by day of the week, Monday first.
    pub grid: [[Tally; 7]; 4],
    /// By the first day of every month of the period, in chronological order.
    pub months: Vec<Row<Date>>,
    /// By what it costs, in the order of [`Cost::ALL`].
    pub costs: [Tally; 3],
    /// How many events come back: by a rule, on listed days, or under the same name on several days.
    pub series: usize,
}

impl Figures {
    /// The minutes counted for a day without a known end.
    pub const WITHOUT_END: u64 = 90;
    /// The minutes counted for a whole day.
    pub const WHOLE_DAY: u64 = 6 * 60;
    /// The most minutes counted for one day, so that a camp does not drown out the coffee mornings.
    pub const MOST_OF_A_DAY: u64 = 12 * 60;
    /// The weeks of a year, in hundredths. The same for every year, so that a leap year compares with others.
    pub const WEEKS_OF_A_YEAR: u64 = 5218;

    /// Counts what begins from the first day up to and including the last.
    pub fn of(village: &Village, almanac: &Almanac, first: Date, last: Date) -> Self {
        let mut figures = Self {
            first,
            last,
            total: Tally::default(),
            kinds: Vec::new(),
            venues: Vec::new(),
            organisations: Vec::new(),
            grid: Default::default(),
            months: empty_months(first, last),
            costs: Default::default(),
            series: 0,
        };
        let (mut kinds, mut venues, mut organisations) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut titles: BTreeMap<String, Title> = BTreeMap::new();
        let within = |it: &&Occurrence| takes_place(it) && (first..=last).contains(&it.first_day);
        // Repeating events are expanded for the whole period, also beyond the months that the agenda shows.
        let all = almanac.occurrences_in(village, Window { from: first, until: last });
        for it in all.iter().filter(within) {
            let entry = village.entry(it.event);
            let Details::Event(event) = &entry.details else { continue };
            let meeting = Tally { minutes: counted_minutes(it), meetings: 1 };
            figures.total.add(meeting);
            add(&mut kinds, kind_of(event), meeting);
            add(&mut venues, venue_of(village, it), meeting);
            add(&mut organisations, organisation_of(entry, event), meeting);
            figures.add_to_grid(it, meeting);
            figures.costs[Cost::of(event) as usize].add(meeting);
            let month = it.first_day.first_of_month();
            if let Some(row) = figures.months.iter_mut().find(|row| row.of.first_of_month() == month) {
                row.tally.add(meeting);
            }
            let title = titles.entry(fold(&entry.name)).or_default();
            title.is_recurring |= event.is_recurring();
            title.days.insert(it.first_day);
        }
        figures.kinds = most_first(kinds);
        figures.venues = most_first(venues);
        figures.organisations = most_first(organisations);
        figures.series = titles.values().filter(|title| title.is_recurring || title.days.len() > 1).count();
        figures
    }

    /// Counts what takes several days on each of them; the meeting itself once, on the first.
    fn add_to_grid(&mut self, it: &Occurrence, meeting: Tally) {
        let mut cell = |day: Date, part: DayPart, tally: Tally| {
            self.grid[part as usize][weekday_number(day.weekday())].add(tally);
        };
        if !it.spans_days() {
            return cell(it.first_day, day_part(it.start), meeting);
        }
        // What went on through the night has no beginning on its next days, as what takes all day.
        let later = day_part(it.start.filter(|_| it.goes_on_all_along().is_none()));
        for (day, minutes) in minutes_by_day(it.first_day, it.last_day, times_of(it)) {
            match day == it.first_day {
                true => cell(day, day_part(it.start), Tally { minutes, meetings: 1 }),
                false => cell(day, later, Tally { minutes, meetings: 0 }),
            }
        }
    }

    /// Returns the average minutes per week: by [`Figures::WEEKS_OF_A_YEAR`] for a calendar year, otherwise
    /// by the days of the period.
    pub fn minutes_of_a_week(&self) -> u64 {
        let is_a_year = self.first == self.last.first_of_year() && self.last == self.first.last_of_year();
        let (minutes, weeks) = match is_a_year {
            true => (self.total.minutes * 100, Self::WEEKS_OF_A_YEAR),
            false => (self.total.minutes * 7, day_count(self.first, self.last)),
        };
        (minutes + weeks / 2) / weeks
    }

    /// Returns the number of venues of the village that were used.
    pub fn places(&self) -> usize {
        entry_count(&self.venues)
    }

    /// Returns the number of organisations of the village that held something.
    pub fn organisers(&self) -> usize {
        entry_count(&self.organisations)
    }
}

impl Almanac {
    /// Returns which of last year, this year and next year have anything that takes place.
    pub fn years_in_figures(&self) -> BTreeSet<i16> {
        let this = self.today.year();
        let years = self.occurrences.iter().filter(|it| takes_place(it)).map(|it| it.first_day.year());
        years.filter(|year| year.abs_diff(this) <= 1).collect()
    }
}

#[derive(Default)]
struct Title {
    is_recurring: bool,
    days: BTreeSet<Date>,
}

fn takes_place(it: &Occurrence) -> bool {
    it.status != EventStatus::Cancelled
}

fn add<K: Ord>(tallies: &mut BTreeMap<K, Tally>, name: K, meeting: Tally) {
    tallies.entry(name).or_default().add(meeting);
}

/// Sorts by hours, the most first; of equal hours, the most meetings first.
fn most_first<K>(tallies: BTreeMap<K, Tally>) -> Vec<Row<K>> {
    let mut rows: Vec<Row<K>> = tallies.into_iter().map(|(of, tally)| Row { of, tally }).collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.tally.minutes, row.tally.meetings)));
    rows
}

fn entry_count(rows: &[Row<Named>]) -> usize {
    rows.iter().filter(|row| matches!(row.of, Named::Entry(_))).count()
}

/// Returns a row for every month with a day in the period.
fn empty_months(first: Date, last: Date) -> Vec<Row<Date>> {
    let mut months = Vec::new();
    let mut month = first.first_of_month();
    while month <= last {
        months.push(Row { of: month, tally: Tally::default() });
        let Ok(next) = month.last_of_month().tomorrow() else { break };
        month = next;
    }
    months
}

/// Returns the number of days, both ends included.
fn day_count(first: Date, last: Date) -> u64 {
    u64::try_from(days_from(first, last)).unwrap_or(0) + 1
}

/// The moments at which a meeting begins and ends, if it has times.
type Times = Option<(DateTime, Option<DateTime>)>;

fn times_of(it: &Occurrence) -> Times {
    (!it.is_all_day()).then(|| (it.starts(), it.ends()))
}

/// Returns how many minutes an occurrence counts for.
fn counted_minutes(it: &Occurrence) -> u64 {
    meeting_minutes(it.first_day, it.last_day, times_of(it))
}

/// Returns how many minutes a meeting on these days counts for: by wall-clock time, past midnight too.
pub(super) fn meeting_minutes(first: Date, last: Date, times: Times) -> u64 {
    minutes_by_day(first, last, times).map(|(_, minutes)| minutes).sum()
}

/// Returns for which minutes a meeting counts on its first day, on the days between by day of the week, and on
/// its last day. Without times it takes whole days.
fn minutes_by_day(first: Date, last: Date, times: Times) -> impl Iterator<Item = (Date, u64)> {
    let capped = |from: DateTime, until: DateTime| {
        u64::try_from(from.duration_until(until).as_mins()).unwrap_or(0).min(Figures::MOST_OF_A_DAY)
    };
    let midnight = |day: Date| day.at(0, 0, 0, 0);
    let last = times.and_then(|(_, end)| end).map_or(last, |end| end.date());
    let second = days_later(first, 1);
    let (of_first, each, of_last) = match times {
        None => (Figures::WHOLE_DAY, Figures::WHOLE_DAY, Figures::WHOLE_DAY),
        Some((_, None)) => (Figures::WITHOUT_END, Figures::WITHOUT_END, Figures::WITHOUT_END),
        Some((start, Some(end))) if last <= first => (capped(start, end), 0, 0),
        // As pages show them, these are the hours of every day.
        Some((start, Some(end))) if end.time() > start.time() => {
            let of_a_day = capped(start, start.date().to_datetime(end.time()));
            (of_a_day, of_a_day, of_a_day)
        }
        Some((start, Some(end))) => {
            (capped(start, midnight(second)), Figures::MOST_OF_A_DAY, capped(midnight(last), end))
        }
    };
    let between = day_count(first, last).saturating_sub(2);
    let weekdays = (0..7).map(move |ahead| (days_later(second, ahead), each * times_in(between, ahead)));
    [(first, of_first)].into_iter().chain(weekdays).chain((last > first).then_some((last, of_last)))
}

/// Returns how often a day of the week occurs in a number of days; `ahead` is how far it is from the first.
fn times_in(days: u64, ahead: i64) -> u64 {
    (days + 6).saturating_sub(ahead.unsigned_abs()) / 7
}

fn kind_of(event: &Event) -> Option<String> {
    let id = event.kind.as_ref()?.value.id();
    (!id.is_empty()).then(|| id.to_owned())
}

/// Returns the venue of this occurrence.
fn venue_of(village: &Village, it: &Occurrence) -> Named {
    let entry = village.entry(it.event);
    let Details::Event(event) = &entry.details else { return Named::Unset };
    match it.venue(event).map(|venue| &venue.value) {
        Some(VenueRef::Venue(reference)) => entry.target(reference.span).map_or(Named::Other, Named::Entry),
        Some(VenueRef::Elsewhere(_)) => Named::Other,
        None => Named::Unset,
    }
}

fn organisation_of(entry: &Entry, event: &Event) -> Named {
    match event.organiser.as_ref().map(|organiser| &organiser.value) {
        Some(OrganiserRef::Organisation(reference)) => {
            entry.target(reference.span).map_or(Named::Other, Named::Entry)
        }
        Some(OrganiserRef::Other(_)) => Named::Other,
        None => Named::Unset,
    }
}

#[cfg(test)]
mod tests;

//! What follows from a village on a day.

use std::collections::BTreeMap;

use super::back_links::BackLinks;
use super::occurrence::Occurrence;
use crate::ground::Date;
use crate::village::{EntryId, Event, News, Village};

/// A village on a day.
#[derive(Clone, Debug)]
pub struct Almanac {
    /// The day.
    pub today: Date,
    /// Everything that happens, in the order of time.
    pub occurrences: Vec<Occurrence>,
    /// The news that is shown, the newest first.
    pub news: Vec<EntryId>,
    /// Who refers to whom.
    pub back_links: BackLinks,
    shown: Vec<bool>,
    of_event: BTreeMap<EntryId, Vec<usize>>,
}

/// Derives what is shown today, what happens when, and who refers to whom.
pub fn derive(village: &Village, today: Date) -> Almanac {
    let shown: Vec<bool> = village.entries.iter().map(|entry| entry.is_public(today)).collect();
    let mut occurrences: Vec<Occurrence> = village
        .all::<Event>()
        .filter(|(entry, _)| shown[entry.id.0])
        .filter_map(|(entry, event)| Occurrence::of_single(entry, event))
        .collect();
    // All day comes before any time; what is the same to the minute stays in the order of the files.
    occurrences.sort_by_key(|it| (it.first_day, it.start, it.event));
    let mut of_event: BTreeMap<EntryId, Vec<usize>> = BTreeMap::new();
    for (number, occurrence) in occurrences.iter_mut().enumerate() {
        occurrence.number = number;
        of_event.entry(occurrence.event).or_default().push(number);
    }
    let news = newest_first(village, &shown);
    Almanac { today, occurrences, news, back_links: BackLinks::of(village), shown, of_event }
}

/// The newest first; of one day the last file first.
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

    /// What is still to come or not over yet: everything whose last day is today or later.
    pub fn upcoming(&self) -> impl Iterator<Item = &Occurrence> {
        self.occurrences.iter().filter(|it| it.last_day >= self.today)
    }

    /// What happens on one of these days, the last one included.
    pub fn between(&self, first: Date, last: Date) -> impl Iterator<Item = &Occurrence> {
        self.occurrences.iter().filter(move |it| it.first_day <= last && it.last_day >= first)
    }

    /// When an event takes place.
    pub fn of_event(&self, id: EntryId) -> impl DoubleEndedIterator<Item = &Occurrence> + Clone {
        let numbers = self.of_event.get(&id).map_or(&[][..], Vec::as_slice);
        numbers.iter().filter_map(|number| self.occurrences.get(*number))
    }
}

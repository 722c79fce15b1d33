//! The details of one occurrence: those given for it, or else those of its event.

use std::collections::BTreeMap;

use super::bounds;
use super::remote::{RemoteEvent, RemoteMoment, RemoteOccurrence, Whereabouts};
use crate::ground::{Date, DateTime, TimeZone, days_later, dutch_zone};

/// Numbers the occurrences of one event that were announced for the same day, in chronological order.
pub(super) fn number_occurrences(occurrences: &mut [RemoteOccurrence]) {
    let announced = |it: &RemoteOccurrence| -> DateTime { it.announced_moment().unwrap_or(it.start).from() };
    let mut order: Vec<usize> = (0..occurrences.len()).collect();
    order.sort_by_cached_key(|at| occurrences.get(*at).map(announced));
    let mut before: BTreeMap<(u32, Date), u32> = BTreeMap::new();
    for at in order {
        let Some(it) = occurrences.get_mut(at) else { continue };
        let count = before.entry((it.event, it.announced_day())).or_default();
        it.nth = *count;
        *count += 1;
    }
}

impl RemoteOccurrence {
    /// Returns its title.
    pub fn title<'t>(&'t self, event: &'t RemoteEvent) -> &'t str {
        self.change.as_ref().and_then(|change| change.title.as_deref()).unwrap_or(&event.title)
    }

    /// Returns where it is: as given for this occurrence, or else for its event.
    pub fn whereabouts<'t>(&'t self, event: &'t RemoteEvent) -> &'t Whereabouts {
        let own = self.change.as_ref().map(|change| &change.whereabouts);
        own.filter(|own| **own != Whereabouts::Unset).unwrap_or(&event.whereabouts)
    }

    /// Returns its rooms, when they are given for this occurrence.
    pub fn rooms(&self) -> &[Box<str>] {
        self.change.as_ref().map_or(&[], |change| &change.rooms)
    }

    /// Whether it is in another place than its event.
    pub fn has_other_place(&self) -> bool {
        let change = self.change.as_ref();
        change.is_some_and(|change| change.whereabouts != Whereabouts::Unset || !change.rooms.is_empty())
    }

    /// Returns what visitors must know about this occurrence.
    pub fn note(&self) -> Option<&str> {
        self.change.as_ref().and_then(|change| change.note.as_deref())
    }

    /// Returns when it was due to begin, when that was another moment.
    pub fn announced_moment(&self) -> Option<RemoteMoment> {
        self.change.as_ref().and_then(|change| change.announced)
    }

    /// Returns the day for which it was announced, which identifies it among the occurrences of its event: it
    /// stays the same when the occurrence moves to another day or time.
    pub fn announced_day(&self) -> Date {
        self.announced_moment().unwrap_or(self.start).date()
    }
}

/// Converts a moment to the clock of the Netherlands, where all villages are.
pub(super) fn dutch_moment(moment: RemoteMoment, zone: Option<&TimeZone>) -> RemoteMoment {
    let (RemoteMoment::Time(time), Some(zone)) = (moment, zone) else { return moment };
    let own = Some(dutch_zone()).filter(|own| own != zone);
    let shifted = own.and_then(|own| {
        Some(time.to_zoned_datetime(zone.clone()).ok()?.timestamp().to_zoned_datetime(own).datetime())
    });
    shifted.map_or(moment, RemoteMoment::Time)
}

/// Returns the end for a start, if it is plausible: not before it, and within the limit of days.
pub(super) fn end_after(start: RemoteMoment, end: RemoteMoment) -> Option<RemoteMoment> {
    let (end, is_later) = match start {
        RemoteMoment::Day(day) => (RemoteMoment::Day(end.date()), end.date() >= day),
        RemoteMoment::Time(_) => match end {
            RemoteMoment::Day(day) => (end, day >= start.date()),
            RemoteMoment::Time(moment) => (end, moment >= start.from()),
        },
    };
    let is_near = end.date() <= days_later(start.date(), bounds::DAYS);
    (is_later && is_near).then_some(end)
}

//! One time that something happens.

use crate::ground::{Date, DateTime, TimeOfDay};
use crate::village::{Entry, EntryId, Event, EventStatus};

/// One time that an event takes place, as wall time in the village.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Its place in the order of time.
    pub number: usize,
    /// The event.
    pub event: EntryId,
    /// The first day.
    pub first_day: Date,
    /// When it begins; all day long when there is no time.
    pub start: Option<TimeOfDay>,
    /// The last day: the first one unless it takes several; past midnight still counts as the day before.
    pub last_day: Date,
    /// When it ends, on the last day, or in the night after it when that is earlier than the start.
    pub end: Option<TimeOfDay>,
    /// How it stands.
    pub status: EventStatus,
}

impl Occurrence {
    /// The one occurrence of an event that happens once. `None` when it has no day, which was said before.
    pub(super) fn of_single(entry: &Entry, event: &Event) -> Option<Self> {
        let first_day = event.date.as_ref()?.date;
        let last_day = event.end_date.as_ref().map_or(first_day, |day| day.date).max(first_day);
        Some(Self {
            number: 0,
            event: entry.id,
            first_day,
            start: event.starts_at(),
            last_day,
            end: event.end.as_ref().map(|end| end.value.0),
            status: event.stands(),
        })
    }

    /// The moment it begins; midnight when it takes all day.
    pub fn starts(&self) -> DateTime {
        self.start.map_or_else(|| self.first_day.at(0, 0, 0, 0), |start| start.on(self.first_day))
    }

    /// The moment it ends, if that is known. Past midnight it is on the day after the last.
    pub fn ends(&self) -> Option<DateTime> {
        let end = self.end?;
        let into_night = self.first_day == self.last_day && self.start.is_some_and(|start| end <= start);
        let day = if into_night { self.last_day.tomorrow().ok()? } else { self.last_day };
        Some(end.on(day))
    }

    /// Whether it has no time of its own.
    pub fn is_all_day(&self) -> bool {
        self.start.is_none()
    }

    /// Whether it takes more than one day.
    pub fn takes_days(&self) -> bool {
        self.last_day > self.first_day
    }
}

//! An occurrence: one time that an event takes place.

use crate::ground::{Date, DateTime, TimeOfDay};
use crate::village::{At, Change, ChangeFields, EntryId, Event, EventStatus, Line, Many, VenueRef};

/// One time that an event takes place, in wall-clock time of the village.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Its number in chronological order.
    pub number: usize,
    /// The event.
    pub event: EntryId,
    /// The first day.
    pub first_day: Date,
    /// When it begins; all day when there is no time.
    pub start: Option<TimeOfDay>,
    /// The last day: the first one unless it takes several; past midnight still counts as the day before.
    pub last_day: Date,
    /// When it ends, on the last day, or in the night after it when that is earlier than the start.
    pub end: Option<TimeOfDay>,
    /// Its status.
    pub status: EventStatus,
    /// For a repeating or moved event: the original schedule, which identifies it in its series.
    pub announced: Option<Announced>,
    /// When it was changed: the index of the change among those of its event.
    pub change: Option<usize>,
}

/// The original schedule of an occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Announced {
    /// The strand of the series.
    pub strand: usize,
    /// The day.
    pub day: Date,
    /// When it was due to begin.
    pub start: Option<TimeOfDay>,
    /// When it was due to end.
    pub end: Option<TimeOfDay>,
}

impl Occurrence {
    /// Returns the moment it begins; midnight when it takes all day.
    pub fn starts(&self) -> DateTime {
        moment(self.first_day, self.start)
    }

    /// Returns the moment it ends, if known. An end past midnight is on the day after the last.
    pub fn ends(&self) -> Option<DateTime> {
        let end = self.end?;
        let into_night = self.first_day == self.last_day && self.start.is_some_and(|start| end <= start);
        let day = if into_night { self.last_day.tomorrow().ok()? } else { self.last_day };
        Some(end.on(day))
    }

    /// Returns the last day it touches: what runs past midnight continues into the day after its last.
    pub fn continues_until(&self) -> Date {
        let night = self.ends().filter(|end| *end > end.date().at(0, 0, 0, 0));
        night.map_or(self.last_day, |end| end.date().max(self.last_day))
    }

    /// Whether it has no time of its own.
    pub fn is_all_day(&self) -> bool {
        self.start.is_none()
    }

    /// Whether it takes more than one day.
    pub fn spans_days(&self) -> bool {
        self.last_day > self.first_day
    }

    /// For several days, the times at which it begins on the first and ends on the last, when it goes on all
    /// along, through the nights between them.
    pub fn goes_on_all_along(&self) -> Option<(TimeOfDay, TimeOfDay)> {
        all_along(self.start, self.end).filter(|_| self.spans_days())
    }

    /// Whether it takes place at all.
    pub fn is_cancelled(&self) -> bool {
        self.status == EventStatus::Cancelled
    }

    /// Returns the day from which it moved to another.
    pub fn moved_from(&self) -> Option<Date> {
        self.announced.map(|announced| announced.day).filter(|day| *day != self.first_day)
    }

    /// Whether it begins or ends at another time of the day than was announced.
    pub fn has_other_time(&self) -> bool {
        self.announced.is_some_and(|announced| (announced.start, announced.end) != (self.start, self.end))
    }

    /// Returns its title that time, when it differs from the title of the event.
    pub fn title<'e>(&self, event: &'e Event) -> Option<&'e str> {
        self.changed(event).and_then(|change| change.title.as_ref()).map(|title| title.as_str())
    }

    /// Returns what was changed about it.
    pub fn changed<'e>(&self, event: &'e Event) -> Option<&'e ChangeFields> {
        let change: &At<Change> = event.changes.as_ref()?.value.0.get(self.change?)?;
        Some(&change.value.0)
    }

    /// Returns what visitors must know about that time.
    pub fn note<'e>(&self, event: &'e Event) -> Option<&'e str> {
        self.changed(event).and_then(|change| change.text.as_ref()).map(|text| text.as_str())
    }

    /// Returns where it is: as the change says, or else the event.
    pub fn venue<'e>(&self, event: &'e Event) -> Option<&'e At<VenueRef>> {
        self.changed(event).and_then(|change| change.venue.as_ref()).or(event.venue.as_ref())
    }

    /// Returns its rooms. At another venue, the rooms of the event no longer apply.
    pub fn rooms<'e>(&self, event: &'e Event) -> Option<&'e Many<Line>> {
        let changed = self.changed(event);
        let own = changed.and_then(|change| change.room.as_ref());
        let moved = changed.is_some_and(|change| change.venue.is_some());
        own.or(event.room.as_ref().filter(|_| !moved)).map(|rooms| &rooms.value)
    }
}

impl Announced {
    /// Returns the moment it was due to begin; midnight when it was due to take all day.
    pub fn starts(&self) -> DateTime {
        moment(self.day, self.start)
    }
}

/// Returns the moment of a time on a day; midnight when it takes all day.
pub fn moment(day: Date, start: Option<TimeOfDay>) -> DateTime {
    start.map_or_else(|| day.at(0, 0, 0, 0), |start| start.on(day))
}

/// Returns the times of something of several days that goes on all along: it ends at an earlier time of the day
/// than it begins. Other times may be those of every day, as of an exhibition from ten to five.
pub fn all_along(start: Option<TimeOfDay>, end: Option<TimeOfDay>) -> Option<(TimeOfDay, TimeOfDay)> {
    start.zip(end).filter(|(start, end)| end <= start)
}

/// Whether a page can say that something is on now: its beginning and its end are known, and of several days it is
/// on whenever the clock is between them. It is not when people stay for the night, as at a camp from six in the
/// evening to two in the afternoon.
pub fn can_be_on_now(spans_days: bool, start: Option<TimeOfDay>, end: Option<TimeOfDay>) -> bool {
    const HALF_A_DAY: u16 = 12 * 60;
    start.zip(end).is_some_and(|(start, end)| {
        !spans_days || end > start || start.minutes() - end.minutes() >= HALF_A_DAY
    })
}

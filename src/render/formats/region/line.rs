//! One occurrence as pages list it: when, what, where, and in which village.

use super::outlook::Row;
use super::places::{venue_name, village_link};
use crate::almanac::{Occurrence, OccurrenceRef, OccurrenceView, can_be_on_now};
use crate::ground::{Date, DateTime, TimeOfDay};
use crate::region::{RemoteCost, RemoteMoment, RemoteOccurrence, RemoteStatus, RemoteVillage};
use crate::render::edition::Edition;
use crate::render::listing::venue_name as own_venue_name;
use crate::render::moments::{end_of_day, moment_over, rfc3339};
use crate::render::templates::{Value, map};
use crate::render::values::{euros, none_or, status_by_id};
use crate::render::wording::{DateWords, SeveralDays, iso};
use crate::village::{Choices, Event, EventStatus};

/// What pages and files need to know about one occurrence.
pub(super) struct Line<'e> {
    pub(super) title: &'e str,
    /// Where to read more: on the site of the village, or on a page of the portal.
    pub(super) href: &'e str,
    pub(super) village: Option<(u32, &'e RemoteVillage)>,
    pub(super) kind: Option<&'e str>,
    pub(super) start: RemoteMoment,
    pub(super) last_day: Date,
    pub(super) end: Option<DateTime>,
    /// Its id among the theme texts, unless it takes place as scheduled.
    pub(super) status: Option<&'static str>,
    pub(super) venue: Option<String>,
    /// Its rooms, when they are given for this occurrence.
    pub(super) room: Option<String>,
    /// When it was scheduled before.
    pub(super) previous: Option<String>,
    /// What visitors must know about this occurrence.
    pub(super) note: Option<&'e str>,
    pub(super) cost: Option<String>,
    /// The moment after which it is over.
    pub(super) ends: String,
}

/// Returns the line for a row.
pub(super) fn line(edition: &Edition, row: Row) -> Option<Line<'_>> {
    match row {
        Row::Remote(occurrence_ref) => {
            Some(line_of_village(edition, occurrence_ref, edition.region.occurrence_view(occurrence_ref)?))
        }
        Row::Own(number) => own_line(edition, edition.almanac.occurrences.get(number)?),
    }
}

/// Returns an occurrence that a village published.
fn line_of_village<'e>(
    edition: &'e Edition,
    occurrence_ref: OccurrenceRef,
    it: OccurrenceView<'e>,
) -> Line<'e> {
    let (start, end) = (it.occurrence.start, it.occurrence.end);
    let last_day = it.occurrence.last_day();
    let end = match end {
        Some(RemoteMoment::Time(end)) => Some(end),
        _ => None,
    };
    Line {
        title: it.occurrence.title(it.event),
        href: &it.event.url,
        village: Some((occurrence_ref.village, it.village)),
        kind: it.event.kind.as_ref().map(|kind| &*kind.id),
        start,
        last_day,
        end,
        status: status(it.occurrence),
        venue: venue_name(&it),
        room: room_names(it.occurrence.rooms().iter().map(|room| &**room)),
        previous: previous(edition, it.occurrence),
        note: it.occurrence.note(),
        cost: match &it.event.cost {
            RemoteCost::Free => Some(edition.words().text("free").to_owned()),
            RemoteCost::Cents(cents) => Some(euros(*cents, edition.language())),
            RemoteCost::Words(words) => Some(words.to_string()),
            RemoteCost::Unset => None,
        },
        ends: end.map_or_else(|| end_of_day(edition, last_day), |end| rfc3339(edition, false, end)),
    }
}

/// Returns the status in one word; another day, time or place counts when nothing weightier does, as on the
/// site of a village.
fn status(it: &RemoteOccurrence) -> Option<&'static str> {
    match it.announced_moment() {
        _ if it.status != RemoteStatus::Scheduled => Some(it.status.id()),
        Some(previous) if previous.date() != it.start.date() => Some(RemoteStatus::Moved.id()),
        Some(_) => Some("other_time"),
        None => it.has_other_place().then_some("other_place"),
    }
}

/// Returns when it was scheduled before: the day if it moved to another day, else the time.
fn previous(edition: &Edition, it: &RemoteOccurrence) -> Option<String> {
    let previous = it.announced_moment().filter(|_| it.status != RemoteStatus::Cancelled)?;
    previous_text(edition, it.start.date(), previous)
}

/// Returns when it was scheduled before, in words: the day if that is another, else the time.
fn previous_text(edition: &Edition, day: Date, previous: RemoteMoment) -> Option<String> {
    let dates = edition.dates();
    let words = match previous {
        _ if previous.date() != day => dates.long(previous.date()),
        RemoteMoment::Time(start) => dates.times(time_of(start)?, None),
        RemoteMoment::Day(_) => return None,
    };
    Some(edition.words().filled("event.moved_from", &[("date", &words)]))
}

/// Returns the rooms in one list, or nothing when there are none.
fn room_names<'r>(rooms: impl Iterator<Item = &'r str>) -> Option<String> {
    Some(rooms.collect::<Vec<_>>().join(", ")).filter(|rooms| !rooms.is_empty())
}

/// Returns an occurrence on the portal's own agenda.
fn own_line<'e>(edition: &'e Edition, it: &'e Occurrence) -> Option<Line<'e>> {
    let entry = edition.village.entry(it.event);
    let event = <&Event>::try_from(&entry.details).ok()?;
    let start = match it.is_all_day() {
        true => RemoteMoment::Day(it.first_day),
        false => RemoteMoment::Time(it.starts()),
    };
    let previous = it.announced.filter(|previous| !it.is_cancelled() && previous.starts() != it.starts());
    let previous = previous.map(|previous| match previous.start {
        Some(start) => RemoteMoment::Time(start.on(previous.day)),
        None => RemoteMoment::Day(previous.day),
    });
    Some(Line {
        title: it.title(event).unwrap_or(&entry.name),
        href: entry.address.as_str(),
        village: None,
        kind: event.kind.as_ref().map(|kind| kind.value.id()),
        start,
        last_day: it.last_day,
        end: it.ends(),
        status: (it.status != EventStatus::Scheduled).then(|| it.status.word().label.en),
        venue: it.venue(event).and_then(|venue| own_venue_name(edition, entry, venue)),
        room: room_names(
            it.rooms(event).into_iter().flat_map(|rooms| rooms.iter()).map(|room| room.as_str()),
        ),
        previous: previous.and_then(|previous| previous_text(edition, it.first_day, previous)),
        note: it.note(event),
        cost: None,
        ends: moment_over(edition, it),
    })
}

/// Returns the time of day of a moment.
fn time_of(moment: DateTime) -> Option<TimeOfDay> {
    TimeOfDay::new(u16::try_from(moment.hour()).ok()?, u16::try_from(moment.minute()).ok()?)
}

impl Line<'_> {
    /// Returns `19.30–21.30 uur`, or nothing when it takes all day.
    fn time(&self, dates: DateWords<'_>) -> Option<String> {
        let (start, end) = self.times();
        Some(dates.times(start?, end))
    }

    /// Returns the times at which it begins and ends.
    fn times(&self) -> (Option<TimeOfDay>, Option<TimeOfDay>) {
        match self.start {
            RemoteMoment::Time(start) => (time_of(start), self.end.and_then(time_of)),
            RemoteMoment::Day(_) => (None, None),
        }
    }

    fn takes_days(&self) -> bool {
        self.last_day > self.start.date()
    }

    fn several_days(&self, dates: DateWords<'_>) -> SeveralDays {
        let (start, end) = self.times();
        dates.several_days([self.start.date(), self.last_day], start, end)
    }

    /// Whether it can be shown as being on now, as on the site of a village.
    fn is_timed(&self) -> bool {
        let (start, end) = self.times();
        can_be_on_now(self.takes_days(), start, end)
    }

    /// Returns when it is, for a narrow column under the heading of its day.
    pub(super) fn when(&self, edition: &Edition) -> String {
        let dates = edition.dates();
        let all_day = || edition.words().text("dates.all_day").to_owned();
        match self.takes_days() {
            true => self.several_days(dates).words(),
            false => self.time(dates).unwrap_or_else(all_day),
        }
    }

    /// Returns the line in the form that templates use; without the village when the page is about that
    /// village.
    pub(super) fn value(&self, edition: &Edition, names_village: bool, km: Option<String>) -> Value {
        let dates = edition.dates();
        let all_day = matches!(self.start, RemoteMoment::Day(_));
        let until = self.takes_days().then_some(self.last_day);
        let several_days = until.map(|_| self.several_days(dates));
        let starts_iso = iso(all_day, self.start.from());
        let village =
            self.village.filter(|_| names_village).map(|(_, village)| village_link(edition, village));
        map([
            ("title", self.title.into()),
            ("href", self.href.into()),
            ("is_elsewhere", self.village.is_some().into()),
            ("time", self.time(dates).into()),
            ("from", several_days.as_ref().map(|days| days.from.as_str()).into()),
            ("until", several_days.as_ref().map(|days| days.until.as_str()).into()),
            ("hours", several_days.as_ref().and_then(|days| days.hours.as_deref()).into()),
            ("until_iso", until.map(|day| day.to_string()).into()),
            ("starts_iso", starts_iso.into()),
            ("starts", self.is_timed().then(|| rfc3339(edition, false, self.start.from())).into()),
            ("ends", self.ends.as_str().into()),
            ("status", none_or(self.status.map(|id| status_by_id(edition, id)))),
            ("venue", self.venue.clone().into()),
            ("room", self.room.clone().into()),
            ("was", self.previous.clone().into()),
            ("note", self.note.into()),
            ("cost", self.cost.clone().into()),
            ("village", none_or(village)),
            ("km", km.into()),
        ])
    }
}

//! The data of one village, limited to what a region shows. Every text is plain, every address its own.

use std::borrow::Cow;
use std::sync::Arc;

use crate::ground::{Date, DateTime, Timestamp};

/// A village, as its own site describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct RemoteVillage {
    /// Its name.
    pub name: Box<str>,
    /// What distinguishes it from others with its name: its municipality, or else its province or site.
    pub apart: Option<Box<str>>,
    /// Its slug: unique in the region.
    pub slug: Box<str>,
    /// A few words about it.
    pub tagline: Option<Box<str>>,
    /// Its municipality.
    pub municipality: Option<Arc<str>>,
    /// Its province: one of the twelve. In a region, when it names none, the province of its municipality.
    pub province: Option<&'static str>,
    /// Its own site, with `https://` or `http://`. Its other addresses have the same scheme and host.
    pub home: Arc<str>,
    /// The day on which this data was generated.
    pub updated: Option<Date>,
    /// Where it is: the middle of its venues.
    pub point: Option<Point>,
    /// Its venues, in its own order.
    pub venues: Box<[RemoteVenue]>,
    /// Its events, in its own order.
    pub events: Box<[RemoteEvent]>,
    /// When they happen, in chronological order.
    pub occurrences: Box<[RemoteOccurrence]>,
    /// Its news, the newest first.
    pub news: Box<[RemoteNews]>,
}

impl RemoteVillage {
    /// Returns its name among others: `Ee`, or `Ee (Noardeast-Fryslân)` when there are more.
    pub fn full_name(&self) -> Cow<'_, str> {
        self.apart
            .as_ref()
            .map_or(Cow::Borrowed(&*self.name), |apart| format!("{} ({apart})", self.name).into())
    }

    /// Returns the same for use between brackets: `Ee, Noardeast-Fryslân`.
    pub fn name_in_brackets(&self) -> Cow<'_, str> {
        self.apart
            .as_ref()
            .map_or(Cow::Borrowed(&*self.name), |apart| format!("{}, {apart}", self.name).into())
    }

    /// Returns the same where its municipality is clear: `Ee`.
    pub fn name_in_municipality(&self) -> Cow<'_, str> {
        let is_clear = self.apart.as_deref().is_some_and(|apart| Some(apart) == self.municipality.as_deref());
        if is_clear { Cow::Borrowed(&*self.name) } else { self.full_name() }
    }

    /// Returns the event of an occurrence.
    pub fn event(&self, occurrence: &RemoteOccurrence) -> Option<&RemoteEvent> {
        self.events.get(occurrence.event as usize)
    }

    /// Returns the venue where something is, when it is one of this village.
    pub fn venue(&self, whereabouts: &Whereabouts) -> Option<&RemoteVenue> {
        match *whereabouts {
            Whereabouts::Venue(at) => self.venues.get(at as usize),
            Whereabouts::Elsewhere { .. } | Whereabouts::Unset => None,
        }
    }

    /// Returns the venues that are a noodsteunpunt.
    pub fn emergency_points(&self) -> impl Iterator<Item = (&RemoteVenue, &RemoteEmergency)> {
        self.venues.iter().filter_map(|venue| Some((venue, venue.emergency.as_deref()?)))
    }
}

/// A place on the map, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The latitude.
    pub lat: f64,
    /// The longitude.
    pub lon: f64,
}

impl Point {
    /// Returns the distance to another place as the crow flies, in kilometres.
    pub fn kilometres_to(self, other: Self) -> f64 {
        const RADIUS: f64 = 6371.0;
        let (one, two) = (self.lat.to_radians(), other.lat.to_radians());
        let (up, along) = (two - one, (other.lon - self.lon).to_radians());
        let half = (up / 2.0).sin().powi(2) + one.cos() * two.cos() * (along / 2.0).sin().powi(2);
        2.0 * RADIUS * half.sqrt().min(1.0).asin()
    }
}

/// A word from one of the lists, such as a kind of event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteWord {
    /// Its id: lower-case letters, digits and hyphens, the same in every village.
    pub id: Arc<str>,
    /// The Dutch word.
    pub nl: Arc<str>,
    /// The English word, when it is a known one.
    pub en: Option<Arc<str>>,
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RemoteAddress {
    /// Street and number.
    pub street: Option<Box<str>>,
    /// Four digits and two letters.
    pub postcode: Option<Box<str>>,
    /// The town.
    pub place: Option<Box<str>>,
}

impl RemoteAddress {
    /// Returns street, postcode and town on one line; empty when none is given.
    pub fn one_line(&self) -> String {
        let town = [&self.postcode, &self.place].into_iter().flatten().map(|part| &**part);
        let town = town.collect::<Vec<_>>().join(" ");
        let parts = self.street.iter().map(|street| &**street).chain([&*town]);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// A place to meet.
#[derive(Clone, Debug, PartialEq)]
pub struct RemoteVenue {
    /// Its id among the venues of its village.
    pub id: Box<str>,
    /// Its name.
    pub name: Box<str>,
    /// What kind of place it is.
    pub kind: Option<RemoteWord>,
    /// One sentence about it.
    pub summary: Option<Box<str>>,
    /// Its address.
    pub address: RemoteAddress,
    /// Where it is.
    pub point: Option<Point>,
    /// Whether it is accessible by wheelchair.
    pub wheelchair: Option<RemoteWord>,
    /// What it offers in an emergency, when it is a noodsteunpunt.
    pub emergency: Option<Box<RemoteEmergency>>,
    /// Its page on the site of the village.
    pub url: Arc<str>,
}

/// What a noodsteunpunt promises: only what the village published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteEmergency {
    /// How official it is.
    pub status: Option<RemoteWord>,
    /// The safety region.
    pub safety_region: Option<Box<str>>,
    /// The emergencies in which it opens.
    pub opens_at: Box<[RemoteWord]>,
    /// Within how many hours it opens.
    pub within_hours: Option<u8>,
    /// What it offers.
    pub functions: Box<[RemoteWord]>,
    /// What it explicitly does not offer.
    pub not_offered: Box<[RemoteWord]>,
    /// What visitors should bring themselves.
    pub bring: Box<[Box<str>]>,
    /// When this was last checked.
    pub checked_on: Option<Date>,
    /// What else visitors must know.
    pub notes: Option<Box<str>>,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteEvent {
    /// Its id among the events of its village.
    pub id: Box<str>,
    /// Its title.
    pub title: Box<str>,
    /// What kind of event it is.
    pub kind: Option<RemoteWord>,
    /// One sentence about it.
    pub summary: Option<Box<str>>,
    /// Where it is.
    pub whereabouts: Whereabouts,
    /// What it costs.
    pub cost: RemoteCost,
    /// When it was last revised, if the village says so.
    pub revised: Option<Timestamp>,
    /// Its page on the site of the village.
    pub url: Arc<str>,
}

/// Where something is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whereabouts {
    /// At this venue of the village.
    Venue(u32),
    /// Somewhere else.
    Elsewhere {
        /// What the place is called.
        name: Option<Box<str>>,
        /// Its address.
        address: Box<RemoteAddress>,
    },
    /// Not given.
    #[default]
    Unset,
}

/// What something costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemoteCost {
    /// Nothing.
    Free,
    /// An amount in euro cents.
    Cents(u32),
    /// In words.
    Words(Box<str>),
    /// Not given.
    Unset,
}

/// One occurrence of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteOccurrence {
    /// The index of its event in the village.
    pub event: u32,
    /// When it begins.
    pub start: RemoteMoment,
    /// When it ends. For whole days, this is the last day.
    pub end: Option<RemoteMoment>,
    /// Its status.
    pub status: RemoteStatus,
    /// How many occurrences of its event were announced before it for the same day.
    pub nth: u32,
    /// What differs that time. Few occurrences have this: boxed, it keeps the others small.
    pub change: Option<Box<RemoteChange>>,
}

/// What differs about one occurrence of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RemoteChange {
    /// When it was due to begin.
    pub announced: Option<RemoteMoment>,
    /// Its title that time.
    pub title: Option<Box<str>>,
    /// Where it is that time, unless that is not given.
    pub whereabouts: Whereabouts,
    /// In which rooms.
    pub rooms: Box<[Box<str>]>,
    /// What visitors must know.
    pub note: Option<Box<str>>,
}

impl RemoteOccurrence {
    /// Returns the last day on which it is going on: the first one unless it takes several. As in a village
    /// itself, past midnight still counts as the day before.
    pub fn last_day(&self) -> Date {
        let first = self.start.date();
        match (self.start, self.end) {
            (_, None) => first,
            (RemoteMoment::Time(start), Some(RemoteMoment::Time(end))) if is_within_a_day(start, end) => {
                first
            }
            (_, Some(end)) => end.date().max(first),
        }
    }
}

/// Whether it takes a day at most, by wall-clock time.
fn is_within_a_day(start: DateTime, end: DateTime) -> bool {
    start.tomorrow().is_ok_and(|next| end <= next)
}

/// A day, or a time on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemoteMoment {
    /// The whole day.
    Day(Date),
    /// A time on the clock of the village.
    Time(DateTime),
}

impl RemoteMoment {
    /// Returns its day.
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Time(moment) => moment.date(),
        }
    }

    /// Returns the moment it begins: for a day, midnight.
    pub fn from(self) -> DateTime {
        match self {
            Self::Day(date) => date.at(0, 0, 0, 0),
            Self::Time(moment) => moment,
        }
    }
}

/// The status of an occurrence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RemoteStatus {
    /// It takes place.
    #[default]
    Scheduled,
    /// It does not take place.
    Cancelled,
    /// It takes place at another time or place than was announced.
    Moved,
    /// No more places.
    Full,
    /// Not certain yet.
    Tentative,
}

impl RemoteStatus {
    /// Returns the word for it in `dorp.json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Scheduled => "scheduled",
            Self::Cancelled => "cancelled",
            Self::Moved => "moved",
            Self::Full => "full",
            Self::Tentative => "tentative",
        }
    }
}

/// A news item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteNews {
    /// The headline.
    pub title: Box<str>,
    /// Its day.
    pub date: Date,
    /// What it says in a sentence or two.
    pub summary: Option<Box<str>>,
    /// Its page on the site of the village.
    pub url: Arc<str>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_as_the_crow_flies() {
        let (zwolle, kampen) = (Point { lat: 52.5168, lon: 6.0830 }, Point { lat: 52.5550, lon: 5.9111 });
        let far = zwolle.kilometres_to(kampen);
        assert!((12.3..12.6).contains(&far), "{far}");
        assert_eq!(zwolle.kilometres_to(zwolle), 0.0);
    }

    #[test]
    fn an_occurrence_of_at_most_a_day_ends_on_the_day_it_begins() {
        let moment = |text: &str| text.parse().expect("a moment");
        let last = |start: RemoteMoment, end: Option<RemoteMoment>| {
            let occurrence = RemoteOccurrence {
                event: 0,
                start,
                end,
                status: RemoteStatus::Scheduled,
                nth: 0,
                change: None,
            };
            occurrence.last_day().to_string()
        };
        let time = |start: &str, end: &str| {
            last(RemoteMoment::Time(moment(start)), Some(RemoteMoment::Time(moment(end))))
        };
        assert_eq!(time("2026-11-24T20:00", "2026-11-24T22:00"), "2026-11-24");
        assert_eq!(time("2026-11-24T20:00", "2026-11-25T01:00"), "2026-11-24");
        assert_eq!(time("2026-11-24T20:00", "2026-11-25T20:00"), "2026-11-24", "as a village counts it");
        assert_eq!(time("2026-11-24T20:00", "2026-11-25T20:01"), "2026-11-25");
        assert_eq!(time("2026-11-24T20:00", "2026-11-26T01:00"), "2026-11-26");
        let day = |day| RemoteMoment::Day(Date::constant(2026, 11, day));
        assert_eq!(last(day(24), None), "2026-11-24");
        assert_eq!(last(day(24), Some(day(25))), "2026-11-25");
        let evening = RemoteMoment::Time(moment("2026-11-24T20:00"));
        assert_eq!(last(evening, Some(day(25))), "2026-11-25", "an end given as a day means that day");
    }

    #[test]
    fn an_address_fits_on_one_line() {
        let address = RemoteAddress {
            street: Some("Brink 12".into()),
            postcode: Some("7799 AB".into()),
            place: Some("Lutterwolde".into()),
        };
        assert_eq!(address.one_line(), "Brink 12, 7799 AB Lutterwolde");
        assert_eq!(RemoteAddress::default().one_line(), "");
    }
}

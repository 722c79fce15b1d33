//! What one village told: only what a region shows of it. Every text is plain, and every address leads to the village.

use std::borrow::Cow;
use std::sync::Arc;

use crate::ground::{Date, DateTime, Timestamp};

/// A village, as its own site tells of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldVillage {
    /// What it is called.
    pub name: Box<str>,
    /// What tells it apart from others of its name in the region: its municipality, or else its province or its site.
    pub apart: Option<Box<str>>,
    /// What names it in addresses: unique in the region.
    pub slug: Box<str>,
    /// A few words about it.
    pub tagline: Option<Box<str>>,
    /// Its municipality.
    pub municipality: Option<Arc<str>>,
    /// Its province: one of the twelve. In a region that of its municipality, when only others tell it.
    pub province: Option<&'static str>,
    /// Its own site, with `https://` or `http://` in front. All addresses in here have the same in front and lie on the
    /// same host, but not always below this one.
    pub home: Arc<str>,
    /// The day on which it told this.
    pub updated: Option<Date>,
    /// Where it lies: the middle of its venues.
    pub point: Option<Point>,
    /// Its venues, in its own order.
    pub venues: Box<[ToldVenue]>,
    /// Its events, in its own order.
    pub events: Box<[ToldEvent]>,
    /// When they happen, in the order of time.
    pub occurrences: Box<[ToldOccurrence]>,
    /// Its news, the newest first.
    pub news: Box<[ToldNews]>,
}

impl ToldVillage {
    /// What it is called among others: `Ee`, or `Ee (Noardeast-Fryslân)` where there are more.
    pub fn known_as(&self) -> Cow<'_, str> {
        self.apart
            .as_ref()
            .map_or(Cow::Borrowed(&*self.name), |apart| format!("{} ({apart})", self.name).into())
    }

    /// The same between brackets: `Ee, Noardeast-Fryslân`.
    pub fn in_brackets(&self) -> Cow<'_, str> {
        self.apart
            .as_ref()
            .map_or(Cow::Borrowed(&*self.name), |apart| format!("{}, {apart}", self.name).into())
    }

    /// The same where its municipality is clear: `Ee`.
    pub fn known_in_municipality(&self) -> Cow<'_, str> {
        let is_clear = self.apart.as_deref().is_some_and(|apart| Some(apart) == self.municipality.as_deref());
        if is_clear { Cow::Borrowed(&*self.name) } else { self.known_as() }
    }

    /// The event that happens.
    pub fn event(&self, occurrence: &ToldOccurrence) -> Option<&ToldEvent> {
        self.events.get(occurrence.event as usize)
    }

    /// The venue at which something is, when it is one of this village.
    pub fn venue(&self, whereabouts: &Whereabouts) -> Option<&ToldVenue> {
        match *whereabouts {
            Whereabouts::Venue(at) => self.venues.get(at as usize),
            Whereabouts::Elsewhere { .. } | Whereabouts::Unsaid => None,
        }
    }

    /// The venues that are a noodsteunpunt.
    pub fn emergency_points(&self) -> impl Iterator<Item = (&ToldVenue, &ToldEmergency)> {
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
    /// How far it is to another place as the crow flies, in kilometres.
    pub fn kilometres_to(self, other: Self) -> f64 {
        const RADIUS: f64 = 6371.0;
        let (one, two) = (self.lat.to_radians(), other.lat.to_radians());
        let (up, along) = (two - one, (other.lon - self.lon).to_radians());
        let half = (up / 2.0).sin().powi(2) + one.cos() * two.cos() * (along / 2.0).sin().powi(2);
        2.0 * RADIUS * half.sqrt().min(1.0).asin()
    }
}

/// A word of one of the lists, such as a kind of event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldWord {
    /// What names it: small letters, digits and hyphens, the same in every village.
    pub id: Arc<str>,
    /// The Dutch word.
    pub nl: Arc<str>,
    /// The English word, when it is a known one.
    pub en: Option<Arc<str>>,
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldAddress {
    /// Street and number.
    pub street: Option<Box<str>>,
    /// Four digits and two letters.
    pub postcode: Option<Box<str>>,
    /// The town.
    pub place: Option<Box<str>>,
}

impl ToldAddress {
    /// Street, postcode and town on one line; empty when nothing was told.
    pub fn one_line(&self) -> String {
        let town = [&self.postcode, &self.place].into_iter().flatten().map(|part| &**part);
        let town = town.collect::<Vec<_>>().join(" ");
        let parts = self.street.iter().map(|street| &**street).chain([&*town]);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// A place to meet.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldVenue {
    /// What names it among the venues of its village.
    pub id: Box<str>,
    /// What it is called.
    pub name: Box<str>,
    /// What kind of place it is.
    pub kind: Option<ToldWord>,
    /// One sentence about it.
    pub summary: Option<Box<str>>,
    /// Its address.
    pub address: ToldAddress,
    /// Where it lies.
    pub point: Option<Point>,
    /// Whether somebody in a wheelchair can come in.
    pub wheelchair: Option<ToldWord>,
    /// What it is in an emergency, when it is a noodsteunpunt.
    pub emergency: Option<Box<ToldEmergency>>,
    /// Its page on the site of the village.
    pub url: Arc<str>,
}

/// What a noodsteunpunt promises: nothing that was not told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldEmergency {
    /// How official it is.
    pub status: Option<ToldWord>,
    /// The safety region.
    pub safety_region: Option<Box<str>>,
    /// In which emergencies it opens.
    pub opens_at: Box<[ToldWord]>,
    /// After how many hours at most it is open.
    pub within_hours: Option<u8>,
    /// What there is.
    pub functions: Box<[ToldWord]>,
    /// What there is explicitly not.
    pub not_offered: Box<[ToldWord]>,
    /// What visitors bring themselves.
    pub bring: Box<[Box<str>]>,
    /// When this was last checked.
    pub checked_on: Option<Date>,
    /// What else one must know.
    pub notes: Option<Box<str>>,
}

/// Something that happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldEvent {
    /// What names it among the events of its village.
    pub id: Box<str>,
    /// What it is called.
    pub title: Box<str>,
    /// What kind of event it is.
    pub kind: Option<ToldWord>,
    /// One sentence about it.
    pub summary: Option<Box<str>>,
    /// Where it is.
    pub whereabouts: Whereabouts,
    /// What it costs.
    pub cost: ToldCost,
    /// When it was last revised, as far as the village told.
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
        address: Box<ToldAddress>,
    },
    /// That was not told.
    #[default]
    Unsaid,
}

/// What something costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToldCost {
    /// Nothing.
    Free,
    /// An amount in euro cents.
    Cents(u32),
    /// In words.
    Words(Box<str>),
    /// That was not told.
    Unsaid,
}

/// One time that an event happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldOccurrence {
    /// Which one of the events of its village.
    pub event: u32,
    /// When it begins.
    pub start: ToldMoment,
    /// When it ends. Of what takes whole days, this is the last day.
    pub end: Option<ToldMoment>,
    /// How it stands.
    pub status: ToldStatus,
    /// How many times of its event were announced before it for the same day.
    pub nth: u32,
    /// What is different that time. Few times have something: apart, it keeps the others small.
    pub change: Option<Box<ToldChange>>,
}

/// What is different about one time that an event happens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldChange {
    /// When it was to begin.
    pub announced: Option<ToldMoment>,
    /// What it is called that time.
    pub title: Option<Box<str>>,
    /// Where it is that time, unless that was not told.
    pub whereabouts: Whereabouts,
    /// In which rooms.
    pub rooms: Box<[Box<str>]>,
    /// What one must know.
    pub note: Option<Box<str>>,
}

impl ToldOccurrence {
    /// The last day on which it is going on: the first one unless it takes several. As in a village itself, past
    /// midnight still counts as the day before.
    pub fn last_day(&self) -> Date {
        let first = self.start.date();
        match (self.start, self.end) {
            (_, None) => first,
            (ToldMoment::Time(start), Some(ToldMoment::Time(end))) if is_within_a_day(start, end) => first,
            (_, Some(end)) => end.date().max(first),
        }
    }
}

/// Whether it takes a day at most, by the clock on the wall.
fn is_within_a_day(start: DateTime, end: DateTime) -> bool {
    start.tomorrow().is_ok_and(|next| end <= next)
}

/// A day, or a time on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToldMoment {
    /// The whole day.
    Day(Date),
    /// A time on the clock of the village.
    Time(DateTime),
}

impl ToldMoment {
    /// Its day.
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Time(moment) => moment.date(),
        }
    }

    /// The moment from which it is: of a day, its beginning.
    pub fn from(self) -> DateTime {
        match self {
            Self::Day(date) => date.at(0, 0, 0, 0),
            Self::Time(moment) => moment,
        }
    }
}

/// How something stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ToldStatus {
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

impl ToldStatus {
    /// The word for it in `dorp.json`.
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

/// A piece of news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldNews {
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
    fn past_midnight_counts_as_the_day_before_unless_it_takes_days() {
        let moment = |text: &str| text.parse().expect("a moment");
        let last = |start: ToldMoment, end: Option<ToldMoment>| {
            let occurrence =
                ToldOccurrence { event: 0, start, end, status: ToldStatus::Scheduled, nth: 0, change: None };
            occurrence.last_day().to_string()
        };
        let time = |start: &str, end: &str| {
            last(ToldMoment::Time(moment(start)), Some(ToldMoment::Time(moment(end))))
        };
        assert_eq!(time("2026-11-24T20:00", "2026-11-24T22:00"), "2026-11-24");
        assert_eq!(time("2026-11-24T20:00", "2026-11-25T01:00"), "2026-11-24");
        assert_eq!(time("2026-11-24T20:00", "2026-11-25T20:00"), "2026-11-24", "as a village counts it");
        assert_eq!(time("2026-11-24T20:00", "2026-11-25T20:01"), "2026-11-25");
        assert_eq!(time("2026-11-24T20:00", "2026-11-26T01:00"), "2026-11-26");
        let day = |day| ToldMoment::Day(Date::constant(2026, 11, day));
        assert_eq!(last(day(24), None), "2026-11-24");
        assert_eq!(last(day(24), Some(day(25))), "2026-11-25");
        let evening = ToldMoment::Time(moment("2026-11-24T20:00"));
        assert_eq!(last(evening, Some(day(25))), "2026-11-25", "who tells a day means that day");
    }

    #[test]
    fn an_address_is_one_line() {
        let address = ToldAddress {
            street: Some("Brink 12".into()),
            postcode: Some("7799 AB".into()),
            place: Some("Lutterwolde".into()),
        };
        assert_eq!(address.one_line(), "Brink 12, 7799 AB Lutterwolde");
        assert_eq!(ToldAddress::default().one_line(), "");
    }
}

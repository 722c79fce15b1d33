//! What happens in a region from a day on, in chronological order: in which municipality and province, how
//! far apart, and how many hours people spend together there.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::figures::{Tally, meeting_minutes};
use super::namesakes::distinguish_villages;
use crate::ground::{Date, DateTime, TimeZone, Timestamp, UniqueNames, days_later, slug, sort_key};
use crate::region::{
    Point, Region, RemoteEvent, RemoteMoment, RemoteNews, RemoteOccurrence, RemoteStatus, RemoteVenue,
    RemoteVillage, Whereabouts, remote_slug,
};
use crate::village::{EventKind, Vocabulary, Word};

/// A region on a day. Empty on the site of a village.
#[derive(Clone, Debug, Default)]
pub struct Regional {
    /// The data that the villages published.
    pub region: Region,
    /// What happens in the coming year, in chronological order.
    pub agenda: Vec<OccurrenceRef>,
    /// The municipalities, in order of name; at the end the villages that name none.
    pub municipalities: Vec<Municipality>,
    /// The provinces, in order of name; at the end the villages that name none.
    pub provinces: Vec<RegionProvince>,
    /// The kinds of events to come, those in the most villages first.
    pub kinds: Vec<RegionKind>,
    /// News up to this day, the newest first.
    pub news: Vec<RegionNews>,
    /// The meetings in each village in the coming year, by its index in the region.
    pub totals: Vec<Totals>,
}

/// The meetings in the coming year, counted as the figures of a village are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How long and how many times.
    pub tally: Tally,
    /// In how many venues.
    pub places: usize,
}

impl Totals {
    /// Adds other sums to these.
    pub fn add(&mut self, other: Self) {
        self.tally.add(other.tally);
        self.places += other.places;
    }
}

/// One occurrence, by its indices in the region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OccurrenceRef {
    /// The index of the village.
    pub village: u32,
    /// The index among its occurrences.
    pub occurrence: u32,
}

/// One occurrence, with everything its village published about it.
#[derive(Clone, Copy, Debug)]
pub struct OccurrenceView<'r> {
    /// The village that published it.
    pub village: &'r RemoteVillage,
    /// The event.
    pub event: &'r RemoteEvent,
    /// When.
    pub occurrence: &'r RemoteOccurrence,
    /// Where.
    pub whereabouts: &'r Whereabouts,
    /// The venue, when it is one of the village.
    pub venue: Option<&'r RemoteVenue>,
}

/// A municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// What its villages call it; nothing for those that name none.
    pub given_name: Option<Arc<str>>,
    /// Its name among the others: with its province, when another has the same name.
    pub name: Option<Arc<str>>,
    /// Its name in addresses: unique among them.
    pub slug: String,
    /// The province it is in, as far as its villages say.
    pub province: Option<&'static str>,
    /// Its villages, by their indices in the region.
    pub villages: Vec<u32>,
    /// The meetings there in the coming year.
    pub totals: Totals,
}

/// A province.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegionProvince {
    /// Its name; nothing for the villages that name none.
    pub name: Option<&'static str>,
    /// Its municipalities, by their indices in the list.
    pub municipalities: Vec<u32>,
    /// How many villages are in it.
    pub villages: usize,
    /// The meetings there in the coming year.
    pub totals: Totals,
}

/// A kind of event to come in the region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionKind {
    /// Its identifier.
    pub id: Arc<str>,
    /// The word of the program's own list, when it is one of those.
    pub known: Option<&'static Word>,
    /// The word that a village uses for it.
    pub nl: Arc<str>,
    /// The occurrences of that kind, by their indices in the agenda.
    pub agenda: Vec<u32>,
    /// In how many villages.
    pub villages: usize,
}

/// A news item, by its indices in the region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionNews {
    /// The index of the village.
    pub village: u32,
    /// The index among its news items.
    pub news: u32,
}

impl Regional {
    /// Whether there is no data from any village.
    pub fn is_empty(&self) -> bool {
        self.region.is_empty()
    }

    /// Returns the village with this index in the region.
    pub fn village(&self, index: u32) -> Option<&RemoteVillage> {
        self.region.villages.get(index as usize)
    }

    /// Returns everything published about one occurrence.
    pub fn occurrence_view(&self, occurrence_ref: OccurrenceRef) -> Option<OccurrenceView<'_>> {
        let village = self.village(occurrence_ref.village)?;
        let occurrence = village.occurrences.get(occurrence_ref.occurrence as usize)?;
        let event = village.event(occurrence)?;
        let whereabouts = occurrence.whereabouts(event);
        Some(OccurrenceView { village, event, occurrence, whereabouts, venue: village.venue(whereabouts) })
    }

    /// Returns what happens in the coming year, in chronological order.
    pub fn upcoming(&self) -> impl Iterator<Item = OccurrenceView<'_>> {
        self.agenda.iter().filter_map(|occurrence_ref| self.occurrence_view(*occurrence_ref))
    }

    /// Returns the villages within this many kilometres of a place, the nearest first, without the one with
    /// the index `own`.
    pub fn near(&self, here: Point, kilometres: f64, own: u32) -> Vec<(u32, f64)> {
        let with_distance = |(index, village): (usize, &RemoteVillage)| {
            let index = u32::try_from(index).ok().filter(|index| *index != own)?;
            // A degree of latitude is 111 km everywhere, and is quick to compare.
            let there = village.point.filter(|there| (there.lat - here.lat).abs() * 111.0 <= kilometres)?;
            let distance = here.kilometres_to(there);
            (distance <= kilometres).then_some((index, distance))
        };
        let mut near: Vec<(u32, f64)> =
            self.region.villages.iter().enumerate().filter_map(with_distance).collect();
        near.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
        near
    }

    /// Returns a news item with its village.
    pub fn news_item(&self, item: RegionNews) -> Option<(&RemoteVillage, &RemoteNews)> {
        let village = self.village(item.village)?;
        Some((village, village.news.get(item.news as usize)?))
    }
}

/// Derives what happens in a region from this day on.
pub fn derive_region(mut region: Region, today: Date) -> Regional {
    for village in &mut region.villages {
        // Nothing can have been published in the future.
        village.updated = village.updated.map(|day| day.min(today));
        let is_to_come =
            |moment: &Timestamp| moment.to_zoned_datetime(TimeZone::UTC).date() > days_later(today, 1);
        for event in &mut village.events {
            event.revised = event.revised.filter(|moment| !is_to_come(moment));
        }
    }
    let agreed_provinces = provinces_of(&region);
    for (village, province) in region.villages.iter_mut().zip(agreed_provinces) {
        village.province = province;
    }
    distinguish_villages(&mut region);
    let until = days_later(today, 365);
    let mut regional = Regional { region, ..Regional::default() };
    let mut agenda: Vec<(DateTime, OccurrenceRef)> = Vec::new();
    for (index, village) in (0..).zip(&regional.region.villages) {
        let mut totals = Totals::default();
        let mut counted = None;
        let mut is_used = vec![false; village.venues.len()];
        for (at, occurrence) in (0..).zip(&village.occurrences) {
            if occurrence.last_day() < today || occurrence.start.date() > until {
                continue;
            }
            agenda.push((occurrence.start.from(), OccurrenceRef { village: index, occurrence: at }));
            // As in a village: what began earlier counted in the period in which it began.
            if occurrence.status == RemoteStatus::Cancelled || occurrence.start.date() < today {
                continue;
            }
            // What is published twice counts once.
            let this = Some((occurrence.event, occurrence.start));
            if counted == this {
                continue;
            }
            counted = this;
            totals.tally.add(Tally { minutes: counted_minutes(occurrence), meetings: 1 });
            let venue = village.event(occurrence).map(|event| occurrence.whereabouts(event));
            if let Some(Whereabouts::Venue(at)) = venue
                && let Some(is_used) = is_used.get_mut(*at as usize)
            {
                *is_used = true;
            }
        }
        totals.places = is_used.iter().filter(|is_used| **is_used).count();
        regional.totals.push(totals);
    }
    // What began before today and is still going on sorts with today, and then by the order of the villages.
    let begin = today.at(0, 0, 0, 0);
    agenda.sort_by_key(|(start, it)| ((*start).max(begin), it.village, it.occurrence));
    regional.agenda = agenda.into_iter().map(|(_, occurrence_ref)| occurrence_ref).collect();
    regional.municipalities = municipalities(&regional);
    regional.provinces = provinces(&regional);
    regional.kinds = kinds(&regional);
    regional.news = news(&regional.region, today);
    regional
}

/// Returns how many minutes it counts for, by the same rules as the figures of a village.
fn counted_minutes(occurrence: &RemoteOccurrence) -> u64 {
    let time = |moment| match moment {
        RemoteMoment::Day(_) => None,
        RemoteMoment::Time(time) => Some(time),
    };
    let times = time(occurrence.start).map(|start| (start, occurrence.end.and_then(time)));
    meeting_minutes(occurrence.start.date(), occurrence.last_day(), times)
}

/// Returns the province of every village: a village without one gets that of the others in its municipality,
/// if they agree.
fn provinces_of(region: &Region) -> Vec<Option<&'static str>> {
    let named = || region.villages.iter().map(|village| (slug_of_municipality(village), village.province));
    let mut provinces: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    for (slug, province) in named().filter(|(slug, _)| !slug.is_empty()) {
        provinces.entry(slug).or_default().extend(province);
    }
    let only = |slug: &str| provinces.get(slug).filter(|all| all.len() == 1)?.first().copied();
    named().map(|(slug, own)| own.or_else(|| only(&slug))).collect()
}

/// Groups villages by municipality: the same name in addresses is the same municipality, however it is
/// spelled: `'s-Hertogenbosch`, `s-Hertogenbosch`. Two provinces may each have one with the same name.
/// Villages without a municipality are grouped by their own province.
fn municipalities(regional: &Regional) -> Vec<Municipality> {
    let mut by_place: BTreeMap<(String, Option<&'static str>), Municipality> = BTreeMap::new();
    for (index, (village, totals)) in (0..).zip(regional.region.villages.iter().zip(&regional.totals)) {
        let (slug, province) = (slug_of_municipality(village), village.province);
        let municipality = by_place.entry((slug, province)).or_insert_with_key(|(slug, _)| Municipality {
            given_name: village.municipality.clone().filter(|_| !slug.is_empty()),
            name: None,
            slug: slug.clone(),
            province,
            villages: Vec::new(),
            totals: Totals::default(),
        });
        municipality.villages.push(index);
        municipality.totals.add(*totals);
    }
    let mut all: Vec<Municipality> = by_place.into_values().collect();
    distinguish_names(&mut all);
    all.sort_by_cached_key(|it| (it.name.is_none(), it.name.as_deref().map(sort_key), it.province));
    all
}

fn slug_of_municipality(village: &RemoteVillage) -> String {
    village.municipality.as_ref().map(|name| remote_slug(name)).unwrap_or_default()
}

/// Distinguishes municipalities with the same name by their province, and only then by a number.
fn distinguish_names(all: &mut [Municipality]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for it in all.iter() {
        *counts.entry(it.slug.clone()).or_default() += 1;
    }
    let mut given = UniqueNames::default();
    // A municipality with a unique name keeps its address.
    let (alone, shared): (Vec<_>, Vec<_>) =
        all.iter_mut().partition(|it| counts.get(&it.slug).is_none_or(|count| *count == 1));
    for it in alone {
        it.name.clone_from(&it.given_name);
        it.slug = given.give(std::mem::take(&mut it.slug));
    }
    for it in shared.into_iter().filter(|it| it.given_name.is_some()) {
        it.name.clone_from(&it.given_name);
        if let (Some(given_name), Some(province)) = (&it.given_name, it.province) {
            it.name = Some(format!("{given_name} ({province})").into());
            it.slug = format!("{}-{}", it.slug, slug(province));
        }
        it.slug = given.give(std::mem::take(&mut it.slug));
    }
}

/// Returns every province with its villages and municipalities.
fn provinces(regional: &Regional) -> Vec<RegionProvince> {
    let mut by_name: BTreeMap<(bool, Option<&'static str>), RegionProvince> = BTreeMap::new();
    let new = |name| RegionProvince { name, ..RegionProvince::default() };
    for (at, municipality) in (0..).zip(&regional.municipalities) {
        let name = municipality.province;
        by_name.entry((name.is_none(), name)).or_insert_with(|| new(name)).municipalities.push(at);
    }
    for (village, totals) in regional.region.villages.iter().zip(&regional.totals) {
        let name = village.province;
        let province = by_name.entry((name.is_none(), name)).or_insert_with(|| new(name));
        province.villages += 1;
        province.totals.add(*totals);
    }
    by_name.into_values().collect()
}

/// Returns the kinds in order: the words of one village, however often it uses them, do not come before words
/// that many share; next come the program's own words, and only then the most frequent ones.
fn kinds(regional: &Regional) -> Vec<RegionKind> {
    let mut by_id: BTreeMap<Arc<str>, RegionKind> = BTreeMap::new();
    for (at, it) in (0..).zip(&regional.agenda) {
        let Some(word) =
            regional.occurrence_view(*it).and_then(|occurrence_view| occurrence_view.event.kind.as_ref())
        else {
            continue;
        };
        let kind = by_id.entry(Arc::clone(&word.id)).or_insert_with(|| RegionKind {
            id: Arc::clone(&word.id),
            known: EventKind::WORDS.iter().find(|known| slug(known.label.nl) == *word.id),
            nl: Arc::clone(&word.nl),
            agenda: Vec::new(),
            villages: 0,
        });
        kind.agenda.push(at);
    }
    let mut kinds: Vec<RegionKind> = by_id.into_values().collect();
    for kind in &mut kinds {
        let times = kind.agenda.iter().filter_map(|at| regional.agenda.get(*at as usize));
        kind.villages = times.map(|it| it.village).collect::<BTreeSet<u32>>().len();
    }
    kinds.sort_by_key(|kind| (Reverse(kind.villages), kind.known.is_none(), Reverse(kind.agenda.len())));
    kinds
}

/// Returns the news; items dated after today are not news yet.
fn news(region: &Region, today: Date) -> Vec<RegionNews> {
    let mut news: Vec<(Date, RegionNews)> = Vec::new();
    for (index, village) in (0..).zip(&region.villages) {
        let items = (0..).zip(&village.news).filter(|(_, item)| item.date <= today);
        news.extend(items.map(|(at, item)| (item.date, RegionNews { village: index, news: at })));
    }
    news.sort_by_key(|(date, item)| (Reverse(*date), item.village, item.news));
    news.into_iter().map(|(_, item)| item).collect()
}

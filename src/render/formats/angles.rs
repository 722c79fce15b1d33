//! The agenda seen from one side: by kind of event, by venue, by organisation.

use std::collections::{BTreeMap, BTreeSet};

use crate::ground::{Address, Pair, sort_key};
use crate::render::edition::Edition;
use crate::village::{Details, Entry, EntryId, Kind};

/// By what the agenda is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Kind,
    Venue,
    Organisation,
}

impl Side {
    pub(super) const ALL: [Self; 3] = [Self::Kind, Self::Venue, Self::Organisation];

    /// Its name in templates and among the words of the theme.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Kind => "by_kind",
            Self::Venue => "by_venue",
            Self::Organisation => "by_organisation",
        }
    }

    /// The part of the address that tells it.
    fn part(self) -> Pair {
        match self {
            Self::Kind => Pair::new("soort", "kind"),
            Self::Venue => Pair::new("locatie", "venue"),
            Self::Organisation => Pair::new("organisatie", "organisation"),
        }
    }
}

/// A part of the agenda: what it is of, and its events.
#[derive(Clone, Debug)]
pub(super) struct Angle {
    pub(super) side: Side,
    /// What it is called.
    pub(super) name: String,
    /// Its page, `/agenda/soort/open-inloop/`.
    pub(super) page: Address,
    /// The venue or organisation.
    pub(super) entry: Option<EntryId>,
    /// Its events that are on the site, by their slugs.
    pub(super) events: Vec<EntryId>,
}

/// Every event that is on the site, in an order that does not depend on their files.
pub(super) fn all_events(edition: &Edition) -> Vec<EntryId> {
    let shown = edition.village.of_kind(Kind::Event).iter().filter(|entry| edition.almanac.is_shown(entry.id));
    let mut events: Vec<_> = shown.map(|entry| (entry.slug.as_str(), entry.id)).collect();
    events.sort_unstable();
    events.into_iter().map(|(_, id)| id).collect()
}

/// All parts of the agenda: the kinds, then the venues, then the organisations, each by name.
pub(super) fn angles(edition: &Edition) -> Vec<Angle> {
    let events = all_events(edition);
    let mut angles = kinds(edition, &events);
    angles.extend(of_targets(edition, &events, Side::Venue, Kind::Venue));
    angles.extend(of_targets(edition, &events, Side::Organisation, Kind::Organisation));
    angles
}

fn page(edition: &Edition, side: Side, id: &str) -> Address {
    let part = side.part().in_speech(edition.speech());
    Address::page(Kind::Event.address(edition.speech()).into_iter().chain([part, id]))
}

fn kinds(edition: &Edition, events: &[EntryId]) -> Vec<Angle> {
    let mut kinds: BTreeMap<&str, Angle> = BTreeMap::new();
    for id in events {
        let Details::Event(event) = &edition.village.entry(*id).details else { continue };
        let Some(kind) = event.kind.as_ref().filter(|kind| !kind.value.id().is_empty()) else { continue };
        let speech = edition.speech();
        let label = kind.known.map_or(kind.typed.as_str(), |word| word.label.in_speech(speech));
        let new = || Angle {
            side: Side::Kind,
            name: label.to_owned(),
            page: page(edition, Side::Kind, kind.value.id()),
            entry: None,
            events: Vec::new(),
        };
        kinds.entry(kind.value.id()).or_insert_with(new).events.push(*id);
    }
    kinds.into_values().collect()
}

/// The venues or organisations that events refer to.
fn of_targets(edition: &Edition, events: &[EntryId], side: Side, kind: Kind) -> Vec<Angle> {
    let mut by_target: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
    for id in events {
        let targets: BTreeSet<EntryId> =
            edition.village.entry(*id).targets.iter().map(|(_, target)| *target).collect();
        for target in targets {
            by_target.entry(target).or_default().push(*id);
        }
    }
    let shown = by_target.into_iter().filter_map(|(target, events)| {
        let entry: &Entry = edition.shown(target).filter(|entry| entry.kind() == kind)?;
        Some(Angle {
            side,
            name: entry.name.clone(),
            page: page(edition, side, &entry.slug),
            entry: Some(target),
            events,
        })
    });
    let mut angles: Vec<Angle> = shown.collect();
    angles.sort_by_cached_key(|angle| sort_key(&angle.name));
    angles
}

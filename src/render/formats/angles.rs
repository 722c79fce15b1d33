//! The agenda seen from one side: by kind of event, by venue, by organisation.

use std::collections::{BTreeMap, BTreeSet};

use crate::ground::{Address, sort_key};
use crate::render::agenda_addresses::part_address;
use crate::render::edition::Edition;
use crate::render::sections::{Section, section_address};
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

    /// The kind of entry that it is divided by.
    fn divider(self) -> Kind {
        match self {
            Self::Kind => Kind::Event,
            Self::Venue => Kind::Venue,
            Self::Organisation => Kind::Organisation,
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
    let shown =
        edition.village.of_kind(Kind::Event).iter().filter(|entry| edition.almanac.is_shown(entry.id));
    let mut events: Vec<_> = shown.map(|entry| (entry.slug.as_str(), entry.id)).collect();
    events.sort_unstable();
    events.into_iter().map(|(_, id)| id).collect()
}

/// All parts of the agenda: the kinds, then the venues, then the organisations, each by name.
pub(super) fn angles(edition: &Edition) -> Vec<Angle> {
    let events = all_events(edition);
    let mut angles = kinds(edition, &events);
    angles.extend(of_targets(edition, &events, Side::Venue));
    angles.extend(of_targets(edition, &events, Side::Organisation));
    angles
}

fn page(edition: &Edition, side: Side, id: &str) -> Address {
    let own = part_address(edition, side.divider(), id);
    own.unwrap_or_else(|| section_address(edition, Section::Of(Kind::Event)))
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
fn of_targets(edition: &Edition, events: &[EntryId], side: Side) -> Vec<Angle> {
    let mut by_target: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
    for id in events {
        let targets: BTreeSet<EntryId> =
            edition.village.entry(*id).targets.iter().map(|(_, target)| *target).collect();
        for target in targets {
            by_target.entry(target).or_default().push(*id);
        }
    }
    let shown = by_target.into_iter().filter_map(|(target, events)| {
        let entry: &Entry = edition.shown(target).filter(|entry| entry.kind() == side.divider())?;
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

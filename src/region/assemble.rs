//! All villages that told something become a region: each once, in the order of their names, with a name of its own in
//! addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::messages;
use super::read::Reading;
use super::told::Told;
use super::told_slug::{bounded, told_slug};
use crate::ground::{Diagnostic, Place, WebAddress, sort_key};

/// What the villages of a region tell; empty on the site of a village.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    /// The villages, in the order of their names.
    pub villages: Box<[Told]>,
}

impl Region {
    /// Whether no village told anything.
    pub fn is_empty(&self) -> bool {
        self.villages.is_empty()
    }
}

/// A village that counts so far.
struct Kept {
    told: Told,
    from: Box<str>,
    is_from_home: bool,
    place: Place,
}

/// Puts a region together, and tells what is to be said of each source. A site whose address is one of `own` is the
/// portal itself.
pub fn assemble(mut readings: Vec<Reading>, own: &[&str]) -> (Region, Vec<Diagnostic>) {
    readings.sort_by_key(|reading| reading.is_gone);
    let own: BTreeSet<Arc<str>> =
        own.iter().filter_map(|own| WebAddress::new(own)).map(|own| place_of(own.as_str())).collect();
    let mut said = Vec::new();
    let mut kept: Vec<Kept> = Vec::with_capacity(readings.len());
    let mut at_home: BTreeMap<Arc<str>, usize> = BTreeMap::new();
    for reading in readings {
        let Some(told) = reading.told else {
            said.extend(reading.said);
            continue;
        };
        let home = place_of(&told.home);
        if own.contains(&home) {
            said.push(messages::own_site(reading.place, &told, &reading.from));
            continue;
        }
        let mut this =
            Kept { told, from: reading.from, is_from_home: reading.is_from_home, place: reading.place };
        match at_home.get(&home).and_then(|at| kept.get_mut(*at)) {
            None => {
                said.extend(reading.said);
                at_home.insert(home, kept.len());
                kept.push(this);
            }
            Some(before) => {
                // Nobody takes the place of a village that tells of itself.
                let takes_place = this.is_from_home && !before.is_from_home;
                if reading.is_gone && !takes_place {
                    // The village was only moved: there is nothing to say.
                    continue;
                }
                if takes_place {
                    said.extend(reading.said);
                    std::mem::swap(before, &mut this);
                }
                said.push(messages::twice(this.place, &this.told, (&before.from, &this.from)));
            }
        }
    }
    kept.sort_by_cached_key(|kept| {
        (sort_key(&kept.told.name), kept.told.municipality.clone(), kept.told.home.clone())
    });
    give_slugs(&mut kept);
    let villages = kept.into_iter().map(|kept| kept.told).collect();
    (Region { villages }, said)
}

/// Where a site is: with and without encryption it is the same.
fn place_of(address: &str) -> Arc<str> {
    address.split_once("://").map_or(address, |(_, rest)| rest).trim_end_matches('/').into()
}

/// Villages with one name are told apart by their municipality, and only then by a number, so that an address depends
/// as little as can be on who else is there.
fn give_slugs(villages: &mut [Kept]) {
    let mut with_name: BTreeMap<Box<str>, usize> = BTreeMap::new();
    for Kept { told, .. } in villages.iter() {
        *with_name.entry(told.slug.clone()).or_default() += 1;
    }
    for Kept { told, .. } in villages.iter_mut() {
        let is_shared = with_name.get(&told.slug).is_some_and(|count| *count > 1);
        let municipality =
            told.municipality.as_deref().map(told_slug).filter(|slug| is_shared && !slug.is_empty());
        if let Some(municipality) = municipality {
            told.slug = bounded(format!("{}-{municipality}", told.slug)).into();
        } else if told.slug.is_empty() {
            told.slug = "dorp".into();
        }
    }
    let (mut taken, mut numbers) = (BTreeSet::new(), BTreeMap::<Box<str>, usize>::new());
    for Kept { told, .. } in villages.iter_mut() {
        let wanted = told.slug.clone();
        while !taken.insert(told.slug.clone()) {
            let number = numbers.entry(wanted.clone()).or_insert(1);
            *number += 1;
            told.slug = format!("{wanted}-{number}").into();
        }
    }
}

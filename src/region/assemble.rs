//! All villages that told something become a region: each once, in the order of their names, with a name of its own in
//! addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::messages;
use super::read::Reading;
use super::told::Told;
use super::told_slug::{bounded, told_slug};
use crate::ground::{Diagnostic, Place, sort_key};

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

/// Puts a region together, and tells what is to be said of each source.
pub fn assemble(mut readings: Vec<Reading>) -> (Region, Vec<Diagnostic>) {
    readings.sort_by_key(|reading| reading.is_gone);
    let mut said = Vec::new();
    let mut kept: Vec<Kept> = Vec::with_capacity(readings.len());
    let mut at_home: BTreeMap<Arc<str>, usize> = BTreeMap::new();
    for reading in readings {
        let Some(told) = reading.told else {
            said.extend(reading.said);
            continue;
        };
        // With and without encryption it is the same site.
        let home: Arc<str> = told.home.split_once("://").map_or(&*told.home, |(_, rest)| rest).into();
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
    let mut villages: Vec<Told> = kept.into_iter().map(|kept| kept.told).collect();
    villages.sort_by_cached_key(|told| (sort_key(&told.name), told.municipality.clone(), told.home.clone()));
    give_slugs(&mut villages);
    (Region { villages: villages.into() }, said)
}

/// Villages with one name are told apart by their municipality, and only then by a number, so that an address depends
/// as little as can be on who else is there.
fn give_slugs(villages: &mut [Told]) {
    let mut with_name: BTreeMap<Box<str>, usize> = BTreeMap::new();
    for told in villages.iter() {
        *with_name.entry(told.slug.clone()).or_default() += 1;
    }
    for told in villages.iter_mut() {
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
    for told in villages.iter_mut() {
        let wanted = told.slug.clone();
        while !taken.insert(told.slug.clone()) {
            let number = numbers.entry(wanted.clone()).or_insert(1);
            *number += 1;
            told.slug = format!("{wanted}-{number}").into();
        }
    }
}

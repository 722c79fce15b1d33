//! Portals that get their villages from folders of their own fleet, which are incomplete when several
//! machines share the work.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::find::{Fleet, VillageFolder};
use super::messages;
use crate::ground::{Both, relative_path, with_slashes, without_login};
use crate::outside::source_paths;
use crate::read::{plain_path, real_path};

/// A portal that depends on villages of its own fleet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InternalPortal {
    /// The portal.
    pub portal: VillageFolder,
    /// One of its sources that this same fleet builds, as it is written.
    pub source: String,
    /// The village whose folder contains that source, if any.
    pub village: Option<String>,
    /// Whether one of its sources is the place where the sites are put.
    pub finds_sites: bool,
}

impl InternalPortal {
    /// Returns the message for a run that builds a part of the fleet, including portals.
    pub fn partial_run_message(&self) -> Both {
        messages::internal_portals(&self.portal.name, &without_login(&self.source))
    }

    /// Returns the message for a run that puts all sites into this folder beside the villages, where the
    /// portal does not look; `None` if the portal finds them there.
    pub fn folder_message(&self, sites: &str) -> Option<Both> {
        let village = self.village.as_deref()?;
        let up = "../".repeat(self.portal.name.split('/').count());
        let (site, all) = (format!("{sites}/{village}"), format!("{up}{sites}"));
        Some(messages::looks_elsewhere(
            &self.portal.name,
            &without_login(&self.source),
            Some(village),
            [&site, &all],
        ))
    }

    /// Returns the message for a run that puts all sites into this folder; `None` if the portal looks there.
    pub fn output_message(&self, output: &Path) -> Option<Both> {
        let (output, village) = (real_path(output), self.village.as_deref());
        let site = village.map_or_else(|| output.clone(), |village| output.join(village));
        let all = relative_path(&real_path(&self.portal.folder), &output).unwrap_or(output);
        let [site, all] = [site, all].map(|path| with_slashes(plain_path(&path)).into_owned());
        let message = messages::looks_elsewhere(
            &self.portal.name,
            &without_login(&self.source),
            village,
            [&site, &all],
        );
        (!self.finds_sites).then_some(message)
    }
}

/// Returns the portals that depend on villages of their own fleet, whose sites are put below `output` if that
/// is given. Among the sources of one portal, one inside the folder of a village comes first.
pub fn internal_portals(fleet: &Fleet, output: Option<&Path>) -> Vec<InternalPortal> {
    let portals = || fleet.villages.iter().enumerate().filter(|(_, village)| village.head.is_portal);
    if portals().next().is_none() {
        return Vec::new();
    }
    let (mut folders, mut built) = (BTreeMap::new(), BTreeMap::new());
    for (number, village) in fleet.villages.iter().enumerate() {
        folders.insert(real_path(&village.folder), number);
        built.insert(real_path(&fleet.output_of(village, output)), number);
    }
    let found = portals().filter_map(|(number, portal)| {
        let sources = source_paths(&portal.folder);
        let inside = sources
            .iter()
            .find_map(|(source, place)| Some((source, village_around(place, &folders, number)?)));
        let village = inside.map(|(_, village)| fleet.villages[village].name.clone());
        let meets_this =
            |place: &Path| [&folders, &built].iter().any(|places| meets_another(place, places, number));
        let first_met = || sources.iter().find(|(_, place)| meets_this(place)).map(|(source, _)| source);
        let source = inside.map(|(source, _)| source).or_else(first_met)?.clone();
        let finds_sites = sources.iter().any(|(_, place)| meets_another(place, &built, number));
        Some(InternalPortal { portal: portal.clone(), source, village, finds_sites })
    });
    found.collect()
}

/// Returns the village whose place contains this one, apart from the portal itself.
fn village_around(place: &Path, places: &BTreeMap<PathBuf, usize>, own: usize) -> Option<usize> {
    place.ancestors().filter_map(|folder| places.get(folder)).find(|at| **at != own).copied()
}

/// Whether a place is inside that of another village, or contains it.
fn meets_another(place: &Path, places: &BTreeMap<PathBuf, usize>, own: usize) -> bool {
    // In this order, everything inside a folder follows right after it.
    let mut within = places.range(place.to_owned()..).take_while(|(other, _)| other.starts_with(place));
    village_around(place, places, own).is_some() || within.any(|(_, at)| *at != own)
}

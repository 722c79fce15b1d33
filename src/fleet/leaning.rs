//! Portals that have their villages from the folders of their own fleet: where the work is shared by machines, those are
//! not all there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::find::{Fleet, VillageFolder};
use super::messages;
use crate::ground::{Both, relative_path, with_slashes, without_login};
use crate::outside::places_of;
use crate::read::{plain_path, real_path};

/// A portal that leans on villages of its own fleet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaning {
    /// The portal.
    pub portal: VillageFolder,
    /// A source of it that is made in this very fleet, as it is written.
    pub source: String,
    /// The village in whose folder that source lies, when it lies in one.
    pub village: Option<String>,
    /// Whether one of its sources is where the sites are put.
    pub finds_sites: bool,
}

impl Leaning {
    /// What to say of it to who makes a part of the fleet, portals with it.
    pub fn told_of_part(&self) -> Both {
        messages::leaning(&self.portal.name, &without_login(&self.source))
    }

    /// What to say of it to who has all sites put into this folder beside the villages, where its source does not look;
    /// nothing when it will find them there.
    pub fn told_of_folder(&self, sites: &str) -> Option<Both> {
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

    /// What to say of it to who puts all sites into this folder, wherever that is; nothing when its source looks there.
    pub fn told_of_output(&self, output: &Path) -> Option<Both> {
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

/// The portals that lean on villages of their own fleet, the sites of which are put below `output` when that was said.
/// Of the sources of one portal, one that lies in the folder of a village comes first.
pub fn leaning(fleet: &Fleet, output: Option<&Path>) -> Vec<Leaning> {
    let portals = || fleet.villages.iter().enumerate().filter(|(_, village)| village.head.is_portal);
    if portals().next().is_none() {
        return Vec::new();
    }
    let (mut folders, mut made) = (BTreeMap::new(), BTreeMap::new());
    for (number, village) in fleet.villages.iter().enumerate() {
        folders.insert(real_path(&village.folder), number);
        made.insert(real_path(&fleet.output_of(village, output)), number);
    }
    let found = portals().filter_map(|(number, portal)| {
        let sources = places_of(&portal.folder);
        let inside = sources
            .iter()
            .find_map(|(source, place)| Some((source, village_around(place, &folders, number)?)));
        let village = inside.map(|(_, village)| fleet.villages[village].name.clone());
        let meets_this =
            |place: &Path| [&folders, &made].iter().any(|places| meets_another(place, places, number));
        let first_met = || sources.iter().find(|(_, place)| meets_this(place)).map(|(source, _)| source);
        let source = inside.map(|(source, _)| source).or_else(first_met)?.clone();
        let finds_sites = sources.iter().any(|(_, place)| meets_another(place, &made, number));
        Some(Leaning { portal: portal.clone(), source, village, finds_sites })
    });
    found.collect()
}

/// Whose place lies around this one, apart from that of the portal itself.
fn village_around(place: &Path, places: &BTreeMap<PathBuf, usize>, own: usize) -> Option<usize> {
    place.ancestors().filter_map(|folder| places.get(folder)).find(|at| **at != own).copied()
}

/// Whether a place lies in that of another village than this one, or that of another lies in it.
fn meets_another(place: &Path, places: &BTreeMap<PathBuf, usize>, own: usize) -> bool {
    // All that lies in a folder stands right behind it.
    let mut within = places.range(place.to_owned()..).take_while(|(other, _)| other.starts_with(place));
    village_around(place, places, own).is_some() || within.any(|(_, at)| *at != own)
}

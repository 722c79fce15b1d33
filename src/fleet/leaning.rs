//! Portals that have their villages from the folders of their own fleet: where the work is shared by machines, those are
//! not all there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::find::{Fleet, VillageFolder};
use super::messages;
use crate::ground::{Both, in_parallel_apart, without_login};
use crate::outside::places_of;
use crate::read::real_path;

/// A portal that leans on villages of its own fleet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaning {
    /// The portal.
    pub portal: VillageFolder,
    /// The first source of it that is made in this very fleet, as it is written.
    pub source: String,
}

impl Leaning {
    /// What to say of it to who shares the work.
    pub fn told(&self) -> Both {
        messages::leaning(&self.portal.name, &without_login(&self.source))
    }
}

/// The portals that lean on villages of their own fleet, the sites of which are put below `output` when that was said.
pub fn leaning(fleet: &Fleet, output: Option<&Path>) -> Vec<Leaning> {
    let named = in_parallel_apart(&fleet.villages, |village| places_of(&village.folder));
    if named.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let mut made: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for (at, village) in fleet.villages.iter().enumerate() {
        made.insert(real_path(&village.folder), at);
        made.insert(real_path(&fleet.output_of(village, output)), at);
    }
    let found = fleet.villages.iter().zip(named).enumerate().filter_map(|(at, (portal, named))| {
        let (source, _) = named.into_iter().find(|(_, place)| meets(place, &made, at))?;
        Some(Leaning { portal: portal.clone(), source })
    });
    found.collect()
}

/// Whether a place lies in what is made of another village than this one, or what is made of another lies in it.
fn meets(place: &Path, made: &BTreeMap<PathBuf, usize>, but: usize) -> bool {
    let is_in = place.ancestors().filter_map(|folder| made.get(folder)).any(|at| *at != but);
    // All that lies in a folder stands right behind it.
    let mut within = made.range(place.to_owned()..).take_while(|(made, _)| made.starts_with(place));
    is_in || within.any(|(_, at)| *at != but)
}

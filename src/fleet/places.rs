//! Where the sites of a fleet are put, and what prevents that.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::find::{Fleet, VillageFolder};
use super::messages;
use super::shown::short_name_list;
use super::taken_places::{TakenPlaces, as_place};
use crate::ground::{Both, WebAddress};
use crate::publish::{RunLock, lock_run};
use crate::read::{OUTPUT_FOLDER, is_folder, real_path, stamp};

impl Fleet {
    /// Returns why the sites cannot be put there: it is a file or web address, or in the folder of a village.
    pub fn output_problem(&self, output: Option<&Path>) -> Option<Both> {
        let output = output.or(self.output.as_deref())?;
        if WebAddress::new(&output.to_string_lossy()).is_some() {
            return Some(messages::no_address(output));
        }
        if stamp(output).is_some() && !is_folder(output) {
            return Some(messages::no_folder(output));
        }
        let real = real_path(output);
        let around = self.villages.iter().find(|village| real.starts_with(real_path(&village.folder)));
        around.map(|village| messages::among_files(output, &village.name))
    }

    /// Keeps other runs out of the folder that the sites go into, or the one that the villages are in, as long
    /// as the value lives. A part of the villages may be built beside other parts of them.
    ///
    /// # Errors
    /// When another run is busy there.
    pub fn lock(&self, output: Option<&Path>, is_part: bool) -> Result<RunLock, Both> {
        let folder = output.or(self.output.as_deref()).unwrap_or(&self.folder);
        lock_run(folder, is_part).ok_or_else(|| messages::another_run(folder))
    }

    /// Returns warnings about villages with the same web address, as happens when a folder is copied.
    pub fn shared_address_messages(&self) -> Vec<Both> {
        let mut by_address: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for village in &self.villages {
            if let Some(address) = &village.head.web_address {
                let key = address.trim_end_matches('/').to_lowercase();
                by_address.entry(key).or_default().push(village.name.clone());
            }
        }
        let shared = by_address.iter().filter(|(_, villages)| villages.len() > 1);
        shared.map(|(address, villages)| messages::one_address(address, &short_name_list(villages))).collect()
    }

    /// Marks villages whose site would end up outside their own folder, or in another's: they are not built.
    pub fn reject_shared_outputs(&mut self, output: Option<&Path>) {
        let is_shared = output.or(self.output.as_deref()).is_some();
        let places: Vec<(PathBuf, PathBuf)> = self
            .villages
            .iter()
            .map(|village| self.output_of(village, output))
            .map(|place| (real_path(&place), place))
            .collect();
        let place_key = |real: &Path| match is_shared {
            true => as_place(&real.to_string_lossy()),
            false => real.to_owned(),
        };
        let mut taken: TakenPlaces<String> = TakenPlaces::default();
        // Real folders come before links.
        let is_link = |(real, place): &(PathBuf, PathBuf)| {
            place
                .parent()
                .is_some_and(|parent| *real != real_path(parent).join(place.file_name().unwrap_or_default()))
        };
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_by_key(|at| is_link(&places[*at]));
        for at in order {
            let (village, (real, place)) = (&mut self.villages[at], &places[at]);
            if village.trouble.is_some() {
                continue;
            }
            if !is_shared && !real.starts_with(real_path(&village.folder)) {
                village.trouble = Some(messages::leads_elsewhere(place));
                continue;
            }
            let key = place_key(real);
            match taken.holder(&key) {
                Some(other) => village.trouble = Some(messages::one_place(place, other)),
                None => taken.take(key, village.name.clone()),
            }
        }
    }

    /// Returns where the site of a village is put.
    pub fn output_of(&self, village: &VillageFolder, output: Option<&Path>) -> PathBuf {
        match output.or(self.output.as_deref()) {
            Some(output) => output.join(&village.name),
            None => village.folder.join(OUTPUT_FOLDER),
        }
    }
}

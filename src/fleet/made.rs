//! Which sites a fleet made: kept beside it, each by what is in it. So they are known wherever the fleet or its sites are
//! put, and what somebody else made in the place of one is not taken for it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::find::Fleet;
use crate::ground::{Fingerprint, Json, OWN_FOLDER, SitePath, json, parse_json, pretty_json, with_slashes};
use crate::publish::{Failure, site_print, turn_for, write_note};
use crate::read::{Unread, bytes_of, is_folder, plain_path, real_path};

/// Where it is kept, in the folder of the fleet.
const FILE: &str = "sites.json";

/// The names of very many villages are some 10 MB.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The number of its form.
const FORM: u64 = 1;

/// What is in the sites of one folder, by the names of their villages.
pub(super) type Prints = BTreeMap<String, Fingerprint>;

/// The sites that a fleet made, by the folder in which they were put.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct MadeSites(BTreeMap<String, Prints>);

/// Where a fleet keeps it.
pub(super) fn list_of(fleet: &Fleet) -> PathBuf {
    fleet.folder.join(OWN_FOLDER).join(FILE)
}

fn key_of(output: &Path) -> String {
    with_slashes(plain_path(&real_path(output))).into_owned()
}

impl MadeSites {
    /// What is kept; nothing when it cannot be read, or was kept in another form.
    pub(super) fn of(fleet: &Fleet) -> Option<Self> {
        let bytes = match bytes_of(&list_of(fleet), LARGEST) {
            Ok(bytes) => bytes,
            Err(Unread::Gone) => return Some(Self::default()),
            Err(_) => return None,
        };
        let document = parse_json(&bytes)?;
        let known = (document.get("form").and_then(Json::as_u64) == Some(FORM)).then_some(&document)?;
        let print = |(name, print): (&String, &Json)| {
            let print = Fingerprint::from_hex(print.as_str()?)?;
            SitePath::is_as_we_write(name).then(|| (name.clone(), print))
        };
        let prints = |all: &Json| all.as_object().into_iter().flatten().filter_map(print).collect();
        let sites = known.get("sites")?.as_object()?;
        Some(Self(sites.iter().map(|(output, all)| (output.clone(), prints(all))).collect()))
    }

    /// The names of all of them, wherever they were put.
    pub(super) fn names(&self) -> BTreeSet<&str> {
        self.0.values().flat_map(BTreeMap::keys).map(String::as_str).collect()
    }

    /// Whether the site with this in it was made for the village of this name, wherever it was put then: folders move.
    pub(super) fn made(&self, name: &str, print: Fingerprint) -> bool {
        self.0.values().any(|prints| prints.get(name) == Some(&print))
    }

    /// Whether a site of this name was put into this folder, whatever is there now.
    pub(super) fn made_in(&self, output: &Path, name: &str) -> bool {
        self.0.get(&key_of(output)).is_some_and(|prints| prints.contains_key(name))
    }

    /// Whether any site that was made stands in this folder.
    pub(super) fn knows(&self, output: &Path) -> bool {
        let is_ours =
            |name: &&str| site_print(&output.join(name)).is_some_and(|print| self.made(name, print));
        self.0.contains_key(&key_of(output)) || self.names().iter().any(is_ours)
    }

    /// The same with these as the sites in a folder. Of folders that are not there any more nothing is kept: what was
    /// moved from there is known here.
    fn with(mut self, output: &Path, prints: Prints) -> Self {
        let key = key_of(output);
        self.0.retain(|folder, _| *folder != key && is_folder(Path::new(folder)));
        if !prints.is_empty() {
            self.0.insert(key, prints);
        }
        self
    }
}

/// Remembers which sites in `output` a fleet made; `now` tells them from those of before. A list that cannot be read is left
/// as it is, as what stands in it may still be of use.
///
/// # Errors
/// When the machine refuses.
pub(super) fn remember_made(
    fleet: &Fleet,
    output: &Path,
    now: impl Fn(&MadeSites) -> Prints,
) -> Result<(), Failure> {
    let renewed = || {
        let before = MadeSites::of(fleet)?;
        let prints = now(&before);
        let made = before.clone().with(output, prints);
        (made != before).then_some(made)
    };
    // Whose list is right already may be in a folder in which nobody may write.
    if renewed().is_none() {
        return Ok(());
    }
    let list = list_of(fleet);
    let _turn = turn_for(&list)?;
    renewed().map_or(Ok(()), |made| write_note(&list, &made.written()))
}

impl MadeSites {
    fn written(&self) -> String {
        let prints = |prints: &Prints| -> BTreeMap<String, String> {
            prints.iter().map(|(name, print)| (name.clone(), print.to_string())).collect()
        };
        let sites: BTreeMap<&String, _> = self.0.iter().map(|(output, all)| (output, prints(all))).collect();
        pretty_json(&json!({ "form": FORM, "sites": sites }))
    }
}

//! Which sites a fleet made: kept beside it, each by what is in it. So they are known wherever the fleet or its sites are
//! put, and what somebody else made in the place of one is not taken for it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::find::Fleet;
use crate::ground::{
    Fingerprint, Json, OWN_FOLDER, SitePath, compact_json, json, parse_json, pretty_json, with_slashes,
};
use crate::publish::{Failure, add_to, site_print, take_note_away, turn_for, write_note};
use crate::read::{Unread, bytes_of, is_folder, plain_path, real_path};

/// Where it is kept, in the folder of the fleet.
const FILE: &str = "sites.json";

/// What was made since that was written, each on a line: of a run that is broken off nothing is forgotten.
const SINCE: &str = "sites-since";

/// The names of very many villages are some 10 MB.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The number of its form.
const FORM: u64 = 1;

/// What is in the sites of one folder, by the names of their villages.
pub(super) type Prints = BTreeMap<String, Fingerprint>;

/// The sites that a fleet made, by the folder in which they were put.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct MadeSites {
    listed: BTreeMap<String, Prints>,
    since: Since,
}

/// What was made since the list was written, by the names of the villages: in which folder, and what is in the site.
type Since = BTreeMap<String, Vec<(String, Fingerprint)>>;

/// Where a fleet keeps it.
pub(super) fn list_path(fleet: &Fleet) -> PathBuf {
    fleet.folder.join(OWN_FOLDER).join(FILE)
}

fn since_path(fleet: &Fleet) -> PathBuf {
    fleet.folder.join(OWN_FOLDER).join(SINCE)
}

/// Notes that a fleet made the site of a village, with this in it, until all is remembered.
///
/// # Errors
/// When the machine refuses.
pub(super) fn note_made(fleet: &Fleet, output: &Path, name: &str, print: Fingerprint) -> Result<(), Failure> {
    add_to(&since_path(fleet), &since_line(&folder_key(output), name, print))
}

/// What was noted since the list was written; of a line that was not finished nothing is known.
fn read_since(fleet: &Fleet) -> Since {
    let mut since = Since::new();
    let bytes = bytes_of(&since_path(fleet), LARGEST).unwrap_or_default();
    for line in bytes.split(|byte| *byte == b'\n').filter_map(parse_json) {
        let item = |at: usize| line.get(at).and_then(Json::as_str);
        let (Some(output), Some(name), Some(print)) = (item(0), item(1), item(2)) else { continue };
        if let Some(print) = Fingerprint::from_hex(print).filter(|_| SitePath::is_as_we_write(name)) {
            since.entry(name.to_owned()).or_default().push((output.to_owned(), print));
        }
    }
    since
}

/// Each begins on a line of its own, behind whatever was not finished.
fn since_line(output: &str, name: &str, print: Fingerprint) -> String {
    format!("\n{}", compact_json(&json!([output, name, print.to_string()])))
}

/// A folder as the list names it.
fn folder_key(output: &Path) -> String {
    with_slashes(plain_path(&real_path(output))).into_owned()
}

impl MadeSites {
    /// What is kept; nothing when it cannot be read, or was kept in another form.
    pub(super) fn read(fleet: &Fleet) -> Option<Self> {
        let bytes = match bytes_of(&list_path(fleet), LARGEST) {
            Ok(bytes) => bytes,
            Err(Unread::Gone) => return Some(Self { since: read_since(fleet), ..Self::default() }),
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
        let listed = sites.iter().map(|(output, all)| (output.clone(), prints(all))).collect();
        Some(Self { listed, since: read_since(fleet) })
    }

    /// The names of all of them, wherever they were put.
    pub(super) fn names(&self) -> BTreeSet<&str> {
        let listed = self.listed.values().flat_map(BTreeMap::keys);
        listed.chain(self.since.keys()).map(String::as_str).collect()
    }

    /// Whether the site with this in it was made for the village of this name, wherever it was put then: folders move.
    pub(super) fn contains(&self, name: &str, print: Fingerprint) -> bool {
        let mut since = self.since.get(name).into_iter().flatten();
        self.listed.values().any(|prints| prints.get(name) == Some(&print))
            || since.any(|(_, made)| *made == print)
    }

    /// Whether a site of this name was put into this folder, whatever is there now.
    pub(super) fn has_name_in(&self, output: &Path, name: &str) -> bool {
        let key = folder_key(output);
        let mut since = self.since.get(name).into_iter().flatten();
        self.listed.get(&key).is_some_and(|prints| prints.contains_key(name))
            || since.any(|(folder, _)| *folder == key)
    }

    /// Whether it is remembered of any site in this folder that it was made; what a run has just noted says nothing of the
    /// others.
    pub(super) fn knows_folder(&self, output: &Path) -> bool {
        let is_ours = |(name, made): (&String, &Fingerprint)| site_print(&output.join(name)) == Some(*made);
        self.listed.contains_key(&folder_key(output)) || self.listed.values().flatten().any(is_ours)
    }

    /// The same with these as the sites in a folder. Of folders that are not there any more nothing is kept: what was
    /// moved from there is known here.
    fn with_sites(mut self, output: &Path, prints: Prints) -> Self {
        let key = folder_key(output);
        self.listed.retain(|folder, _| *folder != key && is_folder(Path::new(folder)));
        // Another run may be putting sites elsewhere at this moment: what it notes is not of this folder.
        for made in self.since.values_mut() {
            made.retain(|(folder, _)| *folder != key && is_folder(Path::new(folder)));
        }
        self.since.retain(|_, made| !made.is_empty());
        if !prints.is_empty() {
            self.listed.insert(key, prints);
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
    prints_now: impl Fn(&MadeSites) -> Prints,
) -> Result<(), Failure> {
    let renewed = || {
        let before = MadeSites::read(fleet)?;
        let prints = prints_now(&before);
        let made = before.clone().with_sites(output, prints);
        (made != before).then_some(made)
    };
    // Whose list is right already may be in a folder in which nobody may write.
    if renewed().is_none() {
        return Ok(());
    }
    let list = list_path(fleet);
    let _turn = turn_for(&list)?;
    let Some(made) = renewed() else { return Ok(()) };
    write_note(&list, &made.written())?;
    let since = since_path(fleet);
    let lines = made
        .since
        .iter()
        .flat_map(|(name, all)| all.iter().map(|(output, print)| since_line(output, name, *print)));
    match lines.collect::<String>() {
        none if none.is_empty() => take_note_away(&since),
        lines => write_note(&since, &lines),
    }
}

impl MadeSites {
    fn written(&self) -> String {
        let prints = |prints: &Prints| -> BTreeMap<String, String> {
            prints.iter().map(|(name, print)| (name.clone(), print.to_string())).collect()
        };
        let sites: BTreeMap<&String, _> =
            self.listed.iter().map(|(output, all)| (output, prints(all))).collect();
        pretty_json(&json!({ "form": FORM, "sites": sites }))
    }
}

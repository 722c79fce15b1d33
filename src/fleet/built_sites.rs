//! Records which sites a fleet built, each by its fingerprint. They are recognised wherever the fleet or its
//! sites are moved, and a site that somebody else put in the same place is not mistaken for one of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::find::Fleet;
use crate::ground::{
    Fingerprint, Json, OWN_FOLDER, SitePath, compact_json, json, parse_json, pretty_json, with_slashes,
};
use crate::publish::{Failure, append_line, lock_for, remove_note, site_fingerprint, write_note};
use crate::read::{ReadFailure, bytes_of, is_folder, plain_path, real_path};

/// The name of the list, in the folder of the fleet.
const FILE: &str = "sites.json";

/// What was built since the list was written, one site per line, so that an interrupted run forgets nothing.
const SINCE: &str = "sites-since";

/// The largest size of either file; the names of very many villages take some 10 MB.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The version of the file format.
const FORMAT_VERSION: u64 = 1;

/// The fingerprints of the sites in one folder, by village name.
pub(super) type Fingerprints = BTreeMap<String, Fingerprint>;

/// The sites that a fleet built, by output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct BuiltSites {
    listed: BTreeMap<String, Fingerprints>,
    since: Since,
}

/// What was built since the list was written, by village name: the folder and the fingerprint of the site.
type Since = BTreeMap<String, Vec<(String, Fingerprint)>>;

/// Returns the path of a fleet's list.
pub(super) fn list_path(fleet: &Fleet) -> PathBuf {
    fleet.folder.join(OWN_FOLDER).join(FILE)
}

fn since_path(fleet: &Fleet) -> PathBuf {
    fleet.folder.join(OWN_FOLDER).join(SINCE)
}

/// Notes that a fleet built this site of a village, until the list is written.
///
/// # Errors
/// When the system refuses.
pub(super) fn note_built(
    fleet: &Fleet,
    output: &Path,
    name: &str,
    print: Fingerprint,
) -> Result<(), Failure> {
    append_line(&since_path(fleet), &since_line(&folder_key(output), name, print))
}

/// Reads what was noted since the list was written; an unfinished line is skipped.
fn read_since(fleet: &Fleet) -> Since {
    let mut since = Since::new();
    let bytes = bytes_of(&since_path(fleet), LARGEST).unwrap_or_default();
    for line in bytes.split(|byte| *byte == b'\n').filter_map(parse_json) {
        let item = |at: usize| line.get(at).and_then(Json::as_str);
        let (Some(output), Some(name), Some(print)) = (item(0), item(1), item(2)) else { continue };
        if let Some(print) = Fingerprint::from_hex(print).filter(|_| SitePath::is_canonical(name)) {
            since.entry(name.to_owned()).or_default().push((output.to_owned(), print));
        }
    }
    since
}

/// Returns a line of the note, starting with a line break in case the previous line was left unfinished.
fn since_line(output: &str, name: &str, print: Fingerprint) -> String {
    format!("\n{}", compact_json(&json!([output, name, print.to_string()])))
}

/// Returns a folder as the list names it.
fn folder_key(output: &Path) -> String {
    with_slashes(plain_path(&real_path(output))).into_owned()
}

impl BuiltSites {
    /// Reads the record; `None` if it cannot be read or has another format version.
    pub(super) fn read(fleet: &Fleet) -> Option<Self> {
        let bytes = match bytes_of(&list_path(fleet), LARGEST) {
            Ok(bytes) => bytes,
            Err(ReadFailure::Gone) => return Some(Self { since: read_since(fleet), ..Self::default() }),
            Err(_) => return None,
        };
        let document = parse_json(&bytes)?;
        let known =
            (document.get("form").and_then(Json::as_u64) == Some(FORMAT_VERSION)).then_some(&document)?;
        let print = |(name, print): (&String, &Json)| {
            let print = Fingerprint::from_hex(print.as_str()?)?;
            SitePath::is_canonical(name).then(|| (name.clone(), print))
        };
        let fingerprints = |all: &Json| all.as_object().into_iter().flatten().filter_map(print).collect();
        let sites = known.get("sites")?.as_object()?;
        let listed = sites.iter().map(|(output, all)| (output.clone(), fingerprints(all))).collect();
        Some(Self { listed, since: read_since(fleet) })
    }

    /// Returns the names of all villages, wherever their sites were put.
    pub(super) fn names(&self) -> BTreeSet<&str> {
        let listed = self.listed.values().flat_map(BTreeMap::keys);
        listed.chain(self.since.keys()).map(String::as_str).collect()
    }

    /// Whether this site was built for the village of this name, wherever it was put: folders move.
    pub(super) fn contains(&self, name: &str, print: Fingerprint) -> bool {
        let mut since = self.since.get(name).into_iter().flatten();
        self.listed.values().any(|fingerprints| fingerprints.get(name) == Some(&print))
            || since.any(|(_, built)| *built == print)
    }

    /// Whether a site of this name was put into this folder, whatever is there now.
    pub(super) fn has_name_in(&self, output: &Path, name: &str) -> bool {
        let key = folder_key(output);
        let mut since = self.since.get(name).into_iter().flatten();
        self.listed.get(&key).is_some_and(|fingerprints| fingerprints.contains_key(name))
            || since.any(|(folder, _)| *folder == key)
    }

    /// Whether the list records any of the sites in this folder; the notes of a run say nothing about the
    /// rest.
    pub(super) fn knows_folder(&self, output: &Path) -> bool {
        let is_ours =
            |(name, built): (&String, &Fingerprint)| site_fingerprint(&output.join(name)) == Some(*built);
        self.listed.contains_key(&folder_key(output)) || self.listed.values().flatten().any(is_ours)
    }

    /// Replaces the sites of a folder. Folders that no longer exist are dropped: what was moved away from
    /// them is recorded here.
    fn with_sites(mut self, output: &Path, fingerprints: Fingerprints) -> Self {
        let key = folder_key(output);
        self.listed.retain(|folder, _| *folder != key && is_folder(Path::new(folder)));
        // Another run may be putting sites into other folders right now: its notes are kept.
        for built in self.since.values_mut() {
            built.retain(|(folder, _)| *folder != key && is_folder(Path::new(folder)));
        }
        self.since.retain(|_, built| !built.is_empty());
        if !fingerprints.is_empty() {
            self.listed.insert(key, fingerprints);
        }
        self
    }
}

/// Records which sites in `output` a fleet built; `fingerprints_now` derives them from the previous record. A list
/// that cannot be read is left as it is, as its contents may still be of use.
///
/// # Errors
/// When the system refuses.
pub(super) fn remember_built(
    fleet: &Fleet,
    output: &Path,
    fingerprints_now: impl Fn(&BuiltSites) -> Fingerprints,
) -> Result<(), Failure> {
    let renewed = || {
        let before = BuiltSites::read(fleet)?;
        let fingerprints = fingerprints_now(&before);
        let built = before.clone().with_sites(output, fingerprints);
        (built != before).then_some(built)
    };
    // A list that is already right may be in a folder without write permission.
    if renewed().is_none() {
        return Ok(());
    }
    let list = list_path(fleet);
    let _lock = lock_for(&list)?;
    let Some(built) = renewed() else { return Ok(()) };
    write_note(&list, &built.written())?;
    let since = since_path(fleet);
    let lines = built
        .since
        .iter()
        .flat_map(|(name, all)| all.iter().map(|(output, print)| since_line(output, name, *print)));
    match lines.collect::<String>() {
        none if none.is_empty() => remove_note(&since),
        lines => write_note(&since, &lines),
    }
}

impl BuiltSites {
    fn written(&self) -> String {
        let fingerprints = |fingerprints: &Fingerprints| -> BTreeMap<String, String> {
            fingerprints.iter().map(|(name, print)| (name.clone(), print.to_string())).collect()
        };
        let sites: BTreeMap<&String, _> =
            self.listed.iter().map(|(output, all)| (output, fingerprints(all))).collect();
        pretty_json(&json!({ "form": FORMAT_VERSION, "sites": sites }))
    }
}

//! Opens packages, which may come from anyone: only when everything about one is as it should be.

use std::collections::{BTreeMap, BTreeSet};

use super::head::{LIST_FILE, PackageHead, read_list};
use super::names::trouble_of;
use super::unfit::Unfit;
use crate::archive::{Bounds, Entry, entries_of};
use crate::ground::{Checksum, SitePath, checksum};
use crate::read::HeldFile;

/// The largest package that is accepted, in bytes.
pub const LARGEST_PACKAGE: u64 = 16 * 1024 * 1024;

/// The limits on its contents.
const BOUNDS: Bounds = Bounds { files: 2_000, each: 8 * 1024 * 1024, all: 32 * 1024 * 1024 };

/// An unpacked theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Package {
    /// The theme and its version.
    pub head: PackageHead,
    /// Its files, in the order of their paths.
    pub files: Vec<HeldFile>,
    /// The text of its `package.json`.
    pub list: Vec<u8>,
    /// The checksum of the package itself.
    pub hash: Checksum,
}

/// Opens a package.
///
/// # Errors
/// When anything about it is not as in a package of ours.
pub fn open(bytes: &[u8]) -> Result<Package, Unfit> {
    if bytes.len() as u64 > LARGEST_PACKAGE {
        return Err(Unfit::FileTooLarge);
    }
    let mut entries = entries_of(bytes, BOUNDS)?;
    if entries.first().is_none_or(|first| first.path != LIST_FILE) {
        return Err(Unfit::NoList);
    }
    let list = entries.remove(0);
    check_names(&entries)?;
    let listed = read_list(&list.bytes)?;
    for entry in &entries {
        let sum = listed.files.get(&entry.path).ok_or_else(|| Unfit::NotListed(entry.path.clone()))?;
        if *sum != checksum(&entry.bytes) {
            return Err(Unfit::OtherBytes(entry.path.clone()));
        }
    }
    let there: BTreeSet<&str> = entries.iter().map(|entry| entry.path.as_str()).collect();
    if let Some(missing) = listed.files.keys().find(|path| !there.contains(path.as_str())) {
        return Err(Unfit::Missing(missing.clone()));
    }
    if !there.contains("theme.yaml") {
        return Err(Unfit::NoTheme);
    }
    let held = |entry: Entry| Some(HeldFile { path: SitePath::new(&entry.path)?, bytes: entry.bytes });
    let mut files: Vec<HeldFile> = entries.into_iter().filter_map(held).collect();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(Package { head: listed.head, files, list: list.bytes, hash: checksum(bytes) })
}

/// Checks that every name is safe, and that no two are the same on a case-insensitive disk.
fn check_names(entries: &[Entry]) -> Result<(), Unfit> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for Entry { path, .. } in entries {
        if let Some(trouble) = trouble_of(path) {
            return Err(Unfit::Name(path.clone(), trouble));
        }
        if let Some(other) = seen.insert(path.to_ascii_lowercase(), path) {
            return Err(Unfit::SameName(other.to_owned(), path.clone()));
        }
    }
    let mut spelt: BTreeMap<String, &str> = BTreeMap::new();
    for Entry { path, .. } in entries {
        for (at, _) in path.match_indices('/') {
            let folder = &path[..at];
            let low = folder.to_ascii_lowercase();
            if seen.contains_key(&low) {
                return Err(Unfit::FileAndFolder(folder.to_owned()));
            }
            match spelt.insert(low, folder) {
                Some(other) if other != folder => {
                    return Err(Unfit::SameName(other.to_owned(), folder.to_owned()));
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// Returns the files of an unpacked theme that differ from its `package.json`: changed, added or gone. `None`
/// when the list itself is missing or does not have this checksum. Line endings make no difference: git
/// changes them on Windows.
pub fn changed_files<'f>(
    files: impl Iterator<Item = (&'f str, &'f [u8])>,
    list: Checksum,
) -> Option<Vec<String>> {
    let mut files: BTreeMap<&str, &[u8]> = files.collect();
    let listed = files.remove(LIST_FILE).filter(|listed| has_checksum(listed, list))?;
    let listed = read_list(&without_returns(listed)).ok()?;
    let is_changed = |path: &&str| {
        let bytes = files.get(path).copied().unwrap_or_default();
        listed.files.get(*path).is_none_or(|sum| !has_checksum(bytes, *sum))
    };
    let mut changed: Vec<String> =
        files.keys().filter(|path| is_changed(path)).map(|path| (*path).to_owned()).collect();
    changed.extend(listed.files.keys().filter(|path| !files.contains_key(path.as_str())).cloned());
    changed.sort();
    Some(changed)
}

/// Returns the checksums that a `package.json` lists for the other files of its theme; `None` when it is not
/// one.
pub fn sums_of(list: &[u8]) -> Option<BTreeMap<String, Checksum>> {
    read_list(&without_returns(list)).ok().map(|list| list.files)
}

/// Whether these bytes have this checksum, line endings aside: git changes them on Windows.
pub fn has_checksum(bytes: &[u8], sum: Checksum) -> bool {
    checksum(bytes) == sum || checksum(&without_returns(bytes)) == sum
}

/// Returns the bytes with the line endings that everything is packed with.
pub(super) fn without_returns(bytes: &[u8]) -> Vec<u8> {
    let is_kept = |at: &usize| bytes[*at] != b'\r' || bytes.get(at + 1) != Some(&b'\n');
    (0..bytes.len()).filter(is_kept).map(|at| bytes[at]).collect()
}

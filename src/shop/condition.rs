//! Compares the folder of a theme with what was installed; every file in the folder counts, hidden ones too.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::Path;

use super::kept::all_kept;
use crate::ground::{Checksum, with_slashes};
use crate::package::{LIST_FILE, LockedTheme, has_checksum, sums_of};
use crate::read::{Found, Trouble, bytes_of, is_system_file, list_folder};

/// The largest size of a theme file.
const LARGEST: u64 = 8 * 1024 * 1024;

/// How the folder of a theme differs from what was installed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Condition {
    /// Installed files that were changed.
    pub(super) changed: Vec<String>,
    /// Files that did not come with the theme.
    pub(super) unexpected: Vec<String>,
    /// Installed files that are missing.
    pub(super) missing: Vec<String>,
    /// Whether the list is the installed one, or is known to be gone.
    is_own_list: bool,
    /// Whether it is known at all what was installed.
    pub(super) is_known: bool,
}

impl Condition {
    /// Whether nothing is missing and the list is the installed one.
    pub(super) fn is_complete(&self) -> bool {
        self.is_known && self.is_own_list && self.missing.is_empty()
    }

    /// Whether the folder can be deleted without losing manual work.
    pub(super) fn is_untouched(&self) -> bool {
        self.is_known && self.changed.is_empty() && self.unexpected.is_empty()
    }
}

/// Examines the folder of a theme in the folder of themes.
pub(super) fn condition(themes_folder: &Path, name: &str, added: &LockedTheme) -> Condition {
    let folder = themes_folder.join(name);
    let found_files = match list_folder(&folder, |_| true) {
        Ok(found_files) => found_files,
        Err(refusal) if refusal.cause.kind() == ErrorKind::NotFound => {
            return Condition { is_known: true, ..Condition::default() };
        }
        Err(_) => return Condition::default(),
    };
    let list = bytes_of(&folder.join(LIST_FILE), LARGEST).unwrap_or_default();
    let Some((sums, is_exact)) = expected_sums(themes_folder, name, added, &list) else {
        return Condition::default();
    };
    let mut found = Condition { is_own_list: is_exact, is_known: true, ..Condition::default() };
    let mut there = BTreeSet::new();
    for (path, what) in found_files {
        let shown = with_slashes(&path).into_owned();
        let is_list = shown == LIST_FILE;
        match (what, sums.get(&shown)) {
            (Found::Folder | Found::Unusable(Trouble::Gone), _) => {}
            (Found::File(_), _) if is_list || is_system_file(shown.rsplit('/').next().unwrap_or(&shown)) => {}
            (Found::File(_), Some(sum)) => {
                let bytes = bytes_of(&folder.join(&path), LARGEST);
                if !bytes.is_ok_and(|bytes| has_checksum(&bytes, *sum)) {
                    found.changed.push(shown.clone());
                }
                there.insert(shown);
            }
            (Found::File(_) | Found::Unusable(_), _) => found.unexpected.push(shown),
        }
    }
    let list = Some(LIST_FILE.to_owned()).filter(|_| list.is_empty());
    found.missing = sums.into_keys().filter(|path| !there.contains(path)).chain(list).collect();
    found
}

/// Returns the checksums of the installed files, and whether the list in the folder is the one in the lock.
/// When that list is gone, or a command was interrupted, a kept package provides the checksums.
fn expected_sums(
    themes_folder: &Path,
    name: &str,
    added: &LockedTheme,
    own: &[u8],
) -> Option<(BTreeMap<String, Checksum>, bool)> {
    if has_checksum(own, added.list) {
        return Some((sums_of(own)?, true));
    }
    let kept = all_kept(themes_folder, name);
    let same = kept.iter().find(|package| has_checksum(own, crate::ground::checksum(&package.list)));
    let known = same.or_else(|| kept.iter().find(|package| package.hash == added.hash))?;
    Some((sums_of(&known.list)?, false))
}

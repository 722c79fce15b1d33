//! How the folder of a theme stands to what came with it: all that lies there counts, also what is hidden.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::Path;

use super::kept::all_kept;
use crate::ground::{Checksum, with_slashes};
use crate::package::{Added, LIST_FILE, has_checksum, sums_of};
use crate::read::{Found, Trouble, bytes_of, is_dropping, list_folder};

/// A file of a theme is no longer than this.
const LARGEST: u64 = 8 * 1024 * 1024;

/// What is different in the folder of a theme from what came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Condition {
    /// Files that came and are otherwise now.
    pub(super) changed: Vec<String>,
    /// Files that did not come with it.
    pub(super) foreign: Vec<String>,
    /// Files that came and are gone.
    pub(super) gone: Vec<String>,
    /// Whether the list is the one that came, or is known to be gone.
    is_own_list: bool,
    /// Whether it is known at all what came.
    pub(super) is_known: bool,
}

impl Condition {
    /// Whether nothing is missing, and the list is the one that came.
    pub(super) fn is_whole(&self) -> bool {
        self.is_known && self.is_own_list && self.gone.is_empty()
    }

    /// Whether nobody's work would be lost with the folder.
    pub(super) fn is_untouched(&self) -> bool {
        self.is_known && self.changed.is_empty() && self.foreign.is_empty()
    }
}

/// Looks at the folder of a theme, among the others in the folder of themes.
pub(super) fn condition(themes_folder: &Path, name: &str, added: &Added) -> Condition {
    let folder = themes_folder.join(name);
    let found_files = match list_folder(&folder, |_| true) {
        Ok(found_files) => found_files,
        Err(refusal) if refusal.cause.kind() == ErrorKind::NotFound => {
            return Condition { is_known: true, ..Condition::default() };
        }
        Err(_) => return Condition::default(),
    };
    let list = bytes_of(&folder.join(LIST_FILE), LARGEST).unwrap_or_default();
    let Some((sums, is_the_one)) = what_came(themes_folder, name, added, &list) else {
        return Condition::default();
    };
    let mut found = Condition { is_own_list: is_the_one, is_known: true, ..Condition::default() };
    let mut there = BTreeSet::new();
    for (path, what) in found_files {
        let shown = with_slashes(&path).into_owned();
        let is_list = shown == LIST_FILE;
        match (what, sums.get(&shown)) {
            (Found::Folder | Found::Odd(Trouble::Gone), _) => {}
            (Found::File(_), _) if is_list || is_dropping(shown.rsplit('/').next().unwrap_or(&shown)) => {}
            (Found::File(_), Some(sum)) => {
                let bytes = bytes_of(&folder.join(&path), LARGEST);
                if !bytes.is_ok_and(|bytes| has_checksum(&bytes, *sum)) {
                    found.changed.push(shown.clone());
                }
                there.insert(shown);
            }
            (Found::File(_) | Found::Odd(_), _) => found.foreign.push(shown),
        }
    }
    let list = Some(LIST_FILE.to_owned()).filter(|_| list.is_empty());
    found.gone = sums.into_keys().filter(|path| !there.contains(path)).chain(list).collect();
    found
}

/// What came with the theme, file by file, and whether the list in the folder is that of the lock. The list tells it; when
/// that is gone, or another theme's command was broken off, a package that is kept.
fn what_came(
    themes_folder: &Path,
    name: &str,
    added: &Added,
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

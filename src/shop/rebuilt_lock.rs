//! Rebuilds a lost `themes.lock` from the version that the site pins, the packages that are kept, and the
//! themes themselves.

use std::collections::BTreeMap;
use std::path::Path;

use super::kept::all_kept;
use crate::ground::{Checksum, checksum};
use crate::package::{LIST_FILE, Lock, LockedTheme, added_by_package, has_checksum, reconstructed};
use crate::read::{Source, themes_by_folder};
use crate::theme::LONGEST_CHAIN;
use crate::village::Settings;

/// Rebuilds the lock of the theme that the site pins and of those below it; empty if the pin matches nothing
/// here. Who signed them and where they came from is missing until they are added again.
pub(super) fn rebuilt_lock(themes_folder: &Path, source: &Source, settings: &Settings) -> Lock {
    let mut lock = Lock::default();
    let Some((name, pin)) = pinned(settings) else { return lock };
    let top = themes_folder.file_name().and_then(|top| top.to_str()).unwrap_or_default();
    let present = themes_by_folder(&source.packages);
    let present: BTreeMap<&str, BTreeMap<&str, &[u8]>> = present
        .into_iter()
        .filter(|((folder, _), _)| *folder == top)
        .map(|((_, name), it)| (name, it))
        .collect();
    let kept = all_kept(themes_folder, &name).into_iter().find(|package| package.hash == pin);
    // A kept package also shows what was changed by hand since.
    let known = kept
        .map(|package| added_by_package(&package))
        .or_else(|| reconstructed(&name, pin, present.get(name.as_str())?));
    let mut next = known.map(|added| (name, added));
    while let Some((name, added)) = next.take().filter(|_| lock.themes.len() < LONGEST_CHAIN) {
        if let Some(below) = added.extends.clone().filter(|below| !lock.themes.contains_key(below)) {
            let files = present.get(below.as_str());
            next = files
                .and_then(|files| entry_from_list(themes_folder, &below, files))
                .map(|added| (below, added));
        }
        lock.themes.insert(name, added);
    }
    lock
}

/// Returns the theme that a site pins, with the checksum of its package.
fn pinned(settings: &Settings) -> Option<(String, Checksum)> {
    let theme = &settings.theme.as_ref()?.value;
    Some((theme.name.as_ref()?.as_str().to_owned(), Checksum::from_hex(theme.hash.as_ref()?.as_str())?))
}

/// Recognises a theme that another builds on. Nothing pins it, but a kept package with the same list shows
/// what was installed, so that an update does not overwrite anyone's work. A lock would not say more either.
fn entry_from_list(themes_folder: &Path, name: &str, files: &BTreeMap<&str, &[u8]>) -> Option<LockedTheme> {
    let list = files.get(LIST_FILE)?;
    let mut kept = all_kept(themes_folder, name).into_iter();
    let package = kept.find(|package| has_checksum(list, checksum(&package.list)))?;
    Some(added_by_package(&package))
}

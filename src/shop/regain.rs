//! What `themes.lock` knew is found out again when it is gone: by what the site pins, the packages that are kept, and the
//! themes themselves.

use std::collections::BTreeMap;
use std::path::Path;

use super::kept::all_kept;
use crate::ground::{Checksum, checksum};
use crate::package::{Added, LIST_FILE, Lock, added_by_package, has_checksum, regained};
use crate::read::{Source, themes_beside};
use crate::theme::LONGEST_CHAIN;
use crate::village::Settings;

/// A lock of the theme that the site pins and of those below it; an empty one when that theme is not known by its pin. Who
/// signed them and where they came from is not in it: that is only known when they are added again.
pub(super) fn rebuilt_lock(themes_folder: &Path, source: &Source, settings: &Settings) -> Lock {
    let mut lock = Lock::default();
    let Some((name, pin)) = pinned(settings) else { return lock };
    let top = themes_folder.file_name().and_then(|top| top.to_str()).unwrap_or_default();
    let lying = themes_beside(&source.packages);
    let lying: BTreeMap<&str, BTreeMap<&str, &[u8]>> = lying
        .into_iter()
        .filter(|((folder, _), _)| *folder == top)
        .map(|((_, name), it)| (name, it))
        .collect();
    let kept = all_kept(themes_folder, &name).into_iter().find(|package| package.hash == pin);
    // A package that is kept tells as well what was changed by hand since.
    let known = kept
        .map(|package| added_by_package(&package))
        .or_else(|| regained(&name, pin, lying.get(name.as_str())?));
    let mut next = known.map(|added| (name, added));
    while let Some((name, added)) = next.take().filter(|_| lock.themes.len() < LONGEST_CHAIN) {
        if let Some(below) = added.extends.clone().filter(|below| !lock.themes.contains_key(below)) {
            let files = lying.get(below.as_str());
            next = files
                .and_then(|files| known_by_its_list(themes_folder, &below, files))
                .map(|added| (below, added));
        }
        lock.themes.insert(name, added);
    }
    lock
}

/// What a site says of its theme, when it says by what its package is known.
fn pinned(settings: &Settings) -> Option<(String, Checksum)> {
    let theme = &settings.theme.as_ref()?.value;
    Some((theme.name.as_ref()?.as_str().to_owned(), Checksum::from_hex(theme.hash.as_ref()?.as_str())?))
}

/// A theme that another builds on: nothing pins it, and with a package that is kept and holds the same list it is known
/// what came, so that nobody's work is lost with an update. More than that a lock would not tell either.
fn known_by_its_list(themes_folder: &Path, name: &str, files: &BTreeMap<&str, &[u8]>) -> Option<Added> {
    let list = files.get(LIST_FILE)?;
    let mut kept = all_kept(themes_folder, name).into_iter();
    let package = kept.find(|package| has_checksum(list, checksum(&package.list)))?;
    Some(added_by_package(&package))
}

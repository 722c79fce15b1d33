//! Recovers what is known about a theme when `themes.lock` is gone: from its package, or from the pin in
//! `site.yaml` and its own files.

use std::collections::BTreeMap;

use super::head::{LIST_FILE, read_list};
use super::lock::LockedTheme;
use super::pack::archive_of;
use super::unpack::{Package, has_checksum, without_returns};
use crate::ground::{Checksum, checksum};

/// Returns what a lock would say about a theme, from its package alone: not where it came from, nor who
/// signed it.
pub fn added_by_package(package: &Package) -> LockedTheme {
    let head = &package.head;
    LockedTheme {
        version: head.version,
        hash: package.hash,
        api: head.api,
        extends: head.extends.clone(),
        list: checksum(&package.list),
        from: None,
        key: None,
        former: None,
        replaced: None,
    }
}

/// Returns what a lock would say about a theme, if its folder still contains what was added: if the files
/// that came with it give a package with this checksum.
///
/// This is as safe as a lock. The checksum covers the whole package, and so every file of the theme, and
/// nobody can find other files with the same checksum; and `site.yaml`, which people read, is no easier to
/// change than a lock beside it. It does not tell who signed the package: that is not made up, and comes back
/// when the theme is added again.
pub fn reconstructed(name: &str, pin: Checksum, files: &BTreeMap<&str, &[u8]>) -> Option<LockedTheme> {
    let list = files.get(LIST_FILE)?;
    // On Windows git changes line endings, in the list too.
    let list = if list.contains(&b'\r') { without_returns(list) } else { list.to_vec() };
    let list_read = read_list(&list).ok().filter(|list_read| list_read.head.name == name)?;
    let mut original_files: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    for (path, sum) in &list_read.files {
        let bytes = files.get(path.as_str()).filter(|bytes| has_checksum(bytes, *sum))?;
        let is_same = checksum(bytes) == *sum;
        original_files.insert(path, if is_same { bytes.to_vec() } else { without_returns(bytes) });
    }
    let original_files = original_files.iter().map(|(path, bytes)| (*path, bytes.as_slice())).collect();
    let bytes = archive_of(std::str::from_utf8(&list).ok()?, &original_files).ok()?;
    let hash = checksum(&bytes);
    let is_pinned = hash == pin;
    is_pinned.then(|| added_by_package(&Package { head: list_read.head, files: Vec::new(), list, hash }))
}

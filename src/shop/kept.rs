//! The packages kept beside the themes, from which a theme can be restored.

use std::path::{Path, PathBuf};

use crate::ground::Checksum;
use crate::package::{LARGEST_PACKAGE, Package, open};
use crate::read::{Found, bytes_of, list_folder};

/// The folder of the packages, among the themes; the reader of a village skips it.
const KEPT: &str = ".packages";

/// Returns where a package is kept, relative to the village folder.
pub(super) fn kept_path(themes_folder: &str, file: &str) -> String {
    format!("{themes_folder}/{KEPT}/{file}")
}

/// Returns a kept package with its bytes; `None` if it is missing or was changed.
pub(super) fn kept_package(file: &Path, name: &str, hash: Checksum) -> Option<(Package, Vec<u8>)> {
    let bytes = bytes_of(file, LARGEST_PACKAGE).ok()?;
    let package = open(&bytes).ok()?;
    (package.hash == hash && package.head.name == name).then_some((package, bytes))
}

/// Returns all packages of a theme that a folder of themes keeps.
pub(super) fn all_kept(themes_folder: &Path, name: &str) -> Vec<Package> {
    let folder = themes_folder.join(KEPT);
    let is_of = |(path, what): &(PathBuf, Found)| {
        let file = path.to_string_lossy();
        matches!(what, Found::File(_)) && file.starts_with(name) && file.ends_with(".zip")
    };
    let found = list_folder(&folder, |_| false).unwrap_or_default().into_iter().filter(is_of);
    let packages = found.filter_map(|(path, _)| {
        let bytes = bytes_of(&folder.join(path), LARGEST_PACKAGE).ok()?;
        open(&bytes).ok().filter(|package| package.head.name == name)
    });
    packages.collect()
}

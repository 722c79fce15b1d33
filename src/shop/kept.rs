//! The packages that are kept beside the themes: from them a theme can be put back as it came.

use std::path::{Path, PathBuf};

use crate::ground::Checksum;
use crate::package::{LARGEST_PACKAGE, Package, open};
use crate::read::{Found, bytes_of, list_folder};

/// The folder of the packages themselves, among the themes; the reader of a village passes over it.
const KEPT: &str = ".packages";

/// Where a package is kept, from the village folder.
pub(super) fn kept_path(themes_folder: &str, file: &str) -> String {
    format!("{themes_folder}/{KEPT}/{file}")
}

/// A package that is kept, with its bytes; nothing when it is not there as it was.
pub(super) fn kept_package(file: &Path, name: &str, hash: Checksum) -> Option<(Package, Vec<u8>)> {
    let bytes = bytes_of(file, LARGEST_PACKAGE).ok()?;
    let package = open(&bytes).ok()?;
    (package.hash == hash && package.head.name == name).then_some((package, bytes))
}

/// All packages of a theme that are kept in a folder of themes.
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

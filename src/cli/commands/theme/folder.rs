//! Reads a theme from a folder of its own, as its maker has it.

use std::path::Path;

use crate::ground::Remarks;
use crate::package::{KEY_ENDING, SIGNATURE_ENDING};
use crate::read::{HeldFile, Refusal, theme_files};
use crate::shop::is_package;
use crate::theme::{Layer, Manifest, read_manifest};

/// The extensions of files beside a package: its signature, and the key of its signer.
const SIDECAR_ENDINGS: [&str; 2] = [SIGNATURE_ENDING, KEY_ENDING];

/// What was found in a folder.
pub(super) struct ThemeFolder {
    /// The files of the theme.
    pub(super) files: Vec<HeldFile>,
    /// Its manifest.
    pub(super) manifest: Option<Manifest>,
    /// Packages found among its files, which do not belong to the theme, with the files beside each.
    pub(super) left_out: Vec<String>,
}

/// Reads the theme in a folder, and reports everything wrong with its files or manifest.
pub(super) fn theme_in(folder: &Path, remarks: &mut Remarks) -> Result<ThemeFolder, Refusal> {
    let (files, troubles) = theme_files(folder)?;
    remarks.extend(troubles);
    let (left_out, files) = packages_apart(folder, files);
    let name = folder.file_name().map_or_else(|| "thema".into(), |name| name.to_string_lossy());
    let manifest = read_manifest(&Layer::new(name.clone(), name, files.iter().cloned()), remarks);
    Ok(ThemeFolder { files, manifest, left_out })
}

/// Separates the packages in a folder, by name, from all other files. Whoever packs a theme in its own folder
/// leaves the package there: packed again with each new version, they would grow and grow.
fn packages_apart(folder: &Path, files: Vec<HeldFile>) -> (Vec<String>, Vec<HeldFile>) {
    let names = files.iter().map(|file| file.path.as_str());
    let packages: Vec<String> =
        names.filter(|name| is_package(&folder.join(name))).map(str::to_owned).collect();
    let is_left_out = |file: &HeldFile| {
        let name = file.path.as_str();
        let package_name =
            SIDECAR_ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
        packages.iter().any(|package| package == package_name)
    };
    let (left_out, files): (Vec<HeldFile>, Vec<HeldFile>) = files.into_iter().partition(is_left_out);
    (left_out.into_iter().map(|file| file.path.as_str().to_owned()).collect(), files)
}

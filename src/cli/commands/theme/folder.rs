//! A theme in a folder of its own, as those have it who make one.

use std::path::Path;

use crate::ground::Remarks;
use crate::package::{KEY_ENDING, SIGNATURE_ENDING};
use crate::read::{HeldFile, Refusal, theme_files};
use crate::shop::is_package;
use crate::theme::{Layer, Manifest, read_manifest};

/// How the names of files end that lie beside a package: its signature, and the key of who signed it.
const BESIDE: [&str; 2] = [SIGNATURE_ENDING, KEY_ENDING];

/// What was found in a folder.
pub(super) struct InFolder {
    /// The files of the theme.
    pub(super) files: Vec<HeldFile>,
    /// What it says of itself.
    pub(super) manifest: Option<Manifest>,
    /// Packages of themes among its files, which are none of them, with what lies beside each.
    pub(super) left_out: Vec<String>,
}

/// The theme in a folder; everything that is wrong with its files or with what it says of itself is told.
pub(super) fn theme_in(folder: &Path, remarks: &mut Remarks) -> Result<InFolder, Refusal> {
    let (files, troubles) = theme_files(folder)?;
    remarks.extend(troubles);
    let (left_out, files) = packages_apart(folder, files);
    let name = folder.file_name().map_or_else(|| "thema".into(), |name| name.to_string_lossy());
    let manifest = read_manifest(&Layer::new(name.clone(), name, files.iter().cloned()), remarks);
    Ok(InFolder { files, manifest, left_out })
}

/// The packages among the files of a folder, by their names, and all other files. Who packs a theme where it stands finds
/// the package of the last time among them: it would be packed with each new one, and they would grow and grow.
fn packages_apart(folder: &Path, files: Vec<HeldFile>) -> (Vec<String>, Vec<HeldFile>) {
    let names = files.iter().map(|file| file.path.as_str());
    let packages: Vec<String> =
        names.filter(|name| is_package(&folder.join(name))).map(str::to_owned).collect();
    let is_left_out = |file: &HeldFile| {
        let name = file.path.as_str();
        let package_name = BESIDE.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
        packages.iter().any(|package| package == package_name)
    };
    let (left_out, files): (Vec<HeldFile>, Vec<HeldFile>) = files.into_iter().partition(is_left_out);
    (left_out.into_iter().map(|file| file.path.as_str().to_owned()).collect(), files)
}

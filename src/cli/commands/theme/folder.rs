//! A theme in a folder of its own, as those have it who make one.

use std::path::Path;

use crate::ground::Remarks;
use crate::read::{HeldFile, Refusal, theme_files};
use crate::theme::{Layer, Manifest, read_manifest};

/// The files of the theme in a folder, and what it says of itself; everything that is wrong with either is told.
pub(super) fn theme_in(
    folder: &Path,
    remarks: &mut Remarks,
) -> Result<(Vec<HeldFile>, Option<Manifest>), Refusal> {
    let (files, troubles) = theme_files(folder)?;
    remarks.extend(troubles);
    let name = folder.file_name().map_or_else(|| "thema".into(), |name| name.to_string_lossy());
    let manifest = read_manifest(&Layer::new(name.clone(), name, files.iter().cloned()), remarks);
    Ok((files, manifest))
}

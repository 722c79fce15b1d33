//! Packs the files of a theme into one file: the same theme gives the same bytes everywhere.

use std::collections::BTreeMap;
use std::io::Cursor;

use super::head::{LIST_FILE, List, PackageHead, write_list};
use super::unfit::Unfit;
use super::unpack::open;
use crate::archive::{Archiver, UnpackError};
use crate::ground::checksum;
use crate::read::HeldFile;
use crate::theme::is_theme_name;

/// Packs a theme. The files are those of its folder, with their paths in it.
///
/// # Errors
/// When others could not unpack it, because some disk cannot store a name, or because it is too large.
pub fn pack(files: &[HeldFile], head: &PackageHead) -> Result<Vec<u8>, Unfit> {
    if !is_theme_name(&head.name) {
        return Err(Unfit::BadThemeName(head.name.clone()));
    }
    let sorted: BTreeMap<&str, &[u8]> =
        files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())).collect();
    let listed = sorted.iter().map(|(path, bytes)| ((*path).to_owned(), checksum(bytes)));
    let list = write_list(&List { head: head.clone(), files: listed.collect() });
    let packed = archive_of(&list, &sorted).map_err(|_| Unfit::Archive(UnpackError::Broken))?;
    // The check that a recipient will do has the last word.
    open(&packed)?;
    Ok(packed)
}

/// Returns an archive of a list and the files in it.
pub(super) fn archive_of(list: &str, files: &BTreeMap<&str, &[u8]>) -> std::io::Result<Vec<u8>> {
    let mut archive = Archiver::new(Cursor::new(Vec::new()));
    archive.add(LIST_FILE, list.as_bytes())?;
    for (path, bytes) in files {
        archive.add(path, bytes)?;
    }
    archive.finish().map(Cursor::into_inner)
}

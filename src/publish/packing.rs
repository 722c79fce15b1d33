//! Packs a site into one zip, for hosts that take an uploaded file: the same site gives the same bytes on
//! every machine and day.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use super::atomic::rename;
use super::failure::{Failure, failure_at, unread};
use super::manifest::Manifest;
use crate::archive::{Archiver, begins_with, length_to_name};
use crate::ground::MANIFEST;
use crate::read::{all_bytes_of, start_of};

/// Writes the files of a site in `folder` into a zip. The manifest comes first: by it we recognise a zip of
/// ours.
pub(super) fn write(folder: &Path, manifest: &Manifest, target: &Path) -> Result<(), Failure> {
    let file = File::create(target).map_err(failure_at(target))?;
    let mut zip = Archiver::new(BufWriter::new(file));
    let others = manifest.files();
    for path in [MANIFEST].into_iter().chain(others) {
        let from = folder.join(path);
        let bytes = all_bytes_of(&from).map_err(unread(&from))?;
        zip.add(path, &bytes).map_err(failure_at(target))?;
    }
    let mut written = zip.finish().map_err(failure_at(target))?;
    written.flush().map_err(failure_at(target))?;
    written.get_ref().sync_all().map_err(failure_at(target))
}

/// Refuses to overwrite anything but a zip that we made, and to write into a site that we built: the next
/// build would find an unknown file there.
pub(super) fn check_place(target: &Path) -> Result<(), Failure> {
    if let Some(site) = target.parent().filter(|folder| folder.join(MANIFEST).is_file()) {
        return Err(Failure::InsideSite { file: target.to_owned(), site: site.to_owned() });
    }
    if !target.try_exists().map_err(failure_at(target))? || is_ours(target) {
        return Ok(());
    }
    Err(Failure::ForeignFile { file: target.to_owned() })
}

fn is_ours(target: &Path) -> bool {
    start_of(target, length_to_name(MANIFEST)).is_some_and(|start| begins_with(&start, MANIFEST))
}

/// Puts the finished zip in its place, in one step.
pub(super) fn put(built: &Path, target: &Path) -> Result<(), Failure> {
    rename(built, target).map_err(failure_at(target))
}

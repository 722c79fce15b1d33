//! Clears away an old site: deletes what its manifest lists, and moves anyone else's files to the new site.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::atomic::rename;
use super::failure::{Failure, failure_at};
use super::manifest::Manifest;
use super::undo::not_undone;
use crate::ground::{MANIFEST, SitePath, in_parallel};
use crate::read::{Found, is_folder, is_inside, is_system_file, list_folder, with_retries};

/// Clears away a site that a build has left, by the manifest in it.
pub(super) fn clear_leftover_site(old_site: &Path, output: &Path) -> Result<(), Failure> {
    match fs::symlink_metadata(old_site) {
        Ok(data) if data.is_dir() => {}
        Ok(_) => return remove(old_site),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failure_at(old_site)(error)),
    }
    clear_old_site(old_site, output, &Manifest::read(old_site)?.unwrap_or_default())
}

/// Deletes what the manifest lists, and then the empty folder itself. Any other file moves to the new site.
/// Only what is really in the folder is touched, whatever the manifest says and wherever links lead.
pub(super) fn clear_old_site(old_site: &Path, output: &Path, manifest: &Manifest) -> Result<(), Failure> {
    let SiteContents { folders, ours, others } = SiteContents::of(old_site, manifest)?;
    for path in others {
        carry_over(old_site, output, &path)?;
    }
    delete_own_files(old_site, &folders, &ours)?;
    fs::remove_dir(old_site).map_err(failure_at(old_site))
}

/// Deletes a whole site: what its manifest lists, and the folders left empty. Other people's files stay where
/// they are. Returns whether nothing is left.
pub(super) fn remove_site(site: &Path) -> Result<bool, Failure> {
    let Some(manifest) = Manifest::read(site)? else { return Ok(false) };
    let SiteContents { folders, ours, others } = SiteContents::of(site, &manifest)?;
    let (droppings, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|path| is_dropping_path(path));
    let removed = droppings.iter().try_for_each(|path| remove(&site.join(path)));
    removed.and_then(|()| delete_own_files(site, &folders, &ours)).map_err(not_undone)?;
    Ok(others.is_empty() && fs::remove_dir(site).is_ok())
}

/// The contents of a site's folder.
struct SiteContents {
    folders: Vec<PathBuf>,
    /// The files that we wrote, except the manifest itself.
    ours: Vec<PathBuf>,
    others: Vec<PathBuf>,
}

impl SiteContents {
    fn of(site: &Path, manifest: &Manifest) -> Result<Self, Failure> {
        let mut contents = Self { folders: Vec::new(), ours: Vec::new(), others: Vec::new() };
        for (path, what) in list_folder(site, |_| true)? {
            match what {
                Found::Folder => contents.folders.push(path),
                Found::File(_) if path == Path::new(MANIFEST) => {}
                Found::File(_) if is_listed(&path, manifest) => contents.ours.push(path),
                Found::File(_) | Found::Unusable(_) => contents.others.push(path),
            }
        }
        Ok(contents)
    }
}

/// Deletes the files that we wrote, the manifest last, and the folders left empty.
fn delete_own_files(site: &Path, folders: &[PathBuf], ours: &[PathBuf]) -> Result<(), Failure> {
    let is_refused = in_parallel(ours, |path| fs::remove_file(site.join(path)).is_err());
    // Waits for files that another program has open, one after the other, until one cannot be deleted at all.
    let refused = ours.iter().zip(is_refused).filter(|(_, is_refused)| *is_refused);
    refused.map(|(path, _)| path).try_for_each(|path| remove(&site.join(path)))?;
    // The manifest goes last: as long as it exists, we may delete.
    remove(&site.join(MANIFEST))?;
    remove_empty_folders(site, folders);
    Ok(())
}

fn is_dropping_path(path: &Path) -> bool {
    path.file_name().is_some_and(|name| is_system_file(&name.to_string_lossy()))
}

fn is_listed(path: &Path, manifest: &Manifest) -> bool {
    path.to_str().and_then(SitePath::new).is_some_and(|path| manifest.has(path.as_str()))
}

/// Removes empty folders, deepest first; a folder that is not empty stays with its contents.
fn remove_empty_folders(old_site: &Path, folders: &[PathBuf]) {
    let mut levels: BTreeMap<usize, Vec<&Path>> = BTreeMap::new();
    for path in folders {
        levels.entry(path.components().count()).or_default().push(path);
    }
    for level in levels.into_values().rev() {
        in_parallel(&level, |folder| fs::remove_dir(old_site.join(folder)).is_ok());
    }
}

/// Deletes a file if it exists, as soon as no other program has it open.
pub(super) fn remove(file: &Path) -> Result<(), Failure> {
    match with_retries(|| fs::remove_file(file)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failure_at(file)(error)),
        _ => Ok(()),
    }
}

/// Moves a file that is not ours to the same place in the new site. When the new site has a file of its own
/// there, it gets a new name at the root: the next build reports it, and nothing is lost.
fn carry_over(old_site: &Path, output: &Path, path: &Path) -> Result<(), Failure> {
    let (from, to) = (old_site.join(path), output.join(path));
    let folder = to.parent().unwrap_or(output);
    let is_taken = || fs::symlink_metadata(&to).is_ok();
    if is_dropping_path(path) && (!is_folder(folder) || is_taken()) {
        return remove(&from);
    }
    // A link in the path would lead out of the site.
    let has_room = is_inside(folder, output) && fs::create_dir_all(folder).is_ok() && !is_taken();
    let to = if has_room { to } else { free_name(output, path) };
    rename(&from, &to).map_err(failure_at(&from))
}

/// Returns a name at the root of a site that is not in use.
fn free_name(output: &Path, path: &Path) -> PathBuf {
    let mut number = 1;
    loop {
        let mut name = OsString::from(format!("{number}-"));
        name.push(path.file_name().unwrap_or_default());
        let file = output.join(name);
        if fs::symlink_metadata(&file).is_err() {
            return file;
        }
        number += 1;
    }
}

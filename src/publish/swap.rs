//! The new site takes the place of the old one, in one step where the system can.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::failure::{Failure, at};
use super::guard::is_dropping;
use super::manifest::Manifest;
use super::workplace::Workplace;
use crate::ground::{MANIFEST, SitePath, in_parallel};
use crate::read::{Found, is_folder, list_folder};

/// Puts the new site in its place and takes the old one away, but for what is not ours.
pub(super) fn swap(work: &Workplace, old: &Manifest) -> Result<(), Failure> {
    let (new, output) = (work.new_folder(), work.output());
    if !is_folder(output) {
        return fs::rename(&new, output).map_err(at(output));
    }
    let old_site = match exchange(&new, output) {
        Ok(()) => new,
        Err(error) if is_not_supported(&error) => {
            // In between there is no output at all: a build that is broken off here is mended by the next one.
            let aside = work.old_folder();
            fs::rename(output, &aside).map_err(at(output))?;
            fs::rename(&new, output).map_err(at(output))?;
            aside
        }
        Err(error) => return Err(at(output)(error)),
    };
    clear_away(&old_site, output, old)
}

/// Swaps two folders at once: Linux and macOS have a call for it.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}

fn is_not_supported(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

/// Deletes what the manifest lists, and the folders that are empty then. Anything else that is found moves on into the
/// new site. Only what is found in the folder itself is touched, whatever the manifest says and wherever links lead.
fn clear_away(old_site: &Path, output: &Path, manifest: &Manifest) -> Result<(), Failure> {
    let found = list_folder(old_site, |_| true)
        .map_err(|refusal| Failure::Machine { path: refusal.path, cause: refusal.cause })?;
    let (folders, files): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, what)| *what == Found::Folder);
    let (ours, others): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|(path, what)| matches!(what, Found::File(_)) && is_listed(path, manifest));
    for (path, _) in others {
        carry(old_site, output, &path)?;
    }
    let ours: Vec<_> = ours.into_iter().filter(|(path, _)| path != Path::new(MANIFEST)).collect();
    in_parallel(&ours, |(path, _)| remove(&old_site.join(path))).into_iter().collect::<Result<(), _>>()?;
    // The manifest last: while it is there, so is our licence.
    remove(&old_site.join(MANIFEST))?;
    remove_empty(old_site, &folders);
    Ok(())
}

fn is_listed(path: &Path, manifest: &Manifest) -> bool {
    path.to_str().and_then(SitePath::new).is_some_and(|path| manifest.has(path.as_str()))
}

/// Deepest first; a folder that is not empty stays with what is in it.
fn remove_empty(old_site: &Path, folders: &[(PathBuf, Found)]) {
    let mut levels: BTreeMap<usize, Vec<&Path>> = BTreeMap::new();
    for (path, _) in folders {
        levels.entry(path.components().count()).or_default().push(path);
    }
    for level in levels.into_values().rev() {
        in_parallel(&level, |folder| fs::remove_dir(old_site.join(folder)).is_ok());
    }
}

fn remove(file: &Path) -> Result<(), Failure> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(file)(error)),
        _ => Ok(()),
    }
}

/// Moves a file that is not ours to the same place in the new site, unless there is one already.
fn carry(old_site: &Path, output: &Path, path: &Path) -> Result<(), Failure> {
    let (from, to) = (old_site.join(path), output.join(path));
    let is_dropping = path.file_name().is_some_and(|name| is_dropping(&name.to_string_lossy()));
    if is_dropping && !to.parent().is_some_and(is_folder) {
        return fs::remove_file(&from).map_err(at(&from));
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    if to.try_exists().map_err(at(&to))? { Ok(()) } else { fs::rename(&from, &to).map_err(at(&to)) }
}

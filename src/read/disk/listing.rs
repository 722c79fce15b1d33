//! Lists a folder and everything below it, in a fixed order.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Found, Refusal, Stamp, Trouble};
use crate::ground::in_parallel;

/// How deep folders are searched. No village nests them deeper, and each level takes stack space.
const DEEPEST: usize = 64;

/// Lists everything below `root`, folders before their contents, sorted by the bytes of the names. Folders
/// for which `enter` returns false are listed but not entered. Paths are relative to `root`.
///
/// # Errors
/// When `root` itself cannot be listed.
pub fn list_folder(
    root: &Path,
    enter: impl Fn(&Path) -> bool + Sync,
) -> Result<Vec<(PathBuf, Found)>, Refusal> {
    let refuse = |cause| Refusal { path: root.to_owned(), cause };
    let entries = entries_in(root).map_err(refuse)?;
    let real_root = fs::canonicalize(root).map_err(refuse)?;
    Ok(found_below(root, Path::new(""), look_at_all(entries, &real_root), &real_root, &enter))
}

/// Returns the entries of one folder, sorted by the bytes of their names.
fn entries_in(folder: &Path) -> io::Result<Vec<fs::DirEntry>> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_cached_key(fs::DirEntry::file_name);
    Ok(entries)
}

/// How many folders are searched for a file by name: more than all villages have together.
const MOST_FOLDERS: usize = 100_000;

/// Returns at most `most` files with this name below `root`, at most `levels` folders deep, in path order.
/// Nothing below a folder that has one is searched, except for `root`. Hidden folders and links are skipped.
pub fn files_named(root: &Path, name: &str, levels: usize, most: usize) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![(PathBuf::new(), 0)];
    let mut looked_count = 0;
    while let Some((inner, level)) = folders.pop().filter(|_| looked_count < MOST_FOLDERS) {
        looked_count += 1;
        let has_one = fs::symlink_metadata(root.join(&inner).join(name)).is_ok_and(|data| data.is_file());
        if has_one {
            found.push(inner.join(name));
        }
        if level == levels || (has_one && level > 0) || found.len() >= most {
            continue;
        }
        let entries = entries_in(&root.join(&inner)).unwrap_or_default();
        let folders_below =
            entries.iter().rev().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        let folders_below = folders_below
            .map(fs::DirEntry::file_name)
            .filter(|name| !name.as_encoded_bytes().starts_with(b"."));
        folders.extend(folders_below.map(|name| (inner.join(name), level + 1)));
    }
    found.truncate(most);
    found
}

/// Inspects entries in parallel, because inspecting files is what takes the time. Each entry keeps its folder
/// open; they are dropped here, so that open folders do not pile up with depth.
fn look_at_all(entries: Vec<fs::DirEntry>, real_root: &Path) -> Vec<(OsString, Found)> {
    in_parallel(&entries, |entry| (entry.file_name(), look_at(entry, real_root)))
}

/// Lists the folder `inner` of `root` and everything below it. Subfolders are listed in parallel.
fn found_below(
    root: &Path,
    inner: &Path,
    looked_at: Vec<(OsString, Found)>,
    real_root: &Path,
    enter: &(impl Fn(&Path) -> bool + Sync),
) -> Vec<(PathBuf, Found)> {
    let inside = in_parallel(&looked_at, |(name, what)| {
        if *what != Found::Folder {
            return Vec::new();
        }
        let relative = inner.join(name);
        if !enter(&relative) {
            return Vec::new();
        }
        if relative.components().count() > DEEPEST {
            return vec![(relative, Found::Unusable(Trouble::TooDeep))];
        }
        match entries_in(&root.join(&relative)) {
            Ok(entries) => found_below(root, &relative, look_at_all(entries, real_root), real_root, enter),
            Err(_) => vec![(relative, Found::Unusable(Trouble::Unreadable))],
        }
    });
    let mut found = Vec::with_capacity(looked_at.len());
    for ((name, what), inside) in looked_at.into_iter().zip(inside) {
        found.push((inner.join(name), what));
        found.extend(inside);
    }
    found
}

fn look_at(entry: &fs::DirEntry, real_root: &Path) -> Found {
    match entry.file_type() {
        Ok(kind) if kind.is_dir() => Found::Folder,
        Ok(kind) if kind.is_file() => {
            entry.metadata().map_or(Found::Unusable(Trouble::Gone), |data| Found::File(Stamp::of(&data)))
        }
        Ok(kind) if kind.is_symlink() => Found::Unusable(link_trouble(&entry.path(), real_root)),
        Ok(_) => Found::Unusable(Trouble::NotAFile),
        Err(_) => Found::Unusable(Trouble::Gone),
    }
}

fn link_trouble(link: &Path, real_root: &Path) -> Trouble {
    match fs::canonicalize(link) {
        Ok(target)
            if link
                .parent()
                .and_then(|folder| fs::canonicalize(folder).ok())
                .is_some_and(|folder| folder.starts_with(&target)) =>
        {
            Trouble::LinkLoop
        }
        Ok(target) if target.starts_with(real_root) => Trouble::LinkInside,
        Ok(_) => Trouble::LinkOutside,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Trouble::LinkBroken,
        Err(_) => Trouble::LinkLoop,
    }
}

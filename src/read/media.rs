//! Photos and documents: measures pictures, and finds documents with identical contents.

use std::collections::HashMap;
use std::path::PathBuf;

use super::cache::{ByPath, CachedFile, lookup_sorted};
use super::disk::{self, PictureSize, Stamp};
use super::picture_kind::PictureKind;
use crate::ground::{Fingerprint, SitePath, fingerprint, in_parallel};

/// A photo or document that is published.
#[derive(Clone, Debug, PartialEq)]
pub struct MediaFile {
    /// Its path in the village folder.
    pub path: SitePath,
    /// Its path on disk.
    pub on_disk: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// The dimensions, if it is a picture.
    pub size: Option<PictureSize>,
    /// Tells whether the file is the same as before.
    pub stamp: Stamp,
    /// The fingerprint of a document with the same size as another one, to tell whether they are identical.
    pub twin_mark: Option<Fingerprint>,
}

impl MediaFile {
    /// Creates a file that was found but not read yet.
    pub(super) fn new(path: SitePath, on_disk: PathBuf, stamp: Stamp) -> Self {
        Self { path, on_disk, bytes: stamp.bytes, size: None, stamp, twin_mark: None }
    }
}

/// Sets the dimensions of every picture, and returns them to be cached by the file's stamp.
pub(super) fn measure_pictures(
    files: &mut [MediaFile],
    before: &ByPath<CachedFile<Option<PictureSize>>>,
) -> ByPath<CachedFile<Option<PictureSize>>> {
    let before = lookup_sorted(files.iter().map(|file| &file.path), before);
    let to_measure: Vec<_> = files.iter().zip(before).collect();
    let seen = in_parallel(&to_measure, |(file, before)| {
        if let Some(unchanged) = before.and_then(|seen| seen.unchanged(&file.stamp)) {
            return unchanged;
        }
        let kind = PictureKind::of(&file.path);
        let is_picture = kind.is_some_and(|kind| kind.is_photo() || kind == PictureKind::Drawing);
        let size = is_picture.then(|| disk::picture_size(&file.on_disk)).flatten();
        stamped(file, size)
    });
    let mut sizes = Vec::with_capacity(files.len());
    for (file, seen) in files.iter_mut().zip(seen) {
        file.size = seen.what;
        sizes.push((file.path.clone(), seen));
    }
    sizes
}

/// Fingerprints the stamp instead of the contents, to avoid reading large files: a new stamp is a change.
fn stamped<T>(file: &MediaFile, what: T) -> CachedFile<T> {
    let fingerprint = fingerprint(format!("{:?}", file.stamp).as_bytes());
    CachedFile { stamp: file.stamp.clone(), is_warm: false, fingerprint, what }
}

/// Fingerprints the selected files that have the same size as another one. A file with a unique size cannot
/// have an identical twin, so it is not read.
pub(super) fn mark_twins(
    files: &mut [MediaFile],
    is_wanted: impl Fn(&SitePath) -> bool,
    before: &ByPath<CachedFile<Option<Fingerprint>>>,
) -> ByPath<CachedFile<Option<Fingerprint>>> {
    let is_wanted = |file: &&MediaFile| file.bytes > 0 && is_wanted(&file.path);
    let mut sizes: HashMap<u64, usize> = HashMap::new();
    for file in files.iter().filter(is_wanted) {
        *sizes.entry(file.bytes).or_default() += 1;
    }
    let is_alike =
        |file: &&MediaFile| is_wanted(file) && sizes.get(&file.bytes).is_some_and(|count| *count > 1);
    let alike: Vec<&MediaFile> = files.iter().filter(is_alike).collect();
    let known: Vec<_> = lookup_sorted(alike.iter().map(|file| &file.path), before).collect();
    let to_mark: Vec<_> = alike.into_iter().zip(known).collect();
    let seen = in_parallel(&to_mark, |(file, before)| {
        let unchanged = before.and_then(|seen| seen.unchanged(&file.stamp));
        let seen = unchanged.unwrap_or_else(|| stamped(file, disk::fingerprint_of(&file.on_disk)));
        (file.path.clone(), seen)
    });
    let marks: Vec<Option<Fingerprint>> = lookup_sorted(files.iter().map(|file| &file.path), &seen)
        .map(|seen| seen.and_then(|seen| seen.what))
        .collect();
    for (file, mark) in files.iter_mut().zip(marks) {
        file.twin_mark = mark;
    }
    seen
}

//! Photos and documents: how large pictures are, and which documents have the same bytes.

use std::collections::HashMap;
use std::path::PathBuf;

use super::cache::{ByPath, CachedFile, known_of};
use super::disk::{self, PictureSize, Stamp};
use super::picture_kind::PictureKind;
use crate::ground::{Fingerprint, SitePath, fingerprint, in_parallel};

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct MediaFile {
    /// Where it stands in the village folder.
    pub path: SitePath,
    /// Where it stands on the disk.
    pub on_disk: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// How large the picture is, if it is one.
    pub size: Option<PictureSize>,
    /// By what it is known to be the same as before.
    pub stamp: Stamp,
    /// Of a document of which another has the same size: by what it is known to be the same as that other.
    pub twin_mark: Option<Fingerprint>,
}

impl MediaFile {
    /// A file that was found, before anybody looked into it.
    pub(super) fn new(path: SitePath, on_disk: PathBuf, stamp: Stamp) -> Self {
        Self { path, on_disk, bytes: stamp.bytes, size: None, stamp, twin_mark: None }
    }
}

/// Gives every picture its size, and remembers it by the stamp of the file.
pub(super) fn measure_pictures(
    files: &mut [MediaFile],
    before: &ByPath<CachedFile<Option<PictureSize>>>,
) -> ByPath<CachedFile<Option<PictureSize>>> {
    let before = known_of(files.iter().map(|file| &file.path), before);
    let to_measure: Vec<_> = files.iter().zip(before).collect();
    let seen = in_parallel(&to_measure, |(file, before)| {
        if let Some(unchanged) = before.and_then(|seen| seen.unchanged(&file.stamp)) {
            return unchanged;
        }
        let kind = PictureKind::of(&file.path);
        let is_picture = kind.is_some_and(|kind| kind.is_photo() || kind == PictureKind::Drawing);
        let size = is_picture.then(|| disk::picture_size(&file.on_disk)).flatten();
        seen_by_stamp(file, size)
    });
    let mut sizes = Vec::with_capacity(files.len());
    for (file, seen) in files.iter_mut().zip(seen) {
        file.size = seen.what;
        sizes.push((file.path.clone(), seen));
    }
    sizes
}

/// Large files are not read for this: a new stamp is a change.
fn seen_by_stamp<T>(file: &MediaFile, what: T) -> CachedFile<T> {
    let fingerprint = fingerprint(format!("{:?}", file.stamp).as_bytes());
    CachedFile { stamp: file.stamp.clone(), is_warm: false, fingerprint, what }
}

/// Marks those of the asked files that have the size of another one by what is in them: no other can have the same
/// bytes, so no other is read.
pub(super) fn mark_twins(
    files: &mut [MediaFile],
    is_asked: impl Fn(&SitePath) -> bool,
    before: &ByPath<CachedFile<Option<Fingerprint>>>,
) -> ByPath<CachedFile<Option<Fingerprint>>> {
    let is_asked = |file: &&MediaFile| file.bytes > 0 && is_asked(&file.path);
    let mut sizes: HashMap<u64, usize> = HashMap::new();
    for file in files.iter().filter(is_asked) {
        *sizes.entry(file.bytes).or_default() += 1;
    }
    let is_alike =
        |file: &&MediaFile| is_asked(file) && sizes.get(&file.bytes).is_some_and(|count| *count > 1);
    let alike: Vec<&MediaFile> = files.iter().filter(is_alike).collect();
    let known: Vec<_> = known_of(alike.iter().map(|file| &file.path), before).collect();
    let to_mark: Vec<_> = alike.into_iter().zip(known).collect();
    let seen = in_parallel(&to_mark, |(file, before)| {
        let unchanged = before.and_then(|seen| seen.unchanged(&file.stamp));
        let seen = unchanged.unwrap_or_else(|| seen_by_stamp(file, disk::fingerprint_of(&file.on_disk)));
        (file.path.clone(), seen)
    });
    let marks: Vec<Option<Fingerprint>> = known_of(files.iter().map(|file| &file.path), &seen)
        .map(|seen| seen.and_then(|seen| seen.what))
        .collect();
    for (file, mark) in files.iter_mut().zip(marks) {
        file.twin_mark = mark;
    }
    seen
}

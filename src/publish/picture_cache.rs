//! The cache of pictures beside the site, in `.dorpsplein/`: a picture is rendered or inspected only once. It
//! may be deleted at any time, is not in git, and is never published.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::atomic::{check_no_links, create_ignored_folder, write_atomically};
use super::messages::reason;
use crate::ground::{Both, Fingerprint, Json, JsonMap, OWN_FOLDER, fingerprint, json, parse_json};
use crate::pictures::{
    Cut, FileMetadata, Format, Held, LeftOut, MetadataCache, Photo, PhotoCache, PhotoMark, PhotoVersion,
};
use crate::read::{Found, MediaFile, bytes_of, list_folder, stamp};

/// The index of the cache, in that folder.
const INDEX: &str = "pictures.json";

/// The format version of the index; an index in another format is ignored, and everything is rendered again.
const FORMAT_VERSION: u64 = 3;

/// The index of a very large number of photos is some 20 MB.
const LARGEST_INDEX: u64 = 256 * 1024 * 1024;

/// Larger than any version of a photo.
const LARGEST_PICTURE: u64 = 64 * 1024 * 1024;

/// The resolution of a disk's clock may be this coarse, in nanoseconds (FAT: 2 s): a file that was younger
/// than this when the index was written may have been written again since, with the same time.
const COARSE: i128 = 2_000_000_000;

/// The cached pictures of one village.
#[derive(Debug)]
pub struct PictureCache {
    folder: PathBuf,
    kept: Mutex<CacheIndex>,
}

#[derive(Debug, Default)]
struct CacheIndex {
    /// The mark of a file's photo, by the path of the file.
    files: BTreeMap<String, CacheEntry<PhotoMark>>,
    /// Photos, by the mark of their file and the name of the cut.
    photos: BTreeMap<String, Arc<Photo>>,
    /// What a file's metadata reveals, by the path of the file.
    notes: BTreeMap<String, CacheEntry<FileMetadata>>,
    /// When each version file was written.
    written: BTreeMap<PathBuf, i128>,
    is_changed: bool,
    /// Whether no index could be read: then nobody knows which pictures are still in use.
    is_new: bool,
}

/// What was recorded about a file, with the file's state at that time.
#[derive(Debug)]
struct CacheEntry<T> {
    /// Its size.
    bytes: u64,
    /// When it was last modified.
    modified: i128,
    value: T,
}

impl<T> CacheEntry<T> {
    /// `None` on disks that do not record modification times.
    fn of(file: &MediaFile, value: T) -> Option<Self> {
        Some(Self { bytes: file.bytes, modified: file.stamp.modified()?, value })
    }

    /// The recorded value, if the file is as it was then.
    fn if_unchanged(&self, file: &MediaFile) -> Option<&T> {
        let is_same = self.bytes == file.bytes && Some(self.modified) == file.stamp.modified();
        is_same.then_some(&self.value)
    }

    /// Reads size and date, which come first in the index.
    fn read(about: &Json, value: T) -> Option<Self> {
        let modified = about.get(1)?.as_str()?.parse().ok()?;
        Some(Self { bytes: about.get(0)?.as_u64()?, modified, value })
    }

    /// Whether the file was old enough when the index was written to be sure that it has not been written
    /// again since.
    fn is_certain(&self, listed: i128) -> bool {
        self.modified.saturating_add(COARSE) < listed
    }
}

impl PictureCache {
    /// Returns the cache of a village; an empty one when nothing was cached or the index is damaged.
    pub fn of(site: &Path) -> Self {
        let folder = site.join(OWN_FOLDER);
        let kept =
            read_index(&folder).unwrap_or_else(|| CacheIndex { is_new: true, ..CacheIndex::default() });
        Self { folder, kept: Mutex::new(kept) }
    }

    /// Writes the index when it has changed, and deletes the pictures of files that no longer exist. What
    /// cannot be written is rendered again next time.
    pub fn tidy(&self, files: &[MediaFile]) {
        let mut kept = self.kept();
        let is_there = |path: &str| files.binary_search_by(|file| file.path.as_str().cmp(path)).is_ok();
        if std::mem::take(&mut kept.is_new) {
            self.remove_unlisted(&kept);
        }
        let before = kept.files.len() + kept.notes.len();
        kept.files.retain(|path, _| is_there(path));
        kept.notes.retain(|path, _| is_there(path));
        if kept.files.len() + kept.notes.len() == before && !kept.is_changed {
            return;
        }
        let marks: BTreeSet<String> =
            kept.files.values().map(|cache_entry| cache_entry.value.to_string()).collect();
        let (stay, go): (BTreeMap<_, _>, BTreeMap<_, _>) = std::mem::take(&mut kept.photos)
            .into_iter()
            .partition(|(photo_key, _)| marks.contains(photo_key.split('.').next().unwrap_or_default()));
        kept.photos = stay;
        for version in go.values().flat_map(|photo| &photo.versions) {
            if let Held::OnDisk(path) = &version.held {
                let _ = fs::remove_file(path);
                kept.written.remove(path);
            }
        }
        kept.is_changed = self.write(&self.folder.join(INDEX), index_text(&kept).as_bytes()).is_err();
    }

    /// Deletes the pictures that are not in the index.
    fn remove_unlisted(&self, kept: &CacheIndex) {
        let versions = kept.photos.values().flat_map(|photo| &photo.versions);
        let held: BTreeSet<&Path> = versions
            .filter_map(|version| match &version.held {
                Held::OnDisk(path) => path.file_name().map(Path::new),
                Held::InMemory(_) => None,
            })
            .collect();
        let all = list_folder(&self.folder, |_| false).ok().filter(|_| check_no_links(&self.folder).is_ok());
        let is_lost = |(path, found): &(PathBuf, Found)| {
            matches!(found, Found::File(_)) && is_version(path) && !held.contains(&**path)
        };
        for (path, _) in all.into_iter().flatten().filter(is_lost) {
            let _ = fs::remove_file(self.folder.join(path));
        }
    }

    fn kept(&self) -> MutexGuard<'_, CacheIndex> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
        create_ignored_folder(&self.folder)?;
        write_atomically(path, bytes)
    }
}

impl PhotoCache for PictureCache {
    fn mark_of(&self, file: &MediaFile) -> Option<PhotoMark> {
        self.kept().files.get(file.path.as_str())?.if_unchanged(file).copied()
    }

    fn find(&self, mark: PhotoMark, cut: Cut) -> Option<Arc<Photo>> {
        let photo = Arc::clone(self.kept().photos.get(&photo_key(mark, cut))?);
        photo.versions.iter().all(|version| self.is_complete(version)).then_some(photo)
    }

    fn keep(&self, mark: PhotoMark, cut: Cut, name: &str, bytes: &[u8]) -> Result<PathBuf, Both> {
        let path = version_path(&self.folder, &photo_key(mark, cut), name);
        self.write(&path, bytes).map_err(|cause| reason(&cause))?;
        if let Some(written) = stamp(&path).and_then(|stamp| stamp.modified()) {
            self.kept().written.insert(path.clone(), written);
        }
        Ok(path)
    }

    fn remember(&self, mark: PhotoMark, cut: Cut, photo: &Arc<Photo>) {
        let mut kept = self.kept();
        kept.photos.insert(photo_key(mark, cut), Arc::clone(photo));
        kept.is_changed = true;
    }

    fn remember_mark(&self, file: &MediaFile, mark: PhotoMark) {
        let Some(cache_entry) = CacheEntry::of(file, mark) else { return };
        let mut kept = self.kept();
        kept.files.insert(file.path.to_string(), cache_entry);
        kept.is_changed = true;
    }
}

impl MetadataCache for PictureCache {
    fn metadata_of(&self, file: &MediaFile) -> Option<FileMetadata> {
        self.kept().notes.get(file.path.as_str())?.if_unchanged(file).cloned()
    }

    fn remember_metadata(&self, file: &MediaFile, metadata: &FileMetadata) {
        let Some(cache_entry) = CacheEntry::of(file, metadata.clone()) else { return };
        let mut kept = self.kept();
        kept.notes.insert(file.path.to_string(), cache_entry);
        kept.is_changed = true;
    }
}

/// The key for the pictures of a cut: the mark of their file, and the name of the cut.
fn photo_key(mark: PhotoMark, cut: Cut) -> String {
    format!("{mark}.{cut}")
}

/// Whether a file is named like a cached version: the mark of its photo, the name of the cut and its own
/// name.
fn is_version(path: &Path) -> bool {
    let mut parts = path.to_str().unwrap_or_default().splitn(3, '.');
    let (mark, cut, name) = (parts.next(), parts.next(), parts.next());
    mark.is_some_and(|mark| Fingerprint::from_hex(mark).is_some())
        && cut.is_some_and(Cut::is_word)
        && name.is_some_and(|name| !name.is_empty())
}

/// Where a version is stored.
fn version_path(folder: &Path, photo_key: &str, name: &str) -> PathBuf {
    folder.join(format!("{photo_key}.{}", name.trim_start_matches('.')))
}

impl PictureCache {
    /// Whether a version is as it was written: by its size and date, or else by its bytes.
    fn is_complete(&self, version: &PhotoVersion) -> bool {
        let Held::OnDisk(path) = &version.held else { return true };
        let Some(stamp) = stamp(path).filter(|stamp| stamp.bytes == version.bytes) else { return false };
        if stamp.modified().is_some() && self.kept().written.get(path).copied() == stamp.modified() {
            return true;
        }
        let is_same = bytes_of(path, LARGEST_PICTURE).is_ok_and(|bytes| fingerprint(&bytes) == version.print);
        if let (true, Some(modified)) = (is_same, stamp.modified()) {
            let mut kept = self.kept();
            kept.written.insert(path.clone(), modified);
            kept.is_changed = true;
        }
        is_same
    }
}

fn index_text(kept: &CacheIndex) -> String {
    let files = kept.files.iter().map(|(path, CacheEntry { bytes, modified, value: mark })| {
        (path.clone(), json!([bytes, modified.to_string(), mark.to_string()]))
    });
    let photos = kept.photos.iter().filter_map(|(photo_key, photo)| {
        let versions = photo.versions.iter().map(|version| {
            let Held::OnDisk(path) = &version.held else { return None };
            let written = kept.written.get(path).copied().unwrap_or_default().to_string();
            let PhotoVersion { name, width, height, bytes, print, .. } = version;
            Some(json!([name, width, height, bytes, print.to_string(), written]))
        });
        let versions = versions.collect::<Option<Vec<Json>>>()?;
        Some((photo_key.clone(), {
            let (format, colour) = (photo.format.name(), photo.colour);
            let left_out = [photo.left_out.letters, photo.left_out.photos];
            json!({ "format": format, "left_out": left_out, "colour": colour, "versions": versions })
        }))
    });
    let notes = kept.notes.iter().map(|(path, CacheEntry { bytes, modified, value: notes })| {
        (path.clone(), json!([bytes, modified.to_string(), notes.has_location, notes.maker]))
    });
    let notes: JsonMap<String, Json> = notes.collect();
    let files: JsonMap<String, Json> = files.collect();
    let photos: JsonMap<String, Json> = photos.collect();
    format!("{}\n", json!({ "dorpsplein": FORMAT_VERSION, "files": files, "photos": photos, "told": notes }))
}

fn read_index(folder: &Path) -> Option<CacheIndex> {
    let path = folder.join(INDEX);
    let listed = stamp(&path)?.modified()?;
    let document = parse_json(&bytes_of(&path, LARGEST_INDEX).ok()?)?;
    if document.get("dorpsplein")?.as_u64()? != FORMAT_VERSION {
        return None;
    }
    let mut kept = CacheIndex::default();
    for (path, about) in document.get("files")?.as_object()? {
        let cache_entry = CacheEntry::read(about, Fingerprint::from_hex(about.get(2)?.as_str()?)?)?;
        if cache_entry.is_certain(listed) {
            kept.files.insert(path.clone(), cache_entry);
        }
    }
    for (path, about) in document.get("told").and_then(Json::as_object).into_iter().flatten() {
        let maker = about.get(3)?.as_str().map(str::to_owned);
        let cache_entry =
            CacheEntry::read(about, FileMetadata { has_location: about.get(2)?.as_bool()?, maker })?;
        if cache_entry.is_certain(listed) {
            kept.notes.insert(path.clone(), cache_entry);
        }
    }
    for (photo_key, about) in document.get("photos")?.as_object()? {
        let is_key = photo_key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
        is_key.then_some(())?;
        let mut versions = Vec::new();
        for version in about.get("versions")?.as_array()? {
            let (version, written) = read_version(version, folder, photo_key)?;
            if let Held::OnDisk(path) = &version.held {
                kept.written.insert(path.clone(), written);
            }
            versions.push(version);
        }
        if versions.is_empty() {
            return None;
        }
        let part = |at| u8::try_from(about.get("colour")?.get(at)?.as_u64()?).ok();
        let colour = part(0).zip(part(1)).zip(part(2)).map(|((red, green), blue)| [red, green, blue]);
        let format = Format::named(about.get("format")?.as_str()?)?;
        let is_left_out = |at| about.get("left_out")?.get(at)?.as_bool();
        let left_out = LeftOut { letters: is_left_out(0)?, photos: is_left_out(1)? };
        kept.photos.insert(photo_key.clone(), Arc::new(Photo { format, left_out, colour, versions }));
    }
    Some(kept)
}

fn read_version(about: &Json, folder: &Path, photo_key: &str) -> Option<(PhotoVersion, i128)> {
    let name = about.get(0)?.as_str()?.to_owned();
    let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    is_name.then_some(())?;
    let side = |at| u32::try_from(about.get(at)?.as_u64()?).ok();
    let (width, height) = (side(1)?, side(2)?);
    let held = Held::OnDisk(version_path(folder, photo_key, &name));
    let print = Fingerprint::from_hex(about.get(4)?.as_str()?)?;
    let version = PhotoVersion { name, width, height, bytes: about.get(3)?.as_u64()?, print, held };
    Some((version, about.get(5)?.as_str()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unlisted_pictures_are_deleted() {
        let site = std::env::temp_dir().join(format!("dorpsplein-pictures-{}", std::process::id()));
        let _ = fs::remove_dir_all(&site);
        let own = site.join(OWN_FOLDER);
        fs::create_dir_all(own.join("0123456789abcdef.widths.map")).expect("a folder");
        let lost = ["0123456789abcdef.widths.480.webp", "0123456789abcdef.sharing-50-20.sharing.jpg"];
        let others =
            ["0123456789abcdef.brief.txt", "brief.widths.480.webp", "0123456789abcdef.widths", "sites.json"];
        for name in lost.iter().chain(&others) {
            fs::write(own.join(name), "x").expect("a file");
        }
        fs::write(own.join(INDEX), "geen lijst").expect("a file");
        let cache = PictureCache::of(&site);
        let mark = fingerprint(b"nieuw");
        let made = cache.keep(mark, Cut::Moving, "moving.webp", b"nieuw").expect("it is kept");
        let held = Held::OnDisk(made);
        let name = "moving.webp".to_owned();
        let version =
            PhotoVersion { name, width: 9, height: 9, bytes: 5, print: fingerprint(b"nieuw"), held };
        let photo = Photo {
            format: Format::Gif,
            left_out: LeftOut::default(),
            colour: None,
            versions: vec![version],
        };
        cache.remember(mark, Cut::Moving, &Arc::new(photo));
        cache.tidy(&[]);
        assert!(lost.iter().all(|name| !own.join(name).exists()));
        assert!(others.iter().all(|name| own.join(name).exists()));
        assert!(own.join("0123456789abcdef.widths.map").is_dir());
        fs::remove_dir_all(&site).expect("it is ours");
    }
}

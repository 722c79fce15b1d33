//! The list of what was published: path, size and fingerprint of every file. Only what it lists may be
//! deleted.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::failure::{Failure, failure_at};
use crate::archive::{begins_with, first_of, length_to_name};
use crate::ground::{Fingerprint, MANIFEST, SitePath, fingerprint, parse_json_as, write_json};
use crate::read::{ReadFailure, bytes_of, opened, stamp, start_of};

/// A manifest of a very large site is some 20 MB.
const LARGEST: u64 = 512 * 1024 * 1024;

/// The list of the published files.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    files: BTreeMap<String, (u64, Fingerprint)>,
    /// The entries with a page: its address, and the name of the entry.
    entries: BTreeMap<String, String>,
}

/// The version of its format.
const FORMAT_VERSION: u64 = 1;

/// A manifest as it is written to and read from its file.
#[derive(Serialize, Deserialize)]
struct Document<'m> {
    dorpsplein: u64,
    /// Missing in manifests from before this field existed.
    #[serde(default)]
    entries: Cow<'m, BTreeMap<String, String>>,
    files: Cow<'m, BTreeMap<String, (u64, Fingerprint)>>,
}

/// What is known about the site as it was last published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PreviousSite {
    /// It was never published.
    Absent,
    /// Its manifest exists but cannot be read.
    Unreadable,
    /// The entries that had a page: its address, and the name of the entry.
    Entries(BTreeMap<String, String>),
}

/// The bytes of a manifest, from its own file or from the front of a zipped site.
fn manifest_bytes(file: &Path) -> Result<Vec<u8>, ReadFailure> {
    let is_zip = start_of(file, length_to_name(MANIFEST)).is_some_and(|start| begins_with(&start, MANIFEST));
    // Opening a pipe would block until someone writes to it.
    match is_zip.then(|| opened(file)).flatten() {
        Some(zip) => first_of(zip, MANIFEST, LARGEST).ok_or(ReadFailure::NotAFile),
        None => bytes_of(file, LARGEST),
    }
}

/// Returns what the manifest of a folder or zip says about the site as it was last published.
pub fn previous_site(file: &Path) -> PreviousSite {
    match manifest_bytes(file) {
        Ok(bytes) => Manifest::of_bytes(&bytes)
            .map_or(PreviousSite::Unreadable, |manifest| PreviousSite::Entries(manifest.entries)),
        Err(ReadFailure::Gone) => PreviousSite::Absent,
        Err(_) => PreviousSite::Unreadable,
    }
}

/// Whether a manifest lists a file in a folder below this one: `dorpen/` has `dorpen/lutterwolde/index.html`.
pub fn lists_files_below(file: &Path, folder: &str) -> bool {
    let manifest = manifest_bytes(file).ok().and_then(|bytes| Manifest::of_bytes(&bytes));
    let is_below =
        |path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.trim_start_matches('/').contains('/'));
    manifest.is_some_and(|manifest| manifest.files().any(is_below))
}

/// Returns the fingerprint of the manifest of the site in a folder; `None` when there is no site.
pub fn site_fingerprint(folder: &Path) -> Option<Fingerprint> {
    Some(fingerprint(&bytes_of(&folder.join(MANIFEST), LARGEST).ok()?))
}

/// Whether every file that the manifest of the site in a folder lists exists, with the right size.
pub fn is_complete_site(folder: &Path) -> bool {
    let is_there = |(path, (size, _)): (&String, &(u64, Fingerprint))| {
        stamp(&folder.join(path)).is_some_and(|stamp| stamp.bytes == *size)
    };
    matches!(Manifest::read(folder), Ok(Some(manifest)) if manifest.files.iter().all(is_there))
}

/// A file that was rendered.
pub(super) struct OutputFile {
    /// Its path in the output.
    pub(super) path: String,
    /// Its size.
    pub(super) bytes: u64,
    pub(super) print: Fingerprint,
}

impl Manifest {
    pub(super) fn of(files: Vec<OutputFile>, entries: BTreeMap<String, String>) -> Self {
        let files = files.into_iter().map(|OutputFile { path, bytes, print }| (path, (bytes, print)));
        Self { files: files.collect(), entries }
    }

    /// Reads the manifest of a site. `None` when there is none, or when it is not one of ours. A manifest
    /// that exists but cannot be read is a failure: without it, no file of the site would count as ours.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, Failure> {
        let file = folder.join(MANIFEST);
        match bytes_of(&file, LARGEST) {
            Ok(bytes) => Ok(Self::of_bytes(&bytes)),
            Err(ReadFailure::Refused(cause)) => Err(Failure::UnreadableManifest { file, cause }),
            Err(_) => Ok(None),
        }
    }

    fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let Document { dorpsplein, entries, files } = parse_json_as(bytes).ok()?;
        let is_ours = dorpsplein == FORMAT_VERSION && files.keys().all(|path| SitePath::is_canonical(path));
        is_ours.then(|| Self { files: files.into_owned(), entries: entries.into_owned() })
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), Failure> {
        let (entries, files) = (Cow::Borrowed(&self.entries), Cow::Borrowed(&self.files));
        let document = Document { dorpsplein: FORMAT_VERSION, entries, files };
        let path = folder.join(MANIFEST);
        let write = || {
            let mut file = BufWriter::new(File::create(&path)?);
            write_json(&mut file, &document)?;
            file.write_all(b"\n")?;
            file.flush()
        };
        write().map_err(failure_at(&path))
    }

    /// Whether a path is that of a file we wrote, including the manifest itself.
    pub(super) fn has(&self, path: &str) -> bool {
        path == MANIFEST || self.files.contains_key(path)
    }

    /// Whether the file at a path was written with these bytes.
    pub(super) fn lists(&self, path: &str, size: u64, print: Fingerprint) -> bool {
        self.files.get(path).is_some_and(|known| *known == (size, print))
    }

    /// Every file we wrote, except the manifest itself.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    pub(super) fn bytes(&self) -> u64 {
        self.files.values().map(|(size, _)| size).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest_with(path: &str) -> Option<Manifest> {
        let made = |path: &str| OutputFile { path: path.to_owned(), bytes: 1, print: fingerprint(b"") };
        let files = ["index.html", path].map(made).into();
        let document = Document {
            dorpsplein: FORMAT_VERSION,
            entries: Cow::default(),
            files: Cow::Owned(Manifest::of(files, BTreeMap::new()).files),
        };
        let mut bytes = Vec::new();
        write_json(&mut bytes, &document).expect("it can be written");
        Manifest::of_bytes(&bytes)
    }

    #[test]
    fn a_manifest_with_a_path_outside_the_site_is_not_ours() {
        for path in [
            "../brief.txt",
            "a/../../brief.txt",
            "a/../brief.txt",
            "..",
            "",
            "/etc/passwd",
            "a//b",
            "./a",
            "a/",
            "..\\brief.txt",
            "a\\b",
            "C:\\brief.txt",
            "C:/brief.txt",
            "C:brief.txt",
        ] {
            assert!(manifest_with(path).is_none(), "{path:?} counts as ours");
        }
        for path in ["a/index.html", "_headers", "assets/één.css", "assets/a:b.css", "a..b/c...d"] {
            assert!(manifest_with(path).is_some_and(|manifest| manifest.has(path)), "{path:?} is missing");
        }
    }
}

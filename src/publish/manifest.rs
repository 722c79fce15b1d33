//! The list of what was published: path, size and fingerprint of every file. It is the only licence to delete.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::failure::{Failure, at};
use crate::ground::{Fingerprint, Json, JsonMap, MANIFEST, json, parse_json};
use crate::read::bytes_of;

/// A manifest of a very large site is some 20 MB.
const LARGEST: u64 = 512 * 1024 * 1024;

/// What was published.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    files: BTreeMap<String, (u64, String)>,
}

/// A file that was made: its path in the output, size and fingerprint.
pub(super) type FileMade = (String, u64, Fingerprint);

impl Manifest {
    pub(super) fn of(files: Vec<FileMade>) -> Self {
        let files = files.into_iter().map(|(path, size, print)| (path, (size, print.to_string())));
        Self { files: files.collect() }
    }

    /// Reads the manifest of a site. `None` when there is none, or when it is not one of ours.
    pub(super) fn read(folder: &Path) -> Option<Self> {
        let bytes = bytes_of(&folder.join(MANIFEST), LARGEST).ok()?;
        let document: Json = parse_json(&bytes)?;
        if document.get("dorpsplein")?.as_u64()? != 1 {
            return None;
        }
        let files = document.get("files")?.as_object()?.iter().map(|(path, about)| {
            let size = about.get(0)?.as_u64()?;
            Some((path.clone(), (size, about.get(1)?.as_str()?.to_owned())))
        });
        Some(Self { files: files.collect::<Option<_>>()? })
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), Failure> {
        let files: JsonMap<String, Json> =
            self.files.iter().map(|(path, (size, print))| (path.clone(), json!([size, print]))).collect();
        let document = json!({ "dorpsplein": 1, "files": files });
        let path = folder.join(MANIFEST);
        fs::write(&path, format!("{document}\n")).map_err(at(&path))
    }

    /// Whether a path is that of a file we wrote; the manifest itself is one.
    pub(super) fn has(&self, path: &str) -> bool {
        path == MANIFEST || self.files.contains_key(path)
    }

    /// Every file we wrote, and the manifest last: while it is there, so is our licence.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str).chain([MANIFEST])
    }

    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    pub(super) fn bytes(&self) -> u64 {
        self.files.values().map(|(size, _)| size).sum()
    }
}

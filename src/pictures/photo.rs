//! A photo as it is shown: in a few widths, each under a name that changes with what is in it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::ground::{Fingerprint, fingerprint};
use crate::read::bytes_of;

/// Tells the bytes of a file from all others: what its picture is kept by.
pub type PhotoMark = Fingerprint;

/// A photo as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Photo {
    /// The colour that stands for it while it is on its way; none for a picture that one can look through.
    pub colour: Option<[u8; 3]>,
    /// From narrow to wide; never without one.
    pub versions: Vec<Version>,
}

/// A photo in one width.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// From left to right, in pixels.
    pub width: u32,
    /// From top to bottom, in pixels.
    pub height: u32,
    /// How many bytes it has.
    pub bytes: u64,
    /// What tells it from all others.
    pub print: Fingerprint,
    /// Where its bytes are.
    pub held: Held,
}

impl Version {
    /// Its bytes.
    ///
    /// # Errors
    /// Names the file in the cache that is gone, or is not what it was.
    pub fn load(&self) -> Result<Vec<u8>, PathBuf> {
        match &self.held {
            Held::InMemory(bytes) => Ok(bytes.to_vec()),
            Held::OnDisk(path) => bytes_of(path, self.bytes)
                .ok()
                .filter(|bytes| fingerprint(bytes) == self.print)
                .ok_or_else(|| path.clone()),
        }
    }
}

/// Where the bytes of a picture are.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// In the cache beside the site.
    OnDisk(PathBuf),
    /// Here, when the cache could not be written.
    InMemory(Arc<[u8]>),
}

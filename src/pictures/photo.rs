//! A photo as it is shown: in a few versions, each with a name that changes with its contents.

use std::path::PathBuf;
use std::sync::Arc;

use super::format::Format;
use super::left_out::LeftOut;
use crate::ground::{Fingerprint, fingerprint};
use crate::read::bytes_of;

/// Identifies the bytes of a file: the key by which its pictures are cached.
pub type PhotoMark = Fingerprint;

/// The result of one [`Cut`](super::Cut) of a photo.
#[derive(Clone, Debug, PartialEq)]
pub struct Photo {
    /// The real format of its file.
    pub format: Format,
    /// What the icons of a drawing do not show.
    pub left_out: LeftOut,
    /// The colour shown until it has loaded; `None` for a picture with transparency.
    pub colour: Option<[u8; 3]>,
    /// From narrow to wide; at least one.
    pub versions: Vec<PhotoVersion>,
}

/// One rendered file of a photo.
#[derive(Clone, Debug, PartialEq)]
pub struct PhotoVersion {
    /// Its name among the others of its cut, with its extension: `480.webp`, `apple-touch.png`; only an
    /// extension when it is the only one: `.svg`.
    pub name: String,
    /// The width, in pixels.
    pub width: u32,
    /// The height, in pixels.
    pub height: u32,
    /// The size, in bytes.
    pub bytes: u64,
    /// The fingerprint of its bytes.
    pub print: Fingerprint,
    /// Where its bytes are.
    pub held: Held,
}

impl PhotoVersion {
    /// Returns its bytes.
    ///
    /// # Errors
    /// Names the cached file that is gone, or has changed.
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
    /// In memory, when the cache could not be written.
    InMemory(Arc<[u8]>),
}

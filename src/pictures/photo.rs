//! A photo as it is shown: in a few versions, each under a name that changes with what is in it.

use std::path::PathBuf;
use std::sync::Arc;

use super::format::Format;
use super::left_out::LeftOut;
use crate::ground::{Fingerprint, fingerprint};
use crate::read::bytes_of;

/// Tells the bytes of a file from all others: what its pictures are kept by.
pub type PhotoMark = Fingerprint;

/// What was made of a photo by one [`Cut`](super::Cut).
#[derive(Clone, Debug, PartialEq)]
pub struct Photo {
    /// What its file really is.
    pub format: Format,
    /// What its icons do not show of a drawing.
    pub left_out: LeftOut,
    /// The colour that stands for it while it is on its way; none for a picture that one can look through.
    pub colour: Option<[u8; 3]>,
    /// From narrow to wide; never without one.
    pub versions: Vec<PhotoVersion>,
}

/// One file that was made of a photo.
#[derive(Clone, Debug, PartialEq)]
pub struct PhotoVersion {
    /// What tells it from the others of its cut, with the ending of its kind: `480.webp`, `apple-touch.png`; only an
    /// ending when it is the only one: `.svg`.
    pub name: String,
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

impl PhotoVersion {
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

//! A temporary folder for trial results, deleted once nobody needs it any more.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::failure::{Failure, failure_at};
use super::note::write_bytes;

/// A temporary folder, deleted with everything in it when dropped.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Creates a new folder inside `parent`, under a name that is not in use.
    ///
    /// # Errors
    /// When an I/O operation fails.
    pub fn inside(parent: &Path) -> Result<Self, Failure> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        fs::create_dir_all(parent).map_err(failure_at(parent))?;
        loop {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let folder = parent.join(format!("dorpsplein-{}-{number}", std::process::id()));
            match fs::create_dir(&folder) {
                Ok(()) => return Ok(Self(folder)),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(failure_at(&folder)(error)),
            }
        }
    }

    /// Where the folder is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file below the folder.
    ///
    /// # Errors
    /// When an I/O operation fails.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        write_bytes(&self.0.join(path), bytes)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Files that cannot be deleted yet are in the system's temporary folder, and go when that is cleaned.
        let _ = fs::remove_dir_all(&self.0);
    }
}

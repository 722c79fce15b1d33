//! A folder for things that are only tried: it goes when nobody needs it any more.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::failure::{Failure, failure_at};
use super::note::write_bytes;

/// A folder of our own, and everything in it.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes a new folder inside `parent`, under a name that nothing has.
    ///
    /// # Errors
    /// When the machine refuses.
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

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file below it.
    ///
    /// # Errors
    /// When the machine refuses.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        write_bytes(&self.0.join(path), bytes)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What the system keeps for itself for a while is in its folder for such things, and goes with it.
        let _ = fs::remove_dir_all(&self.0);
    }
}

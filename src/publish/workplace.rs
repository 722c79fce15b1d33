//! The folder beside the output in which a site is made, and the lock that keeps two builds apart.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::failure::{Failure, at};
use crate::read::real_path;

/// The work folder of one output, held by one build at a time.
pub(super) struct Workplace {
    output: PathBuf,
    folder: PathBuf,
    lock: File,
}

impl Workplace {
    /// Makes the work folder beside `output`, waits until no other build is in it, and clears away what a build
    /// that was broken off has left.
    pub(super) fn enter(output: &Path) -> Result<Self, Failure> {
        let output = real_path(output);
        let parent = output.parent().unwrap_or(&output);
        fs::create_dir_all(parent).map_err(at(parent))?;
        let mut name = OsString::from(".dorpsplein-");
        name.push(output.file_name().unwrap_or_default());
        let folder = parent.join(name);
        let lock = loop {
            fs::create_dir_all(&folder).map_err(at(&folder))?;
            let path = folder.join("lock");
            let Some(lock) = opened(&path)? else { continue };
            lock.lock().map_err(at(&path))?;
            // The build before us may have taken the folder away while we waited for it.
            if is_same_file(&lock, &path) {
                break lock;
            }
        };
        let work = Self { output, folder, lock };
        work.recover()?;
        Ok(work)
    }

    /// Where the site is to stand: a link that leads there stays as it is.
    pub(super) fn output(&self) -> &Path {
        &self.output
    }

    /// Where the new site is made; it becomes the old one in the swap.
    pub(super) fn new_folder(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// Where the old site waits on systems that cannot swap two folders at once.
    pub(super) fn old_folder(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// A build was broken off: what it was making goes; a site that it had put aside comes back.
    fn recover(&self) -> Result<(), Failure> {
        let (old, output) = (self.old_folder(), &self.output);
        if old.try_exists().map_err(at(&old))? {
            if output.try_exists().map_err(at(output))? {
                remove_all(&old)?;
            } else {
                fs::rename(&old, output).map_err(at(output))?;
            }
        }
        remove_all(&self.new_folder())
    }

    /// Takes the work folder away and lets the next build in.
    pub(super) fn leave(self) -> Result<(), Failure> {
        remove_all(&self.folder)?;
        drop(self.lock);
        Ok(())
    }
}

/// Opens the lock, or nothing when the folder went away in between.
fn opened(path: &Path) -> Result<Option<File>, Failure> {
    match File::options().create(true).truncate(false).write(true).open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(at(path)(error)),
    }
}

#[cfg(unix)]
fn is_same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |data: fs::Metadata| (data.dev(), data.ino());
    match (file.metadata(), fs::metadata(path)) {
        (Ok(held), Ok(there)) => identity(held) == identity(there),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_same_file(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Removes a folder of our own making with everything in it.
fn remove_all(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(at(folder)(error)),
        _ => Ok(()),
    }
}

//! One at a time: building a site, exchanging a theme and gathering for a portal each wait for their turn in
//! a place.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::failure::{Failure, failure_at};
use crate::read::with_retries;

/// The lock file in a work folder, held by one run at a time.
pub(super) const LOCK: &str = "lock";

/// How many times a folder may disappear before it is entered. On Windows a folder whose name ends in a space
/// never exists: the system creates it without the space.
const TRIES: usize = 10_000;

/// The lock in a work folder, held until it is given up. Only its last holder deletes the lock file, so nobody
/// else can hold the one that is there.
#[derive(Debug)]
pub(super) struct FolderLock {
    folder: PathBuf,
    /// `None` once it has been given up.
    file: Option<File>,
    /// Whether others may hold it at the same time.
    is_shared: bool,
}

impl FolderLock {
    /// Waits for the lock in a folder, which is created if it does not exist.
    pub(super) fn acquire(folder: &Path) -> Result<Self, Failure> {
        let waited = Self::entered(folder, false, |file| wait_for_lock(file).map(|()| true))?;
        waited.ok_or_else(|| failure_at(folder)(io::Error::from(io::ErrorKind::NotFound)))
    }

    /// Takes the lock in a folder without waiting; `None` if somebody else holds it. Those that share it keep
    /// out only whoever wants it alone.
    pub(super) fn try_acquire(folder: &Path, is_shared: bool) -> Result<Option<Self>, Failure> {
        Self::entered(folder, is_shared, |file| {
            match if is_shared { file.try_lock_shared() } else { file.try_lock() } {
                Err(TryLockError::WouldBlock) => Ok(false),
                Err(TryLockError::Error(error)) if error.kind() != io::ErrorKind::Unsupported => Err(error),
                _ => Ok(true),
            }
        })
    }

    /// Enters a folder with a lock that `take` takes, or `None` when it does not get it.
    fn entered(
        folder: &Path,
        is_shared: bool,
        take: impl Fn(&File) -> io::Result<bool>,
    ) -> Result<Option<Self>, Failure> {
        let path = folder.join(LOCK);
        for _ in 0..TRIES {
            // The previous holder may also remove the folder around it, if that is empty.
            match with_retries(|| fs::create_dir_all(folder)) {
                Err(error)
                    if !matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound) =>
                {
                    return Err(failure_at(folder)(error));
                }
                _ => {}
            }
            check_no_link(folder)?;
            check_plain_file(&path)?;
            // The previous build may remove the folder at any moment, until we hold the lock in it.
            let Some(file) = opened(&path)? else { continue };
            if !take(&file).map_err(failure_at(&path))? {
                return Ok(None);
            }
            if is_same_file(&file, &path) {
                return Ok(Some(Self { folder: folder.to_owned(), file: Some(file), is_shared }));
            }
        }
        Err(failure_at(folder)(io::Error::from(io::ErrorKind::NotFound)))
    }

    /// Lets the next one in. If this is not called, dropping the lock does it.
    pub(super) fn release(&mut self) {
        if let Some(file) = self.file.take() {
            release_file(file, &self.folder.join(LOCK), self.is_shared);
        }
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        self.release();
    }
}

/// Waits for a turn at a lock file that stays: deleting it would separate those who are waiting for it.
pub(super) fn acquire_lock_file(file: &Path) -> Result<File, Failure> {
    check_plain_file(file)?;
    let file_lock =
        opened(file)?.ok_or_else(|| failure_at(file)(io::Error::from(io::ErrorKind::NotFound)))?;
    wait_for_lock(&file_lock).map_err(failure_at(file))?;
    Ok(file_lock)
}

/// Refuses a link: we did not make it, and whatever we write or clear away would be somewhere else.
fn check_no_link(path: &Path) -> Result<(), Failure> {
    if path.is_symlink() { Err(Failure::LinkInTheWay { link: path.to_owned() }) } else { Ok(()) }
}

/// Refuses anything but a plain file: a pipe, for example, is not a lock of ours, and opening it might block
/// for ever.
pub(super) fn check_plain_file(path: &Path) -> Result<(), Failure> {
    check_no_link(path)?;
    match fs::symlink_metadata(path) {
        Ok(there) if !there.is_file() => Err(Failure::ForeignFile { file: path.to_owned() }),
        _ => Ok(()),
    }
}

/// Waits for the lock. Some shared disks have no locks, and there nobody waits: two at once, which is rare,
/// is better than none ever.
fn wait_for_lock(lock: &File) -> io::Result<()> {
    match lock.lock() {
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(error),
        _ => Ok(()),
    }
}

/// Opens the lock file. `None` when the folder disappeared in between.
fn opened(path: &Path) -> Result<Option<File>, Failure> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    // Others may read and write, but not delete: while a file is open, Windows keeps it in place.
    #[cfg(windows)]
    std::os::windows::fs::OpenOptionsExt::share_mode(&mut options, 0b11);
    match with_retries(|| options.open(path)) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failure_at(path)(error)),
    }
}

/// Deletes the lock file while we alone hold it: whoever waits for it sees that it is no longer the one that
/// is there. If others share it, the last of them deletes it.
#[cfg(not(windows))]
fn release_file(lock: File, path: &Path, is_shared: bool) {
    if !is_shared || lock.try_lock().is_ok() {
        let _ = fs::remove_file(path);
    }
    drop(lock);
}

/// Releases the lock and deletes its file, which is refused when the next build has already opened it.
#[cfg(windows)]
fn release_file(lock: File, path: &Path, _: bool) {
    drop(lock);
    let _ = fs::remove_file(path);
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

/// A file that is open is never deleted here, so the lock we hold is the one that is there.
#[cfg(not(unix))]
fn is_same_file(_: &File, _: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_released_lock_is_removed() {
        let folder = std::env::temp_dir().join(format!("dorpsplein-lock-{}", std::process::id()));
        let mut lock = FolderLock::acquire(&folder).expect("nobody else holds it");
        assert!(folder.join(LOCK).exists());
        lock.release();
        assert!(!folder.join(LOCK).exists());
        // The next holder's lock is not deleted by the previous one.
        let next = FolderLock::acquire(&folder).expect("it was given up");
        drop(lock);
        assert!(folder.join(LOCK).exists());
        drop(next);
        fs::remove_dir(&folder).expect("nothing is left in it");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed_to_create_a_file_elsewhere() {
        let place = std::env::temp_dir().join(format!("dorpsplein-turn-{}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        fs::create_dir_all(place.join("elders")).expect("a folder");
        std::os::unix::fs::symlink("elders/x", place.join("bronnen.lock")).expect("a link");
        let is_link = |tried| matches!(tried, Err(Failure::LinkInTheWay { .. }));
        assert!(is_link(acquire_lock_file(&place.join("bronnen.lock"))));
        assert_eq!(fs::read_dir(place.join("elders")).expect("a folder").count(), 0);
        fs::remove_file(place.join("bronnen.lock")).expect("it is ours");
        assert!(acquire_lock_file(&place.join("bronnen.lock")).is_ok());
        let pipe = place.join("pijp");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
        let is_other = |tried| matches!(tried, Err(Failure::ForeignFile { .. }));
        assert!(is_other(acquire_lock_file(&pipe)), "opening a pipe does not block");
        fs::remove_dir_all(&place).expect("it is ours");
    }
}

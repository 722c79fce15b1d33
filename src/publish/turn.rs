//! One at a time: who makes a site, exchanges a theme or gathers for a portal waits until nobody else does in the same place.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::failure::{Failure, failure_at};
use crate::read::patiently;

/// The file in a work folder that one at a time holds.
const LOCK: &str = "lock";

/// So often a folder may go away before it is entered. One with a blank behind its name is never there on Windows, which
/// makes it without.
const TRIES: usize = 10_000;

/// The lock in a work folder, held until it is given up. Only who holds it takes it away, so nobody else has the one that
/// lies there.
pub(super) struct FolderLock {
    folder: PathBuf,
    /// Nothing when it was given up.
    file: Option<File>,
}

impl FolderLock {
    /// Waits for the lock in a folder, which is made when it is not there.
    pub(super) fn hold(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join(LOCK);
        for _ in 0..TRIES {
            // The one before us may take away the folder around it as well, when nothing else is in it.
            match patiently(|| fs::create_dir_all(folder)) {
                Err(error)
                    if !matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound) =>
                {
                    return Err(failure_at(folder)(error));
                }
                _ => {}
            }
            check_no_link(folder)?;
            check_plain_file(&path)?;
            // The build before us may take the folder away at any moment, until we hold the lock that lies in it.
            let Some(file) = opened(&path)? else { continue };
            wait_for(&file).map_err(failure_at(&path))?;
            if is_same_file(&file, &path) {
                return Ok(Self { folder: folder.to_owned(), file: Some(file) });
            }
        }
        Err(failure_at(folder)(io::Error::from(io::ErrorKind::NotFound)))
    }

    /// Lets the next one in. Who does not say when, does so when this is dropped.
    pub(super) fn give_up(&mut self) {
        if let Some(file) = self.file.take() {
            take_away(file, &self.folder.join(LOCK));
        }
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        self.give_up();
    }
}

/// Waits for one's turn at a file that stays: who took it away would part those who wait for it.
pub(super) fn turn_at(file: &Path) -> Result<File, Failure> {
    check_plain_file(file)?;
    let turn = opened(file)?.ok_or_else(|| failure_at(file)(io::Error::from(io::ErrorKind::NotFound)))?;
    wait_for(&turn).map_err(failure_at(file))?;
    Ok(turn)
}

/// Links are not ours: what we make and clear away would lie somewhere else.
fn check_no_link(path: &Path) -> Result<(), Failure> {
    if path.is_symlink() { Err(Failure::LinkInTheWay { link: path.to_owned() }) } else { Ok(()) }
}

/// What is no file, such as a pipe, is no lock of ours, and who opened it might wait for ever.
pub(super) fn check_plain_file(path: &Path) -> Result<(), Failure> {
    check_no_link(path)?;
    match fs::symlink_metadata(path) {
        Ok(there) if !there.is_file() => Err(Failure::SomebodysFile { file: path.to_owned() }),
        _ => Ok(()),
    }
}

/// Some shared disks know no locks. There nobody waits: better two at once, which seldom happens, than none ever.
fn wait_for(lock: &File) -> io::Result<()> {
    match lock.lock() {
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(error),
        _ => Ok(()),
    }
}

/// Opens the lock, or nothing when the folder went away in between.
fn opened(path: &Path) -> Result<Option<File>, Failure> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    // Others may read and write, but not delete: Windows keeps a file for whoever has it open.
    #[cfg(windows)]
    std::os::windows::fs::OpenOptionsExt::share_mode(&mut options, 0b11);
    match patiently(|| options.open(path)) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failure_at(path)(error)),
    }
}

/// Takes the lock away, while we hold it: who waits for it sees that it is no longer the one that lies there.
#[cfg(not(windows))]
fn take_away(lock: File, path: &Path) {
    let _ = fs::remove_file(path);
    drop(lock);
}

/// Lets the lock go and takes it away, which is refused when the next build has it open already.
#[cfg(windows)]
fn take_away(lock: File, path: &Path) {
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

/// What is open is never deleted here, so what we hold is what lies there.
#[cfg(not(unix))]
fn is_same_file(_: &File, _: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_that_was_held_is_taken_away() {
        let folder = std::env::temp_dir().join(format!("dorpsplein-lock-{}", std::process::id()));
        let mut lock = FolderLock::hold(&folder).expect("nobody else holds it");
        assert!(folder.join(LOCK).exists());
        lock.give_up();
        assert!(!folder.join(LOCK).exists());
        // The lock of the next one is not taken away by the one before.
        let next = FolderLock::hold(&folder).expect("it was given up");
        drop(lock);
        assert!(folder.join(LOCK).exists());
        drop(next);
        fs::remove_dir(&folder).expect("nothing is left in it");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed_to_make_a_file_elsewhere() {
        let place = std::env::temp_dir().join(format!("dorpsplein-turn-{}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        fs::create_dir_all(place.join("elders")).expect("a folder");
        std::os::unix::fs::symlink("elders/x", place.join("bronnen.lock")).expect("a link");
        let is_link = |tried| matches!(tried, Err(Failure::LinkInTheWay { .. }));
        assert!(is_link(turn_at(&place.join("bronnen.lock"))));
        assert_eq!(fs::read_dir(place.join("elders")).expect("a folder").count(), 0);
        fs::remove_file(place.join("bronnen.lock")).expect("our own");
        assert!(turn_at(&place.join("bronnen.lock")).is_ok());
        let pipe = place.join("pijp");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
        let is_other = |tried| matches!(tried, Err(Failure::SomebodysFile { .. }));
        assert!(is_other(turn_at(&pipe)), "nobody waits for who never comes");
        fs::remove_dir_all(&place).expect("our own");
    }
}

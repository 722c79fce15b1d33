//! Keeps two runs over many villages apart: what one puts into a folder, another may be about to replace.

use std::fs;
use std::path::{Path, PathBuf};

use super::file_lock::FolderLock;
use super::workplace::START;

/// The folder with the lock, inside the folder of the sites; no site has a work folder of this name.
const WORK: &str = START;

/// A run over many villages in a folder, as long as this value lives.
#[derive(Debug)]
pub struct RunLock {
    folder: PathBuf,
    /// Whether the folder did not exist before.
    is_new: bool,
    lock: Option<FolderLock>,
}

/// Starts a run over many villages in a folder; `None` if another is busy there. Runs that each do a part of
/// the villages may be busy together. Where a lock is impossible, as in a folder that cannot be written,
/// nothing is locked: whatever is in the way there is reported by each village.
pub fn lock_run(folder: &Path, is_part: bool) -> Option<RunLock> {
    let is_new = !folder.as_os_str().is_empty() && !folder.exists();
    match FolderLock::try_acquire(&folder.join(WORK), is_part) {
        Ok(None) => None,
        Ok(lock @ Some(_)) => Some(RunLock { folder: folder.to_owned(), is_new, lock }),
        Err(_) => Some(RunLock { folder: folder.to_owned(), is_new, lock: None }),
    }
}

impl Drop for RunLock {
    fn drop(&mut self) {
        if self.lock.take().is_some() {
            // The next run may be using it already: then it is not empty, and stays.
            let _ = fs::remove_dir(self.folder.join(WORK));
        }
        if self.is_new {
            // Also when nothing was built.
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_run_is_alone_and_parts_may_run_together() {
        let folder = std::env::temp_dir().join(format!("dorpsplein-run-{}", std::process::id()));
        let whole = lock_run(&folder, false).expect("nobody is busy");
        assert!(lock_run(&folder, false).is_none() && lock_run(&folder, true).is_none());
        drop(whole);
        let parts = [(); 2].map(|()| lock_run(&folder, true).expect("only parts are busy"));
        let [first, second] = parts;
        drop(second);
        assert!(lock_run(&folder, false).is_none(), "the first part is still busy");
        drop(first);
        drop(lock_run(&folder, false).expect("nobody is busy"));
        assert!(!folder.exists(), "nothing is left");
    }
}

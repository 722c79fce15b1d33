//! The folder beside the output in which a site is built, and the lock that keeps two builds apart.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::atomic::rename;
use super::clearing::{clear_leftover_site, remove};
use super::failure::{Failure, failure_at};
use super::file_lock::{FolderLock, LOCK};
use crate::read::{list_folder, plain_path, real_path, with_retries};

/// How the name of a work folder begins; that of the output follows.
pub(super) const START: &str = ".dorpsplein-";

const NEW: &str = "new";
const NEW_ZIP: &str = "new.zip";
const GONE: &str = "gone";
const OLD: &str = "old";

/// Everything that may be in a work folder.
const NAMES: [&str; 5] = [LOCK, NEW, NEW_ZIP, GONE, OLD];

/// The work folder of one output, held by one build at a time.
pub(super) struct Workplace {
    output: PathBuf,
    folder: PathBuf,
    /// Held for the lifetime of this value.
    lock: FolderLock,
}

impl Workplace {
    /// Creates the work folder beside `output`, waits until no other build is in it, and clears away what an
    /// interrupted build has left.
    pub(super) fn enter(output: &Path) -> Result<Self, Failure> {
        let output = plain_path(&real_path(output)).to_owned();
        let parent = output.parent().unwrap_or(&output);
        fs::create_dir_all(parent).map_err(failure_at(parent))?;
        let mut name = OsString::from(START);
        name.push(output.file_name().unwrap_or_default());
        let folder = parent.join(name);
        let lock = FolderLock::acquire(&folder)?;
        let work = Self { output, folder, lock };
        work.recover()?;
        Ok(work)
    }

    /// Clears away what an interrupted build has left in the work folder of `output`, unless a build is in it.
    /// Returns whether nothing is left of that folder.
    pub(super) fn clear_interrupted(output: PathBuf, folder: &Path) -> bool {
        let Ok(Some(lock)) = FolderLock::try_acquire(folder, false) else { return false };
        drop(Self { output, folder: folder.to_owned(), lock });
        !folder.exists()
    }

    /// Whether a work folder holds only what a build puts there.
    pub(super) fn is_own(folder: &Path) -> bool {
        let Ok(found) = list_folder(folder, |_| false) else { return false };
        found.iter().all(|(name, _)| name.to_str().is_some_and(|name| NAMES.contains(&name)))
    }

    /// Where the site goes: a link at that path is resolved, and stays as it is.
    pub(super) fn output(&self) -> &Path {
        &self.output
    }

    /// Where the new site is built. Everything in it is ours.
    pub(super) fn new_folder(&self) -> PathBuf {
        self.folder.join(NEW)
    }

    /// Where a zip is written.
    pub(super) fn new_file(&self) -> PathBuf {
        self.folder.join(NEW_ZIP)
    }

    /// Where the new site waits for the swap, and after it the old one waits to be cleared away.
    pub(super) fn discarded_folder(&self) -> PathBuf {
        self.folder.join(GONE)
    }

    /// Where the old site waits, on systems that cannot swap two folders at once.
    pub(super) fn old_folder(&self) -> PathBuf {
        self.folder.join(OLD)
    }

    /// Cleans up after an interrupted build: deletes what it was building, restores a site that it had put
    /// aside, and clears away one that it had replaced.
    fn recover(&self) -> Result<(), Failure> {
        let (output, old, gone) = (&self.output, self.old_folder(), self.discarded_folder());
        if fs::symlink_metadata(&old).is_ok_and(|data| data.is_dir()) {
            if output.try_exists().map_err(failure_at(output))? {
                // A half-cleared site must never be restored, so it is renamed first.
                clear_leftover_site(&gone, output)?;
                rename(&old, &gone).map_err(failure_at(&old))?;
            } else {
                rename(&old, output).map_err(failure_at(output))?;
            }
        }
        clear_leftover_site(&gone, output)?;
        remove(&old)?;
        remove_all(&self.new_folder())?;
        remove(&self.new_file())
    }
}

impl Drop for Workplace {
    /// Removes the work folder and lets the next build in, however this one ended. What cannot be removed now
    /// is cleared away by the next build.
    fn drop(&mut self) {
        let _ = self.recover();
        self.lock.release();
        // The next build may be using it already: then it is not empty, and stays.
        let _ = fs::remove_dir(&self.folder);
    }
}

/// Removes a folder that we created, with everything in it.
fn remove_all(folder: &Path) -> Result<(), Failure> {
    match with_retries(|| fs::remove_dir_all(folder)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failure_at(folder)(error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn place(name: &str) -> PathBuf {
        let place = std::env::temp_dir().join(format!("dorpsplein-workplace-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        fs::create_dir_all(&place).expect("a folder");
        place
    }

    #[test]
    fn only_one_build_runs_at_a_time() {
        let place = place("many");
        let output = place.join("uit");
        let inside = AtomicUsize::new(0);
        let come_and_go = || {
            for _ in 0..300 {
                let work = Workplace::enter(&output).expect("it waits its turn");
                assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0, "two builds were in it at once");
                fs::create_dir(work.new_folder()).expect("nothing is left of the previous build");
                fs::write(work.new_folder().join("a"), "a").expect("nobody removes the folder");
                fs::write(work.new_file(), "zip").expect("nobody removes the folder");
                inside.fetch_sub(1, Ordering::SeqCst);
            }
        };
        std::thread::scope(|scope| (0..6).for_each(|_| drop(scope.spawn(come_and_go))));
        assert_eq!(fs::read_dir(&place).expect("a folder").count(), 0, "nothing is left");
        fs::remove_dir_all(&place).expect("it is ours");
    }

    #[test]
    fn a_site_that_was_put_aside_is_restored_or_removed_if_there_is_a_new_one() {
        let place = place("aside");
        let (output, old) = (place.join("uit"), place.join(".dorpsplein-uit/old"));
        fs::create_dir_all(&old).expect("a folder");
        fs::write(old.join("brief.txt"), "van iemand anders").expect("a file");
        drop(Workplace::enter(&output).expect("nobody else is in it"));
        assert!(output.join("brief.txt").exists());
        fs::create_dir_all(&old).expect("a folder");
        fs::write(old.join("lijst.txt"), "ook van iemand anders").expect("a file");
        drop(Workplace::enter(&output).expect("nobody else is in it"));
        assert!(output.join("brief.txt").exists() && output.join("lijst.txt").exists());
        assert_eq!(fs::read_dir(&place).expect("a folder").count(), 1, "nothing else is left");
        fs::remove_dir_all(&place).expect("it is ours");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_place_of_the_work_folder_is_not_followed() {
        let place = place("link");
        let is_link = |tried| matches!(tried, Err(Failure::LinkInTheWay { .. }));
        fs::create_dir_all(place.join("elders/new")).expect("a folder");
        for (link, target) in [(".dorpsplein-uit", "elders"), (".dorpsplein-uit", "nergens")] {
            std::os::unix::fs::symlink(target, place.join(link)).expect("a link");
            assert!(is_link(Workplace::enter(&place.join("uit"))), "{target}");
            fs::remove_file(place.join(link)).expect("it is ours");
        }
        fs::create_dir(place.join(".dorpsplein-uit")).expect("a folder");
        fs::write(place.join("elders/dorpsplein-manifest.json"), r#"{"dorpsplein":1,"files":{}}"#)
            .expect("a file");
        for link in ["old", "gone", "new"] {
            std::os::unix::fs::symlink("../elders", place.join(".dorpsplein-uit").join(link))
                .expect("a link");
        }
        drop(Workplace::enter(&place.join("uit")).expect("nobody else is in it"));
        assert!(!place.join("uit").exists() && place.join("elders/new").exists());
        fs::create_dir(place.join(".dorpsplein-uit")).expect("the previous folder is gone");
        std::os::unix::fs::symlink("../elders/lock", place.join(".dorpsplein-uit/lock")).expect("a link");
        assert!(is_link(Workplace::enter(&place.join("uit"))));
        let left: Vec<_> = fs::read_dir(place.join("elders")).expect("a folder").flatten().collect();
        assert_eq!(left.len(), 2, "{left:?}");
        fs::remove_dir_all(&place).expect("it is ours");
    }
}

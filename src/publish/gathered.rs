//! The store of documents gathered for a portal: each is named after its checksum, and a list says which are
//! in use. The list is written last, so an interrupted run leaves everything as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::atomic::{UNFINISHED, write_atomically};
use super::failure::{Failure, failure_at};
use super::note::{FileLock, lock_for};
use crate::ground::{Checksum, Date, checksum, days_later};
use crate::read::{
    Found, Gathered, StaleCopy, bytes_of, copy_place, gathered_list, list_folder, portal_store, stamp,
};

/// How many days a document is kept after it has left the list. A build of the portal reads the list and then
/// the documents it names, and another run may gather in between: that takes seconds, but midnight may fall
/// in them.
const DAYS: i64 = 2;

/// The store of a portal, held by one run at a time.
#[derive(Debug)]
pub struct PortalStore {
    site: PathBuf,
    /// Held for the lifetime of this value.
    _lock: FileLock,
}

impl PortalStore {
    /// Creates the store if it does not exist, and waits until no other run is gathering for it.
    ///
    /// # Errors
    /// When an I/O operation fails.
    pub fn open(site: &Path) -> Result<Self, Failure> {
        let store = portal_store(site);
        let file_lock = lock_for(&store)?;
        fs::create_dir_all(&store).map_err(failure_at(&store))?;
        Ok(Self { site: site.to_owned(), _lock: file_lock })
    }

    /// Stores a document, unless an undamaged copy is there already.
    ///
    /// # Errors
    /// When an I/O operation fails.
    pub fn keep(&self, bytes: &[u8]) -> Result<Checksum, Failure> {
        let sum = checksum(bytes);
        let path = copy_place(&self.site, &sum);
        if bytes_of(&path, bytes.len() as u64).ok().as_deref() != Some(bytes) {
            write_atomically(&path, bytes).map_err(failure_at(&path))?;
        }
        Ok(sum)
    }

    /// Writes the list, and deletes the documents that have not been in it for some days.
    ///
    /// # Errors
    /// When an I/O operation fails.
    pub fn close(
        self,
        mut gathered: Gathered,
        before: Option<&Gathered>,
        today: Date,
    ) -> Result<(), Failure> {
        let kept: BTreeSet<Checksum> = gathered.copies().map(|copy| copy.sum).collect();
        let known = before.into_iter().flat_map(|before| &before.stale);
        let mut stale: BTreeMap<Checksum, Date> =
            known.map(|copy| (copy.sum, copy.since.min(today))).collect();
        for copy in before.into_iter().flat_map(Gathered::copies) {
            stale.entry(copy.sum).or_insert(today);
        }
        stale.retain(|sum, _| !kept.contains(sum));
        let (expired, waiting): (BTreeMap<_, _>, BTreeMap<_, _>) =
            stale.into_iter().partition(|(_, since)| today >= days_later(*since, DAYS));
        gathered.stale = waiting.into_iter().map(|(sum, since)| StaleCopy { sum, since }).collect();
        let left = before.map_or_else(Vec::new, |_| self.leftover_files(&gathered));
        if before != Some(&gathered) {
            let list = gathered_list(&self.site);
            write_atomically(&list, gathered.written().as_bytes()).map_err(failure_at(&list))?;
        }
        let expired = expired.keys().map(|sum| copy_place(&self.site, sum));
        for path in expired.chain(left) {
            // A file that stays behind only takes up space.
            let _ = fs::remove_file(path);
        }
        Ok(())
    }

    /// Documents that are in no list, and unfinished files: interrupted runs leave them behind, different
    /// ones each night. We may only judge what is older than the last list: on a disk without locks, another
    /// run may be at work.
    fn leftover_files(&self, gathered: &Gathered) -> Vec<PathBuf> {
        let written = stamp(&gathered_list(&self.site)).and_then(|list| list.modified());
        let Some(written) = written else { return Vec::new() };
        let stale = gathered.stale.iter().map(|copy| copy.sum);
        let listed: BTreeSet<Checksum> = gathered.copies().map(|copy| copy.sum).chain(stale).collect();
        let store = portal_store(&self.site);
        let left = list_folder(&store, |_| false).unwrap_or_default().into_iter().filter(|(path, what)| {
            let Found::File(stamp) = what else { return false };
            let name = path.to_string_lossy();
            let sum = name.strip_suffix(".json").and_then(Checksum::from_hex);
            let is_ours = name.starts_with(UNFINISHED) || sum.is_some_and(|sum| !listed.contains(&sum));
            is_ours && stamp.modified().is_some_and(|modified| modified < written)
        });
        left.map(|(path, _)| store.join(path)).collect()
    }
}

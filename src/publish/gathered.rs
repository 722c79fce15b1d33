//! The store with what was gathered for a portal: documents under the name of what is in them, and the list of them. The
//! list is written last, so a run that breaks off leaves everything as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::failure::{Failure, at};
use super::note::{Turn, turn_for};
use super::whole::write_whole;
use crate::ground::{Checksum, Date, checksum, days_later};
use crate::read::{FormerCopy, Gathered, bytes_of, copy_place, gathered_list, portal_store};

/// For how many days a document stays that is not in the list any more. Who makes the site of a portal reads the list and
/// then what it names, and another may gather in between: it takes seconds, and the day may end in those.
const DAYS: i64 = 2;

/// The store of a portal, held by one run at a time.
#[derive(Debug)]
pub struct PortalStore {
    site: PathBuf,
    /// Held as long as this lives.
    _turn: Turn,
}

impl PortalStore {
    /// Makes the store, when it is not there, and waits until no other run is gathering for it.
    ///
    /// # Errors
    /// When the machine refuses.
    pub fn open(site: &Path) -> Result<Self, Failure> {
        let store = portal_store(site);
        let turn = turn_for(&store)?;
        fs::create_dir_all(&store).map_err(at(&store))?;
        Ok(Self { site: site.to_owned(), _turn: turn })
    }

    /// Keeps a document, when it is not there yet or what is there was damaged.
    ///
    /// # Errors
    /// When the machine refuses.
    pub fn keep(&self, bytes: &[u8]) -> Result<Checksum, Failure> {
        let sum = checksum(bytes);
        let path = copy_place(&self.site, &sum);
        if bytes_of(&path, bytes.len() as u64).ok().as_deref() != Some(bytes) {
            write_whole(&path, bytes).map_err(at(&path))?;
        }
        Ok(sum)
    }

    /// Writes the list, and takes away the documents that have not been in it for some days.
    ///
    /// # Errors
    /// When the machine refuses.
    pub fn close(
        self,
        mut gathered: Gathered,
        before: Option<&Gathered>,
        today: Date,
    ) -> Result<(), Failure> {
        let stays: BTreeSet<Checksum> = gathered.copies().map(|copy| copy.sum).collect();
        let known = before.into_iter().flat_map(|before| &before.former);
        let mut former: BTreeMap<Checksum, Date> = known.map(|one| (one.sum, one.since.min(today))).collect();
        for copy in before.into_iter().flat_map(Gathered::copies) {
            former.entry(copy.sum).or_insert(today);
        }
        former.retain(|sum, _| !stays.contains(sum));
        let (goes, waits): (BTreeMap<_, _>, BTreeMap<_, _>) =
            former.into_iter().partition(|(_, since)| today >= days_later(*since, DAYS));
        gathered.former = waits.into_iter().map(|(sum, since)| FormerCopy { sum, since }).collect();
        if before != Some(&gathered) {
            let list = gathered_list(&self.site);
            write_whole(&list, gathered.written().as_bytes()).map_err(at(&list))?;
        }
        for sum in goes.keys() {
            // What is left behind only takes room.
            let _ = fs::remove_file(copy_place(&self.site, sum));
        }
        Ok(())
    }
}

//! The shelf with what was gathered for a portal: documents under the name of what is in them, and the list of them. The
//! list is written last, so a run that breaks off leaves everything as it was.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::failure::{Failure, at};
use super::whole::{ignored_folder, write_whole};
use crate::ground::{Checksum, checksum};
use crate::read::{Gathered, ShelfCopy, bytes_of, gathered_list, shelf_of};

/// The shelf of a portal.
#[derive(Debug)]
pub struct GatheredShelf {
    site: PathBuf,
}

impl GatheredShelf {
    /// Makes the shelf, when it is not there.
    ///
    /// # Errors
    /// When the machine refuses.
    pub fn open(site: &Path) -> Result<Self, Failure> {
        let shelf = shelf_of(site);
        ignored_folder(shelf.parent().unwrap_or(&shelf)).map_err(at(&shelf))?;
        fs::create_dir_all(&shelf).map_err(at(&shelf))?;
        Ok(Self { site: site.to_owned() })
    }

    /// Keeps a document, when it is not there yet or what is there was damaged.
    ///
    /// # Errors
    /// When the machine refuses.
    pub fn keep(&self, bytes: &[u8]) -> Result<Checksum, Failure> {
        let sum = checksum(bytes);
        let path = shelf_of(&self.site).join(format!("{sum}.json"));
        if bytes_of(&path, bytes.len() as u64).ok().as_deref() != Some(bytes) {
            write_whole(&path, bytes).map_err(at(&path))?;
        }
        Ok(sum)
    }

    /// Writes the list, and takes away the documents that are not in it.
    ///
    /// # Errors
    /// When the machine refuses.
    pub fn close(self, gathered: &Gathered, before: Option<&Gathered>) -> Result<(), Failure> {
        if before != Some(gathered) {
            let list = gathered_list(&self.site);
            write_whole(&list, gathered.written().as_bytes()).map_err(at(&list))?;
        }
        let stays: BTreeSet<Checksum> = gathered.copies().map(|copy| copy.sum).collect();
        let goes = before.into_iter().flat_map(Gathered::copies).filter(|copy| !stays.contains(&copy.sum));
        for path in goes.map(|copy: &ShelfCopy| copy.path(&self.site)) {
            // What is left behind only takes room.
            let _ = fs::remove_file(path);
        }
        Ok(())
    }
}

//! Who and what there is, by how it is found: entries by their file and address, photos and documents by their path.

use super::followed::EntryId;
use crate::ground::{Address, QuickMap, SitePath, quick_map};
use crate::read::MediaFile;

/// By what entries and files of a village are found. It depends on where they stand, not on what they say.
#[derive(Debug, Default)]
pub(super) struct Register {
    by_path: QuickMap<SitePath, EntryId>,
    by_address: QuickMap<Address, EntryId>,
    /// Files with several entries, and one of the addresses in each.
    lists: QuickMap<SitePath, Address>,
    file_by_path: QuickMap<String, usize>,
}

impl Register {
    /// Of the entries, by their numbers, the file and the address.
    pub(super) fn of(entries: &[(&SitePath, &Address)], files: &[MediaFile]) -> Self {
        let mut per_file: QuickMap<&SitePath, usize> = quick_map(entries.len());
        for (path, _) in entries {
            *per_file.entry(path).or_default() += 1;
        }
        let (by_path, by_address) = (quick_map(entries.len()), quick_map(entries.len()));
        let mut register = Self { by_path, by_address, ..Self::default() };
        for (number, (path, address)) in entries.iter().copied().enumerate() {
            // A file with several entries is no address: a link to it would be to one of many.
            if per_file.get(path) == Some(&1) {
                register.by_path.insert(path.clone(), EntryId(number));
            } else {
                register.lists.insert(path.clone(), address.clone());
            }
            register.by_address.insert(address.clone(), EntryId(number));
        }
        let numbered = files.iter().enumerate();
        register.file_by_path =
            numbered.map(|(number, file)| (file.path.as_str().to_lowercase(), number)).collect();
        register
    }

    /// The one entry of a file.
    pub(super) fn at_path(&self, path: &SitePath) -> Option<EntryId> {
        self.by_path.get(path).copied()
    }

    /// The entry whose page stands at an address.
    pub(super) fn at_address(&self, address: &Address) -> Option<EntryId> {
        self.by_address.get(address).copied()
    }

    /// One of the addresses in a file with several entries.
    pub(super) fn one_of_list(&self, path: &SitePath) -> Option<&Address> {
        self.lists.get(path)
    }

    /// The number of the photo or document at a path; letter case makes no difference.
    pub(super) fn file(&self, path: &SitePath) -> Option<usize> {
        self.file_by_path.get(&path.as_str().to_lowercase()).copied()
    }
}

//! An index of the village: entries by their file and address, photos and documents by their path.

use super::followed::EntryId;
use crate::ground::{Address, QuickMap, SitePath, quick_map};
use crate::read::MediaFile;

/// An index of the entries and files of a village. It depends on where they are, not on their contents.
#[derive(Debug, Default)]
pub(super) struct Register {
    by_path: QuickMap<SitePath, EntryId>,
    by_address: QuickMap<Address, EntryId>,
    /// Files with several entries, each with the address of one of them.
    lists: QuickMap<SitePath, Address>,
    file_by_path: QuickMap<String, usize>,
}

impl Register {
    /// Builds the index. `entries` has the file and the address of every entry, in order of number.
    pub(super) fn of(entries: &[(&SitePath, &Address)], files: &[MediaFile]) -> Self {
        let mut per_file: QuickMap<&SitePath, usize> = quick_map(entries.len());
        for (path, _) in entries {
            *per_file.entry(path).or_default() += 1;
        }
        let (by_path, by_address) = (quick_map(entries.len()), quick_map(entries.len()));
        let mut register = Self { by_path, by_address, ..Self::default() };
        for (number, (path, address)) in entries.iter().copied().enumerate() {
            // A file with several entries does not identify one of them, so a link to it is ambiguous.
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

    /// Returns the only entry in a file.
    pub(super) fn at_path(&self, path: &SitePath) -> Option<EntryId> {
        self.by_path.get(path).copied()
    }

    /// Returns the entry whose page has this address.
    pub(super) fn at_address(&self, address: &Address) -> Option<EntryId> {
        self.by_address.get(address).copied()
    }

    /// Returns the address of one of the entries in a file that has several.
    pub(super) fn one_of_list(&self, path: &SitePath) -> Option<&Address> {
        self.lists.get(path)
    }

    /// Returns the index of the photo or document at a path, ignoring case.
    pub(super) fn file(&self, path: &SitePath) -> Option<usize> {
        self.file_by_path.get(&path.as_str().to_lowercase()).copied()
    }
}

//! Caches earlier results: a file that did not change is not drafted again, and an entry for which nothing
//! changed is not linked again.

use std::sync::Arc;

use super::draft::{Drafted, entries_of};
use super::references::Resolved;
use super::translations::translation_of;
use crate::ground::{Address, Locale, TimeZone, in_parallel, merge_join};
use crate::read::{MediaFile, TextFile};
use crate::village::entry::{Draft, Entry};
use crate::village::register::Register;
use crate::village::translation::language_of;

/// The results of the previous run; empty before the first.
#[derive(Default)]
pub struct SettleCache {
    zone: Option<TimeZone>,
    files: Vec<(Arc<TextFile>, Arc<Vec<Drafted>>)>,
    pub(super) roll: Option<AddressRoll>,
    /// The resolved references of every entry in the roll.
    pub(super) resolved: Vec<Resolved>,
    /// The web address of the site: full links to it count as links within the site.
    pub(super) web_address: Option<String>,
}

/// The addresses of all entries, if all of them were unique.
pub(super) struct AddressRoll {
    locale: Locale,
    drafts: Vec<Arc<Draft>>,
    addresses: Vec<Address>,
    files: Vec<MediaFile>,
    register: Arc<Register>,
}

impl SettleCache {
    /// Returns the drafts of these files, in order. They depend only on the file and on the site's time zone.
    pub(super) fn drafts(&mut self, files: &[Arc<TextFile>], zone: &TimeZone) -> Vec<Arc<Vec<Drafted>>> {
        if self.zone.as_ref() != Some(zone) {
            self.files.clear();
            self.zone = Some(zone.clone());
        }
        let before = merge_join(files.iter().map(|file| &file.path), &self.files, |(file, _)| &file.path);
        let with_before: Vec<_> = files.iter().zip(before).collect();
        let drafted = in_parallel(&with_before, |(file, before)| match before {
            Some((same, drafted)) if Arc::ptr_eq(same, file) => Arc::clone(drafted),
            _ => Arc::new(match language_of(file.path.stem()) {
                Some((language, _)) => translation_of(file, language, zone),
                None => entries_of(file, zone),
            }),
        });
        self.files = files.iter().cloned().zip(drafted.iter().cloned()).collect();
        drafted
    }
}

impl AddressRoll {
    pub(super) fn of(
        entries: &[Entry],
        files: &[MediaFile],
        locale: Locale,
        register: Arc<Register>,
    ) -> Self {
        Self {
            locale,
            drafts: entries.iter().map(|entry| Arc::clone(&entry.draft)).collect(),
            addresses: entries.iter().map(|entry| entry.address.clone()).collect(),
            files: files.to_vec(),
            register,
        }
    }

    pub(super) fn register(&self) -> Arc<Register> {
        Arc::clone(&self.register)
    }

    /// Returns the addresses of these drafts and the register, if nothing was added, removed or moved.
    pub(super) fn unchanged_for(
        &self,
        drafts: &[(usize, Arc<Draft>)],
        files: &[MediaFile],
        locale: Locale,
    ) -> Option<(&[Address], Arc<Register>)> {
        let same_draft = |(one, (_, other)): (&Arc<Draft>, &(usize, Arc<Draft>))| {
            Arc::ptr_eq(one, other)
                || one.kind() == other.kind() && one.slug == other.slug && one.path == other.path
        };
        let is_unchanged = self.locale == locale
            && self.drafts.len() == drafts.len()
            && self.drafts.iter().zip(drafts).all(same_draft)
            && self.files.len() == files.len()
            && self.files.iter().zip(files).all(|(one, other)| one.path == other.path);
        is_unchanged.then(|| (&*self.addresses, Arc::clone(&self.register)))
    }
}

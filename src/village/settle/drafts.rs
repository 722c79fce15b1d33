//! What was drafted before: a file that did not change is not drafted again.

use std::collections::HashMap;
use std::sync::Arc;

use super::draft::{Drafted, entries_of};
use crate::ground::{SitePath, TimeZone, in_parallel};
use crate::read::TextFile;

/// The drafts of every file at the last look; empty before the first.
#[derive(Default)]
pub struct Drafts {
    zone: Option<TimeZone>,
    by_file: HashMap<SitePath, (Arc<TextFile>, Arc<Vec<Drafted>>)>,
}

impl Drafts {
    /// The drafts of these files, in their order. They depend on the file and on the site's time zone, on nothing else.
    pub(super) fn of(&mut self, files: &[Arc<TextFile>], zone: &TimeZone) -> Vec<Arc<Vec<Drafted>>> {
        if self.zone.as_ref() != Some(zone) {
            self.by_file.clear();
            self.zone = Some(zone.clone());
        }
        let known = &self.by_file;
        let drafted = in_parallel(files, |file| match known.get(&file.path) {
            Some((same, drafted)) if Arc::ptr_eq(same, file) => Arc::clone(drafted),
            _ => Arc::new(entries_of(file, zone)),
        });
        let kept = files.iter().zip(&drafted);
        self.by_file = kept
            .map(|(file, drafted)| (file.path.clone(), (Arc::clone(file), Arc::clone(drafted))))
            .collect();
        drafted
    }
}

//! The documents that lists show: of the whole village, and of each of its organisations.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ground::Date;
use crate::village::{EntryId, Precision};

/// A document in a list.
#[derive(Clone)]
pub(super) struct Listed {
    pub(super) paper: Paper,
    /// The title given by the entry that lists it.
    pub(super) title: Option<Arc<str>>,
    /// The date of the document, and how precise it is.
    pub(super) date: Option<(Date, Precision)>,
    /// The organisation that it belongs to.
    pub(super) organisation: Option<EntryId>,
}

/// The document itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    /// A file, by its number.
    File(usize),
    /// Minutes that are a text on the village's own site.
    Minutes(EntryId),
}

impl Listed {
    pub(super) fn year(&self) -> Option<i16> {
        self.date.map(|(day, _)| day.year())
    }
}

/// Sorts the newest first, and documents without a date last.
pub(super) fn sort(list: &mut [Listed]) {
    list.sort_by_key(|one| Reverse(one.date.map(|(day, _)| day)));
}

/// The documents of the site, each list with the newest first.
pub(super) struct DocumentLists {
    /// Everything in `documents/`, and minutes that are a text on the village's own site.
    pub(super) all: Vec<Listed>,
    /// The documents of each organisation, without duplicates: its own, and those that it lists itself.
    pub(super) by_organisation: BTreeMap<EntryId, Vec<Listed>>,
}

impl DocumentLists {
    /// The documents of an organisation.
    pub(super) fn of(&self, organisation: EntryId) -> &[Listed] {
        self.by_organisation.get(&organisation).map_or(&[], Vec::as_slice)
    }
}

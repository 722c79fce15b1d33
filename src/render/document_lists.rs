//! Documents as lists show them: of the whole village, and of each of its organisations.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ground::Date;
use crate::village::{EntryId, Precision};

/// A document as a list shows it.
#[derive(Clone)]
pub(super) struct Listed {
    pub(super) paper: Paper,
    /// What the one who lists it calls it.
    pub(super) title: Option<Arc<str>>,
    /// From when it is.
    pub(super) date: Option<(Date, Precision)>,
    /// Of which organisation it is.
    pub(super) organisation: Option<EntryId>,
}

/// What there is to read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    /// A file, by its number.
    File(usize),
    /// Minutes that are a text of the village itself.
    Minutes(EntryId),
}

impl Listed {
    pub(super) fn year(&self) -> Option<i16> {
        self.date.map(|(day, _)| day.year())
    }
}

/// The newest first; what has no day comes last.
pub(super) fn sort(list: &mut [Listed]) {
    list.sort_by_key(|one| Reverse(one.date.map(|(day, _)| day)));
}

/// All lists of documents, each with the newest first.
pub(super) struct DocumentLists {
    /// Everything in `documents/`, and minutes that are a text of the village itself.
    pub(super) all: Vec<Listed>,
    /// The documents of every organisation, each once: those that are its own, and those that it names itself.
    pub(super) by_organisation: BTreeMap<EntryId, Vec<Listed>>,
}

impl DocumentLists {
    /// The documents of an organisation.
    pub(super) fn of(&self, organisation: EntryId) -> &[Listed] {
        self.by_organisation.get(&organisation).map_or(&[], Vec::as_slice)
    }
}

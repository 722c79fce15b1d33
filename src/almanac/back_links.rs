//! References are written in one direction; here is the other.

use crate::village::{EntryId, Kind, Village};

/// Who refers to whom.
#[derive(Clone, Debug, Default)]
pub struct BackLinks {
    /// For every entry: those that refer to it, in the order of the village.
    from: Vec<Vec<EntryId>>,
}

impl BackLinks {
    pub(super) fn of(village: &Village) -> Self {
        let mut from = vec![Vec::new(); village.entries.len()];
        for entry in &village.entries {
            for (_, target) in &entry.targets {
                let referring: &mut Vec<EntryId> = &mut from[target.0];
                if referring.last() != Some(&entry.id) {
                    referring.push(entry.id);
                }
            }
        }
        Self { from }
    }

    /// The entries of one kind that refer to this one.
    pub fn to<'b>(
        &'b self,
        id: EntryId,
        kind: Kind,
        village: &'b Village,
    ) -> impl Iterator<Item = EntryId> + 'b {
        let referring = self.from.get(id.0).map_or(&[][..], Vec::as_slice);
        referring.iter().copied().filter(move |from| village.entry(*from).kind() == kind)
    }
}

//! The references of a village in the reverse direction: which entries refer to this one.

use crate::village::{EntryId, Kind, Village};

/// Who refers to whom.
#[derive(Clone, Debug, Default)]
pub struct BackLinks {
    /// The entry referred to and the one that refers to it, sorted.
    pairs: Vec<(EntryId, EntryId)>,
}

impl BackLinks {
    pub(super) fn of(village: &Village) -> Self {
        let mut pairs: Vec<(EntryId, EntryId)> = village
            .entries
            .iter()
            .flat_map(|entry| entry.links.targets.iter().map(|(_, target)| (*target, entry.id)))
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        Self { pairs }
    }

    /// Returns the entries of one kind that refer to this one.
    pub fn to<'b>(
        &'b self,
        id: EntryId,
        kind: Kind,
        village: &'b Village,
    ) -> impl Iterator<Item = EntryId> + 'b {
        let referring = of_first(&self.pairs, id).iter().map(|(_, from)| *from);
        referring.filter(move |from| village.entry(*from).kind() == kind)
    }
}

/// Returns the pairs of a sorted list that begin with this key.
pub(super) fn of_first<K: Ord, T>(pairs: &[(K, T)], key: K) -> &[(K, T)] {
    let start = pairs.partition_point(|(first, _)| *first < key);
    let count = pairs[start..].partition_point(|(first, _)| *first == key);
    &pairs[start..start + count]
}

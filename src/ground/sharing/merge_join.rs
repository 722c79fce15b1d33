//! Joins two lists that are in the same order, in one walk through both.

use std::cmp::Ordering;

/// Returns the item in `known` for every wanted key, in order. Both lists must be sorted by key; otherwise
/// some items are not found.
pub fn merge_join<'w, 'k, K: Ord + ?Sized + 'w, T>(
    wanted: impl IntoIterator<Item = &'w K>,
    known: &'k [T],
    key: impl Fn(&T) -> &K,
) -> Vec<Option<&'k T>> {
    let mut known = known.iter().peekable();
    let met = wanted.into_iter().map(|wanted| {
        loop {
            let next = *known.peek()?;
            match key(next).cmp(wanted) {
                Ordering::Less => known.next(),
                Ordering::Equal => return Some(next),
                Ordering::Greater => return None,
            };
        }
    });
    met.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn meeting_two_lists_gives_what_looking_up_gives(
            wanted in prop::collection::vec(0..40_u8, 0..20),
            known in prop::collection::btree_map(0..40_u8, 0..9_u8, 0..20),
        ) {
            let wanted: BTreeSet<u8> = wanted.into_iter().collect();
            let list: Vec<(u8, u8)> = known.iter().map(|(key, value)| (*key, *value)).collect();
            let met = merge_join(&wanted, &list, |pair| &pair.0);
            let looked_up: Vec<Option<u8>> = wanted.iter().map(|key| known.get(key).copied()).collect();
            prop_assert_eq!(met.into_iter().map(|pair| pair.map(|it| it.1)).collect::<Vec<_>>(), looked_up);
        }
    }
}

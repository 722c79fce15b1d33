//! A hash map that is fast but does not resist chosen keys: for many keys from one village, where nobody
//! gains by making that village slow.

/// A hash map with a fast hash function.
pub use rustc_hash::FxHashMap as QuickMap;

/// Returns an empty map with room for this many entries.
pub fn quick_map<K, V>(room: usize) -> QuickMap<K, V> {
    QuickMap::with_capacity_and_hasher(room, Default::default())
}

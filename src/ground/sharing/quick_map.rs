//! A map with a hash that is quick and that a stranger could foil: for many keys out of one village, where no stranger
//! gains by making that village slow.

/// The map.
pub use rustc_hash::FxHashMap as QuickMap;

/// An empty map with room for this many.
pub fn quick_map<K, V>(room: usize) -> QuickMap<K, V> {
    QuickMap::with_capacity_and_hasher(room, Default::default())
}

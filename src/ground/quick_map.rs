//! A map with a hash that is quick and that a stranger could foil: for many keys out of one village, where no stranger
//! gains by making that village slow.

/// The map.
pub use rustc_hash::FxHashMap as QuickMap;

//! Keeps track of occupied places: two sites never share a folder, and neither is put inside the other.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The places in use, with their holders.
pub(super) struct TakenPlaces<T>(BTreeMap<PathBuf, T>);

impl<T> Default for TakenPlaces<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> TakenPlaces<T> {
    pub(super) fn take(&mut self, place: PathBuf, by: T) {
        self.0.insert(place, by);
    }

    /// Returns the holder of this place, or of one inside or around it; `None` if it is free.
    pub(super) fn holder(&self, place: &Path) -> Option<&T> {
        let inner = self.0.range(place.to_owned()..).next().filter(|(other, _)| other.starts_with(place));
        let around = place.ancestors().find_map(|folder| self.0.get(folder));
        around.or(inner.map(|(_, by)| by))
    }
}

/// Returns a name as a place, in lowercase: many file systems ignore case.
pub(super) fn as_place(name: &str) -> PathBuf {
    PathBuf::from(name.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_a_place_also_takes_its_parents_and_children() {
        let mut taken = TakenPlaces::default();
        taken.take(as_place("drenthe/Ee"), 1);
        let holder = |name| taken.holder(&as_place(name)).copied();
        assert_eq!(["drenthe/ee", "Drenthe", "drenthe/ee/oost"].map(holder), [Some(1); 3]);
        assert_eq!(["drenthe/eext", "drenthe/e", "drenthe-noord", "ee"].map(holder), [None; 4]);
    }
}

//! A table of computed values, so that each is made once; threads do not wait while another makes a value.

use std::collections::HashMap;
use std::convert::Infallible;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};

/// The most values kept; later ones are made every time.
const MOST: usize = 20_000;

/// The computed values by key, kept for as long as the table lives.
#[derive(Debug)]
pub struct MemoTable<K, V>(RwLock<HashMap<K, V>>);

impl<K, V> Default for MemoTable<K, V> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<K: Eq + Hash, V: Clone> MemoTable<K, V> {
    /// Returns the value for this key, and makes it when it is not in the table. Two threads that need it at
    /// the same time may both make it.
    pub fn get_or_make(&self, key: K, make: impl FnOnce(&K) -> V) -> V {
        let Ok(made) = self.get_or_try(key, |key| Ok::<V, Infallible>(make(key)));
        made
    }

    /// Like [`MemoTable::get_or_make`], for a value that may fail; a failure is not kept.
    ///
    /// # Errors
    /// Returns the errors of `make`.
    pub fn get_or_try<E>(&self, key: K, make: impl FnOnce(&K) -> Result<V, E>) -> Result<V, E> {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(known.clone());
        }
        let made = make(&key)?;
        let mut values = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if values.len() < MOST {
            values.insert(key, made.clone());
        }
        Ok(made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_and_a_failure_is_tried_again() {
        let table = MemoTable::default();
        assert_eq!(table.get_or_try("a", |_| Err::<usize, _>("not yet")), Err("not yet"));
        assert_eq!(table.get_or_make("a", |of| of.len()), 1);
        assert_eq!(table.get_or_make("a", |_| 2), 1);
    }

    #[test]
    fn the_table_does_not_grow_without_end() {
        let table = MemoTable::default();
        for number in 0..=MOST {
            table.get_or_make(number, |number| *number);
        }
        assert_eq!(table.get_or_make(0, |_| 7), 0);
        assert_eq!(table.get_or_make(MOST, |_| 7), 7, "the last one found no room");
    }
}

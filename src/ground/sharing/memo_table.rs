//! What was made of each of many things, so that it is made once: nobody waits while another makes his.

use std::collections::HashMap;
use std::convert::Infallible;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};

/// No more than these are remembered; what comes later is made each time.
const MOST: usize = 20_000;

/// What was made of each, for as long as this lives.
#[derive(Debug)]
pub struct MemoTable<K, V>(RwLock<HashMap<K, V>>);

impl<K, V> Default for MemoTable<K, V> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<K: Eq + Hash, V: Clone> MemoTable<K, V> {
    /// What was made of this, or else is made now. Two who ask at the same time may both make it.
    pub fn get_or_make(&self, key: K, make: impl FnOnce(&K) -> V) -> V {
        let Ok(made) = self.get_or_try(key, |key| Ok::<V, Infallible>(make(key)));
        made
    }

    /// The same for what cannot always be made; then nothing is remembered.
    ///
    /// # Errors
    /// Those of `make`.
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
    fn what_was_made_is_made_once_and_what_failed_is_tried_again() {
        let table = MemoTable::default();
        assert_eq!(table.get_or_try("a", |_| Err::<usize, _>("not yet")), Err("not yet"));
        assert_eq!(table.get_or_make("a", |of| of.len()), 1);
        assert_eq!(table.get_or_make("a", |_| 2), 1);
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let table = MemoTable::default();
        for number in 0..=MOST {
            table.get_or_make(number, |number| *number);
        }
        assert_eq!(table.get_or_make(0, |_| 7), 0);
        assert_eq!(table.get_or_make(MOST, |_| 7), 7, "the last one found no room");
    }
}

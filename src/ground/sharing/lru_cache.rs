//! A cache of the most recently used values with their diagnostics, by a fingerprint of their input.

use std::sync::{Mutex, PoisonError};

use crate::ground::{Fingerprint, Remarks};

/// The most values kept at once: a fleet has a few themes, and villages with a theme layer of their own.
const MOST: usize = 16;

/// The most recently used values, by a fingerprint of their input.
#[derive(Debug)]
pub struct LruCache<V>(Mutex<Kept<V>>);

#[derive(Debug)]
struct Kept<V> {
    /// The most recently used one is last.
    values: Vec<(Fingerprint, V, Remarks)>,
    /// How often a value had to be made.
    made_count: usize,
}

impl<V> Default for LruCache<V> {
    fn default() -> Self {
        Self(Mutex::new(Kept { values: Vec::new(), made_count: 0 }))
    }
}

impl<V: Clone> LruCache<V> {
    /// Returns the value for this input, which is made first when it is not cached. Its diagnostics are added
    /// every time. One value is made at a time: whoever needs the same one meanwhile waits for it.
    pub fn get_or_make(
        &self,
        from: Fingerprint,
        remarks: &mut Remarks,
        make: impl FnOnce(&mut Remarks) -> V,
    ) -> V {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let index = kept.values.iter().position(|(known, ..)| *known == from);
        let entry = match index {
            Some(index) => kept.values.remove(index),
            None => {
                kept.made_count += 1;
                let mut own_remarks = Remarks::default();
                (from, make(&mut own_remarks), own_remarks)
            }
        };
        remarks.join(&entry.2);
        let value = entry.1.clone();
        kept.values.push(entry);
        if kept.values.len() > MOST {
            kept.values.remove(0);
        }
        value
    }

    /// Returns how often a value had to be made.
    pub fn make_count(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).made_count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::{Code, Diagnostic, Place, both, fingerprint};

    #[test]
    fn recently_requested_values_stay_and_the_oldest_goes() {
        let kept = LruCache::default();
        let ask = |number: usize| {
            kept.get_or_make(fingerprint(&number.to_le_bytes()), &mut Remarks::default(), |_| number)
        };
        for number in 0..=MOST {
            assert_eq!((ask(number), ask(0)), (number, 0));
        }
        assert_eq!(kept.make_count(), MOST + 1, "the first was requested all the time");
        ask(1);
        assert_eq!(kept.make_count(), MOST + 2, "the second was not");
    }

    #[test]
    fn diagnostics_are_reported_on_every_request() {
        let kept = LruCache::default();
        for _ in 0..2 {
            let mut remarks = Remarks::default();
            kept.get_or_make(fingerprint(b"one"), &mut remarks, |new_remarks| {
                new_remarks.add(Diagnostic::new(
                    Code::TemplateMissing,
                    Place::of_file("one"),
                    both("weg", "gone"),
                ));
            });
            assert_eq!(remarks.sorted().len(), 1);
        }
        assert_eq!(kept.make_count(), 1);
    }
}

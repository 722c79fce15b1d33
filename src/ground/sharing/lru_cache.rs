//! What was made before and may be asked for again, with what there is to say of it: the newest few of a kind, by what they
//! were made from.

use std::sync::{Mutex, PoisonError};

use crate::ground::{Fingerprint, Remarks};

/// More than these are not kept at once: a fleet has a few themes, and villages with something of their own.
const MOST: usize = 16;

/// The few that were asked for last, by what they were made from; of more, the one that was not asked for longest goes.
#[derive(Debug)]
pub struct LruCache<V>(Mutex<Kept<V>>);

#[derive(Debug)]
struct Kept<V> {
    /// The one that was asked for last stands last.
    values: Vec<(Fingerprint, V, Remarks)>,
    /// How often one had to be made.
    made_count: usize,
}

impl<V> Default for LruCache<V> {
    fn default() -> Self {
        Self(Mutex::new(Kept { values: Vec::new(), made_count: 0 }))
    }
}

impl<V: Clone> LruCache<V> {
    /// What was made from this, or else is made now; what is said of it is told every time. One is made after the other:
    /// who asks for the same at the same time waits, and does not make it as well.
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

    /// How often one had to be made.
    pub fn times(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).made_count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::{Code, Diagnostic, Place, both, fingerprint};

    #[test]
    fn what_is_asked_for_stays_and_the_oldest_goes() {
        let kept = LruCache::default();
        let ask = |number: usize| {
            kept.get_or_make(fingerprint(&number.to_le_bytes()), &mut Remarks::default(), |_| number)
        };
        for number in 0..=MOST {
            assert_eq!((ask(number), ask(0)), (number, 0));
        }
        assert_eq!(kept.times(), MOST + 1, "the first was asked for all the time");
        ask(1);
        assert_eq!(kept.times(), MOST + 2, "the second was not");
    }

    #[test]
    fn what_is_said_of_it_is_told_every_time() {
        let kept = LruCache::default();
        for _ in 0..2 {
            let mut remarks = Remarks::default();
            kept.get_or_make(fingerprint(b"one"), &mut remarks, |said| {
                said.add(Diagnostic::new(Code::TemplateMissing, Place::whole("one"), both("weg", "gone")));
            });
            assert_eq!(remarks.sorted().len(), 1);
        }
        assert_eq!(kept.times(), 1);
    }
}

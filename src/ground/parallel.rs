//! Work on all cores with an outcome that does not depend on which core was first.

use rayon::prelude::*;

/// Does `work` on every item, on all cores, and returns the outcomes in the order of the items.
pub fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    items.par_iter().map(work).collect()
}

/// Does both, at the same time where there are two cores.
pub fn both_at_once<A: Send, B: Send>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    rayon::join(one, other)
}

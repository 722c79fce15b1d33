//! Runs work on all cores, with results that do not depend on which core was first.

use std::cell::Cell;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use rayon::prelude::*;

/// Does `work` on every item, on all cores, and returns the results in the order of the items.
pub fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    match SingleCore::is() {
        true => items.iter().map(work).collect(),
        // Shares are small, so that the core with the last one does not keep the others waiting.
        false => {
            let shares = SHARES_A_CORE * rayon::current_num_threads();
            items.par_iter().with_max_len(items.len().div_ceil(shares).max(1)).map(work).collect()
        }
    }
}

/// The number of shares per core into which work is divided.
const SHARES_A_CORE: usize = 64;

/// Like [`in_parallel`], but on threads of its own, for something that is made once while others wait for it.
/// In [`in_parallel`] a core that waits for a part picks up other work, which may itself wait for the whole.
pub fn in_parallel_on_own_threads<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    on_threads(if SingleCore::is() { 1 } else { rayon::current_num_threads() }, items, work)
}

/// Does `work` on every item, on `count` threads including this one, and returns the results in the order of
/// the items. Each thread takes the next item when it is done with one.
pub fn on_threads<T: Sync, R: Send>(count: usize, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take = || {
        let mut outcomes = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else { return outcomes };
            outcomes.push((index, work(item)));
        }
    };
    let mut outcomes = thread::scope(|scope| {
        let others = count.min(items.len()).saturating_sub(1);
        let others: Vec<_> = (0..others).map(|_| scope.spawn(take)).collect();
        let mut outcomes = take();
        for other in others {
            outcomes.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        outcomes
    });
    outcomes.sort_unstable_by_key(|(index, _)| *index);
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

/// Does `work` on every item, each on one core from beginning to end: parallel work inside it stays on that
/// core, as the other cores have items of their own. With too few items, such work is divided as usual.
pub fn one_core_each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let is_enough = items.len() > 2 * rayon::current_num_threads();
    in_parallel_on_own_threads(items, |item| {
        let _taken = is_enough.then(SingleCore::begin);
        work(item)
    })
}

thread_local! {
    /// Whether the other cores have work of their own while this thread does its work.
    static IS_SINGLE_CORE: Cell<bool> = const { Cell::new(false) };
}

/// A guard: while it lives, this thread gives no work to other cores.
struct SingleCore {
    before: bool,
}

impl SingleCore {
    fn begin() -> Self {
        Self { before: IS_SINGLE_CORE.replace(true) }
    }

    fn is() -> bool {
        IS_SINGLE_CORE.get()
    }
}

impl Drop for SingleCore {
    fn drop(&mut self) {
        IS_SINGLE_CORE.set(self.before);
    }
}

/// Does both, at the same time where there are two cores available.
pub fn both_at_once<A: Send, B: Send>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    match SingleCore::is() {
        true => (one(), other()),
        false => rayon::join(one, other),
    }
}

/// Does `work` while waiting for something that uses none of our cores, such as another program.
pub fn while_waiting<A: Send, B>(wait: impl FnOnce() -> A + Send, work: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let waiting = scope.spawn(wait);
        let outcome = work();
        (waiting.join().unwrap_or_else(|panic| resume_unwind(panic)), outcome)
    })
}

/// Drops a value that is no longer needed, on an idle core if there is one: it may take long, and nobody has
/// to wait for it.
pub fn drop_in_background<T: Send + 'static>(value: T) {
    match SingleCore::is() {
        true => drop(value),
        false => rayon::spawn(move || drop(value)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn outcomes_are_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..1000).collect();
        assert_eq!(in_parallel_on_own_threads(&items, |item| item * 2), in_parallel(&items, |item| item * 2));
        assert!(in_parallel_on_own_threads(&[0; 0], |item| *item).is_empty());
        assert_eq!(on_threads(0, &items, |item| item * 2), on_threads(3, &items, |item| item * 2));
    }

    #[test]
    fn no_more_threads_run_than_requested() {
        let threads = |count| {
            let ids = on_threads(count, &[(); 50], |()| thread::current().id());
            ids.into_iter().map(|id| format!("{id:?}")).collect::<BTreeSet<_>>().len()
        };
        assert_eq!(threads(1), 1);
        assert!((1..=3).contains(&threads(3)));
    }

    #[test]
    fn an_item_with_its_own_core_stays_on_it() {
        let items: Vec<usize> = (0..100).collect();
        let inner: Vec<usize> = (0..50).collect();
        let stayed = one_core_each(&items, |_| {
            let own = thread::current().id();
            let both = both_at_once(|| thread::current().id(), || thread::current().id());
            let mut all = in_parallel(&inner, |_| thread::current().id());
            all.extend(in_parallel_on_own_threads(&inner, |_| thread::current().id()));
            all.into_iter().chain([both.0, both.1]).all(|id| id == own)
        });
        assert_eq!(stayed, vec![true; 100]);
        assert!(!SingleCore::is(), "afterwards the core is free again");
    }
}

//! Requests all addresses: several sites at once, but never two pages of one site at the same time, and
//! within a time limit.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::answer::Answer;
use super::check_link::LinkChecker;
use super::good_links::GoodLinks;
use super::links::OutsideLink;
use crate::ground::{Date, WebAddress, on_threads};

/// The limits of a link check.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// How many sites to ask at once.
    pub at_once: usize,
    /// How long one address may take.
    pub each: Duration,
    /// How long everything may take.
    pub overall: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { at_once: 6, each: Duration::from_secs(10), overall: Duration::from_mins(5) }
    }
}

/// The answers of a link check.
#[derive(Debug, Default)]
pub struct CheckedLinks {
    pub(super) answers: BTreeMap<WebAddress, Answer>,
    /// How many addresses were known to be good, and not requested.
    pub known: usize,
}

/// Requests every address once, except those known to be good. `clock` returns the time passed since the
/// beginning. New good answers are recorded in `known`.
pub fn check_links(
    links: &[OutsideLink],
    link_checker: &LinkChecker,
    bounds: Bounds,
    known: &mut GoodLinks,
    today: Date,
    clock: &(dyn Fn() -> Duration + Sync),
) -> CheckedLinks {
    known.forget(today);
    let mut checked = CheckedLinks::default();
    let mut by_site: BTreeMap<&str, Vec<&WebAddress>> = BTreeMap::new();
    for address in links.iter().map(|link| &link.address) {
        if checked.answers.insert(address.clone(), Answer::Good).is_some() {
            continue;
        }
        match known.is_good(address, today) {
            true => checked.known += 1,
            false => by_site.entry(address.host()).or_default().push(address),
        }
    }
    let sites: Vec<Vec<&WebAddress>> = by_site.into_values().collect();
    let round = Round { link_checker, bounds, clock, host_locks: HostLocks::default() };
    for (address, answer) in round.check_sites(&sites) {
        if answer == Answer::Good {
            known.keep(address, today);
        }
        checked.answers.insert(address.clone(), answer);
    }
    checked
}

struct Round<'r> {
    link_checker: &'r LinkChecker,
    bounds: Bounds,
    clock: &'r (dyn Fn() -> Duration + Sync),
    host_locks: HostLocks,
}

impl Round<'_> {
    /// Asks the sites: every thread takes the next one, and requests its pages one by one.
    fn check_sites<'a>(&self, sites: &[Vec<&'a WebAddress>]) -> Vec<(&'a WebAddress, Answer)> {
        let checked = on_threads(self.bounds.at_once, sites, |site| {
            site.iter().map(|address| (*address, self.check_link(address))).collect::<Vec<_>>()
        });
        checked.into_iter().flatten().collect()
    }

    fn check_link(&self, address: &WebAddress) -> Answer {
        let spent = Cell::new(Duration::ZERO);
        self.link_checker.check_link(address, &|there, step| {
            // A redirect to a site waits for its turn there too; waiting does not count as its own time.
            self.host_locks.with(there.host(), || {
                let started = (self.clock)();
                let taken = || spent.get() + (self.clock)().saturating_sub(started);
                let left = || {
                    let overall = self.bounds.overall.saturating_sub((self.clock)());
                    overall.min(self.bounds.each.saturating_sub(taken()))
                };
                let is_time = started < self.bounds.overall;
                if is_time {
                    step(&left);
                    spent.set(taken());
                }
                is_time
            })
        })
    }
}

/// One lock for every host: only its holder talks to that host.
#[derive(Default)]
struct HostLocks {
    by_host: Mutex<BTreeMap<String, std::sync::Arc<Mutex<()>>>>,
}

impl HostLocks {
    fn with<T>(&self, host: &str, work: impl FnOnce() -> T) -> T {
        let host_lock = std::sync::Arc::clone(locked(&self.by_host).entry(host.to_owned()).or_default());
        let _alone = locked(&host_lock);
        work()
    }
}

/// A panic while the lock was held leaves nothing half-done.
fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

//! Behind the page that is open, all other pages are made for their remarks; a newer site ends that work.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{sleep, spawn};
use std::time::Duration;

use crate::ground::Diagnostic;
use crate::pipeline::{Planned, try_pages_while};

/// How long a site stands before the other pages are made: who is typing saves again soon, and the page that is open
/// comes first.
const FIRST_PAUSE: Duration = Duration::from_millis(300);

/// How long the work rests before it looks whether somebody else still needs the machine.
const REST: Duration = Duration::from_millis(1);

/// Which site is the newest, and whether a newer one is being made.
#[derive(Clone, Default)]
pub(super) struct Behind {
    newest: Arc<AtomicU64>,
    is_resting: Arc<AtomicBool>,
}

/// While it lives, the work behind rests.
pub(super) struct Rest(Arc<AtomicBool>);

impl Drop for Rest {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

impl Behind {
    /// Lets the work rest: all cores are for what somebody waits for.
    pub(super) fn rest(&self) -> Rest {
        self.is_resting.store(true, Ordering::SeqCst);
        Rest(Arc::clone(&self.is_resting))
    }

    /// Makes all pages of a site in a thread of its own and hands on what is to be said besides, when some of them cannot be
    /// made or the host has something against the site. What was under way for an older site stops.
    pub(super) fn look_at(
        &self,
        site: Arc<Planned>,
        say: impl FnOnce(Arc<Planned>, Vec<Diagnostic>) + Send + 'static,
    ) {
        let number = self.newest.fetch_add(1, Ordering::SeqCst) + 1;
        if !site.remarks.publishable() {
            return;
        }
        let (work, waiting) = (self.clone(), Arc::downgrade(&site));
        spawn(move || {
            sleep(FIRST_PAUSE);
            // A site that was replaced meanwhile is gone, and was not kept for this.
            let Some(site) = waiting.upgrade().filter(|_| work.is_newest(number)) else { return };
            let remarks: Option<Vec<Diagnostic>> = try_pages_while(&site, || work.go_on(number));
            if let Some(remarks) = remarks.filter(|remarks| !remarks.is_empty() && work.is_newest(number)) {
                say(site, remarks);
            }
        });
    }

    fn is_newest(&self, number: u64) -> bool {
        self.newest.load(Ordering::SeqCst) == number
    }

    /// Whether a site is still the newest, once nobody else needs the machine.
    fn go_on(&self, number: u64) -> bool {
        while self.is_resting.load(Ordering::SeqCst) {
            sleep(REST);
        }
        self.is_newest(number)
    }
}

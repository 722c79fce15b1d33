//! Renders all other pages in the background for their diagnostics; a newer site cancels that work.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{sleep, spawn};
use std::time::Duration;

use crate::ground::Diagnostic;
use crate::pipeline::{Planned, try_pages_while};

/// How long to wait before the other pages are rendered: the user may save again soon, and sees only one
/// page.
const FIRST_PAUSE: Duration = Duration::from_millis(300);

/// How long to pause before checking again whether the foreground still needs the machine.
const REST: Duration = Duration::from_millis(1);

/// Keeps track of the newest site, and of whether a newer one is being built.
#[derive(Clone, Default)]
pub(super) struct Behind {
    newest: Arc<AtomicU64>,
    is_resting: Arc<AtomicBool>,
}

/// Pauses the background work until it is dropped.
pub(super) struct Rest(Arc<AtomicBool>);

impl Drop for Rest {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

impl Behind {
    /// Pauses the background work: all cores are for what the user is waiting for.
    pub(super) fn rest(&self) -> Rest {
        self.is_resting.store(true, Ordering::SeqCst);
        Rest(Arc::clone(&self.is_resting))
    }

    /// Renders all pages of a site in a thread of its own and passes on the extra diagnostics, about pages
    /// that fail or limits of the host. Work on an older site stops.
    pub(super) fn look_at(
        &self,
        site: Arc<Planned>,
        say: impl FnOnce(Arc<Planned>, Vec<Diagnostic>) + Send + 'static,
    ) {
        let number = self.newest.fetch_add(1, Ordering::SeqCst) + 1;
        if !site.remarks.is_publishable() {
            return;
        }
        let (work, waiting) = (self.clone(), Arc::downgrade(&site));
        spawn(move || {
            sleep(FIRST_PAUSE);
            // A site that was replaced meanwhile has been dropped: this thread does not keep it alive.
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

    /// Waits while the foreground needs the machine, then returns whether the site is still the newest.
    fn go_on(&self, number: u64) -> bool {
        while self.is_resting.load(Ordering::SeqCst) {
            sleep(REST);
        }
        self.is_newest(number)
    }
}

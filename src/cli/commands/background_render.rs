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
const PAUSE_CHECK: Duration = Duration::from_millis(1);

/// Keeps track of the newest site, and of whether a newer one is being built.
#[derive(Clone, Default)]
pub(super) struct BackgroundRender {
    newest: Arc<AtomicU64>,
    is_paused: Arc<AtomicBool>,
}

/// Pauses the background work until it is dropped.
pub(super) struct Pause(Arc<AtomicBool>);

impl Drop for Pause {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

impl BackgroundRender {
    /// Pauses the background work: all cores are for what the user is waiting for.
    pub(super) fn pause(&self) -> Pause {
        self.is_paused.store(true, Ordering::SeqCst);
        Pause(Arc::clone(&self.is_paused))
    }

    /// Renders all pages of a site in a thread of its own and passes on the extra diagnostics, about pages
    /// that fail or limits of the host. Work on an older site stops.
    pub(super) fn start(
        &self,
        site: Arc<Planned>,
        report: impl FnOnce(Arc<Planned>, Vec<Diagnostic>) + Send + 'static,
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
            let remarks: Option<Vec<Diagnostic>> = try_pages_while(&site, || work.should_continue(number));
            if let Some(remarks) = remarks.filter(|remarks| !remarks.is_empty() && work.is_newest(number)) {
                report(site, remarks);
            }
        });
    }

    fn is_newest(&self, number: u64) -> bool {
        self.newest.load(Ordering::SeqCst) == number
    }

    /// Waits while the foreground needs the machine, then returns whether the site is still the newest.
    fn should_continue(&self, number: u64) -> bool {
        while self.is_paused.load(Ordering::SeqCst) {
            sleep(PAUSE_CHECK);
        }
        self.is_newest(number)
    }
}

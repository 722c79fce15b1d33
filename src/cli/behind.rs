//! Behind the page that is open, all other pages are made for their remarks; a newer site ends that work.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::ground::{Diagnostic, Remarks};
use crate::pipeline::Planned;

/// Which site is the newest.
#[derive(Clone, Default)]
pub(super) struct Behind(Arc<AtomicU64>);

impl Behind {
    /// Makes all pages of a site in a thread of its own and hands on everything that is to be said, when some of them
    /// cannot be made. What was under way for an older site stops.
    pub(super) fn look_at(
        &self,
        site: Arc<Planned>,
        say: impl FnOnce(Arc<Planned>, Remarks) + Send + 'static,
    ) {
        let number = self.0.fetch_add(1, Ordering::SeqCst) + 1;
        if !site.remarks.publishable() {
            return;
        }
        let newest = Arc::clone(&self.0);
        std::thread::spawn(move || {
            let is_newest = || newest.load(Ordering::SeqCst) == number;
            let failed: Option<Vec<Diagnostic>> = site.plan.failures_while(&site.edition, is_newest);
            if let Some(failed) = failed.filter(|failed| !failed.is_empty()) {
                let mut remarks = site.remarks.clone();
                remarks.extend(failed);
                if is_newest() {
                    say(site, remarks);
                }
            }
        });
    }
}

//! Gathers data for a portal beside the preview, so that a slow village delays neither writing nor stopping.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::spawn;
use std::time::Duration;

use super::gather;
use crate::cli::show::Screen;
use crate::outside::source_addresses;
use crate::pipeline::Request;
use crate::watch::Waker;

/// How long the first build waits: enough for villages in folders beside the portal.
const FIRST_WAIT: Duration = Duration::from_secs(2);

/// Gathers in a thread of its own whenever the sources of a portal change.
pub(super) struct BackgroundGather {
    /// Whether a portal gathers data from its villages.
    gathers: bool,
    /// The sources that were gathered last.
    named: Vec<String>,
    /// Is disconnected when the running gathering ends.
    running: Option<Receiver<()>>,
    /// Makes the preview check the portal again after gathering.
    waker: Waker,
    screen: Screen,
}

impl BackgroundGather {
    pub(super) fn new(gathers: bool, waker: Waker, screen: Screen) -> Self {
        Self { gathers, named: Vec::new(), running: None, waker, screen }
    }

    /// Starts gathering if the portal names other sources than last time. A village's data does not change
    /// while somebody is writing, so once is enough for each. While a gathering is running, no other starts:
    /// its end wakes the preview, which then calls this again.
    pub(super) fn refresh(&mut self, request: &Request) {
        if !self.gathers || self.is_running() {
            return;
        }
        let named = source_addresses(&request.site);
        if named == self.named {
            return;
        }
        self.named = named;
        let (ended, running) = channel();
        self.running = Some(running);
        let (site, today, waker, screen) =
            (request.site.clone(), request.today, self.waker.clone(), self.screen);
        spawn(move || {
            let on_start = |count| gather::report_start(count, true, &screen);
            if let Err(failure) = gather::of_folder(&site, today, &on_start) {
                screen.say(gather::not_kept(&failure).in_locale(screen.locale()));
            }
            // Before the wake-up call, so that whoever receives it sees that nothing is running.
            drop(ended);
            waker.wake();
        });
    }

    /// Waits for the running gathering to end, but no longer than `FIRST_WAIT`.
    pub(super) fn wait_a_moment(&self) {
        if let Some(running) = &self.running {
            // Nothing is ever sent: this returns when the sender is dropped, or when the time is up.
            let _ended = running.recv_timeout(FIRST_WAIT);
        }
    }

    fn is_running(&self) -> bool {
        self.running.as_ref().is_some_and(|running| running.try_recv() == Err(TryRecvError::Empty))
    }
}

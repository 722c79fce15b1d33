//! For a preview, what villages tell a portal is gathered beside the work: who writes does not wait for a village that
//! is slow, and neither does who stops.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::spawn;
use std::time::Duration;

use super::gather;
use crate::cli::show::Screen;
use crate::outside::sources_named;
use crate::pipeline::Request;
use crate::watch::Waker;

/// How long the first look waits: villages in folders beside the portal have told everything by then.
const A_MOMENT: Duration = Duration::from_secs(2);

/// Gathers whenever a portal names other sources than the last time, in a thread of its own.
pub(super) struct GatherBeside {
    /// Whether a portal gathers what villages tell.
    gathers: bool,
    /// The sources of which was gathered.
    named: Vec<String>,
    /// Hears when what is under way has ended.
    under_way: Option<Receiver<()>>,
    /// Has the portal looked at once something was gathered.
    waker: Waker,
    screen: Screen,
}

impl GatherBeside {
    pub(super) fn new(gathers: bool, waker: Waker, screen: Screen) -> Self {
        Self { gathers, named: Vec::new(), under_way: None, waker, screen }
    }

    /// Begins when the portal names others than the last time. What a village tells does not change while somebody
    /// writes, so once is enough for each. While something is under way nothing begins: its end rings, and then it is
    /// asked again.
    pub(super) fn keep_up(&mut self, request: &Request) {
        if !self.gathers || self.is_under_way() {
            return;
        }
        let named = sources_named(&request.site);
        if named == self.named {
            return;
        }
        self.named = named;
        let (ended, under_way) = channel();
        self.under_way = Some(under_way);
        let (site, today, waker, screen) =
            (request.site.clone(), request.today, self.waker.clone(), self.screen);
        spawn(move || {
            let begins = |count| gather::say_beginning(count, true, &screen);
            if let Err(failure) = gather::of_folder(&site, today, &begins) {
                screen.say(gather::not_kept(&failure).in_locale(screen.locale()));
            }
            // Before the ring, so that whoever hears it knows that nothing is under way.
            drop(ended);
            waker.wake();
        });
    }

    /// Waits until what is under way has ended, but no longer than a moment.
    pub(super) fn wait_a_moment(&self) {
        if let Some(under_way) = &self.under_way {
            // Nothing is ever sent: it ends when the other side is gone, or when the moment is over.
            let _ended = under_way.recv_timeout(A_MOMENT);
        }
    }

    fn is_under_way(&self) -> bool {
        self.under_way.as_ref().is_some_and(|under_way| under_way.try_recv() == Err(TryRecvError::Empty))
    }
}

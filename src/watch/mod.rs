//! Floor 8: says when it is time to look at a folder again, without knowing what is in it.
//!
//! An event only says: look. Events differ between operating systems and between editors, so we never rely on
//! *what* they say has changed. Where there are no events (a network drive, a folder on a phone, an operating
//! system at its limit) a poll says the same, only later.

mod signal;
mod folder_watcher;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use signal::{Stopper, Waker};

use crate::read::{FolderMark, folder_mark};
use folder_watcher::{Coverage, FolderWatcher};
use signal::Signal;

/// Why it is time to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There was an event, or the folder itself appeared or disappeared.
    Event,
    /// There were no events for a while.
    Poll,
}

/// The waiting times of a watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// A batch of events is over when nothing comes for this long.
    pub quiet: Duration,
    /// A batch of events is over after this long, whatever comes.
    pub most: Duration,
    /// The time between polls when there are events.
    pub with_events: Duration,
    /// The time between polls when there are no events.
    pub without_events: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            quiet: Duration::from_millis(15),
            most: Duration::from_millis(50),
            with_events: Duration::from_secs(5),
            without_events: Duration::from_secs(1),
        }
    }
}

/// A watch on one folder. Its thread ends when it is dropped.
pub struct Watch {
    folder: PathBuf,
    pace: Pace,
    signal: Arc<Signal>,
    /// Whether events are requested from the operating system.
    uses_events: bool,
    watcher: Option<FolderWatcher>,
    /// The identity of the folder that is watched; `None` while it does not exist.
    watched_folder: Option<FolderMark>,
    /// Whether a poll once found a change without an event.
    has_missed_change: bool,
}

impl Watch {
    /// Watches a folder and everything below it. Never fails: where there are no events, it polls.
    ///
    /// Every change after this call leads to a look, so read the current state after this call, not before.
    pub fn start(folder: &Path, pace: Pace) -> Self {
        Self::begin(folder, pace, true)
    }

    /// Like [`Watch::start`], but only polls.
    pub fn start_polling(folder: &Path, pace: Pace) -> Self {
        Self::begin(folder, pace, false)
    }

    fn begin(folder: &Path, pace: Pace, uses_events: bool) -> Self {
        let signal = Arc::new(Signal::default());
        let mut watch = Self {
            folder: folder.to_owned(),
            pace,
            signal,
            uses_events,
            watcher: None,
            watched_folder: None,
            has_missed_change: false,
        };
        watch.listen(folder_mark(folder));
        watch
    }

    /// Blocks until it is time to look; `None` once the watch is stopped.
    pub fn wait(&mut self) -> Option<Reason> {
        let pause = if self.receives_events() { self.pace.with_events } else { self.pace.without_events };
        let is_signalled = self.signal.wait(pause)?;
        if is_signalled {
            self.signal.gather(self.pace.quiet, self.pace.most);
        }
        let may_have_missed_changes = self.keep_listening();
        Some(if is_signalled || may_have_missed_changes { Reason::Event } else { Reason::Poll })
    }

    /// Records that a look found changes. Returns true the first time that a poll found a change without an
    /// event: from then on it polls faster, and that is worth reporting.
    pub fn found_changes(&mut self, reason: Reason) -> bool {
        let is_away = self.uses_events && self.watched_folder.is_none();
        if reason == Reason::Event || is_away {
            return false;
        }
        // Something may change right when a poll is due. Then its event only arrives after the look.
        if self.watcher.is_some() && self.signal.peek(self.pace.most) {
            return false;
        }
        // The operating system may have lost track of the folder without saying so: watch it afresh.
        self.signal.request_restart();
        !std::mem::replace(&mut self.has_missed_change, true)
    }

    /// Whether events arrive for all changes, as far as is known.
    pub fn receives_events(&self) -> bool {
        !self.has_missed_change && self.coverage() == Some(Coverage::Full)
    }

    /// Returns a handle that ends the wait, from any thread.
    pub fn stopper(&self) -> Stopper {
        Stopper(self.signal.clone())
    }

    /// Returns a handle that says that it is time to look, from any thread.
    pub fn waker(&self) -> Waker {
        Waker(self.signal.clone())
    }

    /// Makes sure that the folder that is at this path now is the one that is watched. Returns whether
    /// changes may have been missed, because it was a different folder or could not be watched as a whole.
    fn keep_listening(&mut self) -> bool {
        let watched_folder = folder_mark(&self.folder);
        let moved = self.uses_events && watched_folder != self.watched_folder;
        let partial = self.coverage() == Some(Coverage::Partial);
        if self.signal.take_restart_request() || moved || partial {
            self.listen(watched_folder);
        } else if let Some(watcher) = &mut self.watcher {
            watcher.settle();
        }
        moved || (partial && self.coverage() == Some(Coverage::Full))
    }

    fn coverage(&self) -> Option<Coverage> {
        self.watcher.as_ref().map(FolderWatcher::coverage)
    }

    fn listen(&mut self, watched_folder: Option<FolderMark>) {
        // Drop the old watcher first: it releases what the new one needs.
        self.watcher = None;
        if self.uses_events && watched_folder.is_some() {
            self.watcher = FolderWatcher::open(&self.folder, self.signal.clone());
        }
        self.watched_folder = watched_folder;
    }
}

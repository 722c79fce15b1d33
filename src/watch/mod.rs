//! Floor 8: says when it is time to look at a folder again, and knows nothing of what is in it.
//!
//! An event only says: look. What the machine tells differs from system to system and from editor to editor, so
//! nobody asks it *what* changed. Where it tells nothing (a network drive, a phone's folder, a machine at its
//! limit) a poll says the same, only later.

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
    /// Something was told, or the folder itself went or came.
    Event,
    /// Nothing was told for a while.
    Poll,
}

/// How long things take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// A batch of events is over when nothing came for so long.
    pub quiet: Duration,
    /// A batch of events is over after so long, whatever comes.
    pub most: Duration,
    /// How long it takes to a poll when the machine tells of changes.
    pub beside_events: Duration,
    /// How long it takes to a poll when the machine does not.
    pub without_events: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            quiet: Duration::from_millis(15),
            most: Duration::from_millis(50),
            beside_events: Duration::from_secs(5),
            without_events: Duration::from_secs(1),
        }
    }
}

/// Watches one folder. Its thread ends when it is dropped.
pub struct Watch {
    folder: PathBuf,
    pace: Pace,
    signal: Arc<Signal>,
    /// Whether the machine is asked to tell of changes.
    asks: bool,
    watcher: Option<FolderWatcher>,
    /// Which folder is watched; nothing while there is none.
    stands: Option<FolderMark>,
    /// Whether a poll once found what no event had told.
    missed: bool,
}

impl Watch {
    /// Watches a folder and everything below it. Never fails: where the machine tells nothing, it polls.
    ///
    /// What changes from here on leads to a look; whoever wants to know how things stand now looks after this.
    pub fn start(folder: &Path, pace: Pace) -> Self {
        Self::begin(folder, pace, true)
    }

    /// Like [`Watch::start`], but does not ask the machine and only polls.
    pub fn start_polling(folder: &Path, pace: Pace) -> Self {
        Self::begin(folder, pace, false)
    }

    fn begin(folder: &Path, pace: Pace, asks: bool) -> Self {
        let signal = Arc::new(Signal::default());
        let mut watch = Self {
            folder: folder.to_owned(),
            pace,
            signal,
            asks,
            watcher: None,
            stands: None,
            missed: false,
        };
        watch.listen(folder_mark(folder));
        watch
    }

    /// Blocks until it is time to look; nothing once it was stopped.
    pub fn wait(&mut self) -> Option<Reason> {
        let pause = if self.hears_events() { self.pace.beside_events } else { self.pace.without_events };
        let told = self.signal.wait(pause)?;
        if told {
            self.signal.gather(self.pace.quiet, self.pace.most);
        }
        let escaped = self.keep_listening();
        Some(if told || escaped { Reason::Event } else { Reason::Poll })
    }

    /// The look found changes. True the first time that a poll found what no event had told: from then on it
    /// polls faster, and that is worth saying.
    pub fn found_changes(&mut self, reason: Reason) -> bool {
        let is_away = self.asks && self.stands.is_none();
        if reason == Reason::Event || is_away {
            return false;
        }
        // Something may change right when a poll is due. Then its event was only later than the look.
        if self.watcher.is_some() && self.signal.peek(self.pace.most) {
            return false;
        }
        // The machine may have lost sight of the folder without saying so: ask it once more.
        self.signal.ask_afresh();
        !std::mem::replace(&mut self.missed, true)
    }

    /// Whether the machine tells of changes at all, as far as is known.
    pub fn hears_events(&self) -> bool {
        !self.missed && self.coverage() == Some(Coverage::Whole)
    }

    /// Ends the wait, from any thread.
    pub fn stopper(&self) -> Stopper {
        Stopper(self.signal.clone())
    }

    /// Says that it is time to look, from any thread.
    pub fn waker(&self) -> Waker {
        Waker(self.signal.clone())
    }

    /// Sees to it that the folder which stands here now is the one that is watched. Whether something may have
    /// escaped until now, because it was another folder or could not be watched as a whole.
    fn keep_listening(&mut self) -> bool {
        let stands = folder_mark(&self.folder);
        let moved = self.asks && stands != self.stands;
        let partial = self.coverage() == Some(Coverage::Partial);
        if self.signal.take_afresh() || moved || partial {
            self.listen(stands);
        } else if let Some(watcher) = &mut self.watcher {
            watcher.settle();
        }
        moved || (partial && self.coverage() == Some(Coverage::Whole))
    }

    fn coverage(&self) -> Option<Coverage> {
        self.watcher.as_ref().map(FolderWatcher::coverage)
    }

    fn listen(&mut self, stands: Option<FolderMark>) {
        // The old one first: it lets go of what the new one needs.
        self.watcher = None;
        if self.asks && stands.is_some() {
            self.watcher = FolderWatcher::open(&self.folder, self.signal.clone());
        }
        self.stands = stands;
    }
}

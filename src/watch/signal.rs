//! What the machine's thread and the one that waits have in common: a signal that is raised, or not.

use std::mem::take;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// So many slices in which it is not raised make a quiet. There is no clock here: time is counted in slices.
const SLICES: u32 = 3;

#[derive(Debug, Default)]
pub(super) struct Signal {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    raised: bool,
    afresh: bool,
    stopped: bool,
}

impl Signal {
    /// It is time to look.
    pub(super) fn raise(&self) {
        self.set(|state| state.raised = true);
    }

    /// It is time to look, and what the machine was asked to watch must be asked afresh.
    pub(super) fn raise_afresh(&self) {
        self.set(|state| (state.raised, state.afresh) = (true, true));
    }

    /// What the machine was asked to watch must be asked afresh before the next look.
    pub(super) fn ask_afresh(&self) {
        self.lock().afresh = true;
    }

    /// Whether it was asked to begin afresh; only the first to take it hears so.
    pub(super) fn take_afresh(&self) -> bool {
        take(&mut self.lock().afresh)
    }

    /// Waits until it is raised. Whether it was in this time; nothing once all was stopped.
    pub(super) fn wait(&self, at_most: Duration) -> Option<bool> {
        let mut state = self.pause(at_most, |state| !state.raised && !state.stopped);
        (!state.stopped).then(|| take(&mut state.raised))
    }

    /// Like [`Signal::wait`], but leaves it raised for the next who waits.
    pub(super) fn peek(&self, at_most: Duration) -> bool {
        self.pause(at_most, |state| !state.raised && !state.stopped).raised
    }

    /// Waits until it was quiet for a time, or until it has taken long enough.
    pub(super) fn gather(&self, quiet: Duration, most: Duration) {
        let slice = (quiet / SLICES).max(Duration::from_millis(1));
        let mut silent = 0;
        for _ in 0..most.as_micros() / slice.as_micros() {
            let mut state = self.pause(slice, |state| !state.stopped);
            if state.stopped {
                return;
            }
            silent = if take(&mut state.raised) { 0 } else { silent + 1 };
            if silent == SLICES {
                return;
            }
        }
    }

    fn pause(&self, at_most: Duration, go_on: impl Fn(&State) -> bool) -> MutexGuard<'_, State> {
        let state = self.lock();
        let waited = self.changed.wait_timeout_while(state, at_most, |state| go_on(state));
        waited.unwrap_or_else(PoisonError::into_inner).0
    }

    fn set(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.lock());
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Three booleans cannot be half-changed: a panic elsewhere is no reason to stop.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends the wait of a [`Watch`](super::Watch), from any thread.
#[derive(Clone, Debug)]
pub struct Stopper(pub(super) Arc<Signal>);

impl Stopper {
    /// From now on, waiting gives nothing.
    pub fn stop(&self) {
        self.0.set(|state| state.stopped = true);
    }
}

/// Says to a [`Watch`](super::Watch) that it is time to look, from any thread.
#[derive(Clone, Debug)]
pub struct Waker(pub(super) Arc<Signal>);

impl Waker {
    /// Something changed that the machine does not tell of.
    pub fn wake(&self) {
        self.0.raise();
    }
}

//! The signal between the thread that receives events and the thread that waits for them.

use std::mem::take;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// It is quiet after this many time slices without a signal. Time is counted in slices, without a clock.
const SLICES: u32 = 3;

#[derive(Debug, Default)]
pub(super) struct Signal {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    raised: bool,
    needs_restart: bool,
    stopped: bool,
}

impl Signal {
    /// Says that it is time to look.
    pub(super) fn raise(&self) {
        self.set(|state| state.raised = true);
    }

    /// Says that it is time to look, and that the folder must be watched afresh.
    pub(super) fn raise_and_restart(&self) {
        self.set(|state| (state.raised, state.needs_restart) = (true, true));
    }

    /// Says that the folder must be watched afresh before the next look.
    pub(super) fn request_restart(&self) {
        self.lock().needs_restart = true;
    }

    /// Whether the folder must be watched afresh; resets this, so only the first caller gets true.
    pub(super) fn take_restart_request(&self) -> bool {
        take(&mut self.lock().needs_restart)
    }

    /// Waits until the signal is raised. Returns whether it was raised in time; `None` once it is stopped.
    pub(super) fn wait(&self, at_most: Duration) -> Option<bool> {
        let mut state = self.pause(at_most, |state| !state.raised && !state.stopped);
        (!state.stopped).then(|| take(&mut state.raised))
    }

    /// Like [`Signal::wait`], but leaves the signal raised for the next wait.
    pub(super) fn peek(&self, at_most: Duration) -> bool {
        self.pause(at_most, |state| !state.raised && !state.stopped).raised
    }

    /// Waits until no signal was raised for the time `quiet`, or until the time `most` has passed.
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

    fn pause(&self, at_most: Duration, should_wait: impl Fn(&State) -> bool) -> MutexGuard<'_, State> {
        let state = self.lock();
        let waited = self.changed.wait_timeout_while(state, at_most, |state| should_wait(state));
        waited.unwrap_or_else(PoisonError::into_inner).0
    }

    fn set(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.lock());
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Three booleans cannot be left half changed, so a panic in another thread is no reason to stop.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends the wait of a [`Watch`](super::Watch), from any thread.
#[derive(Clone, Debug)]
pub struct Stopper(pub(super) Arc<Signal>);

impl Stopper {
    /// Stops the watch: from now on, waiting returns `None`.
    pub fn stop(&self) {
        self.0.set(|state| state.stopped = true);
    }
}

/// Says to a [`Watch`](super::Watch) that it is time to look, from any thread.
#[derive(Clone, Debug)]
pub struct Waker(pub(super) Arc<Signal>);

impl Waker {
    /// Says that something changed for which there is no event.
    pub fn wake(&self) {
        self.0.raise();
    }
}

//! Limits how many pixels are processed at once.

use std::sync::{Condvar, Mutex, PoisonError};

/// The pixels that all photos being processed may have together: no more than the largest one may have, so
/// that memory use does not grow with the number of cores.
pub(super) struct PixelBudget {
    free: Mutex<u64>,
    freed: Condvar,
}

/// A part of the budget, given back when it is dropped.
pub(super) struct Reservation<'t> {
    budget: &'t PixelBudget,
    pixels: u64,
}

impl PixelBudget {
    pub(super) fn new(pixels: u64) -> Self {
        Self { free: Mutex::new(pixels), freed: Condvar::new() }
    }

    /// Waits until this many pixels are free, and takes them.
    pub(super) fn reserve(&self, pixels: u64) -> Reservation<'_> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free < pixels {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= pixels;
        Reservation { budget: self, pixels }
    }
}

impl Drop for Reservation<'_> {
    fn drop(&mut self) {
        *self.budget.free.lock().unwrap_or_else(PoisonError::into_inner) += self.pixels;
        self.budget.freed.notify_all();
    }
}

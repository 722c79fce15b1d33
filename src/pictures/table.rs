//! How much is worked on at once.

use std::sync::{Condvar, Mutex, PoisonError};

/// The table on which photos are worked on: together they have no more pixels than the largest one may have, so that
/// memory does not grow with the number of cores.
pub(super) struct Table {
    free: Mutex<u64>,
    freed: Condvar,
}

/// Room on the table, given back when it is dropped.
pub(super) struct Room<'t> {
    table: &'t Table,
    pixels: u64,
}

impl Table {
    pub(super) fn new(pixels: u64) -> Self {
        Self { free: Mutex::new(pixels), freed: Condvar::new() }
    }

    pub(super) fn room(&self, pixels: u64) -> Room<'_> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free < pixels {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= pixels;
        Room { table: self, pixels }
    }
}

impl Drop for Room<'_> {
    fn drop(&mut self) {
        *self.table.free.lock().unwrap_or_else(PoisonError::into_inner) += self.pixels;
        self.table.freed.notify_all();
    }
}

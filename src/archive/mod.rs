//! Floor 1: the door to the library of zip files: many files as one, made the same everywhere, and read with suspicion.

mod make;
mod open;

pub use make::Archiver;
pub use open::{Bounds, Entry, Unsound, entries_of};

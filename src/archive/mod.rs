//! Floor 1: the door to the library of zip files: many files as one, made the same everywhere, and read with suspicion.

mod make;
mod unpack;

pub use make::Archiver;
pub use unpack::{Bounds, Entry, Unsound, begins_with, entries_of, first_of, length_to_name};

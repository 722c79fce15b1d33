//! Floor 1: the only user of the zip library: zip files are written reproducibly and read with suspicion.

mod make;
mod unpack;

pub use make::Archiver;
pub use unpack::{Bounds, Entry, UnpackError, begins_with, entries_of, first_of, length_to_name};

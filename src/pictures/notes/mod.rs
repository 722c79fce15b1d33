//! The metadata of files, such as where a photo was taken: found, reported, and removed on request.

mod byte_reader;
mod piece;
mod jpeg;
mod png;
mod riff;
mod gif;
mod pieces;
mod camera;
mod xmp;
mod document;
mod made_by;
mod messages;
mod look;
mod mismatched;
mod unnamed;
mod clean;

pub use clean::{Cleaned, clean_all};
pub use look::{FileMetadata, MetadataCache, metadata_diagnostics};
pub use unnamed::unnamed_photo_diagnostics;

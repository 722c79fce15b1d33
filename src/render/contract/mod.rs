//! What templates are given: noted while pages are made, so that it is told by what the program does.

mod shape;
mod groups;
mod document;
mod record;

pub use record::Record;

//! What templates are given: noted while pages are made, so that it is told by what the program does.

mod shape;
mod groups;
mod document;
mod meaning;
mod page;
mod record;

pub use meaning::{meaning, meanings};
pub use page::contract_page;
pub use record::Record;

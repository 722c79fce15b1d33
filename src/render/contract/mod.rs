//! The contract with themes: what templates are given, recorded during rendering to match the program.

mod shape;
mod groups;
mod document;
mod meaning;
mod page;
mod record;

pub use meaning::{meaning, meanings};
pub use page::contract_page;
pub use record::Record;

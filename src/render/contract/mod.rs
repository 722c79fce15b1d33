//! What templates are given: noted while pages are made, so that it is told by what the program does.

mod shape;
mod groups;
mod document;
mod meaning;
mod page;
mod record;

use std::sync::OnceLock;

use crate::ground::{Json, parse_json};

pub use meaning::{meaning, meanings};
pub use page::contract_page;
pub use record::Record;

/// The contract as the tests noted it from what this program does: what templates may ask for.
pub const CONTRACT_DOCUMENT: &str = include_str!("../../../themes/contract.json");

/// The same, read.
pub(super) fn noted() -> &'static Json {
    static NOTED: OnceLock<Json> = OnceLock::new();
    NOTED.get_or_init(|| parse_json(CONTRACT_DOCUMENT.as_bytes()).unwrap_or(Json::Null))
}

//! The contract with themes: what templates are given, recorded during rendering to match the program.

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

/// The contract that the tests record from what this program does: what templates may use.
pub const CONTRACT_DOCUMENT: &str = include_str!("../../../themes/contract.json");

/// The same document, parsed.
pub(super) fn recorded() -> &'static Json {
    static RECORDED: OnceLock<Json> = OnceLock::new();
    RECORDED.get_or_init(|| parse_json(CONTRACT_DOCUMENT.as_bytes()).unwrap_or(Json::Null))
}

//! The door to the JSON library: values keep the order in which they were written.

pub use serde_json::{Map as JsonMap, Value as Json, json};

/// JSON on one line.
pub fn compact_json(value: &Json) -> String {
    // What is JSON already can be written.
    serde_json::to_string(value).unwrap_or_default()
}

/// JSON for people: indented, with a line end at the end.
pub fn pretty_json(value: &Json) -> String {
    format!("{value:#}\n")
}

/// Reads JSON; nothing when it is none.
pub fn parse_json(bytes: &[u8]) -> Option<Json> {
    serde_json::from_slice(bytes).ok()
}

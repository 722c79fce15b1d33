//! The only module that uses the JSON library; objects keep their keys in the order in which they were added.

use std::io;

pub use serde_json::{Map as JsonMap, Value as Json, json};

/// Returns a JSON Schema (draft 2020-12) that begins with its dialect and its title.
pub fn json_schema(title: &str, schema: Json) -> Json {
    let mut document = JsonMap::new();
    document.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    document.insert("title".into(), title.into());
    if let Json::Object(map) = schema {
        document.extend(map);
    }
    Json::Object(document)
}

/// Returns a value as JSON on one line.
pub fn compact_json(value: &impl serde::Serialize) -> String {
    // Serialising only fails for maps whose keys are not strings, and we have none.
    serde_json::to_string(value).unwrap_or_default()
}

/// Writes JSON on one line, piece by piece, so that a long list need not be held in memory.
///
/// # Errors
/// Returns the errors of `to`.
pub fn write_json(to: impl io::Write, value: &impl serde::Serialize) -> io::Result<()> {
    serde_json::to_writer(to, value).map_err(io::Error::from)
}

/// Returns JSON for people to read: indented, with a newline at the end.
pub fn pretty_json(value: &Json) -> String {
    format!("{value:#}\n")
}

/// Strips the byte order mark that some Windows programs put in front of a text.
pub fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Reads JSON; `None` when the bytes are not JSON.
pub fn parse_json(bytes: &[u8]) -> Option<Json> {
    serde_json::from_slice(bytes).ok()
}

/// Where bytes stop being JSON of the expected form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// Reads JSON into a known type. Nesting deeper than 128 levels is refused.
///
/// # Errors
/// Fails when the bytes are not JSON, or have a different form.
pub fn parse_json_as<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, NotJson> {
    serde_json::from_slice(bytes).map_err(|error| NotJson { line: error.line(), column: error.column() })
}

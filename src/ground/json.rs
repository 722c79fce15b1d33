//! The door to the JSON library: values keep the order in which they were written.

use std::io;

pub use serde_json::{Map as JsonMap, Value as Json, json};

/// A JSON Schema (draft 2020-12) with its title in front.
pub fn json_schema(title: &str, schema: Json) -> Json {
    let mut document = JsonMap::new();
    document.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    document.insert("title".into(), title.into());
    if let Json::Object(map) = schema {
        document.extend(map);
    }
    Json::Object(document)
}

/// JSON on one line.
pub fn compact_json(value: &impl serde::Serialize) -> String {
    // What has texts as keys can be written.
    serde_json::to_string(value).unwrap_or_default()
}

/// Writes JSON on one line piece by piece, so that a long list need not be held.
///
/// # Errors
/// Those of `to`.
pub fn write_json(to: impl io::Write, value: &impl serde::Serialize) -> io::Result<()> {
    serde_json::to_writer(to, value).map_err(io::Error::from)
}

/// JSON for people: indented, with a line end at the end.
pub fn pretty_json(value: &Json) -> String {
    format!("{value:#}\n")
}

/// The bytes without the mark that some Windows programs put in front of a text.
pub fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Reads JSON; nothing when it is none.
pub fn parse_json(bytes: &[u8]) -> Option<Json> {
    serde_json::from_slice(bytes).ok()
}

/// Why bytes are no JSON of the form that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// Reads JSON of a known form. What lies deeper than 128 levels is refused.
///
/// # Errors
/// When it is no JSON, or of another form.
pub fn parse_json_as<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, NotJson> {
    serde_json::from_slice(bytes).map_err(|error| NotJson { line: error.line(), column: error.column() })
}

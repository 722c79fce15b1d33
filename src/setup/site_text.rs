//! Changes one value in the text of a `site.yaml`, and leaves every other byte as it is.

use crate::ground::SitePath;
use crate::read::{Key, Mapping, Node, SITE_FILE, Span, Value, read_text};

/// The keys of the file; `None` when it cannot be read as keys with values.
pub(super) fn keys_of(text: &str) -> Option<Mapping> {
    let file = read_text(SitePath::new(SITE_FILE)?, &normalised(text));
    let [entry] = <[_; 1]>::try_from(file.entries).ok()?;
    (!entry.damaged && !entry.listed).then_some(entry.fields)
}

/// A value without its spans, which move when a line above grows.
pub(super) fn without_spans(value: &Value) -> Value {
    let without = |node: &Node| Node { value: without_spans(&node.value), span: Span::default() };
    match value {
        Value::Absent | Value::Scalar(_) => value.clone(),
        Value::List(items) => Value::List(items.iter().map(without).collect()),
        Value::Map(mapping) => {
            let key = |key: &Key| Key { text: key.text.clone(), span: Span::default() };
            let entries = mapping.entries.iter().map(|(name, node)| (key(name), without(node)));
            Value::Map(Mapping { entries: entries.collect() })
        }
    }
}

/// The text as the parser sees it: without a byte order mark, and with one kind of line ending.
fn normalised(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n")
}

/// Maps a position in the normalised text to the text itself.
pub(super) fn position(text: &str, plain: usize) -> usize {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut seen = 0;
    for (at, byte) in text.bytes().enumerate().skip(start) {
        if seen == plain {
            return at;
        }
        if byte != b'\r' || text.as_bytes().get(at + 1) != Some(&b'\n') {
            seen += 1;
        }
    }
    text.len()
}

/// Returns the text with another value for a key.
pub(super) fn with_value(text: &str, key: &Key, node: &Node, word: &str) -> String {
    let (start, end) = (position(text, node.span.range().start), position(text, node.span.range().end));
    let old = text.get(start..end).unwrap_or("");
    if !old.trim().is_empty() && !old.contains(['\n', '\r', ':']) {
        return format!("{}{word}{}", &text[..start], &text[end..]);
    }
    // The key has no value yet.
    let from = position(text, key.span.range().end);
    let colon = text[from..].find(':').map_or(text.len(), |at| from + at + 1);
    format!("{} {word}{}", &text[..colon], &text[colon..])
}

/// Returns what to put between a text and a line that is added to it, and the line ending of its lines.
pub(super) fn separator_and_line_end(text: &str) -> (&'static str, &'static str) {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let between = if text.is_empty() || text.ends_with(['\n', '\r']) { "" } else { line_end };
    (between, line_end)
}

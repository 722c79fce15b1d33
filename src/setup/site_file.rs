//! Writes the name of the host into a `site.yaml`, and leaves every other byte as it is.

use crate::ground::{SitePath, Speech, fold};
use crate::read::{Key, Mapping, Node, SITE_FILE, Span, Value, read_text};
use crate::village::{Choices, Described, Host, Settings};

/// The text of a `site.yaml` that names this host; the same text when it did so already. Nothing when the file is
/// written in a way in which a line cannot safely be changed or added.
pub fn with_host(text: &str, host: Host, speech: Speech) -> Option<String> {
    let before = keys_of(text)?;
    let word = host.word().label.in_speech(speech);
    let given = before.entries.iter().find(|(key, _)| is_host(key));
    if given.is_some_and(|(_, node)| means(node, host)) {
        return Some(text.to_owned());
    }
    let changed = match given {
        Some((key, node)) => in_place(text, key, node, word),
        None => appended(text, word),
    };
    // The reader has the last word: the host is as asked for, and nothing else came or went.
    let after = keys_of(&changed)?;
    let others = |keys: &Mapping| -> Vec<(String, Value)> {
        let others = keys.entries.iter().filter(|(key, _)| !is_host(key));
        others.map(|(key, node)| (key.text.clone(), bare(&node.value))).collect()
    };
    let is_right = after.entries.iter().any(|(key, node)| is_host(key) && means(node, host));
    (is_right && others(&before) == others(&after)).then_some(changed)
}

/// The keys of the file; nothing when it cannot be read as keys with values.
fn keys_of(text: &str) -> Option<Mapping> {
    let file = read_text(SitePath::new(SITE_FILE)?, &plain(text));
    let [entry] = <[_; 1]>::try_from(file.entries).ok()?;
    (!entry.damaged && !entry.listed).then_some(entry.fields)
}

fn is_host(key: &Key) -> bool {
    let field = Settings::FIELDS.iter().find(|field| field.en == "host");
    field.is_some_and(|field| field.names().any(|name| fold(name) == fold(&key.text)))
}

fn means(node: &Node, host: Host) -> bool {
    match &node.value {
        Value::Scalar(typed) => host.word().spellings().any(|spelling| fold(spelling) == fold(typed)),
        _ => false,
    }
}

/// A value without its places, which move when a line above grows.
fn bare(value: &Value) -> Value {
    let without = |node: &Node| Node { value: bare(&node.value), span: Span::default() };
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

/// The text as the reader sees it: without a mark in front, and with one kind of line end.
fn plain(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n")
}

/// Where a position of the plain text is in the text itself.
fn position(text: &str, plain: usize) -> usize {
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

fn in_place(text: &str, key: &Key, node: &Node, word: &str) -> String {
    let (start, end) = (position(text, node.span.range().start), position(text, node.span.range().end));
    let old = text.get(start..end).unwrap_or("");
    if !old.trim().is_empty() && !old.contains(['\n', '\r', ':']) {
        return format!("{}{word}{}", &text[..start], &text[end..]);
    }
    // Nothing stands behind the key yet.
    let from = position(text, key.span.range().end);
    let colon = text[from..].find(':').map_or(text.len(), |at| from + at + 1);
    format!("{} {word}{}", &text[..colon], &text[colon..])
}

fn appended(text: &str, word: &str) -> String {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let between = if text.is_empty() || text.ends_with(['\n', '\r']) { "" } else { line_end };
    format!("{text}{between}host: {word}{line_end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> Option<String> {
        with_host(text, Host::Codeberg, Speech::Dutch)
    }

    #[test]
    fn only_the_value_changes() {
        for (before, after) in [
            (
                "naam: Ee # klein\nhost: github # hier\ntaal: nl\n",
                "naam: Ee # klein\nhost: codeberg # hier\ntaal: nl\n",
            ),
            ("naam: Ee\r\nhost: 'github'\r\ntaal: nl\r\n", "naam: Ee\r\nhost: codeberg\r\ntaal: nl\r\n"),
            ("\u{feff}naam: Één\r\nhosting:   gihtub\r\n", "\u{feff}naam: Één\r\nhosting:   codeberg\r\n"),
            ("naam: Ee\nhost:\ntaal: nl", "naam: Ee\nhost: codeberg\ntaal: nl"),
            ("naam: Ee\nhost: # nog niet\n", "naam: Ee\nhost: codeberg # nog niet\n"),
            ("naam: Ee\nhost: \"\"\n", "naam: Ee\nhost: codeberg\n"),
        ] {
            assert_eq!(set(before).as_deref(), Some(after), "{before:?}");
        }
    }

    #[test]
    fn a_line_is_added_when_there_is_none() {
        for (before, after) in [
            ("naam: Ee\n", "naam: Ee\nhost: codeberg\n"),
            ("naam: Ee", "naam: Ee\nhost: codeberg\n"),
            ("naam: Ee\r\n# einde", "naam: Ee\r\n# einde\r\nhost: codeberg\r\n"),
            ("naam: Ee\nwelkom: |\n  Hallo\n", "naam: Ee\nwelkom: |\n  Hallo\nhost: codeberg\n"),
        ] {
            assert_eq!(set(before).as_deref(), Some(after), "{before:?}");
        }
    }

    #[test]
    fn what_was_right_stays_as_it_was_written() {
        let text = "naam: Ee\nhost: Codeberg Pages   # ja\n";
        assert_eq!(set(text).as_deref(), Some(text));
    }

    #[test]
    fn a_file_that_cannot_be_changed_safely_is_left_alone() {
        for text in [
            "{naam: Ee, taal: nl}\n",
            "- naam: Ee\n",
            "naam: [Ee\n",
            "naam: Ee\nhost: [a, b]\n",
            "  naam: Ee\n",
        ] {
            assert_eq!(set(text), None, "{text:?}");
        }
    }
}

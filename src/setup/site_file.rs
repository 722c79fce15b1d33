//! Writes the name of the host into a `site.yaml`, and leaves every other byte as it is.

use super::site_text::{keys_of, separator_and_line_end, with_value, without_spans};
use crate::ground::{Locale, fold};
use crate::read::{Key, Mapping, Node, Value};
use crate::village::{Choices, Described, Host, Settings};

/// Returns the text of a `site.yaml` with this host; unchanged when it already has it. `None` when the file
/// is written in such a way that a line cannot safely be changed or added.
pub fn with_host(text: &str, host: Host, locale: Locale) -> Option<String> {
    let before = keys_of(text)?;
    let word = host.word().label.in_locale(locale);
    let given = before.entries.iter().find(|(key, _)| is_host(key));
    if given.is_some_and(|(_, node)| names_host(node, host)) {
        return Some(text.to_owned());
    }
    let changed = match given {
        Some((key, node)) => with_value(text, key, node, word),
        None => with_host_line(text, word),
    };
    // The parser has the last word: the host is as requested, and nothing else has changed.
    let after = keys_of(&changed)?;
    let others = |keys: &Mapping| -> Vec<(String, Value)> {
        let others = keys.entries.iter().filter(|(key, _)| !is_host(key));
        others.map(|(key, node)| (key.text.clone(), without_spans(&node.value))).collect()
    };
    let is_right = after.entries.iter().any(|(key, node)| is_host(key) && names_host(node, host));
    (is_right && others(&before) == others(&after)).then_some(changed)
}

fn is_host(key: &Key) -> bool {
    let field = Settings::FIELDS.iter().find(|field| field.en == "host");
    field.is_some_and(|field| field.names().any(|name| fold(name) == fold(&key.text)))
}

fn names_host(node: &Node, host: Host) -> bool {
    match &node.value {
        Value::Scalar(typed) => host.word().spellings().any(|spelling| fold(spelling) == fold(typed)),
        _ => false,
    }
}

fn with_host_line(text: &str, word: &str) -> String {
    let (between, line_end) = separator_and_line_end(text);
    format!("{text}{between}host: {word}{line_end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> Option<String> {
        with_host(text, Host::Codeberg, Locale::Dutch)
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
    fn a_correct_value_stays_as_written() {
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

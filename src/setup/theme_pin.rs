//! Writes the theme of a site and its version into a `site.yaml`, and leaves every other byte as it is.

use super::site_text::{keys_of, position, separator_and_line_end, with_value, without_spans};
use crate::field::{Described, FieldInfo};
use crate::ground::{Checksum, Locale, Version, fold};
use crate::read::{Key, Mapping, Node, Value};
use crate::village::{Settings, ThemeChoice};

/// The theme of a site, and the checksum of its package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The name of the theme.
    pub name: String,
    /// Its version.
    pub version: Version,
    /// The checksum of its package.
    pub hash: Checksum,
}

/// The keys of a pin, in the order in which they are written.
const KEYS: [&str; 3] = ["name", "version", "hash"];

impl Pin {
    fn values(&self) -> [String; 3] {
        [self.name.clone(), self.version.to_string(), self.hash.to_string()]
    }
}

/// Returns the lines as they should be in a `site.yaml`.
pub fn pin_lines(pin: &Pin, locale: Locale) -> String {
    theme_lines(pin, locale, "\n")
}

fn theme_lines(pin: &Pin, locale: Locale, line_end: &str) -> String {
    let theme = word_of(Settings::FIELDS, "theme", locale);
    let mut text = format!("{theme}:{line_end}");
    for (key, value) in KEYS.iter().zip(pin.values()) {
        let word = word_of(ThemeChoice::FIELDS, key, locale);
        text.push_str(&format!("  {word}: {value}{line_end}"));
    }
    text
}

/// Returns the text of a `site.yaml` with this theme. `None` when the file is written in such a way that its
/// lines cannot safely be changed or added.
pub fn with_theme(text: &str, pin: &Pin, locale: Locale) -> Option<String> {
    let before = keys_of(text)?;
    let locale = locale_of(&before, locale);
    let changed = match theme_of(&before) {
        None => {
            let (between, line_end) = separator_and_line_end(text);
            format!("{text}{between}{}", theme_lines(pin, locale, line_end))
        }
        Some((key, Node { value: Value::Scalar(_) | Value::Absent, .. })) => {
            as_group(text, key, pin, locale)?
        }
        Some((_, Node { value: Value::Map(_), .. })) => with_group_filled(text, pin, locale)?,
        Some(_) => return None,
    };
    // The parser has the last word: the theme is as requested, and nothing else has changed.
    let after = keys_of(&changed)?;
    let Some((_, Node { value: Value::Map(group), .. })) = theme_of(&after) else { return None };
    let is_right = KEYS.iter().zip(pin.values()).all(|(key, value)| {
        let given = field_of(group, key);
        given.is_some_and(|(_, node)| matches!(&node.value, Value::Scalar(typed) if *typed == value))
    });
    (is_right && other_settings(&before) == other_settings(&after)).then_some(changed)
}

/// Returns the text of a `site.yaml` without a theme; the settings of the theme stay. `None` when the file is
/// written in such a way that lines cannot safely be removed.
pub fn without_theme(text: &str) -> Option<String> {
    let before = keys_of(text)?;
    let Some((key, node)) = theme_of(&before) else { return Some(text.to_owned()) };
    let mut changed = text.to_owned();
    match &node.value {
        Value::Map(group) if group.entries.iter().any(|(key, _)| !is_pin(key)) => {
            let own: Vec<&(Key, Node)> = group.entries.iter().filter(|(key, _)| is_pin(key)).collect();
            for (key, node) in own.into_iter().rev() {
                changed = without_lines(&changed, key, node)?;
            }
        }
        Value::Map(group) => {
            let (_, last) = group.entries.last()?;
            changed = without_lines(text, key, last)?;
        }
        _ => changed = without_lines(text, key, node)?,
    }
    let after = keys_of(&changed)?;
    let is_gone = match theme_of(&after) {
        Some((_, Node { value: Value::Map(group), .. })) => !group.entries.iter().any(|(key, _)| is_pin(key)),
        other => other.is_none(),
    };
    (is_gone && other_settings(&before) == other_settings(&after)).then_some(changed)
}

/// Returns the text without the lines from a key to the end of its value.
fn without_lines(text: &str, key: &Key, node: &Node) -> Option<String> {
    let start = line_start(text, position(text, key.span.range().start));
    let end = node.span.range().end.max(key.span.range().end);
    let end = line_end_of(text, position(text, end));
    Some(format!("{}{}", text.get(..start)?, text.get(end..)?))
}

fn theme_of(keys: &Mapping) -> Option<&(Key, Node)> {
    let field = Settings::FIELDS.iter().find(|field| field.en == "theme")?;
    keys.entries.iter().find(|(key, _)| is_named(field, key))
}

fn field_of<'m>(group: &'m Mapping, name: &str) -> Option<&'m (Key, Node)> {
    let field = ThemeChoice::FIELDS.iter().find(|field| field.en == name)?;
    group.entries.iter().find(|(key, _)| is_named(field, key))
}

fn is_named(field: &FieldInfo, key: &Key) -> bool {
    field.names().any(|name| fold(name) == fold(&key.text))
}

fn is_pin(key: &Key) -> bool {
    ThemeChoice::FIELDS.iter().any(|field| KEYS.contains(&field.en) && is_named(field, key))
}

fn word_of(fields: &[FieldInfo], name: &'static str, locale: Locale) -> &'static str {
    fields.iter().find(|field| field.en == name).map_or(name, |field| field.name(locale))
}

/// The language of most of the keys.
fn locale_of(keys: &Mapping, locale: Locale) -> Locale {
    let count = |word: fn(&FieldInfo) -> &'static str| {
        let differs = |field: &&FieldInfo| field.nl != field.en;
        let is_word =
            |key: &Key| Settings::FIELDS.iter().filter(differs).any(|field| word(field) == key.text);
        keys.entries.iter().filter(|(key, _)| is_word(key)).count()
    };
    match count(|field| field.nl).cmp(&count(|field| field.en)) {
        std::cmp::Ordering::Greater => Locale::Dutch,
        std::cmp::Ordering::Less => Locale::English,
        std::cmp::Ordering::Equal => locale,
    }
}

/// Everything but the name, version and hash of the theme.
fn other_settings(keys: &Mapping) -> Vec<(String, Value)> {
    let mut rest = Vec::new();
    let theme = theme_of(keys).map(|(key, _)| key);
    for (key, node) in &keys.entries {
        match &node.value {
            Value::Map(group) if Some(key) == theme => {
                let others = group.entries.iter().filter(|(key, _)| !is_pin(key));
                rest.extend(
                    others.map(|(key, node)| (format!("theme.{}", key.text), without_spans(&node.value))),
                );
            }
            _ if Some(key) == theme => {}
            value => rest.push((key.text.clone(), without_spans(value))),
        }
    }
    rest
}

/// Turns `thema: overijssel` into a group of lines.
fn as_group(text: &str, key: &Key, pin: &Pin, locale: Locale) -> Option<String> {
    let keys = keys_of(text)?;
    let (_, node) = theme_of(&keys)?;
    let (start, end) = (position(text, node.span.range().start), position(text, node.span.range().end));
    let old = text.get(start..end)?;
    if old.contains(['\n', '\r']) {
        return None;
    }
    let line = line_start(text, position(text, key.span.range().start));
    let (before, after) = if old.trim().is_empty() {
        text.split_at_checked(position(text, key.span.range().end))?
    } else {
        (text.get(..start)?, text.get(end..)?)
    };
    let is_bare = after.lines().next().is_none_or(|rest| rest.trim().is_empty());
    let before = if is_bare { before.trim_end_matches(' ') } else { before };
    let emptied = format!("{before}{after}");
    let at = line_end_of(&emptied, line);
    let (between, line_end) = separator_and_line_end(emptied.get(..at)?);
    let line_end = if text.contains("\r\n") { "\r\n" } else { line_end };
    let all = theme_lines(pin, locale, line_end);
    let (_, inner) = all.split_once(line_end)?;
    Some(format!("{}{between}{inner}{}", emptied.get(..at)?, emptied.get(at..)?))
}

/// Sets the values in an existing group, and adds the lines that are missing.
fn with_group_filled(text: &str, pin: &Pin, locale: Locale) -> Option<String> {
    let mut text = text.to_owned();
    for (number, (name, value)) in KEYS.iter().zip(pin.values()).enumerate() {
        let keys = keys_of(&text)?;
        let (_, Node { value: Value::Map(group), .. }) = theme_of(&keys)? else { return None };
        if let Some((key, node)) = field_of(group, name) {
            let is_right = matches!(&node.value, Value::Scalar(typed) if *typed == value);
            if !is_right {
                text = with_value(&text, key, node, &value);
            }
            continue;
        }
        let (first, _) = group.entries.first()?;
        let first = position(&text, first.span.range().start);
        let indent = text.get(line_start(&text, first)..first).filter(|indent| indent.trim().is_empty())?;
        let word = word_of(ThemeChoice::FIELDS, name, locale);
        let above = number.checked_sub(1).and_then(|above| field_of(group, KEYS[above]));
        let at = match above {
            Some((key, node)) => {
                let end = node.span.range().end.max(key.span.range().end);
                line_end_of(&text, position(&text, end))
            }
            None => line_start(&text, first),
        };
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let between = separator_and_line_end(&text[..at]).0;
        let between = if between.is_empty() { "" } else { line_end };
        text = format!("{}{between}{indent}{word}: {value}{line_end}{}", &text[..at], &text[at..]);
    }
    Some(text)
}

/// Where the line with this position begins.
fn line_start(text: &str, at: usize) -> usize {
    text[..at]
        .rfind(['\n', '\r', '\u{feff}'])
        .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8))
}

/// Where the line with this position ends, after its line ending.
fn line_end_of(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::checksum;

    fn pin() -> Pin {
        let version = Version { major: 1, minor: 1, patch: 0 };
        Pin { name: "overijssel".to_owned(), version, hash: checksum(b"pakket") }
    }

    fn set(text: &str) -> Option<String> {
        let hash = pin().hash.to_string();
        with_theme(text, &pin(), Locale::Dutch).map(|text| text.replace(&hash, "HASH"))
    }

    #[test]
    fn only_the_theme_lines_change() {
        for (before, after) in [
            ("naam: Ee\n", "naam: Ee\nthema:\n  naam: overijssel\n  versie: 1.1.0\n  controlegetal: HASH\n"),
            ("name: Ee", "name: Ee\ntheme:\n  name: overijssel\n  version: 1.1.0\n  hash: HASH\n"),
            (
                "naam: Ee\r\n# einde\r\n",
                "naam: Ee\r\n# einde\r\nthema:\r\n  naam: overijssel\r\n  versie: 1.1.0\r\n  controlegetal: HASH\r\n",
            ),
            (
                "naam: Ee\nthema: drenthe # ons\ntaal: nl\n",
                "naam: Ee\nthema:  # ons\n  naam: overijssel\n  versie: 1.1.0\n  controlegetal: HASH\ntaal: nl\n",
            ),
            (
                "naam: Ee\nthema: drenthe",
                "naam: Ee\nthema:\n  naam: overijssel\n  versie: 1.1.0\n  controlegetal: HASH\n",
            ),
            (
                "naam: Ee\nthema:\ntaal: nl\n",
                "naam: Ee\nthema:\n  naam: overijssel\n  versie: 1.1.0\n  controlegetal: HASH\ntaal: nl\n",
            ),
            (
                "\u{feff}thema:\r\n    naam: \"drenthe\"   # ons\r\n    instellingen:\r\n      hoeken: rond\r\nnaam: Ée\r\n",
                "\u{feff}thema:\r\n    naam: overijssel   # ons\r\n    versie: 1.1.0\r\n    controlegetal: HASH\r\n    instellingen:\r\n      hoeken: rond\r\nnaam: Ée\r\n",
            ),
            (
                "naam: Ee\nthema:\n  instellingen:\n    hoeken: rond\n  controlegetal: oud\n  versie: 1.0\n",
                "naam: Ee\nthema:\n  naam: overijssel\n  instellingen:\n    hoeken: rond\n  controlegetal: HASH\n  versie: 1.1.0\n",
            ),
        ] {
            assert_eq!(set(before).as_deref(), Some(after), "{before:?}");
        }
    }

    #[test]
    fn a_file_that_cannot_be_changed_safely_is_left_alone() {
        for text in [
            "naam: Ee\nthema: {naam: drenthe}\n",
            "naam: Ee\nthema: [drenthe]\n",
            "{naam: Ee}\n",
            "naam: [Ee\n",
            "naam: Ee\nthema: |\n  drenthe\n",
            "- naam: Ee\n",
        ] {
            assert_eq!(set(text), None, "{text:?}");
        }
    }

    #[test]
    fn removing_a_theme_keeps_its_settings() {
        for (before, after) in [
            ("naam: Ee\nthema: drenthe\ntaal: nl\n", "naam: Ee\ntaal: nl\n"),
            ("naam: Ee\nthema:\n  naam: drenthe\n  versie: 1.0.0\ntaal: nl\n", "naam: Ee\ntaal: nl\n"),
            (
                "naam: Ee\nthema:\n  naam: drenthe\n  instellingen:\n    hoeken: rond\n  versie: 1.0.0\n",
                "naam: Ee\nthema:\n  instellingen:\n    hoeken: rond\n",
            ),
            ("naam: Ee\n", "naam: Ee\n"),
        ] {
            assert_eq!(without_theme(before).as_deref(), Some(after), "{before:?}");
        }
    }
}

//! The words of a theme in one language: short texts by their keys, some with a singular and a plural form.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::layer::Layer;
use super::messages;
use crate::ground::{Language, Locale, Pair, Remarks};
use crate::read::{Node, TextFile, Value, text_of};

/// A tree of words.
#[derive(Clone, Debug, PartialEq)]
pub enum Words {
    /// A text, perhaps with places to fill in: `{n}`, `{date}`.
    Text(String),
    /// Texts in order, such as the names of the months.
    List(Vec<String>),
    /// Words by their keys.
    Map(BTreeMap<String, Words>),
}

impl Default for Words {
    fn default() -> Self {
        Self::Map(BTreeMap::new())
    }
}

impl Words {
    /// Returns what is at this key, such as `dates.months`.
    pub fn get(&self, key: &str) -> Option<&Words> {
        key.split('.').try_fold(self, |words, part| match words {
            Self::Map(map) => map.get(part),
            _ => None,
        })
    }

    /// Keeps only these keys of a group.
    #[must_use]
    pub fn only(self, keys: &[&str]) -> Self {
        match self {
            Self::Map(map) => Self::Map(map.into_iter().filter(|(key, _)| keys.contains(&&**key)).collect()),
            other => other,
        }
    }

    /// Returns the keys of everything in it, groups included: `dates`, `dates.months`.
    pub fn keys(&self) -> Vec<String> {
        let Self::Map(map) = self else { return Vec::new() };
        let all = map.iter().flat_map(|(key, words)| {
            let below = words.keys().into_iter().map(move |inner| format!("{key}.{inner}"));
            [key.clone()].into_iter().chain(below)
        });
        all.collect()
    }

    /// Returns the text at this key, or the key itself if the theme has no such word, so that this shows.
    pub fn text<'w>(&'w self, key: &'w str) -> &'w str {
        match self.get(key) {
            Some(Self::Text(text)) => text,
            _ => key,
        }
    }

    /// Returns a text from the list at this key.
    pub fn nth<'w>(&'w self, key: &'w str, index: usize) -> &'w str {
        match self.get(key) {
            Some(Self::List(list)) => list.get(index).map_or(key, String::as_str),
            _ => key,
        }
    }

    /// Returns a word from one of the program's lists, such as `koffieochtend`: as the theme has it among its
    /// `labels`, by its Dutch name, or else as the program has it.
    pub fn label(&self, word: Pair, locale: Locale) -> &str {
        self.own_label(word.nl).unwrap_or(word.in_locale(locale))
    }

    /// Returns what the theme itself calls a word that is known by its Dutch name.
    pub fn own_label(&self, nl: &str) -> Option<&str> {
        let Self::Map(map) = self else { return None };
        let Some(Self::Map(labels)) = map.get("labels") else { return None };
        match labels.get(nl) {
            Some(Self::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Returns the text at this key with its places filled in.
    pub fn filled(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// Lays `other` over this: what it has counts, and what it lacks stays.
    pub(super) fn lay_over(&mut self, other: Words) {
        match (self, other) {
            (Self::Map(below), Self::Map(above)) => {
                for (key, words) in above {
                    match below.get_mut(&key) {
                        Some(there) => there.lay_over(words),
                        None => {
                            below.insert(key, words);
                        }
                    }
                }
            }
            (there, above) => *there = above,
        }
    }
}

/// Puts values in their places: `{n} plekken`.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    fill_by(text, |name, out| {
        let value = values.iter().find(|(key, _)| *key == name);
        value.map(|(_, value)| out.push_str(value)).is_some()
    })
}

/// Does the same, one value at a time: `put` adds the value with this name, or returns that there is none.
pub fn fill_by(text: &str, put: impl Fn(&str, &mut String) -> bool) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('{') {
        out.push_str(before);
        match tail.split_once('}') {
            Some((name, after)) if put(name, &mut out) => rest = after,
            _ => {
                out.push('{');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Returns the languages whose words lie over each other, lowest first. What Frisian, Low Saxon, English or
/// German lacks is shown in Dutch: a new word is written there first, and everybody in a Dutch village can
/// read it. No other language is borrowed from, so that a page never mixes more than two.
pub(super) fn language_chain(language: Language) -> Vec<Language> {
    match language {
        Language::Dutch => vec![Language::Dutch],
        Language::Frisian | Language::LowSaxon | Language::English | Language::German => {
            vec![Language::Dutch, language]
        }
    }
}

/// Returns the words of all layers in one language, laid over those on which it falls back.
pub(super) fn words_in(layers: &[Arc<Layer>], language: Language, remarks: &mut Remarks) -> Words {
    let mut words = Words::default();
    for language in language_chain(language) {
        words.lay_over(own_words(layers, language, remarks));
    }
    words
}

/// Returns the words of all layers in one language only.
pub(super) fn own_words(layers: &[Arc<Layer>], language: Language, remarks: &mut Remarks) -> Words {
    let mut words = Words::default();
    for layer in layers {
        for (path, _, bytes) in layer.files_in("words").filter(|(path, ..)| path.stem() == language.tag()) {
            let file = match text_of(layer.shown(path), bytes) {
                Ok(file) => file,
                Err(remark) => {
                    remarks.add(*remark);
                    continue;
                }
            };
            remarks.extend(file.remarks.iter().cloned());
            if let Some(entry) = file.entries.first() {
                let entries = entry.fields.entries.iter();
                let map = entries
                    .filter_map(|(key, node)| Some((key.text.clone(), words_of_node(node, &file, remarks)?)));
                words.lay_over(Words::Map(map.collect()));
            }
        }
    }
    words
}

/// Returns the words at a node of the file, and reports what is not a word.
fn words_of_node(node: &Node, file: &TextFile, remarks: &mut Remarks) -> Option<Words> {
    match &node.value {
        Value::Absent => Some(Words::Text(String::new())),
        Value::Scalar(text) => Some(Words::Text(text.clone())),
        Value::Map(map) => {
            let entries = map.entries.iter();
            Some(Words::Map(
                entries
                    .filter_map(|(key, node)| Some((key.text.clone(), words_of_node(node, file, remarks)?)))
                    .collect(),
            ))
        }
        Value::List(items) => {
            let texts = items.iter().filter_map(|item| match &item.value {
                Value::Scalar(text) => Some(text.clone()),
                _ => {
                    remarks.add(messages::no_word(file.place(item.span)));
                    None
                }
            });
            Some(Words::List(texts.collect()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::SitePath;
    use crate::read::HeldFile;

    fn layer(name: &str, files: &[(&str, &str)]) -> Arc<Layer> {
        let file = |(path, text): &(&str, &str)| {
            Some(HeldFile { path: SitePath::new(path)?, bytes: text.as_bytes().to_vec() })
        };
        Arc::new(Layer::new(name, name, files.iter().filter_map(file)))
    }

    #[test]
    fn a_language_falls_back_and_layers_override_each_other() {
        let layers = [
            layer(
                "lvkk",
                &[("words/nl.yaml", "a: een\nb: twee\nlijst: [x, y]\n"), ("words/fy.yaml", "a: ien\n")],
            ),
            layer("thema", &[("words/nl.yaml", "b: twee!\n")]),
        ];
        let mut remarks = Remarks::default();
        let words = words_in(&layers, Language::Frisian, &mut remarks);
        assert_eq!((words.text("a"), words.text("b"), words.nth("lijst", 1)), ("ien", "twee!", "y"));
        assert_eq!(words.text("c.d"), "c.d");
        assert_eq!(fill("{n} van {m}, {niets} {", &[("n", "1"), ("m", "{n}")]), "1 van {n}, {niets} {");
    }

    #[test]
    fn text_missing_in_a_language_falls_back_to_dutch() {
        let file = |language: Language| format!("words/{}.yaml", language.tag());
        let files =
            Language::ALL.map(|language| (file(language), format!("{0}: {0}\neigen: {0}\n", language.tag())));
        let layers = [layer("lvkk", &files.each_ref().map(|(path, text)| (path.as_str(), text.as_str())))];
        for language in Language::ALL {
            let words = words_in(&layers, language, &mut Remarks::default());
            assert_eq!(words.text("eigen"), language.tag());
            for other in Language::ALL {
                let is_known = other == language || other == Language::Dutch;
                assert_eq!(words.get(other.tag()).is_some(), is_known, "{other:?} in {language:?}");
            }
        }
    }

    #[test]
    fn a_label_comes_from_the_theme_or_else_from_the_program() {
        let layers = [layer("lvkk", &[("words/fy.yaml", "labels:\n  open inloop: frije ynrin\n")])];
        let words = words_in(&layers, Language::Frisian, &mut Remarks::default());
        let known = Pair::new("open inloop", "drop-in");
        assert_eq!(words.label(known, Locale::Dutch), "frije ynrin");
        assert_eq!(words.label(Pair::new("lezing", "talk"), Locale::Dutch), "lezing");
        assert_eq!(Words::default().label(known, Locale::English), "drop-in");
    }
}

//! The words of a theme in one language: short texts by their key, some with a form for one and for more.

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
    /// Words by their key.
    Map(BTreeMap<String, Words>),
}

impl Default for Words {
    fn default() -> Self {
        Self::Map(BTreeMap::new())
    }
}

impl Words {
    /// What stands at this key, such as `dates.months`.
    pub fn get(&self, key: &str) -> Option<&Words> {
        key.split('.').try_fold(self, |words, part| match words {
            Self::Map(map) => map.get(part),
            _ => None,
        })
    }

    /// Of a group, only what has one of these keys.
    #[must_use]
    pub fn only(self, keys: &[&str]) -> Self {
        match self {
            Self::Map(map) => Self::Map(map.into_iter().filter(|(key, _)| keys.contains(&&**key)).collect()),
            other => other,
        }
    }

    /// The keys of everything in it, groups as well: `dates`, `dates.months`.
    pub fn keys(&self) -> Vec<String> {
        let Self::Map(map) = self else { return Vec::new() };
        let all = map.iter().flat_map(|(key, words)| {
            let below = words.keys().into_iter().map(move |inner| format!("{key}.{inner}"));
            [key.clone()].into_iter().chain(below)
        });
        all.collect()
    }

    /// The text at this key; the key itself when the theme has no such word, so that its lack shows.
    pub fn text<'w>(&'w self, key: &'w str) -> &'w str {
        match self.get(key) {
            Some(Self::Text(text)) => text,
            _ => key,
        }
    }

    /// The text in a list at this key.
    pub fn nth<'w>(&'w self, key: &'w str, index: usize) -> &'w str {
        match self.get(key) {
            Some(Self::List(list)) => list.get(index).map_or(key, String::as_str),
            _ => key,
        }
    }

    /// A word of one of the program's lists, such as `koffieochtend`: as the theme has it among its `labels`, which
    /// stand there by their Dutch name, or else as the program has it.
    pub fn label(&self, word: Pair, locale: Locale) -> &str {
        self.own_label(word.nl).unwrap_or(word.in_locale(locale))
    }

    /// What the theme itself calls a word that is known by its Dutch name.
    pub fn own_label(&self, nl: &str) -> Option<&str> {
        let Self::Map(map) = self else { return None };
        let Some(Self::Map(labels)) = map.get("labels") else { return None };
        match labels.get(nl) {
            Some(Self::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The text at this key with its places filled in.
    pub fn filled(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// Lays `other` over this: what it has counts, what it lacks stays.
    pub(super) fn lay(&mut self, other: Words) {
        match (self, other) {
            (Self::Map(below), Self::Map(above)) => {
                for (key, words) in above {
                    match below.get_mut(&key) {
                        Some(there) => there.lay(words),
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

/// The same, asking for one value at a time: `put` adds the one with this name, or says that there is none.
pub fn fill_by(text: &str, put: impl Fn(&str, &mut String) -> bool) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        out.push_str(before);
        match behind.split_once('}') {
            Some((name, after)) if put(name, &mut out) => rest = after,
            _ => {
                out.push('{');
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The languages whose words lie over each other, the lowest first. What Frisian, Low Saxon, English or German lacks
/// is said in Dutch: that is where a new word is written first, and what everybody in a Dutch village can read. No
/// language borrows from another, so that a page never speaks more than two.
pub(super) fn language_chain(language: Language) -> Vec<Language> {
    match language {
        Language::Dutch => vec![Language::Dutch],
        Language::Frisian | Language::LowSaxon | Language::English | Language::German => {
            vec![Language::Dutch, language]
        }
    }
}

/// The words of all layers in one language, laid over those it falls back on.
pub(super) fn words_in(layers: &[Arc<Layer>], language: Language, remarks: &mut Remarks) -> Words {
    let mut words = Words::default();
    for language in language_chain(language) {
        words.lay(own_words(layers, language, remarks));
    }
    words
}

/// The words of all layers in one language, and in no other.
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
                words.lay(Words::Map(map.collect()));
            }
        }
    }
    words
}

/// The words that stand at a node of the file; what is none is told.
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
    fn a_language_falls_back_and_a_layer_lies_over_another() {
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
    fn what_a_language_lacks_is_said_in_dutch() {
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
    fn a_word_of_a_list_is_the_theme_s_or_else_the_program_s() {
        let layers = [layer("lvkk", &[("words/fy.yaml", "labels:\n  open inloop: frije ynrin\n")])];
        let words = words_in(&layers, Language::Frisian, &mut Remarks::default());
        let known = Pair::new("open inloop", "drop-in");
        assert_eq!(words.label(known, Locale::Dutch), "frije ynrin");
        assert_eq!(words.label(Pair::new("lezing", "talk"), Locale::Dutch), "lezing");
        assert_eq!(Words::default().label(known, Locale::English), "drop-in");
    }
}

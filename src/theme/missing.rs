//! The words that a theme lacks in a language, and what is shown instead.

use std::sync::Arc;

use super::layer::Layer;
use super::words::{Words, language_chain, own_words};
use crate::ground::{Language, Remarks};

/// A word that a language lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingWord {
    /// The language that lacks it.
    pub language: Language,
    /// Its key, such as `search.title`.
    pub key: String,
    /// The language from which it is taken, and the word there; `None` if no language of the chain has it.
    pub instead: Option<(Language, String)>,
}

/// Returns the words that the first language of the layers has and another lacks, language by language. A
/// form that only another language needs is not missed.
pub fn missing_words(layers: &[Arc<Layer>], remarks: &mut Remarks) -> Vec<MissingWord> {
    let mut own = |language: Language| (language, own_words(layers, language, remarks));
    let all: Vec<(Language, Words)> = Language::ALL.into_iter().map(&mut own).collect();
    let Some((_, reference)) = all.first() else { return Vec::new() };
    let mut keys = Vec::new();
    collect_keys(reference, "", &mut keys);
    let mut missing = Vec::new();
    for (language, words) in all.iter().skip(1) {
        for key in keys.iter().filter(|key| words.get(key).is_none()) {
            let others = language_chain(*language).into_iter().rev().skip(1);
            let instead = others.into_iter().find_map(|other| {
                let (_, words) = all.iter().find(|(language, _)| *language == other)?;
                words.get(key).map(|word| (other, word_text(word)))
            });
            missing.push(MissingWord { language: *language, key: key.clone(), instead });
        }
    }
    missing
}

/// Collects the keys of all texts and lists.
fn collect_keys(words: &Words, prefix: &str, keys: &mut Vec<String>) {
    match words {
        Words::Map(map) => {
            for (name, inner) in map {
                let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
                collect_keys(inner, &key, keys);
            }
        }
        Words::Text(_) | Words::List(_) => keys.push(prefix.to_owned()),
    }
}

/// Returns a word as it is shown on one line.
fn word_text(word: &Words) -> String {
    match word {
        Words::Text(text) => text.clone(),
        Words::List(list) => list.join(", "),
        Words::Map(_) => String::new(),
    }
}

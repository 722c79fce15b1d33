//! All layers together: which template, which asset and which words count.

use std::collections::BTreeMap;

use super::layer::{Layer, Layered, files_in};
use super::messages;
use super::words::{Words, words_in};
use crate::ground::{Language, Place, Remarks, SitePath};
use crate::read::Source;

/// A theme with everything laid over it, ready to be compiled.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// The names of the layers, lowest first.
    pub layers: Vec<String>,
    /// Every template of every layer, lowest layer first: its layer, its name and its text.
    pub templates: Vec<(usize, SitePath, String)>,
    /// The assets that count, by their path below `assets/`.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// The words in the language of the site.
    pub words: Words,
    /// The words in the other languages of the site.
    pub other_words: BTreeMap<Language, Words>,
}

impl Theme {
    /// Lays the village's own layer over the others and takes what counts.
    pub fn load(
        mut layers: Vec<Layer>,
        source: &Source,
        language: Language,
        others: &[Language],
        remarks: &mut Remarks,
    ) -> Self {
        if !source.theme.is_empty() {
            layers.push(Layer::new("thema", source.theme.iter().cloned()));
        }
        let words = words_in(&layers, language, remarks);
        let mut in_language = |language: &Language| (*language, words_in(&layers, *language, remarks));
        let other_words = others.iter().map(&mut in_language).collect();
        let mut theme = Self {
            layers: layers.iter().map(|layer| layer.name.clone()).collect(),
            words,
            other_words,
            ..Self::default()
        };
        for file in files_in(&layers, "templates") {
            match String::from_utf8(file.bytes.to_vec()) {
                Ok(text) => theme.templates.push((file.layer, inner(&file), text)),
                Err(_) => remarks.add(messages::not_utf8(Place::whole(shown(&theme.layers, &file)))),
            }
        }
        for file in files_in(&layers, "assets") {
            theme.assets.insert(inner(&file).as_str().to_owned(), file.bytes.to_vec());
        }
        theme
    }
}

/// The path without its first folder.
fn inner(file: &Layered<'_>) -> SitePath {
    let inside = file.path.as_str().split_once('/').and_then(|(_, inside)| SitePath::new(inside));
    inside.unwrap_or_else(|| file.path.clone())
}

fn shown(layers: &[String], file: &Layered<'_>) -> String {
    format!("{}/{}", layers.get(file.layer).map_or("", String::as_str), file.path)
}

//! An entry in another language: `koffie.de.md` beside `koffie.md` says the same in German. Only words are
//! translated; days, places and prices are those of the entry itself.

use std::sync::Arc;

use super::followed::EntryId;
use crate::field::{Line, Markdown, describe};
use crate::ground::{Language, SitePath};
use crate::read::{Prose, Span};

describe! {
    /// The fields that can be translated.
    pub struct TranslatedFields {
        optional title / titel ("naam", "name"): Line,
            "Hoe het in deze taal heet." | "What it is called in this language.";
        optional summary / samenvatting ("omschrijving", "description", "intro", "inleiding"): Line,
            "Eén of twee zinnen voor in lijsten." | "One or two sentences for lists.";
        optional text / tekst ("body", "inhoud"): Markdown,
            "De tekst zelf, als het bestand geen ruimte onder de streepjes heeft (.yaml)."
            | "The text itself, if the file has no text below the dashes (.yaml).";
    }
}

/// A file with a translation, before its entry is looked up.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The language it is in.
    pub language: Language,
    /// Its fields.
    pub fields: TranslatedFields,
    /// Its text.
    pub prose: Arc<Prose>,
    /// The file it is in.
    pub path: SitePath,
    /// Where in that file.
    pub span: Span,
}

/// A translation, and the entry it belongs to.
#[derive(Clone, Debug)]
pub struct Translated {
    /// The entry.
    pub entry: EntryId,
    /// Its translation.
    pub translation: Arc<Translation>,
}

/// Splits the language off a file name: `koffie.de` is the German translation of `koffie`.
pub(super) fn language_of(stem: &str) -> Option<(Language, &str)> {
    let (base, tag) = stem.rsplit_once('.')?;
    Language::from_tag(tag).filter(|_| !base.is_empty()).map(|language| (language, base))
}

impl TranslatedFields {
    /// Returns what the entry is called in this language.
    pub fn title(&self) -> Option<&str> {
        self.title.as_ref().map(|line| line.as_str())
    }
}

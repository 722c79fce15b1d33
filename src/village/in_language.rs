//! A village in another language: translated entries take the place of the originals.

use std::sync::Arc;

use super::entry::{Draft, Entry, Links, Village};
use super::translation::Translation;
use crate::ground::{Language, fold};

impl Village {
    /// Returns the same village in another language; entries without a translation stay as they are.
    pub fn in_language(&self, language: Language) -> Self {
        let mut village = self.clone();
        for translated in self.translations.iter().filter(|it| it.translation.language == language) {
            let entry = &self.entries[translated.entry.0];
            village.entries[translated.entry.0] = self.translate(entry, &translated.translation);
        }
        village
    }

    /// Returns the entry with its own words replaced by those of the translation.
    fn translate(&self, entry: &Entry, translation: &Translation) -> Entry {
        let mut draft: Draft = (*entry.draft).clone();
        draft.name = translation.fields.title().unwrap_or(&entry.name).to_owned();
        draft.language = Some(translation.language);
        if translation.fields.summary.is_some() {
            draft.head.summary.clone_from(&translation.fields.summary);
        }
        if !translation.prose.is_empty() {
            draft.prose = Arc::clone(&translation.prose);
            draft.inserts = Vec::new();
        }
        let heading = draft.prose.title.as_ref().filter(|_| !translation.prose.is_empty());
        draft.shows_title = heading.is_some_and(|heading| fold(&heading.text) != fold(&draft.name));
        let links = Links {
            targets: entry.links.targets.clone(),
            files: entry.links.files.clone(),
            followed: self.follow_all(&translation.path, &draft.texts()),
        };
        Entry { draft: Arc::new(draft), links: Arc::new(links), ..entry.clone() }
    }
}

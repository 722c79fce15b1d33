//! How pages speak: in which language, with which words and by which clock.

use std::sync::Arc;

use crate::ground::{Language, TimeZone};
use crate::render::wording::Spoken;
use crate::village::Settings;

/// In which language, with which words and by which clock pages speak.
pub(in crate::render) struct Voice {
    pub(super) language: Language,
    /// Whether the site itself is in another language: then these pages stand in a folder named after theirs.
    pub(in crate::render) is_other_language: bool,
    /// The words of the theme in that language.
    pub(super) words: Arc<Spoken>,
    /// The time zone in which the village lives.
    pub(super) zone: TimeZone,
}

impl Voice {
    /// In the language of the site itself.
    pub(super) fn of_site(settings: &Settings, words: Arc<Spoken>) -> Self {
        Self { language: settings.page_language(), is_other_language: false, words, zone: settings.zone() }
    }

    /// By the same clock, in another language.
    pub(super) fn in_other_language(&self, language: Language, words: Arc<Spoken>) -> Self {
        Self { language, is_other_language: true, words, zone: self.zone.clone() }
    }
}

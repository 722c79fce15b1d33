//! How pages speak: in which language, with which words and in which time zone.

use std::sync::Arc;

use crate::ground::{Language, TimeZone};
use crate::render::wording::ThemeWords;
use crate::village::Settings;

/// The language, the words and the time zone of pages.
pub(in crate::render) struct Voice {
    pub(super) language: Language,
    /// Whether this is not the site's own language: its pages are then in a folder named after it.
    pub(in crate::render) is_other_language: bool,
    /// The words of the theme in that language.
    pub(super) words: Arc<ThemeWords>,
    /// The time zone in which the village lives.
    pub(super) zone: TimeZone,
}

impl Voice {
    /// The voice in the language of the site itself.
    pub(super) fn of_site(settings: &Settings, words: Arc<ThemeWords>) -> Self {
        Self { language: settings.page_language(), is_other_language: false, words, zone: settings.zone() }
    }

    /// The voice in another language, in the same time zone.
    pub(super) fn in_other_language(&self, language: Language, words: Arc<ThemeWords>) -> Self {
        Self { language, is_other_language: true, words, zone: self.zone.clone() }
    }
}

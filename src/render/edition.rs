//! Everything needed to render a page, and nothing else: a village, a day, a theme and an address.

mod voice;
mod look;
mod published_files;
mod memo;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::base::Base;
use super::contract::Record;
use super::photos::Photos;
use crate::almanac::{Almanac, Regional};
use crate::ground::{Address, Focus, Language, Locale, Pair, SitePath, TimeZone};
use crate::render::fitting::Fitted;
use crate::render::wording::{DateWords, ThemeWords};
use crate::theme::Theme;
use crate::village::{Entry, EntryId, Village};
use look::Look;
use memo::Memo;
use published_files::PublishedFiles;
use voice::Voice;

/// A village on a day, in a theme, at an address. Rendering a page is pure and needs only this.
pub struct Edition {
    /// The village as it was written.
    pub village: Village,
    /// What follows from the village on the day of the edition.
    pub almanac: Arc<Almanac>,
    /// What other villages publish, on a portal; else empty.
    pub region: Arc<Regional>,
    /// The web address at which the site will be.
    pub base: Base,
    pub(super) voice: Voice,
    /// The same site in its other languages.
    pub(super) others: Vec<Edition>,
    pub(super) look: Arc<Look>,
    pub(super) published: Arc<PublishedFiles>,
    pub(super) memo: Memo,
}

impl Edition {
    /// Assembles everything that pages are rendered from.
    pub fn new(
        village: Village,
        almanac: Arc<Almanac>,
        region: Arc<Regional>,
        theme: &Theme,
        fitted: Fitted,
        base: Base,
    ) -> Self {
        let mut edition = Self {
            voice: Voice::of_site(&village.settings, fitted.words),
            others: Vec::new(),
            look: Arc::new(Look::of(theme, fitted.templates)),
            published: Arc::new(PublishedFiles::of(theme, &village)),
            memo: Memo::of(&village, &almanac),
            village,
            almanac,
            region,
            base,
        };
        let others = fitted.other_words.into_iter();
        edition.others = others.map(|(language, words)| edition.in_other_language(language, words)).collect();
        edition
    }

    /// The same edition in another language.
    fn in_other_language(&self, language: Language, words: Arc<ThemeWords>) -> Self {
        let village = self.village.in_language(language);
        Self {
            voice: self.voice.in_other_language(language, words),
            others: Vec::new(),
            look: Arc::clone(&self.look),
            published: Arc::clone(&self.published),
            memo: Memo::of(&village, &self.almanac),
            village,
            almanac: Arc::clone(&self.almanac),
            region: Arc::clone(&self.region),
            base: self.base.clone(),
        }
    }

    /// Returns the edition with its photos: pages show them in their widths, around these focus points.
    pub fn with_photos(mut self, photos: Photos, focuses: &BTreeSet<Focus>) -> Self {
        self.published = Arc::new(self.published.with_photos(photos, focuses));
        for other in &mut self.others {
            other.published = Arc::clone(&self.published);
        }
        self
    }

    /// From now on, records what templates are given.
    pub fn record_into(&self, record: &Arc<Record>) {
        for edition in self.others.iter().chain([self]) {
            let _ = edition.memo.recorded.record.set(Arc::clone(record));
        }
    }

    /// Formats days and times with the words of the theme.
    pub(super) fn dates(&self) -> DateWords<'_> {
        self.words().dates()
    }

    /// The words of the theme in the language of the pages.
    pub(super) fn words(&self) -> &ThemeWords {
        &self.voice.words
    }

    /// The time zone in which the village lives.
    pub(super) fn zone(&self) -> &TimeZone {
        &self.voice.zone
    }

    /// The zone's IANA name, which all programs know: `Europe/Amsterdam`.
    pub(super) fn zone_name(&self) -> &str {
        self.zone().iana_name().unwrap_or("UTC")
    }

    /// The language of the pages.
    pub fn language(&self) -> Language {
        self.voice.language
    }

    /// The address of a page in this edition: in another language, below a folder named after it.
    pub(super) fn address_in_language(&self, address: &Address) -> Address {
        match self.folder() {
            Some(folder) if address.is_page() => address.below(folder),
            _ => address.clone(),
        }
    }

    /// The folder of pages in another language: `de`.
    pub(super) fn folder(&self) -> Option<&'static str> {
        self.voice.is_other_language.then_some(self.language().tag())
    }

    /// The locale for labels that the theme has no words for.
    pub(super) fn label_locale(&self) -> Locale {
        self.language().locale()
    }

    /// The language of addresses.
    pub fn locale(&self) -> Locale {
        self.village.settings.locale()
    }

    /// A label from one of the program's lists, in the language of the pages.
    pub fn label(&self, word: Pair) -> &str {
        self.words().label(word, self.label_locale())
    }

    /// The page on which a file of the village is shown first, if any.
    pub fn page_of(&self, path: &SitePath) -> Option<Address> {
        let own = self.village.entries.iter().find(|entry| entry.path == *path);
        match own {
            Some(entry) => self.shown(entry.id).map(|entry| entry.address.clone()),
            None => self.page_of_translation(path),
        }
    }

    fn page_of_translation(&self, path: &SitePath) -> Option<Address> {
        let translated = self.village.translations.iter().find(|it| it.translation.path == *path)?;
        let other = self.others.iter().find(|other| other.language() == translated.translation.language)?;
        Some(other.address_in_language(&self.shown(translated.entry)?.address))
    }

    /// The entry, if it is on the site today.
    pub(super) fn shown(&self, id: EntryId) -> Option<&Entry> {
        self.almanac.is_shown(id).then(|| self.village.entry(id))
    }
}

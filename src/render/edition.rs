//! Everything that making one page needs, and nothing else: a village on a day in a theme at an address.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::base::Base;
use super::contract::Record;
use super::document_lists::DocumentLists;
use super::facet::FacetPage;
use super::file_names::published_address;
use super::photos::Photos;
use super::templates::{Templates, Value};
use crate::almanac::{Almanac, Regional};
use crate::ground::{Address, Diagnostic, Focus, Language, Locale, MemoTable, Pair, SitePath, TimeZone};
use crate::render::fitting::{Assets, Fitted, SharedParts};
use crate::render::wording::{DateWords, Spoken};
use crate::theme::{ChangedBy, ChosenSetting, FormerContract, Theme};
use crate::village::{Entry, EntryId, Village};

/// A village on a day, in a theme, at an address. Making a page is pure and needs only this.
pub struct Edition {
    /// What was written.
    pub village: Village,
    /// What follows from it today.
    pub almanac: Arc<Almanac>,
    /// What other villages tell, on a portal; else empty.
    pub region: Arc<Regional>,
    /// Where the site will stand.
    pub base: Base,
    /// The time zone in which the village lives.
    pub(super) zone: TimeZone,
    /// The language of the pages.
    pub(super) language: Language,
    /// Whether the site itself is in another language: then these pages stand in a folder named after theirs.
    pub(super) is_other_language: bool,
    /// The same site in its other languages.
    pub(super) others: Vec<Edition>,
    pub(super) words: Arc<Spoken>,
    /// What the settings of the theme are on this site.
    pub(super) settings: Arc<[ChosenSetting]>,
    /// The contract of the past that the theme keeps.
    pub(super) former: Option<FormerContract>,
    /// Who made the site look otherwise than the theme that comes with the program.
    pub(super) changed_by: Option<ChangedBy>,
    pub(super) templates: Arc<Templates>,
    pub(super) assets: Arc<Assets>,
    /// The address of every photo and document, by its number.
    pub(super) file_addresses: Vec<Address>,
    /// What was made of the photos that the site shows.
    pub(super) photos: Arc<Photos>,
    pub(super) memo: Memo,
}

/// What many pages share and is made when the first one asks for it.
#[derive(Default)]
pub(super) struct Memo {
    /// What templates are given is noted here, when somebody asked for it.
    pub(super) record: OnceLock<Arc<Record>>,
    /// What was said of the first page of which the loops do not end.
    pub(super) endless: OnceLock<Box<Diagnostic>>,
    pub(super) site: OnceLock<Value>,
    pub(super) settings: OnceLock<Value>,
    /// The parts that many pages share.
    pub(super) shared: SharedParts,
    /// Which files are used, and by which text first.
    pub(super) used_files: OnceLock<BTreeMap<usize, SitePath>>,
    /// The picture that stands for every page without one of its own.
    pub(super) site_picture: OnceLock<Option<Value>>,
    /// Where the agenda stands, for a telephone.
    pub(super) agenda_code: OnceLock<Option<Value>>,
    /// Photos that may not be on the site any more.
    pub(super) withdrawn: OnceLock<BTreeSet<usize>>,
    /// The numbers of the photos that somewhere are said to have children on them.
    pub(super) with_children: OnceLock<BTreeSet<usize>>,
    /// The meetings with minutes that are a text, and those texts.
    pub(super) minutes: OnceLock<Vec<(EntryId, EntryId)>>,
    /// The documents, in lists.
    pub(super) documents: OnceLock<DocumentLists>,
    pub(super) time_zone: OnceLock<String>,
    /// The parts of the agenda.
    pub(super) facet_pages: OnceLock<Vec<FacetPage>>,
    pub(super) cards: Vec<OnceLock<Value>>,
    /// Venues as their events tell of them.
    pub(super) places: MemoTable<EntryId, Value>,
    pub(super) components: Vec<OnceLock<Arc<str>>>,
    pub(super) occurrences: Vec<OnceLock<Value>>,
}

impl Memo {
    fn of(village: &Village, almanac: &Almanac) -> Self {
        let cards = village.entries.iter().map(|_| OnceLock::new()).collect();
        let components = village.entries.iter().map(|_| OnceLock::new()).collect();
        let occurrences = almanac.occurrences.iter().map(|_| OnceLock::new()).collect();
        Self { cards, components, occurrences, ..Self::default() }
    }
}

impl Edition {
    /// Puts together what pages are made from.
    pub fn new(
        village: Village,
        almanac: Arc<Almanac>,
        region: Arc<Regional>,
        theme: &Theme,
        fitted: Fitted,
        base: Base,
    ) -> Self {
        let assets = Arc::new(Assets::of(theme, &village.settings));
        let language = village.settings.page_language();
        let mut edition = Self {
            zone: village.settings.zone(),
            language,
            is_other_language: false,
            others: Vec::new(),
            words: fitted.words,
            settings: theme.settings.clone().into(),
            former: theme.former,
            changed_by: theme.changed_by,
            file_addresses: village.files.iter().map(published_address).collect(),
            photos: Arc::default(),
            memo: Memo::of(&village, &almanac),
            village,
            almanac,
            region,
            base,
            templates: fitted.templates,
            assets,
        };
        let others = fitted.other_words.into_iter();
        edition.others = others.map(|(language, words)| edition.told_in(language, words)).collect();
        edition
    }

    /// The same on the same day, told in another language.
    fn told_in(&self, language: Language, words: Arc<Spoken>) -> Self {
        let village = self.village.in_language(language);
        Self {
            language,
            is_other_language: true,
            others: Vec::new(),
            zone: self.zone.clone(),
            words,
            settings: Arc::clone(&self.settings),
            former: self.former,
            changed_by: self.changed_by,
            file_addresses: self.file_addresses.clone(),
            photos: Arc::clone(&self.photos),
            memo: Memo::of(&village, &self.almanac),
            village,
            almanac: Arc::clone(&self.almanac),
            region: Arc::clone(&self.region),
            base: self.base.clone(),
            templates: Arc::clone(&self.templates),
            assets: Arc::clone(&self.assets),
        }
    }

    /// The same with its photos hung: pages show them in their widths, with these points in sight.
    pub fn with_photos(mut self, photos: Photos, focuses: &BTreeSet<Focus>) -> Self {
        let assets = Arc::new(self.assets.with_photo_style(&photos, focuses));
        let photos = Arc::new(photos);
        for edition in self.others.iter_mut() {
            (edition.photos, edition.assets) = (Arc::clone(&photos), Arc::clone(&assets));
        }
        Self { photos, assets, ..self }
    }

    /// From here on, what templates are given is noted in this record.
    pub fn note_in(&self, record: &Arc<Record>) {
        for edition in self.others.iter().chain([self]) {
            let _ = edition.memo.record.set(Arc::clone(record));
        }
    }

    /// Days and times in the words of the theme.
    pub(super) fn dates(&self) -> DateWords<'_> {
        self.words.dates()
    }

    /// The language of the pages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Where a page of this edition stands: one in another language below a folder named after it.
    pub(super) fn standing(&self, address: &Address) -> Address {
        match self.folder() {
            Some(folder) if address.is_page() => address.below(folder),
            _ => address.clone(),
        }
    }

    /// The folder of pages in another language: `de`.
    pub(super) fn folder(&self) -> Option<&'static str> {
        self.is_other_language.then_some(self.language.tag())
    }

    /// In which of two languages words are told that the theme does not have.
    pub(super) fn tongue(&self) -> Locale {
        self.language.locale()
    }

    /// The language of addresses.
    pub fn locale(&self) -> Locale {
        self.village.settings.locale()
    }

    /// A word of one of the program's lists in the language of the pages.
    pub fn label(&self, word: Pair) -> &str {
        self.words.label(word, self.tongue())
    }

    /// The page on which a file of the village is seen first, if there is one.
    pub fn page_of(&self, path: &SitePath) -> Option<Address> {
        let own = self.village.entries.iter().find(|entry| entry.path == *path);
        match own {
            Some(entry) => self.shown(entry.id).map(|entry| entry.address.clone()),
            None => self.page_of_translation(path),
        }
    }

    fn page_of_translation(&self, path: &SitePath) -> Option<Address> {
        let translated = self.village.translations.iter().find(|it| it.translation.path == *path)?;
        let other = self.others.iter().find(|other| other.language == translated.translation.language)?;
        Some(other.standing(&self.shown(translated.entry)?.address))
    }

    /// The entry, if it is on the site today.
    pub(super) fn shown(&self, id: EntryId) -> Option<&Entry> {
        self.almanac.is_shown(id).then(|| self.village.entry(id))
    }
}

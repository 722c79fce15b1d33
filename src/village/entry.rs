//! The village as a whole: its settings and entries, checked and linked to each other.

use std::ops::Deref;
use std::sync::Arc;

use super::document::Document;
use super::followed::{EntryId, LinkError, LinkTarget};
use super::kinds::{Details, Head, Kind};
use super::parts::Insert;
use super::register::Register;
use super::school_holidays::SchoolHolidays;
use super::settings::Settings;
use super::translation::Translated;
use crate::field::{At, Described, FileRef, Picture, Target, Visitor};
use crate::ground::{Address, Date, Language, QuickMap, SitePath, Timestamp};
use crate::read::{MediaFile, Prose, Span};

/// The contents of one entry, before it is linked to the others.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The fields shared by all kinds.
    pub head: Head,
    /// The fields of its own kind.
    pub details: Details,
    /// Its text.
    pub prose: Arc<Prose>,
    /// The photos, albums and films inside its text, in order; `None` where one cannot be shown.
    pub inserts: Vec<Option<Insert>>,
    /// Whether the heading above its text differs from its name, and is therefore shown.
    pub shows_title: bool,
    /// What it is called.
    pub name: String,
    /// The words by which others may refer to it, folded: its slug, its name and its file.
    pub(super) words: [String; 3],
    /// The language it is written in, when that is not the site's own.
    pub language: Option<Language>,
    /// The last part of its address.
    pub slug: String,
    /// The file it is in.
    pub path: SitePath,
    /// Where in that file.
    pub span: Span,
}

impl Draft {
    /// Which kind it is.
    pub fn kind(&self) -> Kind {
        self.details.kind()
    }

    /// Returns all its Markdown: its own text first, then the texts in its fields.
    pub fn texts(&self) -> Vec<&Prose> {
        let mut texts = TextsInFields(vec![&self.prose]);
        self.details.visit(&mut texts);
        texts.0
    }

    /// Shows the visitor everything in it that points outside it.
    pub fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.head.visit_fields(visitor);
        self.details.visit(visitor);
        self.inserts.iter().flatten().for_each(|insert| insert.visit(visitor));
    }

    /// Whether it is not on the site yet: it is a draft, or is published only from a later day.
    pub fn is_not_yet_public(&self, today: Date) -> bool {
        let draft = self.head.draft.as_ref().is_some_and(|draft| draft.value.0);
        draft || self.head.publish_from.as_ref().is_some_and(|from| from.date > today)
    }

    /// Whether it is shown on this day: not a draft, and within its publication period.
    pub fn is_public(&self, today: Date) -> bool {
        let ended = self.head.publish_until.as_ref().is_some_and(|until| until.date < today);
        !self.is_not_yet_public(today) && !ended
    }
}

/// An entry among the others.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its number.
    pub id: EntryId,
    /// Its contents.
    pub draft: Arc<Draft>,
    /// Its address on the site.
    pub address: Address,
    /// When its file was last changed, if known.
    pub last_change: Option<Timestamp>,
    /// The targets of everything in it.
    pub links: Arc<Links>,
}

/// The targets of all references, files and links in an entry.
#[derive(Debug, Default)]
pub struct Links {
    /// The targets of its references, by the span where each was written.
    pub targets: Vec<(Span, EntryId)>,
    /// The files it points at, by the span where each was written.
    pub files: Vec<(Span, usize)>,
    /// The targets of the links in each of its texts, followed by those of the pictures, in order.
    pub followed: Vec<Result<LinkTarget, LinkError>>,
}

impl Links {
    /// Returns the entry that a reference leads to.
    pub fn target(&self, span: Span) -> Option<EntryId> {
        self.targets.iter().find(|(at, _)| *at == span).map(|(_, id)| *id)
    }
}

/// Collects the texts in fields.
#[derive(Default)]
struct TextsInFields<'a>(Vec<&'a Prose>);

impl<'a> Visitor<'a> for TextsInFields<'a> {
    fn reference(&mut self, _: Target<'a>) {}

    fn file(&mut self, _: &'a FileRef) {}

    fn picture(&mut self, _: &'a Picture) {}

    fn text(&mut self, prose: &'a Prose) {
        self.0.push(prose);
    }
}

/// Collects the pictures that fields and blocks name.
#[derive(Default)]
struct Pictures<'a>(Vec<&'a Picture>);

impl<'a> Visitor<'a> for Pictures<'a> {
    fn reference(&mut self, _: Target<'a>) {}

    fn file(&mut self, _: &'a FileRef) {}

    fn picture(&mut self, picture: &'a Picture) {
        self.0.push(picture);
    }

    fn folder(&mut self, _: &'a FileRef, described: Vec<&'a Picture>) {
        self.0.extend(described);
    }

    fn text(&mut self, _: &'a Prose) {}
}

impl Deref for Entry {
    type Target = Draft;

    fn deref(&self) -> &Draft {
        &self.draft
    }
}

impl Entry {
    /// Returns the entry that a reference leads to.
    pub fn target(&self, span: Span) -> Option<EntryId> {
        self.links.target(span)
    }

    /// Returns its texts with links or pictures, each with the targets of its links and then of its pictures.
    pub fn linked_texts(&self) -> impl Iterator<Item = (&Prose, &[Result<LinkTarget, LinkError>])> {
        let mut rest = &*self.links.followed;
        // Most entries link to nothing.
        let texts = if rest.is_empty() { Vec::new() } else { self.texts() };
        texts.into_iter().map(move |prose| {
            let (own, following) = rest.split_at_checked(prose.targets().count()).unwrap_or((rest, &[]));
            rest = following;
            (prose, own)
        })
    }

    /// Returns the indices of the files in the folder that a path leads to, in order of name.
    pub fn folder(&self, span: Span) -> impl Iterator<Item = usize> {
        self.links.files.iter().filter(move |(at, _)| *at == span).map(|(_, number)| *number)
    }

    /// Returns the index of the file that a path leads to.
    pub fn file(&self, span: Span) -> Option<usize> {
        self.links.files.iter().find(|(at, _)| *at == span).map(|(_, number)| *number)
    }
}

/// A village: all that was written for it, checked and linked.
#[derive(Clone, Debug, Default)]
pub struct Village {
    /// `site.yaml`.
    pub settings: Arc<Settings>,
    /// All entries: kind by kind, and then in file order.
    pub entries: Vec<Entry>,
    /// The translations of entries into other languages.
    pub translations: Vec<Translated>,
    /// Photos and documents.
    pub files: Vec<MediaFile>,
    /// The contents of `documents/`, newest first.
    pub documents: Vec<Document>,
    /// The index of a document, by the index of its file.
    pub(super) document_by_file: QuickMap<usize, usize>,
    /// The national school holidays, when the village keeps that list.
    pub school_holidays: Option<SchoolHolidays>,
    /// The organisation that the site belongs to.
    pub publisher: Option<EntryId>,
    /// The files that the settings point at, by the span where each was written.
    pub settings_files: Vec<(Span, usize)>,
    /// The pictures that the theme settings refer to.
    pub theme_pictures: Vec<Picture>,
    pub(super) register: Arc<Register>,
}

impl Village {
    /// Returns the entry with this number.
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0]
    }

    /// Returns the entry whose page has this address.
    pub fn at_address(&self, address: &Address) -> Option<&Entry> {
        self.register.at_address(address).map(|id| self.entry(id))
    }

    /// Returns the document in the file with this index, when that file is in `documents/`.
    pub fn document_of_file(&self, number: usize) -> Option<&Document> {
        self.document_by_file.get(&number).map(|at| &self.documents[*at])
    }

    /// Returns the entries of one kind.
    pub fn of_kind(&self, kind: Kind) -> &[Entry] {
        let start = self.entries.partition_point(|entry| entry.kind() < kind);
        let end = self.entries.partition_point(|entry| entry.kind() <= kind);
        &self.entries[start..end]
    }

    /// Returns the entries of the kind `C`, each with the fields of that kind.
    pub fn all<'v, C: 'v>(&'v self) -> impl Iterator<Item = (&'v Entry, &'v C)>
    where
        &'v C: TryFrom<&'v Details>,
    {
        self.entries
            .iter()
            .filter_map(|entry| <&C>::try_from(&entry.details).ok().map(|details| (entry, details)))
    }

    /// Returns the pictures in settings and entries that must leave the site after some day, each with its
    /// entry (`None` for the settings) and the index of its file.
    pub fn expiring_pictures(&self) -> Vec<(Option<&Entry>, &Picture, usize)> {
        let expiring = self.pictures().filter(|(_, picture)| picture.0.remove_after.is_some());
        let with_file = expiring
            .filter_map(|(entry, picture)| Some((entry, picture, self.file_of_picture(entry, picture)?)));
        with_file.collect()
    }

    /// Returns every picture that fields and blocks name: those of the settings first, then entry by entry.
    pub fn pictures(&self) -> impl Iterator<Item = (Option<&Entry>, &Picture)> {
        let of_settings = [&self.settings.crest, &self.settings.image].into_iter().flatten();
        let of_settings = of_settings.map(|picture| &picture.value).chain(&self.theme_pictures);
        let of_settings = of_settings.map(|picture| (None, picture));
        let of_entries = self.entries.iter().flat_map(|entry| {
            let mut pictures = Pictures::default();
            entry.draft.visit(&mut pictures);
            pictures.0.into_iter().map(move |picture| (Some(entry), picture))
        });
        of_settings.chain(of_entries)
    }

    /// Returns the index of the file of a picture, which is in an entry or in the settings.
    pub fn file_of_picture(&self, entry: Option<&Entry>, picture: &Picture) -> Option<usize> {
        let span = picture.0.file.as_ref()?.value.span;
        match entry {
            Some(entry) => entry.file(span),
            None => self.settings_files.iter().find(|(at, _)| *at == span).map(|(_, number)| *number),
        }
    }

    /// Returns the file that a setting points at.
    pub fn settings_file(&self, span: Span) -> Option<&MediaFile> {
        let (_, number) = self.settings_files.iter().find(|(at, _)| *at == span)?;
        self.files.get(*number)
    }

    /// Returns the file that a field of an entry points at.
    pub fn file_of(&self, entry: &Entry, span: Span) -> Option<&MediaFile> {
        self.files.get(entry.file(span)?)
    }

    /// Returns the entry that a reference in an entry leads to.
    pub fn referred<T>(&self, entry: &Entry, reference: &At<T>) -> Option<&Entry> {
        entry.target(reference.span).map(|id| self.entry(id))
    }
}

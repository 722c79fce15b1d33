//! What is to be made of the photos that the site shows: widths for pages, pictures for sharing, icons.

use std::collections::{BTreeMap, BTreeSet};

use super::edition::Edition;
use super::used_files::used_files;
use crate::ground::{Focus, SitePath};
use crate::pictures::{Cut, DEVELOPED};
use crate::read::Prose;
use crate::village::{Described, Entry, FileRef, Picture, Target, Visitor};

/// What is asked for of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct WantedPhoto {
    /// The number of the file.
    pub file: usize,
    /// The path of the text that asks for it first.
    pub used_in: SitePath,
    /// What is to be made of it.
    pub cuts: Vec<Cut>,
}

/// Everything that is to be made, by the number of the file.
pub fn photos_wanted(edition: &Edition) -> Vec<WantedPhoto> {
    let is_photo = |number: usize| edition.village.files[number].path.ends_in(DEVELOPED);
    let mut cuts: BTreeMap<usize, BTreeSet<Cut>> = BTreeMap::new();
    for (entry, picture) in pictures_of(edition) {
        let Some(number) = file_of(edition, entry, picture) else { continue };
        if picture.moves() {
            cuts.entry(number).or_default().insert(Cut::Moving);
        }
        let stands_for_page = match entry {
            Some(entry) => entry.head.image.as_ref().is_some_and(|image| std::ptr::eq(&image.value, picture)),
            None => stands_for_site(edition).is_some_and(|image| std::ptr::eq(image, picture)),
        };
        // The picture for sharing needs a whole address, and that of the site must be known for it.
        if stands_for_page && edition.base.url.is_some() {
            cuts.entry(number).or_default().insert(Cut::Sharing(picture.focus()));
        }
    }
    let crest = edition.village.settings.crest.as_ref();
    if let Some(number) = crest.and_then(|crest| file_of(edition, None, &crest.value)) {
        cuts.entry(number).or_default().insert(Cut::Icons);
    }
    let used = used_files(edition).iter().filter(|(number, _)| is_photo(**number));
    used.map(|(number, used_in)| {
        let also = cuts.remove(number).unwrap_or_default();
        let cuts = [Cut::Widths].into_iter().chain(also).collect();
        WantedPhoto { file: *number, used_in: used_in.clone(), cuts }
    })
    .collect()
}

/// The picture that is shared with every page that has none of its own: the photo of the site, or else its crest.
pub(super) fn stands_for_site(edition: &Edition) -> Option<&Picture> {
    let settings = &edition.village.settings;
    settings.image.as_ref().or(settings.crest.as_ref()).map(|picture| &picture.value)
}

/// The number of the file of a picture.
pub(super) fn file_of(edition: &Edition, entry: Option<&Entry>, picture: &Picture) -> Option<usize> {
    let span = picture.0.file.as_ref()?.value.span;
    match entry {
        Some(entry) => entry.file(span),
        None => edition.village.settings_files.iter().find(|(at, _)| *at == span).map(|(_, number)| *number),
    }
}

/// The points that must stay in sight, as far as pictures say so.
pub fn focuses(edition: &Edition) -> BTreeSet<Focus> {
    let said = pictures_of(edition).into_iter().map(|(_, picture)| picture.focus());
    said.filter(|focus| *focus != Focus::default()).collect()
}

/// The pictures in the fields of the settings, and of the entries that are shown.
fn pictures_of(edition: &Edition) -> Vec<(Option<&Entry>, &Picture)> {
    let village = &edition.village;
    let mut gatherer = Gatherer::default();
    village.settings.visit_fields(&mut gatherer);
    for entry in village.entries.iter().filter(|entry| edition.almanac.is_shown(entry.id)) {
        gatherer.entry = Some(entry);
        entry.visit(&mut gatherer);
    }
    gatherer.found
}

#[derive(Default)]
struct Gatherer<'a> {
    entry: Option<&'a Entry>,
    found: Vec<(Option<&'a Entry>, &'a Picture)>,
}

impl<'a> Visitor<'a> for Gatherer<'a> {
    fn reference(&mut self, _: Target<'a>) {}

    fn file(&mut self, _: &'a FileRef) {}

    fn picture(&mut self, picture: &'a Picture) {
        self.found.push((self.entry, picture));
    }

    fn folder(&mut self, _: &'a FileRef, described: Vec<&'a Picture>) {
        self.found.extend(described.into_iter().map(|picture| (self.entry, picture)));
    }

    fn text(&mut self, _: &'a Prose) {}
}

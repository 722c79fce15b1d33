//! Which pictures to make from the photos that the site shows: widths for pages, pictures to share, icons.

use std::collections::{BTreeMap, BTreeSet};

use super::used::used_files;
use crate::ground::{Focus, SitePath};
use crate::pictures::Cut;
use crate::read::PictureKind;
use crate::render::edition::Edition;
use crate::render::withdrawn::{is_withdrawn, may_be_shared};
use crate::village::{Entry, Picture};

/// What must be made from one file.
#[derive(Clone, Debug, PartialEq)]
pub struct WantedPhoto {
    /// The number of the file.
    pub file: usize,
    /// The path of the first text that uses it.
    pub used_in: SitePath,
    /// The cuts to make of it.
    pub cuts: Vec<Cut>,
}

/// Everything that must be made, in order of file number.
pub fn needed_photos(edition: &Edition) -> Vec<WantedPhoto> {
    let is_photo = |number: usize| PictureKind::of(&edition.village.files[number].path).is_some();
    let mut cuts: BTreeMap<usize, BTreeSet<Cut>> = BTreeMap::new();
    for (entry, picture) in shown_pictures(edition) {
        let Some(number) = edition.village.file_of_picture(entry, picture) else { continue };
        if picture.moves() {
            cuts.entry(number).or_default().insert(Cut::Moving);
        }
        let is_page_picture = match entry {
            Some(entry) => entry.head.image.as_ref().is_some_and(|image| std::ptr::eq(&image.value, picture)),
            None => site_sharing_picture(edition).is_some_and(|image| std::ptr::eq(image, picture)),
        };
        // The picture for sharing needs an absolute address, so that of the site must be known.
        if is_page_picture && may_be_shared(edition, entry, picture) && edition.base.url.is_some() {
            cuts.entry(number).or_default().insert(Cut::Sharing(picture.focus()));
        }
    }
    let crest = edition.village.settings.crest.as_ref();
    if let Some(number) = crest.and_then(|crest| edition.village.file_of_picture(None, &crest.value)) {
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

/// The picture shared with every page without one of its own: the photo of the site, or else its crest.
pub(in crate::render) fn site_sharing_picture(edition: &Edition) -> Option<&Picture> {
    let settings = &edition.village.settings;
    let pictures = [&settings.image, &settings.crest].into_iter().flatten().map(|picture| &picture.value);
    let mut shared = pictures.filter(|picture| {
        let number = edition.village.file_of_picture(None, picture);
        may_be_shared(edition, None, picture) && number.is_some_and(|number| !is_withdrawn(edition, number))
    });
    shared.next()
}

/// The points that must stay in view, for pictures that set one.
pub fn focuses(edition: &Edition) -> BTreeSet<Focus> {
    let focuses = shown_pictures(edition).map(|(_, picture)| picture.focus());
    focuses.filter(|focus| *focus != Focus::default()).collect()
}

/// The pictures in the settings and in the entries that are shown.
fn shown_pictures(edition: &Edition) -> impl Iterator<Item = (Option<&Entry>, &Picture)> {
    let is_shown = |entry: Option<&Entry>| entry.is_none_or(|entry| edition.almanac.is_shown(entry.id));
    edition.village.pictures().filter(move |(entry, _)| is_shown(*entry))
}

//! The files that are published beside the pages: those of the theme, those of the village, and what was made of its photos.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::ground::{Address, Focus};
use crate::pictures::{Cut, Photo};
use crate::render::file_names::published_address;
use crate::render::fitting::Assets;
use crate::render::photos::Photos;
use crate::theme::Theme;
use crate::village::Village;

/// The files that are published beside the pages.
pub(in crate::render) struct PublishedFiles {
    /// Those of the theme.
    pub(in crate::render) assets: Assets,
    /// The address of every photo and document, by its number.
    addresses: Arc<[Address]>,
    /// What was made of the photos that the site shows.
    pub(in crate::render) photos: Photos,
}

impl PublishedFiles {
    /// The files of a site of which no photo was made yet.
    pub(super) fn of(theme: &Theme, village: &Village) -> Self {
        Self {
            assets: Assets::of(theme, &village.settings),
            addresses: village.files.iter().map(published_address).collect(),
            photos: Photos::new(),
        }
    }

    /// The same with what was made of the photos, and the style that belongs to them with these points in sight.
    pub(super) fn with_photos(&self, photos: Photos, focuses: &BTreeSet<Focus>) -> Self {
        let assets = self.assets.with_photo_style(&photos, focuses);
        Self { assets, addresses: Arc::clone(&self.addresses), photos }
    }

    /// The address of a photo or document as it was given, by its number.
    pub(in crate::render) fn address(&self, number: usize) -> &Address {
        &self.addresses[number]
    }

    /// The addresses of all photos and documents, in the order of their numbers.
    pub(in crate::render) fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.addresses.iter()
    }

    /// What a cut made of a photo; nothing of a file that is none.
    pub(in crate::render) fn photo(&self, number: usize, cut: Cut) -> Option<&Photo> {
        self.photos.get(&(number, cut)).map(Arc::as_ref)
    }
}

//! The files published beside the pages: those of theme and village, and the pictures made from its photos.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::ground::{Address, Focus};
use crate::pictures::{Cut, Photo};
use crate::render::file_names::published_address;
use crate::render::fitting::Assets;
use crate::render::photos::Photos;
use crate::theme::Theme;
use crate::village::Village;

/// The files published beside the pages.
pub(in crate::render) struct PublishedFiles {
    /// The files of the theme.
    pub(in crate::render) assets: Assets,
    /// The address of every photo and document, by file number.
    addresses: Arc<[Address]>,
    /// The pictures made from the photos that the site shows.
    pub(in crate::render) photos: Photos,
}

impl PublishedFiles {
    /// The files of a site before any picture is made from its photos.
    pub(super) fn of(theme: &Theme, village: &Village) -> Self {
        Self {
            assets: Assets::of(theme, &village.settings),
            addresses: village.files.iter().map(published_address).collect(),
            photos: Photos::new(),
        }
    }

    /// The same files with the pictures made from photos, and the style for their colours and focus points.
    pub(super) fn with_photos(&self, photos: Photos, focuses: &BTreeSet<Focus>) -> Self {
        let assets = self.assets.with_photo_style(&photos, focuses);
        Self { assets, addresses: Arc::clone(&self.addresses), photos }
    }

    /// The address of a photo or document as supplied, by file number.
    pub(in crate::render) fn address(&self, number: usize) -> &Address {
        &self.addresses[number]
    }

    /// The addresses of all photos and documents, in order of file number.
    pub(in crate::render) fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.addresses.iter()
    }

    /// What a cut made of a photo; `None` for a file that is not a photo.
    pub(in crate::render) fn photo(&self, number: usize, cut: Cut) -> Option<&Photo> {
        self.photos.get(&(number, cut)).map(Arc::as_ref)
    }
}

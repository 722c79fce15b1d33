//! Photos on pages: which are asked for, where their versions stand, and how a page names them.

use super::edition::Edition;
use super::photos::colour_name;
use super::used_files::used_files;
use crate::ground::{Address, SitePath};
use crate::pictures::{DEVELOPED, Version};

/// What a page says where it shows a picture.
pub(super) struct Shown {
    /// The address of the version for those who choose none.
    pub(super) src: String,
    /// All versions with their widths, as `srcset` (HTML, 4.8.4.2.1); nothing for a picture that has but one.
    pub(super) srcset: Option<String>,
    /// How wide and high it is at most.
    pub(super) size: Option<(u32, u32)>,
    /// The name of its colour in the style.
    pub(super) colour: Option<String>,
}

/// For those who choose none: as wide as a page on most screens.
const USUAL_WIDTH: u32 = 960;

/// The photos that the site shows, each with the path of the text that asks for it.
pub fn photos_wanted(edition: &Edition) -> Vec<(usize, SitePath)> {
    let is_photo = |number: usize| edition.village.files[number].path.ends_in(DEVELOPED);
    let used = used_files(edition).iter().filter(|(number, _)| is_photo(**number));
    used.map(|(number, used_in)| (*number, used_in.clone())).collect()
}

/// The versions of a photo and where they stand, from narrow to wide; none of a file that is no photo.
pub(super) fn versions(edition: &Edition, number: usize) -> impl Iterator<Item = (Address, &Version)> {
    let versions = edition.photos.get(&number).map(|photo| photo.versions.as_slice()).unwrap_or_default();
    versions.iter().map(move |version| (address_of(&edition.file_addresses[number], version), version))
}

/// `/media/koffie.jpg`, 480 pixels wide, is `/media/koffie-480.1a2b3c4d5e.webp`.
fn address_of(plain: &Address, version: &Version) -> Address {
    let stem = plain.as_str().rsplit_once('.').map_or(plain.as_str(), |(stem, _)| stem);
    let print = version.print.to_string();
    Address::file(&format!("{}-{}.{}.webp", stem.trim_start_matches('/'), version.width, &print[..10]))
}

/// The address of a file: of a photo that of its widest version.
pub(super) fn file_address(edition: &Edition, number: usize) -> Address {
    versions(edition, number)
        .last()
        .map_or_else(|| edition.file_addresses[number].clone(), |(address, _)| address)
}

/// Where a photo or document of the village is published.
pub fn published_file(edition: &Edition, path: &SitePath) -> Option<Address> {
    let number = edition.village.files.iter().position(|file| file.path == *path)?;
    Some(file_address(edition, number))
}

/// How a page shows a picture.
pub(super) fn shown(edition: &Edition, number: usize) -> Shown {
    let versions: Vec<(Address, &Version)> = versions(edition, number).collect();
    let Some((widest_address, widest)) = versions.last() else {
        let size = edition.village.files[number].size.map(|size| (size.width, size.height));
        return Shown { src: edition.file_addresses[number].to_string(), srcset: None, size, colour: None };
    };
    let usual = versions.iter().find(|(_, version)| version.width >= USUAL_WIDTH);
    let candidates = versions.iter().map(|(address, version)| format!("{address} {}w", version.width));
    Shown {
        src: usual.map_or(widest_address, |(address, _)| address).to_string(),
        srcset: (versions.len() > 1).then(|| candidates.collect::<Vec<_>>().join(", ")),
        size: Some((widest.width, widest.height)),
        colour: edition.photos.get(&number).and_then(|photo| photo.colour).map(colour_name),
    }
}

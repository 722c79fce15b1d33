//! Photos on pages: the addresses of their versions, and how a page refers to them.

use crate::ground::{Address, Focus, SitePath};
use crate::pictures::{Cut, PhotoVersion};
use crate::render::edition::Edition;
use crate::render::photos::{colour_name, focus_name};

/// What a page needs to show a picture.
pub(in crate::render) struct Shown {
    /// The address of the version for browsers that do not choose one.
    pub(in crate::render) src: String,
    /// All versions with their widths, as `srcset` (HTML, 4.8.4.2.1); `None` when there is only one.
    pub(in crate::render) srcset: Option<String>,
    /// Its largest width and height.
    pub(in crate::render) size: Option<(u32, u32)>,
    /// The classes for its colour and for the point that stays in view.
    pub(in crate::render) classes: Option<String>,
}

/// The width for browsers that do not choose a version: as wide as a page on most screens.
const USUAL_WIDTH: u32 = 960;

/// The versions that a cut made of a file, with addresses, from narrow to wide; none if it is not a photo.
pub(in crate::render) fn versions_of_cut(
    edition: &Edition,
    number: usize,
    cut: Cut,
) -> impl Iterator<Item = (Address, &PhotoVersion)> {
    let versions = edition.published.photo(number, cut).map(|photo| photo.versions.as_slice());
    let plain = edition.published.address(number);
    versions.unwrap_or_default().iter().map(move |version| (address_of(plain, version), version))
}

/// The versions of a photo for pages.
pub(in crate::render) fn page_versions(
    edition: &Edition,
    number: usize,
) -> impl Iterator<Item = (Address, &PhotoVersion)> {
    versions_of_cut(edition, number, Cut::Widths)
}

/// Every version made of a file.
pub(in crate::render) fn all_versions(
    edition: &Edition,
    number: usize,
) -> impl Iterator<Item = (Address, &PhotoVersion)> {
    let least = (number, Cut::Widths);
    let cuts = edition.published.photos.range(least..).take_while(move |((of, _), _)| *of == number);
    cuts.flat_map(move |((_, cut), _)| versions_of_cut(edition, number, *cut))
}

/// The address of a version: `/media/koffie.jpg`, 480 pixels wide, is `/media/koffie-480.1a2b3c4d5e.webp`.
/// Browsers request one of them, the favicon, without a link, so that one keeps its fixed name.
fn address_of(plain: &Address, version: &PhotoVersion) -> Address {
    if version.name == FAVICON {
        return Address::file(FAVICON);
    }
    let stem = plain.as_str().rsplit_once('.').map_or(plain.as_str(), |(stem, _)| stem);
    let (part, ending) = version.name.rsplit_once('.').unwrap_or((&version.name, "bin"));
    let part = if part.is_empty() { String::new() } else { format!("-{part}") };
    let print = version.print.to_string();
    Address::file(&format!("{}{part}.{}.{ending}", stem.trim_start_matches('/'), &print[..10]))
}

/// The icon in a browser tab.
pub(super) const FAVICON: &str = "favicon.ico";

/// The address of a file; for a photo that of its widest version.
pub(in crate::render) fn file_address(edition: &Edition, number: usize) -> Address {
    page_versions(edition, number)
        .last()
        .map_or_else(|| edition.published.address(number).clone(), |(address, _)| address)
}

/// The address at which a photo or document of the village is published.
pub fn published_file(edition: &Edition, path: &SitePath) -> Option<Address> {
    let number = edition.village.files.iter().position(|file| file.path == *path)?;
    Some(file_address(edition, number))
}

/// How a page shows a picture that keeps this point in view.
pub(in crate::render) fn shown_picture(edition: &Edition, number: usize, focus: Focus) -> Shown {
    let versions: Vec<(Address, &PhotoVersion)> = page_versions(edition, number).collect();
    let own_size = || edition.village.files[number].size.map(|size| (size.width, size.height));
    let colour = edition.published.photo(number, Cut::Widths).and_then(|photo| photo.colour).map(colour_name);
    let classes: Vec<String> = colour.into_iter().chain(focus_name(focus)).collect();
    let classes = (!classes.is_empty()).then(|| classes.join(" "));
    let Some((widest_address, widest)) = versions.last() else {
        let src = edition.published.address(number).to_string();
        return Shown { src, srcset: None, size: own_size(), classes };
    };
    let usual = versions.iter().find(|(_, version)| version.width >= USUAL_WIDTH);
    let candidates = versions.iter().map(|(address, version)| format!("{address} {}w", version.width));
    Shown {
        src: usual.map_or(widest_address, |(address, _)| address).to_string(),
        srcset: (versions.len() > 1).then(|| candidates.collect::<Vec<_>>().join(", ")),
        size: Some((widest.width, widest.height)).filter(|(width, height)| *width > 0 && *height > 0),
        classes,
    }
}

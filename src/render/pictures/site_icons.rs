//! The icons of the site: made from its crest, or else the icon of the theme.

use super::shown::{FAVICON, page_versions, versions_of_cut};
use crate::ground::Address;
use crate::pictures::{Cut, PhotoVersion};
use crate::render::edition::Edition;

/// The addresses of the icons.
#[derive(Default)]
pub(in crate::render) struct SiteIcons {
    /// For the tab of any browser.
    pub(in crate::render) tab: Option<Address>,
    /// A vector drawing, which is sharp at every size.
    pub(in crate::render) drawing: Option<Address>,
    /// For the home screen of an iPhone.
    pub(in crate::render) touch: Option<Address>,
    /// For telephones that read the manifest: side in pixels, and whether edges may be cropped off.
    pub(in crate::render) squares: Vec<(Address, u32, bool)>,
}

/// The icon of a theme, for villages without a crest.
const OF_THEME: &str = "icon.svg";

/// The icons of the site.
pub(in crate::render) fn site_icons(edition: &Edition) -> SiteIcons {
    let crest = edition.village.settings.crest.as_ref();
    let number = crest.and_then(|crest| edition.village.file_of_picture(None, &crest.value));
    let Some(number) = number else {
        let of_theme = edition.published.assets.addresses().find(|(name, _)| *name == OF_THEME);
        return SiteIcons { drawing: of_theme.map(|(_, address)| address.clone()), ..SiteIcons::default() };
    };
    let icon_named = |wanted: &str| {
        let mut icons = versions_of_cut(edition, number, Cut::Icons);
        icons.find(|(_, version)| version.name == wanted).map(|(address, _)| address)
    };
    let is_square = |version: &PhotoVersion| !matches!(version.name.as_str(), FAVICON | TOUCH);
    let squares = versions_of_cut(edition, number, Cut::Icons).filter(|(_, version)| is_square(version));
    let drawing = page_versions(edition, number).map(|(address, _)| address);
    SiteIcons {
        tab: icon_named(FAVICON),
        drawing: drawing.last().filter(|address| address.as_str().ends_with(".svg")),
        touch: icon_named(TOUCH),
        squares: squares
            .map(|(address, version)| (address, version.width, version.name == MASKABLE))
            .collect(),
    }
}

const TOUCH: &str = "apple-touch.png";
const MASKABLE: &str = "maskable.png";

//! Styles, scripts and fonts of the theme under names that change with what is in them, so that browsers may
//! keep them for ever.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::palette;
use super::settings_style::settings_style;
use crate::ground::{Address, Focus, fingerprint};
use crate::render::photos::{Photos, photo_style};
use crate::theme::{PORTAL_ASSETS, Theme};
use crate::village::Settings;

/// An asset as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Asset {
    pub(in crate::render) address: Address,
    pub(in crate::render) bytes: Arc<[u8]>,
}

/// The assets of a site, by their name in the theme.
#[derive(Clone, Debug, Default)]
pub(in crate::render) struct Assets {
    by_name: BTreeMap<String, Asset>,
}

/// The style that a site's own colours are put into, in front of everything else.
const MAIN_STYLE: &str = "site.css";

impl Assets {
    /// Gives every asset its name, but for those of portals on the site of a village. Styles come last: they name the
    /// others.
    pub(in crate::render) fn of(theme: &Theme, settings: &Settings) -> Self {
        let mut assets = Self::default();
        let is_portal = settings.is_portal();
        let own =
            theme.assets.iter().filter(|(name, _)| is_portal || !PORTAL_ASSETS.contains(&name.as_str()));
        let (styles, others): (Vec<_>, Vec<_>) = own.partition(|(name, _)| name.ends_with(".css"));
        for (name, bytes) in others {
            assets.add(name, Arc::clone(bytes));
        }
        for (name, bytes) in styles {
            let mut style = String::from_utf8_lossy(bytes).into_owned();
            if name == MAIN_STYLE {
                let own = palette::style(settings.colour.as_ref().map(|colour| colour.rgb));
                style.insert_str(0, &format!("{own}{}", settings_style(&theme.settings)));
            }
            let style = assets.with_published_names(&style);
            assets.add(name, style.into_bytes().into());
        }
        assets
    }

    /// The same, with the style that belongs to the photos.
    pub(in crate::render) fn with_photo_style(&self, photos: &Photos, focuses: &BTreeSet<Focus>) -> Self {
        let mut assets = self.clone();
        let own = photo_style(photos, focuses);
        if let (false, Some(style)) = (own.is_empty(), self.by_name.get(MAIN_STYLE)) {
            assets.add(MAIN_STYLE, [&*style.bytes, own.as_bytes()].concat().into());
        }
        assets
    }

    fn add(&mut self, name: &str, bytes: Arc<[u8]>) {
        let hash = fingerprint(&bytes).to_string();
        let hash = &hash[..10];
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let address = Address::file(&format!("assets/{stem}.{hash}.{ending}"));
        self.by_name.insert(name.to_owned(), Asset { address, bytes });
    }

    /// `url(font.woff2)` in a style becomes the name under which the font is published.
    fn with_published_names(&self, style: &str) -> String {
        let named = self.by_name.iter().filter(|(name, _)| style.contains(name.as_str()));
        named.fold(style.to_owned(), |style, (name, asset)| {
            let published = asset.address.as_str().trim_start_matches("/assets/");
            style
                .replace(&format!("url({name})"), &format!("url({published})"))
                .replace(&format!("url(\"{name}\")"), &format!("url(\"{published}\")"))
        })
    }

    pub(in crate::render) fn iter(&self) -> impl Iterator<Item = &Asset> {
        self.by_name.values()
    }

    pub(in crate::render) fn addresses(&self) -> impl Iterator<Item = (&str, &Address)> {
        self.by_name.iter().map(|(name, asset)| (name.as_str(), &asset.address))
    }
}

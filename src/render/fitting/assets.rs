//! Publishes the styles, scripts and fonts of the theme under names that contain a fingerprint of their
//! contents, so that browsers may cache them for ever.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::palette;
use super::settings_style::settings_style;
use crate::ground::{Address, Focus, fingerprint};
use crate::render::photos::{Photos, photo_style};
use crate::theme::{MAIN_STYLE, PORTAL_ASSETS, Theme, addresses_in_style, from_style, relative_reference};
use crate::village::Settings;

/// An asset as published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Asset {
    pub(in crate::render) address: Address,
    pub(in crate::render) bytes: Arc<[u8]>,
}

/// The assets of a site, by name in the theme.
#[derive(Clone, Debug, Default)]
pub(in crate::render) struct Assets {
    by_name: BTreeMap<String, Asset>,
}

impl Assets {
    /// Names every asset, except those for portals on the site of a village. Styles come last, because they
    /// contain the names of the others.
    pub(in crate::render) fn of(theme: &Theme, settings: &Settings) -> Self {
        let mut assets = Self::default();
        let is_portal = settings.is_portal();
        let own =
            theme.assets.iter().filter(|(name, _)| is_portal || !PORTAL_ASSETS.contains(&name.as_str()));
        let (styles, others): (Vec<_>, Vec<_>) = own.partition(|(name, _)| name.ends_with(".css"));
        for (name, bytes) in others {
            assets.add(name, Arc::clone(bytes));
        }
        for (name, bytes) in in_order(styles) {
            let mut style = String::from_utf8_lossy(bytes).into_owned();
            if name == MAIN_STYLE {
                let own = palette::palette_style(settings.colour.as_ref().map(|colour| colour.rgb));
                style.insert_str(0, &format!("{own}{}", settings_style(&theme.settings)));
            }
            let style = assets.with_published_names(name, &style);
            assets.add(name, style.into_bytes().into());
        }
        assets
    }

    /// The same assets, with the style that belongs to the photos.
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

    /// Replaces `url(font.woff2)`, however it is written, by the name under which the font is published.
    fn with_published_names(&self, name: &str, style: &str) -> String {
        let up = "../".repeat(name.matches('/').count());
        let (mut out, mut from) = (String::with_capacity(style.len()), 0);
        for range in addresses_in_style(style) {
            let Some((path, suffix)) = style.get(range.clone()).and_then(relative_reference) else {
                continue;
            };
            let asset = self.by_name.get(&from_style(name, path)).or_else(|| self.by_name.get(path));
            let Some(asset) = asset else { continue };
            out.push_str(style.get(from..range.start).unwrap_or_default());
            out.push_str(&up);
            out.push_str(asset.address.as_str().trim_start_matches("/assets/"));
            out.push_str(suffix);
            from = range.end;
        }
        out.push_str(style.get(from..).unwrap_or_default());
        out
    }

    /// The asset with this name in the theme.
    pub(in crate::render) fn get(&self, name: &str) -> Option<&Asset> {
        self.by_name.get(name)
    }

    pub(in crate::render) fn iter(&self) -> impl Iterator<Item = &Asset> {
        self.by_name.values()
    }

    pub(in crate::render) fn addresses(&self) -> impl Iterator<Item = (&str, &Address)> {
        self.by_name.iter().map(|(name, asset)| (name.as_str(), &asset.address))
    }
}

/// Orders styles so that each follows those that it refers to. In a cycle, one has to come first.
fn in_order<'s>(mut styles: Vec<(&'s String, &'s Arc<[u8]>)>) -> Vec<(&'s String, &'s Arc<[u8]>)> {
    let mut ordered = Vec::with_capacity(styles.len());
    while !styles.is_empty() {
        let waits = |(name, bytes): &(&String, &Arc<[u8]>)| {
            let text = String::from_utf8_lossy(bytes);
            let used = addresses_in_style(&text).into_iter();
            let mut used =
                used.filter_map(|range| Some(from_style(name, relative_reference(text.get(range)?)?.0)));
            used.any(|path| styles.iter().any(|(other, _)| **other == path && other != name))
        };
        let next = styles.iter().position(|style| !waits(style)).unwrap_or(0);
        ordered.push(styles.remove(next));
    }
    ordered
}

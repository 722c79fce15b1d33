//! Adds a theme to a site from a list, a folder or a single package, with the themes that it builds on.

use std::path::Path;

use super::arrange::{Change, Naming, arrange};
use super::installed::InstalledThemes;
use super::location::Location;
use super::messages;
use super::notices;
use super::offers::Offers;
use super::parcel::{Order, Parcel, key_at};
use crate::ground::Both;
use crate::outside::Downloads;
use crate::package::{KEY_ENDING, Key, Offer, SIGNATURE_ENDING};
use crate::theme::{LONGEST_CHAIN, Shipped};

/// A request to add a theme.
#[derive(Debug)]
pub struct AddRequest<'a> {
    /// An address, a file or a folder; optionally with the name of a theme after a hash sign.
    pub what: &'a str,
    /// The folder that relative paths start from.
    pub base: &'a Path,
    /// The file with the publisher's key, if given.
    pub key: Option<&'a Path>,
}

/// Checks everything and returns what is to be done.
///
/// # Errors
/// When the theme cannot be trusted, cannot be used here, or would overwrite somebody's work.
pub fn add(
    installed: &InstalledThemes,
    asked: &AddRequest<'_>,
    shipped: &Shipped,
    downloads: &Downloads,
) -> Result<Change, Both> {
    let (place, name) = Location::read(asked.what, asked.base);
    if let Some(message) = place.misuse_message(asked.what) {
        return Err(message);
    }
    let has_login = place.has_login();
    let key = match asked.key {
        Some(file) => {
            let file = Location::Disk(asked.base.join(file));
            let missing = || messages::no_file(&file.shown());
            Some(key_at(&file, downloads)?.ok_or_else(missing)?)
        }
        None => None,
    };
    let (parcels, named) = if place.is_package() {
        let parcel = fetch_single(installed, &place, key, shipped, downloads)?;
        let name = parcel.package.head.name.clone();
        (vec![parcel], name)
    } else {
        let offers = Offers::at(&place, downloads)?;
        let name = offers.requested_theme(name)?;
        let order = PackageFetcher { installed, offers: &offers, key, shipped, downloads };
        let offer = offers.newest(&name, &shipped.contract)?;
        (order.with_parents(vec![order.fetch(offer)?])?, name)
    };
    // A theme that the site's theme builds on does not replace it.
    let theme_above = installed.named.as_deref().filter(|_| installed.is_inherited(&named));
    let naming = if theme_above.is_some() { Naming::of(installed) } else { Naming::Theme(&named) };
    let mut change = arrange(installed, parcels, naming, shipped)?;
    change.notices.extend(theme_above.map(|theme_above| notices::is_inherited(&named, theme_above)));
    if has_login {
        change.notices.push(notices::login_not_kept());
    }
    Ok(change)
}

/// Fetches a single package, whose signature and key are beside it.
pub(super) fn fetch_single(
    installed: &InstalledThemes,
    place: &Location,
    key: Option<Key>,
    shipped: &Shipped,
    downloads: &Downloads,
) -> Result<Parcel, Both> {
    let key = match key {
        Some(key) => Some(key),
        None => key_at(&place.with(KEY_ENDING), downloads)?,
    };
    let from = match place {
        Location::Disk(file) => Location::Disk(file.parent().unwrap_or(Path::new(".")).to_owned()),
        Location::Web(_) => place.clone(),
    };
    let order = Order {
        at: place.clone(),
        offer: None,
        signature: Some(place.with(SIGNATURE_ENDING)),
        key,
        from: from.written(&installed.folder),
    };
    order.fetch(|name| installed.lock.themes.get(name), &shipped.contract, downloads)
}

/// Fetches themes from one list.
pub(super) struct PackageFetcher<'o> {
    pub(super) installed: &'o InstalledThemes,
    pub(super) offers: &'o Offers,
    pub(super) key: Option<Key>,
    pub(super) shipped: &'o Shipped,
    pub(super) downloads: &'o Downloads,
}

impl PackageFetcher<'_> {
    /// Fetches one of the packages on offer.
    pub(super) fn fetch(&self, offer: &Offer) -> Result<Parcel, Both> {
        let sibling_address = |file: &str| {
            let missing = || messages::no_file(file);
            self.offers.at.sibling_address(file).ok_or_else(missing)
        };
        let order = Order {
            at: sibling_address(&offer.file)?,
            offer: Some(offer),
            signature: offer.signature.as_deref().map(sibling_address).transpose()?,
            key: self.key.clone().or_else(|| self.offers.key().cloned()),
            from: self.offers.at.written(&self.installed.folder),
        };
        order.fetch(|name| self.installed.lock.themes.get(name), &self.shipped.contract, self.downloads)
    }

    /// Also fetches the themes that these build on, if they are missing and the list offers them.
    pub(super) fn with_parents(&self, mut parcels: Vec<Parcel>) -> Result<Vec<Parcel>, Both> {
        while let Some(parent) = self.missing_parent(&parcels) {
            if parcels.len() >= LONGEST_CHAIN {
                return Err(messages::extends_loop(&parent));
            }
            if !self.offers.index.themes.contains_key(&parent) {
                // A missing theme is reported when all parcels are checked together.
                break;
            }
            let offer = self.offers.newest(&parent, &self.shipped.contract)?;
            parcels.push(self.fetch(offer)?);
        }
        parcels.reverse();
        Ok(parcels)
    }

    fn missing_parent(&self, parcels: &[Parcel]) -> Option<String> {
        let is_there = |name: &str| {
            self.shipped.themes.iter().any(|layer| layer.name == name)
                || self.installed.theme_names().contains(name)
                || parcels.iter().any(|parcel| parcel.package.head.name == name)
        };
        let parents = parcels.iter().filter_map(|parcel| parcel.package.head.extends.clone());
        parents.into_iter().find(|parent| !is_there(parent))
    }
}

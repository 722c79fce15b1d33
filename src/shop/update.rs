//! Updates the theme of a site, and those it builds on, to the newest versions that this program can use.

use super::add::{PackageFetcher, fetch_single};
use super::arrange::{Change, Naming, Placed, arrange, assemble};
use super::folder_messages;
use super::installed::InstalledThemes;
use super::location::Location;
use super::messages;
use super::notices;
use super::offers::{Offers, check_contract};
use super::parcel::Parcel;
use crate::ground::{Both, is_network_path};
use crate::outside::Downloads;
use crate::package::{LockedTheme, PackageHead};
use crate::read::SITE_FILE;
use crate::theme::Shipped;

/// The outcome of looking for updates.
#[derive(Debug)]
pub struct Update {
    /// The messages to show before anything is done.
    pub found: Vec<Both>,
    /// The change to make; `None` if everything is up to date.
    pub change: Option<Change>,
}

/// Looks for newer versions. With `check_only`, no change is prepared.
///
/// # Errors
/// When a place cannot be reached, or what it offers cannot be trusted or used.
pub fn update(
    installed: &InstalledThemes,
    check_only: bool,
    shipped: &Shipped,
    downloads: &Downloads,
) -> Result<Update, Both> {
    let chain = installed.added_chain();
    chain.first().ok_or_else(messages::no_theme_added)?;
    let mut update = Update { found: Vec::new(), change: None };
    let mut parcels: Vec<Parcel> = Vec::new();
    let mut is_newer = false;
    // The themes below come first.
    for name in chain.iter().rev() {
        let Some(added) = installed.lock.themes.get(name) else { continue };
        let theme_update = ThemeUpdate { installed, name, added, shipped, downloads, check_only };
        let found_update = theme_update.find_update(&mut update.found)?;
        is_newer |= found_update.is_newer;
        for parcel in found_update.parcels {
            let is_known = |known: &Parcel| known.package.head.name == parcel.package.head.name;
            if !parcels.iter().any(is_known) {
                parcels.push(parcel);
            }
        }
    }
    if check_only && is_newer {
        update.found.push(notices::how_to_update());
    }
    if !parcels.is_empty() {
        update.change = Some(arrange(installed, parcels, Naming::of(installed), shipped)?);
    } else if !check_only {
        update.change = repair(installed, &chain, &mut update.found)?;
    }
    Ok(update)
}

/// Repairs what is damaged when nothing is newer: restores an incomplete folder from the kept package, and
/// corrects the version in `site.yaml`.
fn repair(
    installed: &InstalledThemes,
    chain: &[String],
    found: &mut Vec<Both>,
) -> Result<Option<Change>, Both> {
    let (mut notices, mut placed) = (Vec::new(), Vec::new());
    for name in chain.iter().rev() {
        let Some(added) = installed.lock.themes.get(name) else { continue };
        let condition = installed.condition(name, added);
        if condition.is_complete() {
            continue;
        }
        let folder = installed.folder_of(name);
        let version = added.version.to_string();
        match installed.kept_package(name, added.version, added.hash) {
            _ if !condition.is_known => {
                found.push(folder_messages::list_unknown(&folder, added.from.as_deref()))
            }
            // Every build reports manual changes.
            _ if !condition.is_untouched() => {}
            Some((package, bytes)) => {
                notices.push(notices::restored(name, &version, &condition.missing));
                placed.push(Placed { package, bytes, added: added.clone() });
            }
            None => {
                let (missing, from) = (&condition.missing, added.from.as_deref());
                found.push(folder_messages::incomplete(&folder, missing, from));
            }
        }
    }
    let exchange = assemble(installed, placed, Naming::of(installed))?.exchange;
    if exchange.folders.is_empty() {
        let site = exchange.files.iter().find(|(file, _)| file == SITE_FILE);
        let is_same = site.is_none_or(|(_, text)| text.as_deref() == Some(installed.site_text.as_bytes()));
        if is_same && !installed.was_lock_lost {
            return Ok(None);
        }
        notices.extend((!is_same).then(notices::site_file_restored));
    }
    notices.extend(installed.was_lock_lost.then(notices::lock_was_rebuilt));
    Ok(Some(Change { notices, exchange }))
}

/// The search for an update of one theme.
struct ThemeUpdate<'l> {
    installed: &'l InstalledThemes,
    name: &'l str,
    added: &'l LockedTheme,
    shipped: &'l Shipped,
    downloads: &'l Downloads,
    check_only: bool,
}

#[derive(Default)]
struct FoundUpdate {
    is_newer: bool,
    parcels: Vec<Parcel>,
}

impl ThemeUpdate<'_> {
    fn find_update(&self, found: &mut Vec<Both>) -> Result<FoundUpdate, Both> {
        let Some(from) = &self.added.from else {
            found.push(notices::no_origin(self.name));
            return Ok(FoundUpdate::default());
        };
        // The path comes from a file in the village, which a stranger may have written.
        if is_network_path(from) {
            found.push(notices::on_another_machine(self.name, from));
            return Ok(FoundUpdate::default());
        }
        let (place, _) = Location::read(from, &self.installed.folder);
        if place.is_package() { self.at_package(&place, found) } else { self.at_list(&place, found) }
    }

    /// Checks whether the single package at an address has changed.
    fn at_package(&self, place: &Location, found: &mut Vec<Both>) -> Result<FoundUpdate, Both> {
        let parcel =
            fetch_single(self.installed, place, self.added.key.clone(), self.shipped, self.downloads)?;
        if parcel.package.head.name != self.name {
            return Err(messages::not_offered(self.name, &place.shown(), None));
        }
        if parcel.package.hash == self.added.hash {
            self.report_newest(found);
            return Ok(FoundUpdate::default());
        }
        self.report_new(&parcel.package.head, found);
        let parcels = if self.check_only { Vec::new() } else { vec![parcel] };
        Ok(FoundUpdate { is_newer: true, parcels })
    }

    fn at_list(&self, place: &Location, found: &mut Vec<Both>) -> Result<FoundUpdate, Both> {
        let offers = Offers::at(place, self.downloads)?;
        let newest_of_all = offers.index.newest(self.name, |_| true).map(|offer| &offer.head);
        let beyond = newest_of_all.filter(|head| {
            head.version > self.added.version && check_contract(head, &self.shipped.contract).is_err()
        });
        let offer = offers.newest(self.name, &self.shipped.contract);
        let newer = offer.ok().filter(|offer| offer.head.version > self.added.version);
        let mut found_update = FoundUpdate { is_newer: newer.is_some(), parcels: Vec::new() };
        match newer {
            Some(offer) => {
                self.report_new(&offer.head, found);
                if !self.check_only {
                    let (installed, shipped, downloads) = (self.installed, self.shipped, self.downloads);
                    let order = PackageFetcher { installed, offers: &offers, key: None, shipped, downloads };
                    found_update.parcels = order.with_parents(vec![order.fetch(offer)?])?;
                }
            }
            None if beyond.is_none() => self.report_newest(found),
            None => {}
        }
        if let Some(head) = beyond {
            found.push(notices::needs_newer_program(self.name, &head.version.to_string()));
        }
        Ok(found_update)
    }

    fn report_newest(&self, found: &mut Vec<Both>) {
        found.push(notices::newest(self.name, &self.added.version.to_string()));
    }

    /// Reports a newer version; if it is fetched too, the messages about the change already say so.
    fn report_new(&self, head: &PackageHead, found: &mut Vec<Both>) {
        if self.check_only {
            let (here, there) = (self.added.version.to_string(), head.version.to_string());
            found.push(notices::is_new(self.name, &here, &there));
        }
    }
}

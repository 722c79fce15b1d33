//! Packages that came in take their places beside a site: what is to be checked together, and everything that is to
//! be written.

use std::collections::{BTreeMap, BTreeSet};

use super::messages;
use super::parcel::Parcel;
use super::said;
use super::stand::Stand;
use crate::ground::{Both, Version, checksum};
use crate::package::{Added, Former, Head, LIST_FILE, Lock, Package, write_lock};
use crate::publish::{Exchange, Failure, FolderFiles, exchange};
use crate::read::{LOCK_FILE, SITE_FILE};
use crate::setup::{Pin, pin_lines, with_theme};
use crate::theme::Shipped;

/// What is to be done, all of it or nothing.
#[derive(Debug)]
pub struct Change {
    /// What is told when it is done.
    pub said: Vec<Both>,
    pub(super) exchange: Exchange,
}

impl Change {
    /// Does it.
    ///
    /// # Errors
    /// When the machine refuses; then everything is as it was.
    pub fn make(&self, stand: &Stand) -> Result<(), Failure> {
        exchange(&stand.folder, &self.exchange)
    }
}

/// A package on its way to its place, with what will be known of it.
pub(super) struct Placed {
    pub(super) package: Package,
    pub(super) bytes: Vec<u8>,
    pub(super) added: Added,
}

/// Puts packages beside a site, of which `named` is the one that it will have.
pub(super) fn arrange(
    stand: &Stand,
    parcels: Vec<Parcel>,
    named: &str,
    shipped: &Shipped,
) -> Result<Change, Both> {
    for parcel in &parcels {
        check_version(stand, &parcel.package)?;
        stand.check_untouched(&parcel.package.head.name)?;
    }
    check_parents(stand, &parcels, shipped)?;
    let mut told = Vec::new();
    let mut placed = Vec::new();
    for parcel in parcels {
        let known = stand.lock.themes.get(&parcel.package.head.name);
        told.extend(tell(&parcel, known));
        let former = match known {
            Some(known) if known.hash == parcel.package.hash => known.former,
            Some(known) => Some(Former { version: known.version, hash: known.hash }),
            None => None,
        };
        let added = added_of(&parcel.package, Some(parcel.from), parcel.key, former);
        placed.push(Placed { package: parcel.package, bytes: parcel.bytes, added });
    }
    let exchange = assemble(stand, placed, named)?;
    Ok(Change { said: told, exchange })
}

fn tell(parcel: &Parcel, known: Option<&Added>) -> Vec<Both> {
    let Head { name, version, .. } = &parcel.package.head;
    let version = version.to_string();
    let Some(known) = known else { return vec![said::added(name, &version, parcel.key.as_ref())] };
    let mut told = vec![match known.hash == parcel.package.hash {
        true => said::same(name, &version),
        false => said::updated(name, &known.version.to_string(), &version),
    }];
    if known.key.is_none() {
        told.extend(parcel.key.as_ref().map(|key| said::signed_now(name, key)));
    }
    told
}

pub(super) fn added_of(
    package: &Package,
    from: Option<String>,
    key: Option<crate::package::Key>,
    former: Option<Former>,
) -> Added {
    let Head { version, api, extends, .. } = package.head.clone();
    let list = checksum(&package.list);
    Added { version, hash: package.hash, api, extends, list, from, key, former }
}

/// A theme does not go back by itself, and one number has one content.
fn check_version(stand: &Stand, package: &Package) -> Result<(), Both> {
    let Head { name, version, .. } = &package.head;
    let Some(known) = stand.lock.themes.get(name) else { return Ok(()) };
    let here: Version = known.version;
    if *version < here {
        return Err(messages::goes_back(name, &version.to_string(), &here.to_string()));
    }
    if *version == here && package.hash != known.hash {
        return Err(messages::other_contents(name, &version.to_string()));
    }
    Ok(())
}

/// Every theme builds on one that is there, and in the end on none.
fn check_parents(stand: &Stand, parcels: &[Parcel], shipped: &Shipped) -> Result<(), Both> {
    let mut builds_on: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    let own = shipped.themes.iter().map(|layer| layer.name.as_str());
    builds_on.extend(own.map(|name| (name, None)));
    builds_on.extend(stand.lying().into_iter().map(|name| (name, None)));
    let locked = stand.lock.themes.iter();
    builds_on.extend(locked.map(|(name, added)| (name.as_str(), added.extends.as_deref())));
    let heads = parcels.iter().map(|parcel| &parcel.package.head);
    builds_on.extend(heads.clone().map(|head| (head.name.as_str(), head.extends.as_deref())));
    for head in heads {
        let mut seen = BTreeSet::new();
        let mut here = head.name.as_str();
        while seen.insert(here) {
            let Some(next) = builds_on.get(here).copied().flatten() else { break };
            if next == head.name {
                return Err(messages::circle(&head.name));
            }
            if !builds_on.contains_key(next) {
                return Err(messages::parent_missing(here, next));
            }
            here = next;
        }
    }
    Ok(())
}

/// Everything that is to be written so that these packages lie beside the site, and `named` is its theme.
pub(super) fn assemble(stand: &Stand, placed: Vec<Placed>, named: &str) -> Result<Exchange, Both> {
    let mut lock = stand.lock.clone();
    let is_change = placed.iter().any(|placed| {
        let known = stand.lock.themes.get(&placed.package.head.name);
        known.is_none_or(|known| known.hash != placed.added.hash)
    });
    let mut exchange = Exchange::default();
    let mut changed = BTreeSet::new();
    for Placed { package, bytes, added } in placed {
        let name = package.head.name.clone();
        exchange.files.push((stand.kept(&package.head.file_name()), Some(bytes)));
        exchange.folders.push((stand.folder_of(&name), Some(files_of(package))));
        lock.themes.insert(name.clone(), added);
        changed.insert(name);
    }
    // To go back is to undo the last change, so whatever lies below and did not change has nothing to go back to.
    if is_change {
        for name in chain_of(named, &lock) {
            if let Some(added) = lock.themes.get_mut(&name).filter(|_| !changed.contains(&name)) {
                added.former = None;
            }
        }
    }
    let added = lock.themes.get(named).ok_or_else(messages::no_theme_added)?;
    let pin = Pin { name: named.to_owned(), version: added.version, hash: added.hash };
    let site = with_theme(&stand.site_text, &pin, stand.speech);
    let site = site.ok_or_else(|| messages::site_file_not_changed(&pin_lines(&pin, stand.speech)))?;
    finish(stand, &lock, site, &mut exchange);
    Ok(exchange)
}

/// Adds what comes last: packages that nobody needs any more, the lock, and the site's own file.
pub(super) fn finish(stand: &Stand, lock: &Lock, site: String, exchange: &mut Exchange) {
    let needed = kept_files(lock);
    let gone = kept_files(&stand.lock).into_iter().filter(|file| !needed.contains(file));
    exchange.files.extend(gone.map(|file| (stand.kept(&file), None)));
    let is_needed = *lock != Lock::default();
    exchange.files.push((LOCK_FILE.to_owned(), is_needed.then(|| write_lock(lock).into_bytes())));
    exchange.files.push((SITE_FILE.to_owned(), Some(site.into_bytes())));
}

/// The packages that are kept: those that lie here now, and those that lay here before.
fn kept_files(lock: &Lock) -> BTreeSet<String> {
    let versions = |added: &Added| [Some(added.version), added.former.map(|former| former.version)];
    let named = |(name, added): (&String, &Added)| {
        versions(added).into_iter().flatten().map(|version| kept_name(name, version)).collect::<Vec<_>>()
    };
    lock.themes.iter().flat_map(named).collect()
}

pub(super) fn kept_name(name: &str, version: Version) -> String {
    format!("{name}-{version}.zip")
}

fn chain_of(named: &str, lock: &Lock) -> Vec<String> {
    let mut chain: Vec<String> = Vec::new();
    let mut next = Some(named.to_owned());
    while let Some(name) = next.filter(|name| !chain.contains(name)) {
        next = lock.themes.get(&name).and_then(|added| added.extends.clone());
        chain.push(name);
    }
    chain
}

fn files_of(package: Package) -> FolderFiles {
    let list = [(LIST_FILE.to_owned(), package.list)];
    let files = package.files.into_iter().map(|file| (file.path.as_str().to_owned(), file.bytes));
    files.chain(list).collect()
}

//! Plans how packages are installed beside a site: what must be checked together, and what is to be written.

use std::collections::{BTreeMap, BTreeSet};

use super::installed::{InstalledThemes, kept_name};
use super::location::Location;
use super::messages;
use super::notices;
use super::parcel::Parcel;
use crate::ground::{Both, Version};
use crate::package::{
    FormerVersion, LIST_FILE, Lock, LockedTheme, Package, PackageHead, added_by_package, write_lock,
};
use crate::publish::{Exchange, Failure, FolderFiles, exchange};
use crate::read::{LOCK_FILE, SITE_FILE};
use crate::setup::{Pin, pin_lines, with_theme};
use crate::theme::{STANDARD, Shipped};

/// A change to a site's themes, applied completely or not at all.
#[derive(Debug)]
pub struct Change {
    /// The messages to show once it is done.
    pub notices: Vec<Both>,
    pub(super) exchange: Exchange,
}

impl Change {
    /// Applies the change.
    ///
    /// # Errors
    /// When the system refuses, or another command changed the themes meanwhile; then nothing is changed.
    pub fn apply(&self, installed: &InstalledThemes) -> Result<(), Failure> {
        exchange(&installed.folder, &self.exchange, &installed.preconditions())
    }
}

/// A package to be installed, with what will be recorded about it.
pub(super) struct Placed {
    pub(super) package: Package,
    pub(super) bytes: Vec<u8>,
    pub(super) added: LockedTheme,
}

/// Which theme the site names after the change.
#[derive(Clone, Copy, Debug)]
pub(super) enum Naming<'n> {
    /// This added theme.
    Theme(&'n str),
    /// The one it names now; `site.yaml` stays as it is.
    AsItIs,
}

impl<'n> Naming<'n> {
    /// The theme that the site names now, in the version that is installed.
    pub(super) fn of(installed: &'n InstalledThemes) -> Self {
        let named = installed.named.as_deref().filter(|named| installed.lock.themes.contains_key(*named));
        named.map_or(Self::AsItIs, Self::Theme)
    }
}

/// Plans the installation of packages beside a site.
pub(super) fn arrange(
    installed: &InstalledThemes,
    parcels: Vec<Parcel>,
    naming: Naming<'_>,
    shipped: &Shipped,
) -> Result<Change, Both> {
    for parcel in &parcels {
        check_version(installed, &parcel.package)?;
        installed.check_untouched(&parcel.package.head.name)?;
    }
    check_parents(installed, &parcels, shipped)?;
    let mut notices = Vec::new();
    let mut placed = Vec::new();
    for parcel in parcels {
        let known = installed.lock.themes.get(&parcel.package.head.name);
        notices.extend(parcel_notices(&parcel, known));
        notices.extend(older_than_shipped(&parcel.package.head, shipped));
        let former = match known {
            Some(known) if known.hash == parcel.package.hash => known.former,
            Some(known) => Some(FormerVersion { version: known.version, hash: known.hash }),
            None => None,
        };
        let list = known.and_then(|known| retained_list(installed, &parcel, known));
        notices.extend(list.map(|list| notices::list_retained(&parcel.package.head.name, list)));
        let from = list.map_or(parcel.from, str::to_owned);
        let mut added = added_of(&parcel.package, Some(from), parcel.key, former);
        added.replaced = known.and_then(|known| known.replaced.clone());
        placed.push(Placed { package: parcel.package, bytes: parcel.bytes, added });
    }
    notices.extend(naming_notice(installed, naming));
    let assembled = assemble(installed, placed, naming)?;
    if assembled.can_roll_back {
        notices.push(notices::rollback_option());
    }
    Ok(Change { notices, exchange: assembled.exchange })
}

/// Returns the online list a theme came from, when one of its packages is now added separately: a package
/// does not say where newer versions will be. Without a key, only a local file counts as the same maker's.
fn retained_list<'k>(
    installed: &InstalledThemes,
    parcel: &Parcel,
    known: &'k LockedTheme,
) -> Option<&'k str> {
    let is_list = |from: &str| match Location::read(from, &installed.folder).0 {
        Location::Disk(_) => false,
        place @ Location::Web(_) => !place.is_package(),
    };
    let is_on_disk = matches!(Location::read(&parcel.from, &installed.folder).0, Location::Disk(_));
    let is_of_maker = known.key.is_some() || is_on_disk;
    known.from.as_deref().filter(|from| parcel.is_single && is_of_maker && is_list(from))
}

/// Returns the message about the previous theme, if the site switches to another.
fn naming_notice(installed: &InstalledThemes, naming: Naming<'_>) -> Option<Both> {
    let before = installed.named.as_deref()?;
    match naming {
        Naming::Theme(named) if before == named || before == STANDARD => None,
        Naming::Theme(named) if installed.lock.themes.contains_key(before) => {
            Some(notices::instead_of(named, before))
        }
        Naming::Theme(named) => Some(notices::instead_of_own(named, before)),
        Naming::AsItIs => None,
    }
}

/// Returns the messages about an installed package, compared with the previous version of it.
fn parcel_notices(parcel: &Parcel, known: Option<&LockedTheme>) -> Vec<Both> {
    let PackageHead { name, version, .. } = &parcel.package.head;
    let version = version.to_string();
    let Some(known) = known else { return vec![notices::added(name, &version, parcel.key.as_ref())] };
    let mut notices = vec![match known.hash == parcel.package.hash {
        true => notices::same(name, &version),
        false => notices::updated(name, &known.version.to_string(), &version),
    }];
    if known.key.is_none() {
        // Everything added by the program has an origin: without one, it is unknown whether it was signed.
        let key_notice = if known.from.is_some() { notices::signed_now } else { notices::key_restored };
        notices.extend(parcel.key.as_ref().map(|key| key_notice(name, key)));
    }
    notices
}

pub(super) fn added_of(
    package: &Package,
    from: Option<String>,
    key: Option<crate::package::Key>,
    former: Option<FormerVersion>,
) -> LockedTheme {
    LockedTheme { from, key, former, ..added_by_package(package) }
}

/// Warns that a built-in theme is being replaced by an older version of it.
fn older_than_shipped(head: &PackageHead, shipped: &Shipped) -> Option<Both> {
    let ours = shipped.version_of(&head.name).filter(|ours| head.version < *ours)?;
    Some(notices::older_than_shipped(&head.name, &head.version.to_string(), &ours.to_string()))
}

/// Checks that a theme is not silently downgraded, and that one version number always has the same contents.
fn check_version(installed: &InstalledThemes, package: &Package) -> Result<(), Both> {
    let PackageHead { name, version, .. } = &package.head;
    let Some(known) = installed.lock.themes.get(name) else { return Ok(()) };
    let here: Version = known.version;
    if *version < here {
        return Err(messages::downgrade(name, &version.to_string(), &here.to_string()));
    }
    if *version == here && package.hash != known.hash {
        return Err(messages::other_contents(name, &version.to_string()));
    }
    Ok(())
}

/// Checks that every theme builds on one that exists, without a circle. A theme whose folder was deleted
/// counts: the next update restores it, and must not be refused because it is missing.
fn check_parents(installed: &InstalledThemes, parcels: &[Parcel], shipped: &Shipped) -> Result<(), Both> {
    let mut builds_on: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    let own = shipped.themes.iter().map(|layer| layer.name.as_str());
    builds_on.extend(own.map(|name| (name, None)));
    builds_on.extend(installed.theme_names().into_iter().map(|name| (name, None)));
    let locked = installed.lock.themes.iter();
    builds_on.extend(locked.map(|(name, added)| (name.as_str(), added.extends.as_deref())));
    let heads = parcels.iter().map(|parcel| &parcel.package.head);
    builds_on.extend(heads.clone().map(|head| (head.name.as_str(), head.extends.as_deref())));
    for head in heads {
        let mut seen = BTreeSet::new();
        let mut here = head.name.as_str();
        while seen.insert(here) {
            let Some(next) = builds_on.get(here).copied().flatten() else { break };
            if next == head.name {
                return Err(messages::extends_loop(&head.name));
            }
            if !builds_on.contains_key(next) {
                return Err(messages::parent_missing(here, next));
            }
            here = next;
        }
    }
    Ok(())
}

/// Everything that is to be written, and whether a rollback is possible afterwards.
pub(super) struct Assembled {
    pub(super) exchange: Exchange,
    pub(super) can_roll_back: bool,
}

/// Puts together everything that must be written to install these packages.
pub(super) fn assemble(
    installed: &InstalledThemes,
    placed: Vec<Placed>,
    naming: Naming<'_>,
) -> Result<Assembled, Both> {
    let mut lock = installed.lock.clone();
    let is_change = placed.iter().any(|placed| {
        let known = installed.lock.themes.get(&placed.package.head.name);
        known.is_none_or(|known| known.hash != placed.added.hash)
    });
    let mut exchange = Exchange::default();
    let mut changed = BTreeSet::new();
    for Placed { package, bytes, added } in placed {
        let name = package.head.name.clone();
        exchange.files.push((installed.kept_path_of(&package.head.file_name()), Some(bytes)));
        exchange.folders.push((installed.folder_of(&name), Some(folder_files(package))));
        lock.themes.insert(name.clone(), added);
        changed.insert(name);
    }
    let (before, named) = (
        installed.named.as_deref(),
        match naming {
            Naming::Theme(named) => Some(named),
            Naming::AsItIs => installed.named.as_deref(),
        },
    );
    let is_switch = named != before;
    // A rollback undoes the last change only, so themes below that did not change have nothing to go back to.
    if is_change || is_switch {
        for name in named.map_or_else(Vec::new, |named| installed.chain_from(&lock, named)) {
            let is_kept = !is_switch && changed.contains(&name);
            if let Some(added) = lock.themes.get_mut(&name).filter(|_| !is_kept) {
                added.former = None;
            }
        }
    }
    if let (true, Some(added)) = (is_switch, named.and_then(|named| lock.themes.get_mut(named))) {
        added.replaced = before.filter(|name| installed.lock.themes.contains_key(*name)).map(str::to_owned);
    }
    let site = match naming {
        Naming::Theme(named) => site_with(installed, &lock, named)?,
        Naming::AsItIs => installed.site_text.clone(),
    };
    let can_roll_back = (is_change || is_switch)
        && named.is_some_and(|named| rollback_option(installed, &lock, named).is_some());
    finish_files(installed, &lock, site, &mut exchange);
    Ok(Assembled { exchange, can_roll_back })
}

/// Returns the text of `site.yaml` with an added theme.
pub(super) fn site_with(installed: &InstalledThemes, lock: &Lock, named: &str) -> Result<String, Both> {
    let added = lock.themes.get(named).ok_or_else(messages::no_theme_added)?;
    let pin = Pin { name: named.to_owned(), version: added.version, hash: added.hash };
    let site = with_theme(&installed.site_text, &pin, installed.locale);
    site.ok_or_else(|| {
        installed.site_not_changed(|| messages::site_file_not_changed(&pin_lines(&pin, installed.locale)))
    })
}

/// What a rollback goes back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RollbackOption {
    /// The previous versions of the same themes.
    Versions,
    /// The previous theme of the site.
    Theme(String),
}

/// Returns what a site with this theme can go back to, if anything.
pub(super) fn rollback_option(
    installed: &InstalledThemes,
    lock: &Lock,
    named: &str,
) -> Option<RollbackOption> {
    let has_former =
        |name: &String| lock.themes.get(name).is_some_and(|added: &LockedTheme| added.former.is_some());
    if installed.chain_from(lock, named).iter().any(has_former) {
        return Some(RollbackOption::Versions);
    }
    let replaced = lock.themes.get(named)?.replaced.clone();
    replaced.filter(|name| lock.themes.contains_key(name)).map(RollbackOption::Theme)
}

/// Adds what comes last: the deletion of packages no longer needed, the lock, and `site.yaml`.
pub(super) fn finish_files(installed: &InstalledThemes, lock: &Lock, site: String, exchange: &mut Exchange) {
    let mut lock = lock.clone();
    // A file that the village has deleted need not be remembered any more.
    lock.adopted.retain(|path, _| installed.has_own(path));
    let lock = &lock;
    let needed = kept_files(lock);
    let gone = kept_files(&installed.lock).into_iter().filter(|file| !needed.contains(file));
    exchange.files.extend(gone.map(|file| (installed.kept_path_of(&file), None)));
    let is_needed = *lock != Lock::default();
    exchange.files.push((LOCK_FILE.to_owned(), is_needed.then(|| write_lock(lock).into_bytes())));
    exchange.files.push((SITE_FILE.to_owned(), Some(site.into_bytes())));
}

/// Returns the packages to keep: those of the installed versions and those of the previous ones.
fn kept_files(lock: &Lock) -> BTreeSet<String> {
    let versions = |added: &LockedTheme| [Some(added.version), added.former.map(|former| former.version)];
    let named = |(name, added): (&String, &LockedTheme)| {
        versions(added).into_iter().flatten().map(|version| kept_name(name, version)).collect::<Vec<_>>()
    };
    lock.themes.iter().flat_map(named).collect()
}

/// Returns the files of a package as they are in its folder, with its list.
fn folder_files(package: Package) -> FolderFiles {
    let list = [(LIST_FILE.to_owned(), package.list)];
    let files = package.files.into_iter().map(|file| (file.path.as_str().to_owned(), file.bytes));
    files.chain(list).collect()
}

//! Undoes the last change of a site's themes: swaps the installed versions with the previous ones.

use super::arrange::{Change, Naming, Placed, RollbackOption, added_of, assemble, rollback_option};
use super::installed::{InstalledThemes, kept_name};
use super::messages;
use super::notices;
use super::offers::check_contract;
use crate::ground::Both;
use crate::package::{FormerVersion, LockedTheme};
use crate::theme::Shipped;

/// Checks everything and returns what is to be done.
///
/// # Errors
/// When there is nothing to go back to, when it is missing or changed, or when somebody's work would be lost.
pub fn rollback(installed: &InstalledThemes, shipped: &Shipped) -> Result<Change, Both> {
    let chain = installed.added_chain();
    chain.first().ok_or_else(messages::no_theme_added)?;
    let named = installed.named.as_deref().unwrap_or_default();
    if let Some(RollbackOption::Theme(other)) = rollback_option(installed, &installed.lock, named) {
        return back_to_theme(installed, named, &other);
    }
    let (mut notices, mut placed) = (Vec::new(), Vec::new());
    for name in chain.iter().rev() {
        let Some(added) = installed.lock.themes.get(name) else { continue };
        let Some(former) = added.former else { continue };
        installed.check_untouched(name)?;
        let back = former_placed(installed, name, added, former)?;
        check_contract(&back.package.head, &shipped.contract)?;
        notices.push(notices::rolled_back(name, &added.version.to_string(), &former.version.to_string()));
        placed.push(back);
    }
    if placed.is_empty() {
        return Err(messages::nothing_former());
    }
    check_parents(installed, &placed, shipped)?;
    notices.push(notices::redo_option());
    Ok(Change { notices, exchange: assemble(installed, placed, Naming::of(installed))?.exchange })
}

/// Makes the previous theme the site's theme again. The current one stays installed.
fn back_to_theme(installed: &InstalledThemes, named: &str, other: &str) -> Result<Change, Both> {
    if !installed.theme_names().contains(other) {
        return Err(messages::former_missing(&installed.folder_of(other)));
    }
    let notices = vec![notices::previous_theme_restored(other, named), notices::redo_option()];
    Ok(Change { notices, exchange: assemble(installed, Vec::new(), Naming::Theme(other))?.exchange })
}

/// Prepares the previous version of a theme for its place.
fn former_placed(
    installed: &InstalledThemes,
    name: &str,
    added: &LockedTheme,
    former: FormerVersion,
) -> Result<Placed, Both> {
    let file = installed.kept_path_of(&kept_name(name, former.version));
    let kept = installed.kept_package(name, former.version, former.hash);
    let (package, bytes) = kept.ok_or_else(|| messages::former_missing(&file))?;
    let now = FormerVersion { version: added.version, hash: added.hash };
    let replaced = added.replaced.clone();
    let added =
        LockedTheme { replaced, ..added_of(&package, added.from.clone(), added.key.clone(), Some(now)) };
    Ok(Placed { package, bytes, added })
}

/// Checks that the themes these versions build on still exist: they may have been removed since, and a
/// rollback must not break a site that works.
fn check_parents(installed: &InstalledThemes, placed: &[Placed], shipped: &Shipped) -> Result<(), Both> {
    let present = installed.theme_names();
    let is_there =
        |name: &str| present.contains(name) || shipped.themes.iter().any(|layer| layer.name == name);
    for head in placed.iter().map(|placed| &placed.package.head) {
        if let Some(parent) = head.extends.as_deref().filter(|parent| !is_there(parent)) {
            return Err(messages::parent_missing(&head.name, parent));
        }
    }
    Ok(())
}

//! Plans the removal of a theme from a site.

use super::arrange::{Change, finish_files, site_with};
use super::installed::InstalledThemes;
use super::messages;
use super::notices;
use crate::ground::{Both, closest};
use crate::publish::Exchange;
use crate::setup::without_theme;
use crate::theme::STANDARD;

/// Checks everything and returns what is to be done.
///
/// # Errors
/// When the theme was not added, another theme builds on it, or somebody's work would be lost.
pub fn remove(installed: &InstalledThemes, name: &str) -> Result<Change, Both> {
    let mut lock = installed.lock.clone();
    let Some(gone) = lock.themes.remove(name) else {
        let near = closest(name, installed.lock.themes.keys().map(String::as_str));
        return Err(messages::not_installed(name, near));
    };
    for added in lock.themes.values_mut() {
        added.replaced = added.replaced.take().filter(|replaced| replaced != name);
    }
    // Themes installed by hand count too. The standard theme may go: the built-in one replaces it.
    let mut others = lock.themes.keys().map(String::as_str).chain(installed.theme_names());
    let builds_on_it =
        |other: &&str| *other != name && installed.theme_below(&lock, other).as_deref() == Some(name);
    if let Some(other) = others.find(builds_on_it).filter(|_| name != STANDARD) {
        return Err(messages::others_build_on(name, other));
    }
    installed.check_untouched(name)?;
    let mut notices = vec![notices::removed(name)];
    let mut site = installed.site_text.clone();
    if installed.named.as_deref() == Some(name) {
        // The site returns to its previous theme.
        match gone.replaced.filter(|other| {
            lock.themes.contains_key(other) && installed.theme_names().contains(other.as_str())
        }) {
            Some(other) => {
                site = site_with(installed, &lock, &other)?;
                notices.push(notices::theme_restored(&other));
            }
            None => {
                let without = without_theme(&site);
                site = without.ok_or_else(|| installed.site_not_changed(messages::site_file_keeps_theme))?;
                notices.push(notices::standard_restored());
            }
        }
    }
    let mut exchange = Exchange::default();
    exchange.folders.push((installed.folder_of(name), None));
    finish_files(installed, &lock, site, &mut exchange);
    Ok(Change { notices, exchange })
}

//! `dorpsplein theme add`, `update`, `rollback`, `remove` and `list`: manage the themes beside a site.

use std::path::Path;

use super::messages;
use crate::cli::ExitStatus;
use crate::cli::show::Screen;
use crate::ground::Both;
use crate::outside::Downloads;
use crate::shop::{self, AddRequest, Change, InstalledThemes, installed_themes};
use crate::theme::shipped;

/// Adds a theme to a site.
pub(super) fn add(what: &str, site: &Path, key: Option<&Path>, screen: &Screen) -> ExitStatus {
    change_themes(site, screen, |installed| {
        let asked = AddRequest { what, base: Path::new(""), key };
        shop::add(installed, &asked, &shipped(), &Downloads::default())
    })
}

/// Removes a theme from a site.
pub(super) fn remove(name: &str, site: &Path, screen: &Screen) -> ExitStatus {
    change_themes(site, screen, |installed| shop::remove(installed, name))
}

/// Returns a site to the previous version of its theme.
pub(super) fn rollback(site: &Path, screen: &Screen) -> ExitStatus {
    change_themes(site, screen, |installed| shop::rollback(installed, &shipped()))
}

/// Updates the theme of a site to its newest version, or reports what is new.
pub(super) fn update(site: &Path, check_only: bool, screen: &Screen) -> ExitStatus {
    let installed = match installed_themes(site) {
        Ok(installed) => installed,
        Err(message) => return screen.refused(&message, screen.locale()),
    };
    report_recovery(&installed, screen);
    match shop::update(&installed, check_only, &shipped(), &Downloads::default()) {
        Ok(update) => {
            for found in &update.found {
                screen.say(found.in_locale(installed.locale));
            }
            update.change.map_or(ExitStatus::Done, |change| make_change(&installed, &change, screen))
        }
        Err(message) => screen.refused(&message, installed.locale),
    }
}

/// Shows which themes a site has.
pub(super) fn list(site: &Path, screen: &Screen) -> ExitStatus {
    let installed = match installed_themes(site) {
        Ok(installed) => installed,
        Err(message) => return screen.refused(&message, screen.locale()),
    };
    report_recovery(&installed, screen);
    let present = shop::list(&installed);
    if present.is_empty() {
        screen.say(messages::no_themes().in_locale(installed.locale));
    }
    for theme in &present {
        screen.print(&format!("{}\n", messages::installed_theme(theme).in_locale(installed.locale)));
    }
    ExitStatus::Done
}

/// Reads a site, plans a change, and applies it.
fn change_themes(
    site: &Path,
    screen: &Screen,
    find: impl FnOnce(&InstalledThemes) -> Result<Change, Both>,
) -> ExitStatus {
    let installed = match installed_themes(site) {
        Ok(installed) => installed,
        Err(message) => return screen.refused(&message, screen.locale()),
    };
    report_recovery(&installed, screen);
    match find(&installed) {
        Ok(change) => make_change(&installed, &change, screen),
        Err(message) => screen.refused(&message, installed.locale),
    }
}

/// Reports that an interrupted command was completed first.
pub(super) fn report_recovery(installed: &InstalledThemes, screen: &Screen) {
    if installed.was_recovered {
        screen.say(messages::change_completed().in_locale(installed.locale));
    }
}

/// Applies a change, and reports the result.
fn make_change(installed: &InstalledThemes, change: &Change, screen: &Screen) -> ExitStatus {
    if let Err(failure) = change.apply(installed) {
        return screen.refused(&failure.message(), installed.locale);
    }
    for line in &change.notices {
        screen.say(line.in_locale(installed.locale));
    }
    ExitStatus::Done
}

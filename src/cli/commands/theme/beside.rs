//! `dorpsplein theme add`, `update`, `rollback`, `remove` and `list`: the themes beside a site.

use std::path::Path;

use super::messages;
use crate::cli::Ending;
use crate::cli::show::Screen;
use crate::ground::Both;
use crate::outside::Downloads;
use crate::shop::{self, Asked, Change, Stand, look};
use crate::theme::shipped;

/// Adds a theme to a site.
pub(super) fn add(what: &str, site: &Path, key: Option<&Path>, screen: &Screen) -> Ending {
    on(site, screen, |stand| {
        let asked = Asked { what, base: Path::new(""), key };
        shop::add(stand, &asked, &shipped(), &Downloads::default())
    })
}

/// Takes a theme away from a site.
pub(super) fn remove(name: &str, site: &Path, screen: &Screen) -> Ending {
    on(site, screen, |stand| shop::remove(stand, name))
}

/// Puts the former version of a site's theme back.
pub(super) fn rollback(site: &Path, screen: &Screen) -> Ending {
    on(site, screen, |stand| shop::rollback(stand, &shipped()))
}

/// Brings the theme of a site to its newest version, or tells what is new.
pub(super) fn update(site: &Path, only_look: bool, screen: &Screen) -> Ending {
    let stand = match look(site) {
        Ok(stand) => stand,
        Err(message) => return screen.refused(&message, screen.speech()),
    };
    tell_mended(&stand, screen);
    match shop::update(&stand, only_look, &shipped(), &Downloads::default()) {
        Ok(update) => {
            for found in &update.found {
                screen.say(found.in_speech(stand.speech));
            }
            update.change.map_or(Ending::Done, |change| make(&stand, &change, screen))
        }
        Err(message) => screen.refused(&message, stand.speech),
    }
}

/// Shows which themes a site has.
pub(super) fn list(site: &Path, screen: &Screen) -> Ending {
    let stand = match look(site) {
        Ok(stand) => stand,
        Err(message) => return screen.refused(&message, screen.speech()),
    };
    tell_mended(&stand, screen);
    let lying = shop::list(&stand);
    if lying.is_empty() {
        screen.say(messages::no_themes().in_speech(stand.speech));
    }
    for theme in &lying {
        screen.print(&format!("{}\n", messages::lying(theme).in_speech(stand.speech)));
    }
    Ending::Done
}

/// Looks at a site, finds out what is to be done, and does it.
fn on(site: &Path, screen: &Screen, find: impl FnOnce(&Stand) -> Result<Change, Both>) -> Ending {
    let stand = match look(site) {
        Ok(stand) => stand,
        Err(message) => return screen.refused(&message, screen.speech()),
    };
    tell_mended(&stand, screen);
    match find(&stand) {
        Ok(change) => make(&stand, &change, screen),
        Err(message) => screen.refused(&message, stand.speech),
    }
}

/// Tells that something else was finished first.
pub(super) fn tell_mended(stand: &Stand, screen: &Screen) {
    if stand.was_mended {
        screen.say(messages::finished_first().in_speech(stand.speech));
    }
}

fn make(stand: &Stand, change: &Change, screen: &Screen) -> Ending {
    if let Err(failure) = change.make(stand) {
        return screen.refused(&failure.message(), stand.speech);
    }
    for said in &change.said {
        screen.say(said.in_speech(stand.speech));
    }
    Ending::Done
}

//! `dorpsplein theme where`, `adopt` and `diff`: handle a village's own files over those of its themes.

use std::path::Path;

use super::installed::report_recovery;
use super::own_messages as messages;
use crate::cli::ExitStatus;
use crate::cli::show::Screen;
use crate::ground::{Both, Locale};
use crate::shop::{Adoption, Drift, InstalledThemes, OwnFiles, installed_themes};
use crate::theme::shipped;

/// Shows which layers a file comes from.
pub(super) fn show_where(file: &str, site: &Path, screen: &Screen) -> ExitStatus {
    with_own_files(site, screen, |_, files, locale| {
        let (path, holders) = files.holders(file)?;
        screen.print(&format!("{path}\n"));
        for holder in &holders {
            screen.print(&format!("  {}\n", messages::holder(holder).in_locale(locale)));
        }
        Ok(ExitStatus::Done)
    })
}

/// Copies a file of a theme into the village's own folder.
pub(super) fn adopt(file: &str, site: &Path, screen: &Screen) -> ExitStatus {
    with_own_files(site, screen, |_, files, locale| {
        let Adoption { target, is_new, switched, exchange } = files.adopt(file)?;
        if let Err(failure) = files.apply(&exchange) {
            return Ok(screen.refused(&failure.message(), locale));
        }
        let message = match &switched {
            Some((from, to)) => messages::origin_switched(&target, from, to),
            None => messages::adopted(&target, is_new),
        };
        screen.say(message.in_locale(locale));
        Ok(ExitStatus::Done)
    })
}

/// Shows which of a village's own files were copied from a file that has since changed.
pub(super) fn diff(site: &Path, screen: &Screen) -> ExitStatus {
    with_own_files(site, screen, |_, files, locale| {
        let drift = files.drift();
        let mut stale = 0;
        for (file, drift) in &drift {
            stale += usize::from(matches!(drift, Drift::Stale { .. } | Drift::OtherTheme(_)));
            screen.print(&format!("{}\n", messages::drift(file, drift).in_locale(locale)));
            if let Drift::Stale { change, .. } = drift {
                screen.print(change);
            }
        }
        screen.say(messages::drifted(drift.len(), stale).in_locale(locale));
        Ok(ExitStatus::Done)
    })
}

/// Reads a site and its themes, and does something with them.
fn with_own_files(
    site: &Path,
    screen: &Screen,
    act: impl FnOnce(&InstalledThemes, &OwnFiles<'_>, Locale) -> Result<ExitStatus, Both>,
) -> ExitStatus {
    let installed = match installed_themes(site) {
        Ok(installed) => installed,
        Err(message) => return screen.refused(&message, screen.locale()),
    };
    report_recovery(&installed, screen);
    let ending =
        OwnFiles::of(&installed, &shipped()).and_then(|files| act(&installed, &files, installed.locale));
    ending.unwrap_or_else(|message| screen.refused(&message, installed.locale))
}

//! `dorpsplein fleet spread`: writes the file that lets several machines share the work for many villages.

use crate::cli::ExitStatus;
use crate::cli::host_messages as messages;
use crate::cli::show::Screen;
use crate::cli::typed::Spread;
use crate::fleet::{FleetError, find, internal_portals};
use crate::publish::{Sealed, write_sealed};
use crate::read::repository_above;
use crate::setup::{OWN_FOLDERS, SITES, has_release_checksum, spread};

/// Writes the file to the folder, unless somebody edited the existing one.
pub(super) fn write(asked: &Spread, screen: &Screen) -> ExitStatus {
    let locale = screen.locale();
    let (root, above) = match repository_above(&asked.folder) {
        Some(repository) => (repository.clone(), Some(repository)),
        None => (asked.folder.clone(), None),
    };
    let (internal_portals, elsewhere) = match find(&asked.folder) {
        Ok(fleet) => (
            internal_portals(&fleet, Some(&asked.folder.join(SITES))),
            fleet.elsewhere_messages(&root, &OWN_FOLDERS),
        ),
        Err(FleetError::Message(message)) => return screen.refused(&message, locale),
        // The run that builds the villages reports what is wrong in the list.
        Err(FleetError::Invalid(_)) => Default::default(),
    };
    let spread_file = spread(asked.machines, asked.checksum.as_deref(), locale);
    let written = match write_sealed(&asked.folder, &[spread_file], None, asked.anyway) {
        Ok(written) => written,
        Err(failure) => return screen.refused(&failure.message(), locale),
    };
    for (path, outcome) in &written {
        screen.say(messages::outcome(path, *outcome).in_locale(locale));
    }
    for message in internal_portals.iter().filter_map(|one| one.folder_message(SITES)) {
        screen.say(message.in_locale(locale));
    }
    elsewhere.iter().for_each(|message| screen.say(message.in_locale(locale)));
    if let Some(repository) = above {
        screen.say(messages::fleet_below_repository(&asked.folder, &repository).in_locale(locale));
    }
    if !has_release_checksum(asked.checksum.as_deref()) {
        screen.say(messages::program_unknown().in_locale(locale));
    }
    let is_kept = written.iter().any(|(_, outcome)| *outcome == Sealed::Kept);
    if is_kept { ExitStatus::ContentErrors } else { ExitStatus::Done }
}

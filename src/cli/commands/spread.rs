//! `dorpsplein fleet spread`: writes the file that lets several machines share the work for many villages.

use crate::cli::ExitStatus;
use crate::cli::host_messages as messages;
use crate::cli::show::Screen;
use crate::cli::typed::Spread;
use crate::fleet::{FleetError, find, internal_portals};
use crate::publish::{Sealed, write_sealed};
use crate::setup::{SITES, has_release_checksum, spread};

/// Writes the file to the folder, unless somebody edited the existing one.
pub(super) fn write(asked: &Spread, screen: &Screen) -> ExitStatus {
    let locale = screen.locale();
    let internal_portals = match find(&asked.folder) {
        Ok(fleet) => internal_portals(&fleet, Some(&asked.folder.join(SITES))),
        Err(FleetError::Message(message)) => return screen.refused(&message, locale),
        // The run that builds the villages reports what is wrong in the list.
        Err(FleetError::Invalid(_)) => Vec::new(),
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
    if !has_release_checksum(asked.checksum.as_deref()) {
        screen.say(messages::program_unknown().in_locale(locale));
    }
    let is_kept = written.iter().any(|(_, outcome)| *outcome == Sealed::Kept);
    if is_kept { ExitStatus::ContentErrors } else { ExitStatus::Done }
}

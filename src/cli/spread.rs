//! `dorpsplein fleet spread`: the file by which machines share the villages of an association.

use super::Ending;
use super::fleet_line::Spread;
use super::host_messages as messages;
use super::show::Screen;
use crate::fleet::{NoFleet, find};
use crate::publish::{Sealed, write_sealed};
use crate::setup::{knows_program, spread};

/// Writes it into the folder, unless somebody wrote in the one that is there.
pub(super) fn write(asked: &Spread, screen: &Screen) -> Ending {
    let speech = screen.speech();
    if let Err(NoFleet::Said(message)) = find(&asked.folder) {
        return screen.refused(&message, speech);
    }
    let made = spread(asked.machines, asked.checksum.as_deref(), speech);
    let written = match write_sealed(&asked.folder, &[made], asked.anyway) {
        Ok(written) => written,
        Err(failure) => return screen.refused(&failure.message(), speech),
    };
    for (path, outcome) in &written {
        screen.say(messages::outcome(path, *outcome).in_speech(speech));
    }
    if !knows_program(asked.checksum.as_deref()) {
        screen.say(messages::program_unknown().in_speech(speech));
    }
    let is_kept = written.iter().any(|(_, outcome)| *outcome == Sealed::Kept);
    if is_kept { Ending::WrittenWrong } else { Ending::Done }
}

//! Floor 10: the command line. The only room with a clock, a current folder and a terminal.

#![expect(clippy::disallowed_methods, reason = "the command line has the clock and the environment")]

mod speech;
mod typing;
mod usage;
mod version;
mod options;
mod form;
mod theme_line;
mod fleet_line;
mod definitions;
mod arguments;
mod address;
mod host_messages;
mod show;
mod refusals;
mod host;
mod new;
mod agenda;
mod behind;
mod gather;
mod serve_messages;
mod serve;
mod theme;
mod handover;
mod clean_messages;
mod clean;
mod external;
mod fleet;
mod spread;
mod completions;
mod man;
mod commands;

use std::ffi::OsString;
use std::process::ExitCode;

/// How a run ended, as an exit code (design: 0 done, 1 written wrong, 2 refused, 64 called wrong).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Done.
    Done = 0,
    /// Something was written wrong; nothing was published.
    WrittenWrong = 1,
    /// The machine refused.
    Refused = 2,
    /// The command itself was wrong (`EX_USAGE` of sysexits.h).
    CalledWrong = 64,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(ending as u8)
    }
}

/// Runs the program with these arguments, its own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Ending {
    let speech = speech::of_environment(|name| std::env::var(name).ok());
    let screen = show::Screen::of_environment(speech);
    match arguments::read(arguments, speech) {
        Ok(command) => commands::run(command, &screen),
        Err(message) => screen.usage(&message),
    }
}

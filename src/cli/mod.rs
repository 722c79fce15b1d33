//! Floor 10: the command line. The only room with a clock, a current folder and a terminal.

#![expect(clippy::disallowed_methods, reason = "the command line has the clock and the environment")]

mod speech;
mod version;
mod typed;
mod host_messages;
mod refusals;
mod show;
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
    match typed::read(arguments, speech) {
        Ok(command) => commands::run(command, &screen),
        Err(message) => screen.usage(&message),
    }
}

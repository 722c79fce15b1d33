//! Floor 10: the command line, the only floor with a clock, a current folder and a terminal.

#![expect(clippy::disallowed_methods, reason = "the command line has the clock and the environment")]

mod locale;
mod version;
mod typed;
mod refusals;
mod host_messages;
mod show;
mod double_click;
mod commands;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

/// How a run ended, as an exit code: 0 done, 1 mistakes in the texts, 2 refused, 64 wrong usage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitStatus {
    /// Done.
    Done = 0,
    /// The texts have mistakes; nothing was published.
    ContentErrors = 1,
    /// The system refused.
    Refused = 2,
    /// The command itself was wrong (`EX_USAGE` of sysexits.h).
    UsageError = 64,
}

impl From<ExitStatus> for ExitCode {
    fn from(ending: ExitStatus) -> Self {
        Self::from(ending as u8)
    }
}

/// Runs the program with these arguments, the program's own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitStatus {
    let locale = locale::of_environment(|name| std::env::var(name).ok());
    let screen = show::Screen::of_environment(locale);
    let typed: Vec<OsString> = arguments.into_iter().collect();
    if typed.len() < 2 && double_click::is_double_click(|name| std::env::var(name).ok()) {
        return run_from_double_click(&screen);
    }
    run_typed(typed, &screen)
}

fn run_typed(typed: Vec<OsString>, screen: &show::Screen) -> ExitStatus {
    match typed::read(typed, screen.locale()) {
        Ok(command) => commands::run(command, screen),
        Err(message) => screen.usage(&message),
    }
}

/// Runs without arguments after a double-click. The window closes as soon as this ends.
fn run_from_double_click(screen: &show::Screen) -> ExitStatus {
    let ending = match double_click::command_for_folder(Path::new("")) {
        Some(meant) => run_typed(meant, screen),
        None => {
            let program = std::env::current_exe().unwrap_or_else(|_| "dorpsplein.exe".into());
            screen.say(double_click::how_to_start(&program).in_locale(screen.locale()));
            ExitStatus::UsageError
        }
    };
    if ending != ExitStatus::Done {
        screen.say(double_click::how_to_close().in_locale(screen.locale()));
        double_click::wait_for_enter();
    }
    ending
}

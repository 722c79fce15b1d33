//! Usage lines, for help and error messages: `dorpsplein bouw [DORPSMAP] [OPTIES]`.

use std::ffi::OsString;

use clap::Command;

use crate::ground::{Locale, Pair};

/// Sets the usage line of a command and all its subcommands; `before` is what is typed in front of it.
pub(super) fn with_usage(command: Command, before: &str, locale: Locale) -> Command {
    let path = format!("{before}{}", command.get_name());
    if command.has_subcommands() {
        let before = format!("{path} ");
        return command.mut_subcommands(|below| with_usage(below, &before, locale));
    }
    let positionals: String = command.get_positionals().map(positional_usage).collect();
    let options = Pair::new("[OPTIES]", "[OPTIONS]").in_locale(locale);
    command.override_usage(format!("{path}{positionals} {options}"))
}

/// Returns ` MAP`, or ` [MAP]` for an optional argument.
fn positional_usage(argument: &clap::Arg) -> String {
    let name = argument.get_value_names().and_then(<[_]>::first).map_or("", |name| name.as_str());
    if argument.is_required_set() { format!(" {name}") } else { format!(" [{name}]") }
}

/// Returns the command path as far as it was typed correctly: `dorpsplein host kies`.
pub(super) fn path_of(program: &Command, arguments: &[OsString]) -> String {
    let mut path = program.get_name().to_owned();
    let mut command = program;
    for word in arguments.iter().skip(1).filter_map(|word| word.to_str()) {
        let Some(below) = command.find_subcommand(word) else { break };
        path = format!("{path} {}", below.get_name());
        command = below;
    }
    path
}

//! Parses the command line: every command and option in both languages, and the resulting command.

mod synonym;
mod usage;
mod typing;
mod options;
mod format;
mod theme_line;
mod fleet_line;
mod definitions;
mod command;
mod split_quoted;
mod normalised;
mod arguments;

pub(super) use arguments::read;
pub(super) use command::{ChosenHost, Command, LinkCheck, Site, UsageMessage};
pub(super) use definitions::program;
pub(super) use fleet_line::{FleetRequest, Spread};
pub(super) use format::OutputFormat;
pub(super) use theme_line::ThemeCommand;

//! Parses the command line: every command and option in both languages, and the resulting command.

mod meant;
mod usage;
mod typing;
mod options;
mod form;
mod theme_line;
mod fleet_line;
mod definitions;
mod command;
mod as_meant;
mod plainly;
mod arguments;

pub(super) use arguments::read;
pub(super) use command::{ChosenHost, Command, NoCommand, Others, Site};
pub(super) use definitions::program;
pub(super) use fleet_line::{FleetRequest, Spread};
pub(super) use form::Form;
pub(super) use theme_line::ThemeCommand;

//! Defines and parses the commands about themes.

mod definitions;
mod arguments;

pub(in crate::cli) use arguments::ThemeCommand;
pub(super) use arguments::theme_command;
pub(super) use definitions::theme;

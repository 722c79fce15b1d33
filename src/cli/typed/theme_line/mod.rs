//! How the commands about themes are typed.

mod definitions;
mod arguments;

pub(in crate::cli) use arguments::ThemeCommand;
pub(super) use arguments::theme_command;
pub(super) use definitions::theme;

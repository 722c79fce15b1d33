//! How the commands about themes are typed.

mod definitions;
mod arguments;

pub(super) use arguments::{ThemeCommand, theme_command};
pub(super) use definitions::theme;

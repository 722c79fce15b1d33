//! `dorpsplein theme`: commands for theme makers, and for villages that use a theme.

mod messages;
mod folder;
mod contract;
mod pack;
mod check;
mod key;
mod sign;
mod index;
mod beside;
mod own_messages;
mod own;
mod new;

use crate::cli::Ending;
use crate::cli::show::Screen;
use crate::cli::typed::ThemeCommand;

/// Runs a command about themes.
pub(super) fn run(command: ThemeCommand, screen: &Screen) -> Ending {
    match command {
        ThemeCommand::Check { folder } => check::check(&folder, screen),
        ThemeCommand::Pack { folder, output } => pack::pack(&folder, output, screen),
        ThemeCommand::Key { name, has_password } => key::make(&name, has_password, screen),
        ThemeCommand::Sign { file, key } => sign::sign(&file, &key, screen),
        ThemeCommand::Index { folder, key } => index::write(&folder, key.as_deref(), screen),
        ThemeCommand::Add { what, site, key } => beside::add(&what, &site, key.as_deref(), screen),
        ThemeCommand::Update { site, only_look } => beside::update(&site, only_look, screen),
        ThemeCommand::Remove { name, site } => beside::remove(&name, &site, screen),
        ThemeCommand::Rollback { site } => beside::rollback(&site, screen),
        ThemeCommand::List { site } => beside::list(&site, screen),
        ThemeCommand::Where { file, site } => own::show_where(&file, &site, screen),
        ThemeCommand::Adopt { file, site } => own::adopt(&file, &site, screen),
        ThemeCommand::Diff { site } => own::diff(&site, screen),
        ThemeCommand::New { folder, extends } => new::begin(&folder, &extends, screen),
        ThemeCommand::Contract { as_json } => contract::show(as_json, screen),
    }
}

//! `dorpsplein theme`: commands for theme makers, and for villages that use a theme.

mod messages;
mod folder;
mod contract;
mod pack;
mod check;
mod key;
mod sign;
mod index;
mod installed;
mod own_messages;
mod own;
mod new;

use crate::cli::ExitStatus;
use crate::cli::show::Screen;
use crate::cli::typed::ThemeCommand;

/// Runs a command about themes.
pub(super) fn run(command: ThemeCommand, screen: &Screen) -> ExitStatus {
    match command {
        ThemeCommand::Check { folder } => check::check(&folder, screen),
        ThemeCommand::Pack { folder, output } => pack::pack(&folder, output, screen),
        ThemeCommand::Key { name, has_password } => key::make(&name, has_password, screen),
        ThemeCommand::Sign { file, key } => sign::sign(&file, &key, screen),
        ThemeCommand::Index { folder, key } => index::write(&folder, key.as_deref(), screen),
        ThemeCommand::Add { what, site, key } => installed::add(&what, &site, key.as_deref(), screen),
        ThemeCommand::Update { site, check_only } => installed::update(&site, check_only, screen),
        ThemeCommand::Remove { name, site } => installed::remove(&name, &site, screen),
        ThemeCommand::Rollback { site } => installed::rollback(&site, screen),
        ThemeCommand::List { site } => installed::list(&site, screen),
        ThemeCommand::Where { file, site } => own::show_where(&file, &site, screen),
        ThemeCommand::Adopt { file, site } => own::adopt(&file, &site, screen),
        ThemeCommand::Diff { site } => own::diff(&site, screen),
        ThemeCommand::New { folder, extends } => new::begin(&folder, &extends, screen),
        ThemeCommand::Contract { as_json } => contract::show(as_json, screen),
    }
}

//! Parses the commands about themes.

use std::path::PathBuf;

use clap::ArgMatches;

/// A command about themes.
#[derive(Debug, PartialEq)]
pub(in crate::cli) enum ThemeCommand {
    /// Try out a theme on villages.
    Check { folder: PathBuf },
    /// Pack a theme into one file.
    Pack { folder: PathBuf, output: Option<PathBuf> },
    /// Make a pair of keys.
    Key { name: PathBuf, has_password: bool },
    /// Sign a package.
    Sign { file: PathBuf, key: PathBuf },
    /// Write the list of the packages in a folder.
    Index { folder: PathBuf, key: Option<PathBuf> },
    /// Add a theme to a village.
    Add { what: String, site: PathBuf, key: Option<PathBuf> },
    /// Update the theme of a village to the newest version.
    Update { site: PathBuf, check_only: bool },
    /// Remove a theme from a village.
    Remove { name: String, site: PathBuf },
    /// Return to the previous version.
    Rollback { site: PathBuf },
    /// Show which themes a village has.
    List { site: PathBuf },
    /// Show which layers a file comes from.
    Where { file: String, site: PathBuf },
    /// Copy a file of a theme into the village's own folder.
    Adopt { file: String, site: PathBuf },
    /// Show which of the village's own files have an original that changed.
    Diff { site: PathBuf },
    /// Start a theme.
    New { folder: PathBuf, extends: String },
    /// Show which data templates receive.
    Contract { as_json: bool },
}

/// Returns the command about themes that was typed; `None` if there was none.
pub(in super::super) fn theme_command(matches: &ArgMatches) -> Option<ThemeCommand> {
    let (name, matches) = matches.subcommand()?;
    let path = |id: &str| matches.get_one::<PathBuf>(id).cloned();
    let word = |id: &str| matches.get_one::<String>(id).cloned().unwrap_or_default();
    let site = || path("site").unwrap_or_else(|| ".".into());
    let folder = || path("folder").unwrap_or_default();
    Some(match name {
        "pack" | "pak" => ThemeCommand::Pack { folder: folder(), output: path("output") },
        "key" | "sleutel" => ThemeCommand::Key {
            name: path("name").unwrap_or_default(),
            has_password: !matches.get_flag("no-password"),
        },
        "sign" | "onderteken" => ThemeCommand::Sign {
            file: path("file").unwrap_or_default(),
            key: path("key").unwrap_or_default(),
        },
        "index" => ThemeCommand::Index { folder: folder(), key: path("key") },
        "add" | "voeg-toe" => ThemeCommand::Add { what: word("what"), site: site(), key: path("key") },
        "update" | "werk-bij" => ThemeCommand::Update { site: site(), check_only: matches.get_flag("check") },
        "remove" | "verwijder" => ThemeCommand::Remove { name: word("name"), site: site() },
        "rollback" | "terug" => ThemeCommand::Rollback { site: site() },
        "list" | "lijst" => ThemeCommand::List { site: site() },
        "where" | "waar" => ThemeCommand::Where { file: word("file"), site: site() },
        "adopt" | "neem-over" => ThemeCommand::Adopt { file: word("file"), site: site() },
        "diff" | "verschil" => ThemeCommand::Diff { site: site() },
        "new" | "nieuw" => ThemeCommand::New { folder: folder(), extends: word("extends") },
        "contract" | "afspraak" => ThemeCommand::Contract {
            as_json: matches.get_one::<String>("format").is_some_and(|format| format == "json"),
        },
        _ => ThemeCommand::Check { folder: folder() },
    })
}

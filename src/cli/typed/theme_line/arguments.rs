//! What was typed about themes becomes a command.

use std::path::PathBuf;

use clap::ArgMatches;

/// What is asked about themes.
#[derive(Debug, PartialEq)]
pub(in crate::cli) enum ThemeCommand {
    /// Try a theme on villages.
    Check { folder: PathBuf },
    /// Make a theme one file.
    Pack { folder: PathBuf, output: Option<PathBuf> },
    /// Make a pair of keys.
    Key { name: PathBuf, has_password: bool },
    /// Sign a package.
    Sign { file: PathBuf, key: PathBuf },
    /// List the packages of a folder.
    Index { folder: PathBuf, key: Option<PathBuf> },
    /// Add a theme to a village.
    Add { what: String, site: PathBuf, key: Option<PathBuf> },
    /// Get the newest version of the theme of a village.
    Update { site: PathBuf, only_look: bool },
    /// Take a theme away from a village.
    Remove { name: String, site: PathBuf },
    /// Put the former version back.
    Rollback { site: PathBuf },
    /// Show which themes a village has.
    List { site: PathBuf },
    /// Show from which layers a file comes.
    Where { file: String, site: PathBuf },
    /// Copy a file of a theme into the village's own folder.
    Adopt { file: String, site: PathBuf },
    /// Show which of the village's own files were copied from something that changed.
    Diff { site: PathBuf },
    /// Begin a theme.
    New { folder: PathBuf, extends: String },
    /// Show what templates are given.
    Contract { as_json: bool },
}

/// The command about themes that was typed; nothing when there was none.
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
        "update" | "werk-bij" => ThemeCommand::Update { site: site(), only_look: matches.get_flag("check") },
        "remove" | "verwijder" => ThemeCommand::Remove { name: word("name"), site: site() },
        "rollback" | "terug" => ThemeCommand::Rollback { site: site() },
        "list" | "lijst" => ThemeCommand::List { site: site() },
        "where" | "waar" => ThemeCommand::Where { file: word("file"), site: site() },
        "adopt" | "neem-over" => ThemeCommand::Adopt { file: word("file"), site: site() },
        "diff" | "verschil" => ThemeCommand::Diff { site: site() },
        "new" | "nieuw" => ThemeCommand::New { folder: folder(), extends: word("extends") },
        "contract" | "afspraak" => ThemeCommand::Contract {
            as_json: matches.get_one::<String>("format").is_some_and(|form| form == "json"),
        },
        _ => ThemeCommand::Check { folder: folder() },
    })
}

//! What can be asked of the program.

use std::path::PathBuf;

use clap_complete::Shell;

use super::fleet_line::{FleetRequest, Spread};
use super::form::Form;
use super::theme_line::ThemeCommand;
use crate::ground::Date;
use crate::village::Host;

/// What is asked of the program.
#[derive(Debug, PartialEq)]
pub(in crate::cli) enum Command {
    /// Begin a village.
    New {
        folder: PathBuf,
        today: Option<Date>,
        host: Option<ChosenHost>,
    },
    /// Make the site.
    Build {
        site: Site,
        output: Option<PathBuf>,
        published: Option<PathBuf>,
        form: Form,
    },
    /// Look for mistakes, publish nothing.
    Check {
        site: Site,
        dates: bool,
        others: Option<Others>,
        host: Option<Host>,
        published: Option<PathBuf>,
        form: Form,
    },
    /// Make the site as one file.
    Pack {
        site: Site,
        output: Option<PathBuf>,
        form: Form,
    },
    /// Tell whoever takes over where everything is.
    Handover {
        site: Site,
        output: Option<PathBuf>,
    },
    /// Show the site while it is written.
    Serve {
        site: Site,
        port: Option<u16>,
        open: bool,
    },
    /// Show what happens when.
    Agenda {
        site: Site,
        from: Option<Date>,
        until: Option<Date>,
        event: Option<String>,
        form: Form,
    },
    /// Take out of photos what is not to be seen.
    CleanPhotos {
        folder: PathBuf,
        keep_date: bool,
        is_trial: bool,
    },
    /// Print the description of the fields.
    Schema {
        kind: Option<String>,
        site: PathBuf,
    },
    /// Make, get or keep a theme.
    Theme(ThemeCommand),
    /// Build or check many villages.
    Fleet {
        fleet_request: FleetRequest,
        today: Option<Date>,
    },
    Spread(Spread),
    /// Print the completions for a shell.
    Completions {
        shell: Shell,
    },
    /// Print the manual page, or write all of them.
    Man {
        output: Option<PathBuf>,
    },
    /// Choose where the site is put.
    SetHost {
        folder: PathBuf,
        chosen: ChosenHost,
    },
    /// Explain how a site gets onto a host.
    ExplainHost {
        host: Host,
    },
    /// Print this text.
    Print(String),
}

/// A village folder and the day.
#[derive(Debug, PartialEq)]
pub(in crate::cli) struct Site {
    pub(in crate::cli) folder: PathBuf,
    pub(in crate::cli) today: Option<Date>,
    pub(in crate::cli) base_url: Option<String>,
    /// Whether a portal gathers what villages tell.
    pub(in crate::cli) gathers: bool,
}

/// That links to other sites are asked for, and how much it weighs when they lead nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Others {
    Warn,
    Strict,
}

/// Where the site is put.
#[derive(Debug, PartialEq)]
pub(in crate::cli) struct ChosenHost {
    pub(in crate::cli) host: Host,
    /// The checksum of the program that the host fetches, when it is not that of the release.
    pub(in crate::cli) checksum: Option<String>,
    /// Whether files that people changed are replaced.
    pub(in crate::cli) anyway: bool,
}

/// Why what was typed is no command; the text says what to type.
#[derive(Debug, PartialEq)]
pub(in crate::cli) struct NoCommand(pub(in crate::cli) String);

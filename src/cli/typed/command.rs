//! The commands of the program.

use std::path::PathBuf;

use clap_complete::Shell;

use super::fleet_line::{FleetRequest, Spread};
use super::format::OutputFormat;
use super::theme_line::ThemeCommand;
use crate::ground::Date;
use crate::village::Host;

/// A command, with its arguments.
#[derive(Debug, PartialEq)]
pub(in crate::cli) enum Command {
    /// Start a village.
    New {
        folder: PathBuf,
        today: Option<Date>,
        host: Option<ChosenHost>,
    },
    /// Build the site.
    Build {
        site: Site,
        output: Option<PathBuf>,
        published: Option<PathBuf>,
        format: OutputFormat,
    },
    /// Check for mistakes, publish nothing.
    Check {
        site: Site,
        dates: bool,
        link_check: Option<LinkCheck>,
        host: Option<Host>,
        published: Option<PathBuf>,
        format: OutputFormat,
    },
    /// Build the site as one zip file.
    Pack {
        site: Site,
        output: Option<PathBuf>,
        format: OutputFormat,
    },
    /// Make the sheet that tells a successor where everything is.
    Handover {
        site: Site,
        output: Option<PathBuf>,
    },
    /// Preview the site while it is being written.
    Serve {
        site: Site,
        port: Option<u16>,
        open: bool,
    },
    /// Show what is on, and when.
    Agenda {
        site: Site,
        from: Option<Date>,
        until: Option<Date>,
        event: Option<String>,
        format: OutputFormat,
    },
    /// Remove hidden data from photos.
    CleanPhotos {
        folder: PathBuf,
        keep_date: bool,
        is_trial: bool,
    },
    /// Print the schema of the fields.
    Schema {
        kind: Option<String>,
        site: PathBuf,
    },
    /// Make, install or maintain a theme.
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
    /// Choose where the site is hosted.
    SetHost {
        folder: PathBuf,
        chosen: ChosenHost,
    },
    /// Explain how to get a site onto a host.
    ExplainHost {
        host: Host,
    },
    /// Print this text.
    Print(String),
}

/// A village folder, with the options that most commands take.
#[derive(Debug, PartialEq)]
pub(in crate::cli) struct Site {
    pub(in crate::cli) folder: PathBuf,
    pub(in crate::cli) today: Option<Date>,
    pub(in crate::cli) base_url: Option<String>,
    /// Whether a portal gathers data from its villages.
    pub(in crate::cli) gathers: bool,
}

/// That links to other sites are checked, and how broken ones count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum LinkCheck {
    Warn,
    Strict,
}

/// The host chosen for a site.
#[derive(Debug, PartialEq)]
pub(in crate::cli) struct ChosenHost {
    pub(in crate::cli) host: Host,
    /// The checksum of the program that the host downloads, if it is not that of the release.
    pub(in crate::cli) checksum: Option<String>,
    /// Whether files that somebody edited are replaced.
    pub(in crate::cli) anyway: bool,
}

/// Why the arguments are not a valid command; the text says what to type.
#[derive(Debug, PartialEq)]
pub(in crate::cli) struct UsageMessage(pub(in crate::cli) String);

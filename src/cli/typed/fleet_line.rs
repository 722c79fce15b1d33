//! Defines and parses the commands for many villages.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::format::OutputFormat;
use super::options::{
    anyway, checksum, checksum_of, command, flag, folder, format, no_gathering, option, today,
};
use super::usage::{self, program_template};
use crate::fleet::Which;
use crate::ground::{Locale, Pair};
use crate::setup::MACHINES;

const NO_PORTALS: &str = "no-portals";
const ONLY_PORTALS: &str = "only-portals";

/// A request to build or check a fleet.
#[derive(Debug, PartialEq)]
pub(in crate::cli) struct FleetRequest {
    pub(in crate::cli) place: PathBuf,
    pub(in crate::cli) output: Option<PathBuf>,
    pub(in crate::cli) only_changed: bool,
    /// Whether sites of villages that no longer exist are deleted.
    pub(in crate::cli) prunes: bool,
    /// The number of the part and the number of parts, both counted from 1.
    pub(in crate::cli) shard: Option<(usize, usize)>,
    /// Which villages are selected.
    pub(in crate::cli) which: Which,
    pub(in crate::cli) is_check: bool,
    /// Whether portals gather data from their villages.
    pub(in crate::cli) gathers: bool,
    pub(in crate::cli) format: OutputFormat,
}

/// A request to spread the work over several machines.
#[derive(Debug, PartialEq)]
pub(in crate::cli) struct Spread {
    pub(in crate::cli) folder: PathBuf,
    pub(in crate::cli) machines: usize,
    /// The checksum of the program that they download, if it is not that of the release.
    pub(in crate::cli) checksum: Option<String>,
    /// Whether a file that somebody edited is replaced.
    pub(in crate::cli) anyway: bool,
}

/// Returns the commands for many villages.
pub(super) fn fleet(locale: Locale) -> Command {
    let about = Pair::new(
        "Maakt of controleert veel dorpen in één keer",
        "Builds or checks many villages in one run",
    );
    let builds = Pair::new("Maakt de sites van alle dorpen", "Builds the sites of all villages");
    let checks = Pair::new(
        "Zoekt fouten in alle dorpen en maakt niets",
        "Checks all villages for mistakes without building anything",
    );
    let output = Pair::new(
        "Waar de sites komen, elk in een map met de naam van het dorp; anders public in elke dorpsmap",
        "Where to put the sites, each in a folder named after its village; by default public in every village folder",
    );
    let output = option(Pair::new("uitvoer", "output"), Pair::new("MAP", "DIR"), output, locale)
        .short('o')
        .value_parser(value_parser!(PathBuf));
    let changed = Pair::new(
        "Laat dorpen staan waaraan niets is veranderd",
        "Skips villages in which nothing has changed",
    );
    let spreads = Pair::new(
        "Schrijft het bestand waarmee GitHub het werk over machines verdeelt",
        "Writes the file that makes GitHub spread the work over machines",
    );
    let common = Pair::new("De map met dorpsmappen", "The folder that contains the village folders");
    command(Pair::new("dorpen", "fleet"), about, locale)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .help_template(program_template(Some(Pair::new("dorpen", "fleet").in_locale(locale)), locale))
        .subcommands([
            command(Pair::new("bouw", "build"), builds, locale)
                .args([
                    place(locale),
                    output.clone(),
                    flag(Pair::new("alleen-veranderd", "only-changed"), changed, locale),
                    prune(locale),
                ])
                .args(common_options(locale)),
            command(Pair::new("controleer", "check"), checks, locale)
                .args([place(locale), output])
                .args(common_options(locale)),
            command(Pair::new("verdeel", "spread"), spreads, locale).args([
                folder(common, locale),
                machines(locale),
                checksum(locale),
                anyway(locale),
            ]),
        ])
}

/// Returns the options of every run over the villages, whether they are built or only checked.
fn common_options(locale: Locale) -> [Arg; 6] {
    [
        shard(locale),
        no_portals(locale),
        only_portals(locale),
        no_gathering(locale),
        today(locale),
        format(locale),
    ]
}

fn place(locale: Locale) -> Arg {
    let help = Pair::new(
        "De map met dorpsmappen, of een fleet.yaml die ze noemt",
        "The folder that contains the village folders, or a fleet.yaml that lists them",
    );
    Arg::new("folder")
        .required(true)
        .value_name(Pair::new("MAP|BESTAND", "DIR|FILE").in_locale(locale))
        .value_parser(value_parser!(PathBuf))
        .help(help.in_locale(locale))
}

fn machines(locale: Locale) -> Arg {
    let help = Pair::new(
        "Over hoeveel machines (1 tot en met 64); anders 8",
        "The number of machines (1 to 64); by default 8",
    );
    option(Pair::new("over", "over"), Pair::new("AANTAL", "N"), help, locale)
}

fn shard(locale: Locale) -> Arg {
    let help = Pair::new(
        "Alleen dit deel van de dorpen, zoals 2/8: zo delen machines het werk",
        "Only this part of the villages, such as 2/8, so that machines can share the work",
    );
    option(Pair::new("deel", "shard"), Pair::new("I/N", "I/N"), help, locale)
}

fn prune(locale: Locale) -> Arg {
    let help = Pair::new(
        "Haalt bij --uitvoer de sites weg van dorpen die er niet meer zijn",
        "Deletes sites in --output of villages that no longer exist",
    );
    flag(Pair::new("opruimen", "prune"), help, locale)
}

fn no_portals(locale: Locale) -> Arg {
    let help = Pair::new(
        "Slaat portalen over: die komen als alle dorpen er staan",
        "Skips portals: build those when all villages are ready",
    );
    flag(Pair::new("zonder-portalen", NO_PORTALS), help, locale)
}

fn only_portals(locale: Locale) -> Arg {
    let help = Pair::new(
        "Alleen de portalen, uit de dorpen die al gemaakt zijn",
        "Only the portals, from villages that are already built",
    );
    flag(Pair::new("alleen-portalen", ONLY_PORTALS), help, locale).conflicts_with(NO_PORTALS)
}

/// Returns which villages of a fleet are selected.
pub(super) fn which_of(matches: &ArgMatches) -> Which {
    match (matches.get_flag(NO_PORTALS), matches.get_flag(ONLY_PORTALS)) {
        (true, _) => Which::Villages,
        (false, true) => Which::Portals,
        (false, false) => Which::All,
    }
}

/// Parses `2/8`, the second of eight parts; `None` if it is not a part.
pub(super) fn shard_of(typed: &str) -> Option<(usize, usize)> {
    let (number, of) = typed.split_once('/')?;
    let (number, of) = (number.trim().parse().ok()?, of.trim().parse().ok()?);
    (1..=of).contains(&number).then_some((number, of))
}

/// Returns the request to spread the work, or a message that says what is wrong with it.
pub(super) fn spread_of(matches: &ArgMatches, locale: Locale) -> Result<Spread, String> {
    let machines = match matches.get_one::<String>("over") {
        None => 8,
        Some(typed) => {
            let number = typed.trim().parse().ok().filter(|number| MACHINES.contains(number));
            number.ok_or_else(|| usage::bad_machines(typed, locale))?
        }
    };
    Ok(Spread {
        folder: matches.get_one::<PathBuf>("folder").cloned().unwrap_or_default(),
        machines,
        checksum: checksum_of(matches, locale)?,
        anyway: matches.get_flag("anyway"),
    })
}

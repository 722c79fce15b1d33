//! What was typed becomes a command. Every command and option has a Dutch and an English name.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgMatches};

use super::usage;
use crate::ground::{Date, Pair, Speech, parse_date};

/// What is asked of the program.
#[derive(Debug, PartialEq)]
pub(super) enum Command {
    /// Begin a village.
    New { folder: PathBuf, today: Option<Date> },
    /// Make the site.
    Build { site: Site, output: Option<PathBuf>, form: Form },
    /// Look for mistakes, publish nothing.
    Check { site: Site, form: Form },
    /// Print the description of the fields.
    Schema { kind: Option<String> },
    /// Print this text.
    Print(String),
}

/// A village folder and the day.
#[derive(Debug, PartialEq)]
pub(super) struct Site {
    pub(super) folder: PathBuf,
    pub(super) today: Option<Date>,
    pub(super) base_url: Option<String>,
}

/// How remarks are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Human,
    Json,
    Github,
}

/// Why what was typed is no command; the text says what to type.
#[derive(Debug, PartialEq)]
pub(super) struct NoCommand(pub(super) String);

/// Reads the arguments, the program's own name first.
pub(super) fn read(arguments: impl IntoIterator<Item = OsString>, speech: Speech) -> Result<Command, NoCommand> {
    let matches = match program(speech).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return Ok(Command::Print(error.to_string()));
        }
        Err(error) => return Err(NoCommand(usage::explain(&error, speech))),
    };
    let (name, matches) = matches.subcommand().ok_or_else(|| NoCommand(String::new()))?;
    let path = |id: &str| matches.get_one::<PathBuf>(id).cloned();
    Ok(match name {
        "new" | "nieuw" => Command::New { folder: path("folder").unwrap_or_default(), today: day(matches, speech)? },
        "build" | "bouw" => Command::Build { site: site(matches, speech)?, output: path("output"), form: form(matches) },
        "check" | "controleer" => Command::Check { site: site(matches, speech)?, form: form(matches) },
        _ => Command::Schema { kind: matches.get_one::<String>("kind").cloned() },
    })
}

fn site(matches: &ArgMatches, speech: Speech) -> Result<Site, NoCommand> {
    let folder = matches.get_one::<PathBuf>("site").cloned().unwrap_or_else(|| ".".into());
    let base_url = matches.get_one::<String>("base-url").cloned();
    if let Some(url) = base_url.as_deref().filter(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
        return Err(NoCommand(usage::bad_url(url, speech)));
    }
    Ok(Site { folder, today: day(matches, speech)?, base_url })
}

fn day(matches: &ArgMatches, speech: Speech) -> Result<Option<Date>, NoCommand> {
    let Some(typed) = matches.get_one::<String>("today") else { return Ok(None) };
    match parse_date(typed) {
        Ok(found) => Ok(Some(found.date)),
        Err(_) => Err(NoCommand(usage::bad_day(typed, speech))),
    }
}

fn form(matches: &ArgMatches) -> Form {
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => Form::Json,
        Some("github") => Form::Github,
        _ => Form::Human,
    }
}

/// A command by the name that fits the language; the other name is understood as well.
fn command(english: &'static str, dutch: &'static str, about: Pair, speech: Speech) -> clap::Command {
    let names = Pair::new(dutch, english);
    let name = names.in_speech(speech);
    let other = if name == english { dutch } else { english };
    clap::Command::new(name)
        .aliases((dutch != english).then_some(other))
        .about(about.in_speech(speech))
        .disable_help_flag(true)
        .arg(help_flag(speech))
        .help_template(usage::help_template(speech))
}

fn help_flag(speech: Speech) -> Arg {
    let help = Pair::new("Toont deze uitleg", "Shows this help").in_speech(speech);
    Arg::new("help").long("help").short('h').action(clap::ArgAction::Help).help(help)
}

fn option(name: &'static str, dutch: &'static str, value: Pair, help: Pair, speech: Speech) -> Arg {
    Arg::new(name)
        .long(name)
        .alias(dutch)
        .value_name(value.in_speech(speech))
        .help(help.in_speech(speech))
}

fn program(speech: Speech) -> clap::Command {
    let say = |nl: &'static str, en: &'static str| Pair::new(nl, en);
    let site = || {
        Arg::new("site")
            .value_name(say("DORPSMAP", "SITE").in_speech(speech))
            .value_parser(clap::value_parser!(PathBuf))
            .help(say("De map met site.yaml; anders de map waarin je staat", "The folder with site.yaml; else the folder you are in").in_speech(speech))
    };
    let today = || option("today", "vandaag", say("DAG", "DAY"), say("Doet alsof het deze dag is", "Takes this day for today"), speech);
    let base = || option("base-url", "webadres", say("URL", "URL"), say("Waar de site komt te staan", "Where the site will stand"), speech);
    let format = || {
        let forms = PossibleValuesParser::new(["human", "json", "github"]);
        option("format", "vorm", say("VORM", "FORMAT"), say("Hoe opmerkingen worden getoond: human, json of github", "How remarks are shown: human, json or github"), speech)
            .value_parser(forms)
            .hide_possible_values(true)
    };
    let output = option("output", "uitvoer", say("MAP", "DIR"), say("Waar de site wordt neergezet; anders DORPSMAP/public", "Where the site is put; else SITE/public"), speech)
        .short('o')
        .value_parser(clap::value_parser!(PathBuf));
    let folder = Arg::new("folder")
        .required(true)
        .value_name(say("MAP", "DIR").in_speech(speech))
        .value_parser(clap::value_parser!(PathBuf))
        .help(say("De nieuwe map, met de naam van het dorp", "The new folder, with the name of the village").in_speech(speech));
    let kind = Arg::new("kind").value_name(say("SOORT", "KIND").in_speech(speech)).help(
        say("site, venue, event, news, organisation, page of dorp; anders alles", "site, venue, event, news, organisation, page or dorp; else all").in_speech(speech),
    );
    clap::Command::new("dorpsplein")
        .version(concat!(env!("CARGO_PKG_VERSION")))
        .about(say("Maakt van een map met teksten de website van een dorp", "Makes the website of a village from a folder of texts").in_speech(speech))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(help_flag(speech))
        .arg(Arg::new("version").long("version").short('V').action(clap::ArgAction::Version).help(say("Toont de versie", "Shows the version").in_speech(speech)))
        .help_template(usage::program_template(speech))
        .subcommand(command("new", "nieuw", say("Begint een nieuw dorp", "Begins a new village"), speech).arg(folder).arg(today()))
        .subcommand(command("build", "bouw", say("Maakt de site", "Makes the site"), speech).arg(site()).arg(output).arg(today()).arg(base()).arg(format()))
        .subcommand(command("check", "controleer", say("Zoekt fouten en maakt niets", "Looks for mistakes and makes nothing"), speech).arg(site()).arg(today()).arg(base()).arg(format()))
        .subcommand(command("schema", "schema", say("Toont de beschrijving van de velden, voor tekstverwerkers", "Prints the description of the fields, for editors"), speech).arg(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Result<Command, NoCommand> {
        let words = line.split(' ').map(OsString::from);
        read([OsString::from("dorpsplein")].into_iter().chain(words), Speech::Dutch)
    }

    #[test]
    fn the_program_describes_itself_soundly() {
        program(Speech::Dutch).debug_assert();
        program(Speech::English).debug_assert();
    }

    #[test]
    fn dutch_and_english_are_the_same() {
        assert_eq!(typed("bouw dorp --uitvoer uit --vandaag 2026-11-23"), typed("build dorp --output uit --today 23-11-2026"));
        assert_eq!(typed("controleer --vorm json"), typed("check . --format json"));
    }

    #[test]
    fn what_is_no_command_is_explained() {
        for line in ["buow", "build --outpt x", "build --format xml", "build --today morgen", "new", "build a b", "build --base-url dorp.nl"] {
            let Err(NoCommand(message)) = typed(line) else { panic!("{line} is no command") };
            assert!(!message.is_empty() && !message.contains("error"), "{line}: {message}");
        }
    }
}

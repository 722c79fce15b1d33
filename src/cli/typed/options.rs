//! What commands have in common: names in both languages, and shared options.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::usage::{self, help_template};
use crate::ground::{Locale, Pair};

/// Returns a command with its name in the given language; the other name is accepted too.
pub(super) fn command(names: Pair, about: Pair, locale: Locale) -> Command {
    let other = if locale == Locale::Dutch { names.en } else { names.nl };
    let name = names.in_locale(locale);
    Command::new(name)
        .aliases((other != name).then_some(other))
        .about(about.in_locale(locale))
        .disable_help_flag(true)
        .arg(help_flag(locale))
        .help_template(help_template(locale))
}

/// Returns an option with its name in the given language; the other name is accepted too.
pub(super) fn option(names: Pair, value: Pair, help: Pair, locale: Locale) -> Arg {
    let (name, other) = if locale == Locale::Dutch { (names.nl, names.en) } else { (names.en, names.nl) };
    Arg::new(names.en)
        .long(name)
        .aliases((other != name).then_some(other))
        .value_name(value.in_locale(locale))
        .help(help.in_locale(locale))
}

/// Returns a switch with its name in the given language; the other name is accepted too.
pub(super) fn flag(names: Pair, help: Pair, locale: Locale) -> Arg {
    Arg::new(names.en)
        .long(names.in_locale(locale))
        .alias(if locale == Locale::Dutch { names.en } else { names.nl })
        .action(ArgAction::SetTrue)
        .help(help.in_locale(locale))
}

pub(super) fn help_flag(locale: Locale) -> Arg {
    let help = Pair::new("Toont deze uitleg", "Shows this help").in_locale(locale);
    Arg::new("help").long("help").short('h').action(ArgAction::Help).help(help)
}

pub(super) fn site(locale: Locale) -> Arg {
    let help = Pair::new(
        "De map met site.yaml; anders de map waarin je staat",
        "The folder with site.yaml; by default the folder you are in",
    );
    Arg::new("site")
        .value_name(Pair::new("DORPSMAP", "SITE").in_locale(locale))
        .value_parser(value_parser!(PathBuf))
        .help(help.in_locale(locale))
}

/// Returns the argument for a required folder.
pub(super) fn folder(help: Pair, locale: Locale) -> Arg {
    Arg::new("folder")
        .required(true)
        .value_name(Pair::new("MAP", "DIR").in_locale(locale))
        .value_parser(value_parser!(PathBuf))
        .help(help.in_locale(locale))
}

pub(super) fn today(locale: Locale) -> Arg {
    let help = Pair::new("Doet alsof het deze dag is", "Acts as if this day were today");
    option(Pair::new("vandaag", "today"), Pair::new("DAG", "DAY"), help, locale)
}

pub(super) fn base_url(locale: Locale) -> Arg {
    let help = Pair::new("Waar de site komt te staan", "The web address of the site");
    option(Pair::new("webadres", "base-url"), Pair::new("URL", "URL"), help, locale)
}

pub(super) fn published(locale: Locale) -> Arg {
    let help = Pair::new(
        "De lijst van wat er nu op de site staat, opgehaald van internet; anders de lijst in de map met de gemaakte site",
        "The list of what is on the site now, downloaded from the web; by default the list in the folder of the built site",
    );
    option(Pair::new("gepubliceerd", "published"), Pair::new("BESTAND", "FILE"), help, locale)
        .value_parser(value_parser!(PathBuf))
}

pub(super) fn format(locale: Locale) -> Arg {
    let help = Pair::new(
        "Hoe opmerkingen worden getoond: human, json of github",
        "The format of messages: human, json or github",
    );
    option(Pair::new("vorm", "format"), Pair::new("VORM", "FORMAT"), help, locale)
        .value_parser(PossibleValuesParser::new(["human", "json", "github"]))
        .hide_possible_values(true)
}

/// Returns the option for the file to write to.
pub(super) fn output_file(help: Pair, locale: Locale) -> Arg {
    option(Pair::new("uitvoer", "output"), Pair::new("BESTAND", "FILE"), help, locale)
        .short('o')
        .value_parser(value_parser!(PathBuf))
}

/// Returns the switch to build a portal from what was gathered earlier.
pub(super) fn no_gathering(locale: Locale) -> Arg {
    let help = Pair::new(
        "Voor een portaal: haalt niets op, en gebruikt wat de vorige keer is opgehaald",
        "For a portal: downloads nothing, and uses what was downloaded last time",
    );
    flag(Pair::new("zonder-ophalen", "no-gathering"), help, locale)
}

/// Returns the option for the checksum of the program that a host may run; a release already knows it.
pub(super) fn checksum(locale: Locale) -> Arg {
    let help = Pair::new(
        "Het controlegetal (SHA-256) van het programma dat de host ophaalt",
        "The checksum (SHA-256) of the program that the host downloads",
    );
    option(Pair::new("controlegetal", "checksum"), Pair::new("GETAL", "SUM"), help, locale).hide(true)
}

/// Returns the checksum that was typed, or a message if it is not valid.
pub(super) fn checksum_of(matches: &ArgMatches, locale: Locale) -> Result<Option<String>, String> {
    let typed = matches.try_get_one::<String>("checksum").ok().flatten();
    match typed.filter(|sum| sum.len() != 64 || !sum.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        Some(sum) => Err(usage::bad_checksum(sum, locale)),
        None => Ok(typed.map(|sum| sum.to_lowercase())),
    }
}

/// Returns the switch to replace files that somebody edited.
pub(super) fn anyway(locale: Locale) -> Arg {
    let help = Pair::new(
        "Vervangt ook bestanden waarin iemand zelf heeft geschreven",
        "Also replaces files that somebody has edited",
    );
    flag(Pair::new("toch", "anyway"), help, locale)
}

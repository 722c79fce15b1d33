//! Defines every command and option, with its names and help in both languages.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};
use clap_complete::Shell;

use super::fleet_line::fleet;
use super::options::{
    anyway, base_url, checksum, command, flag, folder, format, help_flag, no_gathering, option, output_file,
    published, site, today,
};
use super::theme_line::theme;
use super::typing::with_usage;
use super::usage::{hosts, program_template};
use crate::cli::version;
use crate::ground::{Locale, Pair};

/// Returns the whole command line in one language. Commands and options are accepted by both names.
pub(in crate::cli) fn program(locale: Locale) -> Command {
    let about = Pair::new(
        "Maakt van een map met teksten de website van een dorp",
        "Builds the website of a village from a folder of text files",
    );
    let version = Pair::new("Toont de versie", "Shows the version").in_locale(locale);
    let program = Command::new("dorpsplein")
        .version(version::NUMBER)
        .long_version(version::version(locale))
        .about(about.in_locale(locale))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(help_flag(locale))
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::Version).help(version))
        .help_template(program_template(None, locale))
        .subcommands([
            new(locale),
            build(locale),
            check(locale),
            pack(locale),
            handover(locale),
            serve(locale),
            agenda(locale),
            clean_photos(locale),
            schema(locale),
            theme(locale),
            fleet(locale),
            host(locale),
            completions(locale),
            man(locale),
        ]);
    with_usage(program, "", locale)
}

fn new(locale: Locale) -> Command {
    let help =
        Pair::new("De nieuwe map, met de naam van het dorp", "The new folder, named after the village");
    command(Pair::new("nieuw", "new"), Pair::new("Begint een nieuw dorp", "Starts a new village"), locale)
        .args([folder(help, locale), host_option(locale), checksum(locale), today(locale)])
}

fn build(locale: Locale) -> Command {
    let help = Pair::new(
        "Waar de site wordt neergezet; anders DORPSMAP/public",
        "Where to put the site; by default SITE/public",
    );
    let output = option(Pair::new("uitvoer", "output"), Pair::new("MAP", "DIR"), help, locale)
        .short('o')
        .value_parser(value_parser!(PathBuf));
    command(Pair::new("bouw", "build"), Pair::new("Maakt de site", "Builds the site"), locale).args([
        site(locale),
        output,
        published(locale),
        no_gathering(locale),
        today(locale),
        base_url(locale),
        format(locale),
    ])
}

fn check(locale: Locale) -> Command {
    let about = Pair::new("Zoekt fouten en maakt niets", "Checks for mistakes without building anything");
    let dates = Pair::new(
        "Toont ook de volgende zes keer van wat terugkomt, in de bestanden die sinds de laatste keer zijn veranderd",
        "Also shows the next six dates of recurring events, in the files that changed since the last commit",
    );
    let external = Pair::new(
        "Vraagt ook of de links naar andere sites nog ergens heen leiden",
        "Also checks whether links to other sites still work",
    );
    let strict = Pair::new(
        "Met --extern: een link die nergens heen leidt, telt als fout",
        "With --external: a broken link counts as an error",
    );
    let host = Pair::new(
        "Of de site ook op deze plek op internet kan staan: github, gitlab, codeberg, cloudflare, netlify, neocities of map",
        "Also checks whether this host can take the site: github, gitlab, codeberg, cloudflare, netlify, neocities or folder",
    );
    command(Pair::new("controleer", "check"), about, locale).args([
        site(locale),
        flag(Pair::new("datums", "dates"), dates, locale),
        flag(Pair::new("extern", "external"), external, locale),
        flag(Pair::new("streng", "strict"), strict, locale).requires("external"),
        option(Pair::new("host", "host"), Pair::new("NAAM", "NAME"), host, locale),
        published(locale),
        no_gathering(locale),
        today(locale),
        base_url(locale),
        format(locale),
    ])
}

fn pack(locale: Locale) -> Command {
    let about = Pair::new(
        "Maakt de site als één zipbestand, om zelf op internet te zetten",
        "Builds the site as one zip file, to upload to a host yourself",
    );
    let help = Pair::new(
        "Hoe het zipbestand heet; anders de naam van het dorp, in DORPSMAP",
        "The name of the zip file; by default the name of the village, in SITE",
    );
    command(Pair::new("pak", "pack"), about, locale).args([
        site(locale),
        output_file(help, locale),
        no_gathering(locale),
        today(locale),
        base_url(locale),
        format(locale),
    ])
}

fn handover(locale: Locale) -> Command {
    let about = Pair::new(
        "Toont één blad voor wie de site overneemt: waar alles is, en hoe je begint",
        "Shows one sheet for whoever takes over the site: where everything is, and how to start",
    );
    let help = Pair::new("Schrijft het blad in dit bestand", "Writes the sheet to this file");
    command(Pair::new("overdracht", "handover"), about, locale).args([
        site(locale),
        output_file(help, locale),
        today(locale),
        base_url(locale),
    ])
}

fn serve(locale: Locale) -> Command {
    let about = Pair::new(
        "Laat de site zien terwijl je schrijft, elke keer als je iets bewaart",
        "Shows the site while you write, and updates it whenever you save",
    );
    let port = Pair::new(
        "De poort; als die bezet is, de eerste vrije erna",
        "The port; if it is taken, the first free one after it",
    );
    let browser = Pair::new("Opent de browser", "Opens the browser");
    let open = Arg::new("open").long("open").action(ArgAction::SetTrue).help(browser.in_locale(locale));
    command(Pair::new("bekijk", "serve"), about, locale).args([
        site(locale),
        option(Pair::new("poort", "port"), Pair::new("NUMMER", "NUMBER"), port, locale)
            .value_parser(value_parser!(u16)),
        open,
        no_gathering(locale),
        today(locale),
        base_url(locale),
    ])
}

fn agenda(locale: Locale) -> Command {
    let about = Pair::new("Toont wat er wanneer is", "Shows what is on, and when");
    let from = Pair::new("De eerste dag; anders vandaag", "The first day; by default today");
    let until = Pair::new(
        "De laatste dag; anders vier weken verder, of van één activiteit dertien maanden",
        "The last day; by default four weeks later, or thirteen months for a single event",
    );
    let event = Pair::new(
        "Alleen deze activiteit: de naam van het bestand, of het laatste stuk van het adres",
        "Only this event: the name of its file or the last part of its address",
    );
    let day = Pair::new("DAG", "DAY");
    command(Pair::new("agenda", "agenda"), about, locale).args([
        site(locale),
        option(Pair::new("vanaf", "from"), day, from, locale),
        option(Pair::new("tot", "until"), day, until, locale),
        option(Pair::new("activiteit", "event"), Pair::new("NAAM", "SLUG"), event, locale),
        today(locale),
        format(locale),
    ])
}

fn clean_photos(locale: Locale) -> Command {
    let about = Pair::new(
        "Haalt uit je foto's waar en waarmee ze zijn genomen; wat erop te zien is, blijft hetzelfde",
        "Removes from your photos where and with what they were taken; the pictures look the same",
    );
    let date =
        Pair::new("Laat staan wanneer een foto is genomen", "Keeps the date on which a photo was taken");
    let trial =
        Pair::new("Vertelt wat er zou gebeuren, en doet niets", "Shows what would be done, without doing it");
    command(Pair::new("schoon", "clean-photos"), about, locale).args([
        site(locale),
        flag(Pair::new("bewaar-datum", "keep-date"), date, locale),
        flag(Pair::new("proef", "dry-run"), trial, locale),
    ])
}

fn schema(locale: Locale) -> Command {
    let about = Pair::new(
        "Toont de beschrijving van de velden, voor editors die helpen bij het typen",
        "Prints the schema of the fields, for editors that help you type",
    );
    let help = Pair::new(
        "site, locaties, agenda, nieuws, organisaties, paginas, documenten of dorp (voor dorp.json); anders alles",
        "site, venue, event, news, organisation, page, document or dorp (for dorp.json); by default all",
    );
    let kind = Arg::new("kind")
        .value_name(Pair::new("SOORT", "KIND").in_locale(locale))
        .help(help.in_locale(locale));
    command(Pair::new("schema", "schema"), about, locale).args([kind, site(locale)])
}

fn completions(locale: Locale) -> Command {
    let about = Pair::new(
        "Toont wat je shell nodig heeft om opdrachten af te maken met de Tab-toets",
        "Prints what your shell needs to complete commands with the Tab key",
    );
    let help = Pair::new("bash, zsh, fish, powershell of elvish", "bash, zsh, fish, powershell or elvish");
    let shell = Arg::new("shell")
        .required(true)
        .value_name("SHELL")
        .value_parser(value_parser!(Shell))
        .hide_possible_values(true)
        .help(help.in_locale(locale));
    command(Pair::new("aanvullingen", "completions"), about, locale).arg(shell)
}

/// Hidden from the list of commands: it is for those who package the program.
fn man(locale: Locale) -> Command {
    let about = Pair::new("Toont de handleiding voor man", "Prints the manual page, for man");
    let help = Pair::new(
        "Zet de pagina's van alle opdrachten in deze nieuwe map",
        "Writes the pages of all commands to this new folder",
    );
    let output = option(Pair::new("uitvoer", "output"), Pair::new("MAP", "DIR"), help, locale)
        .short('o')
        .value_parser(value_parser!(PathBuf));
    command(Pair::new("man", "man"), about, locale).hide(true).arg(output)
}

fn host(locale: Locale) -> Command {
    let about = Pair::new("Kiest waar de site op internet staat", "Sets where the site is hosted");
    let chooses = Pair::new(
        "Schrijft in de dorpsmap wat nodig is om de site daar na elke wijziging en elke nacht neer te zetten",
        "Writes the files that publish the site there after every change and every night",
    );
    let explains = Pair::new(
        "Vertelt stap voor stap hoe de site daar komt, ook met een eigen domein",
        "Explains step by step how to get the site there, with your own domain if you like",
    );
    let name = Arg::new("host")
        .required(true)
        .value_name(Pair::new("NAAM", "NAME").in_locale(locale))
        .help(hosts(locale));
    command(Pair::new("host", "host"), about, locale)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .help_template(program_template(Some("host"), locale))
        .subcommands([
            command(Pair::new("kies", "set"), chooses, locale).args([
                name.clone(),
                site(locale),
                anyway(locale),
                checksum(locale),
            ]),
            command(Pair::new("uitleg", "explain"), explains, locale).arg(name),
        ])
}

/// Returns the option for the host of a new village.
fn host_option(locale: Locale) -> Arg {
    let help = Pair::new("Waar de site op internet komt: ", "Where the site will be hosted: ");
    option(Pair::new("host", "host"), Pair::new("NAAM", "NAME"), Pair::new("", ""), locale).help(format!(
        "{}{}",
        help.in_locale(locale),
        hosts(locale)
    ))
}

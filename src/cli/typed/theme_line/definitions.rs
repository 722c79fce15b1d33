//! Defines the commands about themes, with their names and help in both languages.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, value_parser};

use super::super::options::{command, flag, folder, option, output_file, site};
use super::super::usage::program_template;
use crate::ground::{Locale, Pair};
use crate::theme::STANDARD;

/// Returns the commands for theme makers, and those for villages that use a theme.
pub(in super::super) fn theme(locale: Locale) -> Command {
    let about = Pair::new("Voor wie een thema maakt of gebruikt", "For those who make or use a theme");
    command(Pair::new("thema", "theme"), about, locale)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .help_template(program_template(Some(Pair::new("thema", "theme").in_locale(locale)), locale))
        .subcommands([
            add(locale),
            update(locale),
            rollback(locale),
            remove(locale),
            list(locale),
            show_where(locale),
            adopt(locale),
            diff(locale),
            new(locale),
            check(locale),
            contract(locale),
            pack(locale),
            key(locale),
            sign(locale),
            index(locale),
        ])
}

fn add(locale: Locale) -> Command {
    let about = Pair::new(
        "Voegt een thema toe aan een dorp, en de site gebruikt het voortaan",
        "Adds a theme to a village; from then on the site uses it",
    );
    let what = Pair::new(
        "Het bestand of het webadres van een pakket (.zip) of van een lijst (themes.json); NAAM achter # kiest uit een lijst",
        "The file or web address of a package (.zip) or of a list (themes.json); NAME after # chooses from a list",
    );
    let what = Arg::new("what")
        .required(true)
        .value_name(Pair::new("BESTAND|ADRES", "FILE|URL").in_locale(locale))
        .help(what.in_locale(locale));
    let key = Pair::new(
        "Het bestand met de sleutel van de maker, als die niet bij het pakket staat",
        "The file with the key of the maker, if it is not beside the package",
    );
    command(Pair::new("voeg-toe", "add"), about, locale).args([what, site(locale), key_file(key, locale)])
}

fn update(locale: Locale) -> Command {
    let about = Pair::new(
        "Haalt de nieuwste versie van het thema van een dorp",
        "Gets the newest version of a village's theme",
    );
    let look = Pair::new(
        "Vertelt wat er nieuw is, en verandert niets",
        "Shows what is new, without changing anything",
    );
    command(Pair::new("werk-bij", "update"), about, locale)
        .args([site(locale), flag(Pair::new("controleer", "check"), look, locale)])
}

fn rollback(locale: Locale) -> Command {
    let about = Pair::new(
        "Zet de vorige versie van het thema terug; nog een keer, en je hebt de nieuwe weer",
        "Returns to the previous version of the theme; run it again to undo that",
    );
    command(Pair::new("terug", "rollback"), about, locale).arg(site(locale))
}

fn remove(locale: Locale) -> Command {
    let about = Pair::new("Haalt een thema weg bij een dorp", "Removes a theme from a village");
    let help = Pair::new("Hoe het thema heet", "The name of the theme");
    let name = Arg::new("name")
        .required(true)
        .value_name(Pair::new("NAAM", "NAME").in_locale(locale))
        .help(help.in_locale(locale));
    command(Pair::new("verwijder", "remove"), about, locale).args([name, site(locale)])
}

fn list(locale: Locale) -> Command {
    let about = Pair::new(
        "Toont welke thema's een dorp heeft, van wie en in welke versie",
        "Shows which themes a village has, who made them, and which version they are",
    );
    command(Pair::new("lijst", "list"), about, locale).arg(site(locale))
}

fn show_where(locale: Locale) -> Command {
    let about = Pair::new(
        "Toont uit welk thema een bestand komt, en welke het verbergt",
        "Shows which theme a file comes from, and which other ones it hides",
    );
    command(Pair::new("waar", "where"), about, locale).args([theme_file(locale), site(locale)])
}

fn adopt(locale: Locale) -> Command {
    let about = Pair::new(
        "Zet een bestand van het thema in je eigen map, om het te veranderen, en onthoudt waar het vandaan komt",
        "Copies a file of the theme to your own folder so that you can change it, and remembers where it came from",
    );
    command(Pair::new("neem-over", "adopt"), about, locale).args([theme_file(locale), site(locale)])
}

fn diff(locale: Locale) -> Command {
    let about = Pair::new(
        "Toont welke van je eigen bestanden zijn overgenomen van iets dat intussen veranderde, en wat er veranderde",
        "Shows which of your own files were adopted from a file that has since changed, and what changed in it",
    );
    command(Pair::new("verschil", "diff"), about, locale).arg(site(locale))
}

fn theme_file(locale: Locale) -> Arg {
    let help = Pair::new(
        "Een bestand van een thema, zoals venue.html of assets/site.css",
        "A file of a theme, such as venue.html or assets/site.css",
    );
    Arg::new("file")
        .required(true)
        .value_name(Pair::new("BESTAND", "FILE").in_locale(locale))
        .help(help.in_locale(locale))
}

fn new(locale: Locale) -> Command {
    let about = Pair::new("Begint een thema", "Starts a theme");
    let help = Pair::new("De nieuwe map, met de naam van het thema", "The new folder, named after the theme");
    let extends = Pair::new(
        "Het thema waar het overheen ligt; anders lvkk",
        "The theme that it builds on; by default lvkk",
    );
    let extends = option(Pair::new("bouwt-op", "extends"), Pair::new("NAAM", "NAME"), extends, locale)
        .default_value(STANDARD)
        .hide_default_value(true);
    command(Pair::new("nieuw", "new"), about, locale).args([folder(help, locale), extends])
}

fn contract(locale: Locale) -> Command {
    let about = Pair::new(
        "Toont wat sjablonen krijgen: de afspraak tussen Dorpsplein en thema's (in het Engels)",
        "Shows which data templates receive: the contract between Dorpsplein and themes",
    );
    let format =
        Pair::new("Als tekst (human) of voor programma's (json)", "As text (human) or for programs (json)");
    let format = option(Pair::new("vorm", "format"), Pair::new("VORM", "FORMAT"), format, locale)
        .value_parser(PossibleValuesParser::new(["human", "json"]))
        .hide_possible_values(true);
    command(Pair::new("afspraak", "contract"), about, locale).arg(format)
}

fn check(locale: Locale) -> Command {
    let looks = Pair::new(
        "Probeert een thema uit op vier dorpen en een portaal, en vertelt wat er niet goed aan is",
        "Tries out a theme on four villages and a portal, and reports what is wrong with it",
    );
    let help = Pair::new("De map van het thema, met theme.yaml", "The folder of the theme, with theme.yaml");
    command(Pair::new("controleer", "check"), looks, locale).arg(folder(help, locale))
}

fn pack(locale: Locale) -> Command {
    let about = Pair::new(
        "Maakt van een thema één bestand dat dorpen kunnen toevoegen",
        "Packs a theme into one file that villages can add",
    );
    let help = Pair::new("De map van het thema, met theme.yaml", "The folder of the theme, with theme.yaml");
    let output = Pair::new(
        "Hoe het pakket heet; anders de naam en versie van het thema",
        "The name of the package; by default the name and version of the theme",
    );
    command(Pair::new("pak", "pack"), about, locale).args([folder(help, locale), output_file(output, locale)])
}

fn key(locale: Locale) -> Command {
    let about = Pair::new(
        "Maakt de twee sleutels waarmee je pakketten ondertekent",
        "Makes the two keys for signing packages",
    );
    let help = Pair::new(
        "Hoe de sleutels heten: NAAM.key houd je geheim, NAAM.pub geef je aan iedereen",
        "The name of the keys: keep NAME.key secret, and give NAME.pub to everybody",
    );
    let name = Arg::new("name")
        .required(true)
        .value_name(Pair::new("NAAM", "NAME").in_locale(locale))
        .value_parser(value_parser!(PathBuf))
        .help(help.in_locale(locale));
    let bare = Pair::new(
        "Zet geen wachtwoord op de geheime sleutel",
        "Does not protect the secret key with a password",
    );
    command(Pair::new("sleutel", "key"), about, locale)
        .args([name, flag(Pair::new("zonder-wachtwoord", "no-password"), bare, locale)])
}

fn sign(locale: Locale) -> Command {
    let about = Pair::new(
        "Ondertekent een pakket, zodat dorpen weten dat het van jou is",
        "Signs a package, so that villages know it is yours",
    );
    let help = Pair::new("Het pakket", "The package");
    let file = Arg::new("file")
        .required(true)
        .value_name(Pair::new("BESTAND", "FILE").in_locale(locale))
        .value_parser(value_parser!(PathBuf))
        .help(help.in_locale(locale));
    let key = Pair::new("De geheime sleutel (.key)", "The secret key (.key)");
    command(Pair::new("onderteken", "sign"), about, locale).args([file, key_file(key, locale).required(true)])
}

fn index(locale: Locale) -> Command {
    let about = Pair::new(
        "Schrijft in een map met pakketten de lijst (themes.json) waaruit dorpen kiezen",
        "Writes the list (themes.json) that villages choose from, in a folder of packages",
    );
    let help = Pair::new("De map met de pakketten", "The folder with the packages");
    let key = Pair::new("De sleutel die iedereen mag hebben (.pub)", "The public key (.pub)");
    command(Pair::new("index", "index"), about, locale).args([folder(help, locale), key_file(key, locale)])
}

fn key_file(help: Pair, locale: Locale) -> Arg {
    option(Pair::new("sleutel", "key"), Pair::new("BESTAND", "FILE"), help, locale)
        .value_parser(value_parser!(PathBuf))
}

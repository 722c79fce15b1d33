//! The commands about themes, with their names and their help in both languages.

use std::path::PathBuf;

use clap::{Arg, Command, value_parser};

use super::super::options::{command, flag, folder, option, output_file, site};
use super::super::usage::program_template;
use crate::ground::{Pair, Speech};

/// What people who make themes do, and what villages do with them.
pub(in super::super) fn theme(speech: Speech) -> Command {
    let about = Pair::new("Voor wie een thema maakt of gebruikt", "For those who make a theme or have one");
    command(Pair::new("thema", "theme"), about, speech)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .help_template(program_template(speech))
        .subcommands([
            add(speech),
            update(speech),
            rollback(speech),
            remove(speech),
            list(speech),
            check(speech),
            pack(speech),
            key(speech),
            sign(speech),
            index(speech),
        ])
}

fn add(speech: Speech) -> Command {
    let about = Pair::new(
        "Voegt een thema toe aan een dorp, en de site gebruikt het voortaan",
        "Adds a theme to a village, and the site has it from now on",
    );
    let what = Pair::new(
        "Het bestand of het webadres van een pakket (.zip) of van een lijst (themes.json); NAAM achter # kiest uit een lijst",
        "The file or web address of a package (.zip) or of a list (themes.json); NAME behind # chooses from a list",
    );
    let what = Arg::new("what")
        .required(true)
        .value_name(Pair::new("BESTAND|ADRES", "FILE|URL").in_speech(speech))
        .help(what.in_speech(speech));
    let key = Pair::new(
        "Het bestand met de sleutel van de maker, als die niet bij het pakket staat",
        "The file with the key of the maker, when it does not lie beside the package",
    );
    command(Pair::new("voeg-toe", "add"), about, speech).args([what, site(speech), key_file(key, speech)])
}

fn update(speech: Speech) -> Command {
    let about = Pair::new(
        "Haalt de nieuwste versie van het thema van een dorp",
        "Gets the newest version of the theme of a village",
    );
    let look =
        Pair::new("Vertelt wat er nieuw is, en verandert niets", "Tells what is new, and changes nothing");
    command(Pair::new("werk-bij", "update"), about, speech)
        .args([site(speech), flag(Pair::new("controleer", "check"), look, speech)])
}

fn rollback(speech: Speech) -> Command {
    let about = Pair::new(
        "Zet de vorige versie van het thema terug; nog een keer, en je hebt de nieuwe weer",
        "Puts the former version of the theme back; once more, and you have the new one again",
    );
    command(Pair::new("terug", "rollback"), about, speech).arg(site(speech))
}

fn remove(speech: Speech) -> Command {
    let about = Pair::new("Haalt een thema weg bij een dorp", "Takes a theme away from a village");
    let help = Pair::new("Hoe het thema heet", "What the theme is called");
    let name = Arg::new("name")
        .required(true)
        .value_name(Pair::new("NAAM", "NAME").in_speech(speech))
        .help(help.in_speech(speech));
    command(Pair::new("verwijder", "remove"), about, speech).args([name, site(speech)])
}

fn list(speech: Speech) -> Command {
    let about = Pair::new(
        "Toont welke thema's een dorp heeft, van wie en in welke versie",
        "Shows which themes a village has, by whom and in which version",
    );
    command(Pair::new("lijst", "list"), about, speech).arg(site(speech))
}

fn check(speech: Speech) -> Command {
    let looks = Pair::new(
        "Toont welke woorden een thema in welke taal mist, en wat er dan staat",
        "Shows which words a theme lacks in which language, and what stands there instead",
    );
    let help =
        Pair::new("De map van het thema, met words/nl.yaml", "The folder of the theme, with words/nl.yaml");
    command(Pair::new("controleer", "check"), looks, speech).arg(folder(help, speech))
}

fn pack(speech: Speech) -> Command {
    let about = Pair::new(
        "Maakt van een thema één bestand dat dorpen kunnen toevoegen",
        "Makes a theme one file that villages can add",
    );
    let help = Pair::new("De map van het thema, met theme.yaml", "The folder of the theme, with theme.yaml");
    let output = Pair::new(
        "Hoe het pakket heet; anders de naam en versie van het thema",
        "What the package is called; else the name and version of the theme",
    );
    command(Pair::new("pak", "pack"), about, speech).args([folder(help, speech), output_file(output, speech)])
}

fn key(speech: Speech) -> Command {
    let about = Pair::new(
        "Maakt de twee sleutels waarmee je pakketten ondertekent",
        "Makes the two keys with which you sign packages",
    );
    let help = Pair::new(
        "Hoe de sleutels heten: NAAM.key houd je geheim, NAAM.pub geef je aan iedereen",
        "What the keys are called: NAME.key you keep secret, NAME.pub you give to everybody",
    );
    let name = Arg::new("name")
        .required(true)
        .value_name(Pair::new("NAAM", "NAME").in_speech(speech))
        .value_parser(value_parser!(PathBuf))
        .help(help.in_speech(speech));
    let bare = Pair::new("Zet geen wachtwoord op de geheime sleutel", "Puts no password on the secret key");
    command(Pair::new("sleutel", "key"), about, speech)
        .args([name, flag(Pair::new("zonder-wachtwoord", "no-password"), bare, speech)])
}

fn sign(speech: Speech) -> Command {
    let about = Pair::new(
        "Ondertekent een pakket, zodat dorpen weten dat het van jou is",
        "Signs a package, so that villages know that it is yours",
    );
    let help = Pair::new("Het pakket", "The package");
    let file = Arg::new("file")
        .required(true)
        .value_name(Pair::new("BESTAND", "FILE").in_speech(speech))
        .value_parser(value_parser!(PathBuf))
        .help(help.in_speech(speech));
    let key = Pair::new("De geheime sleutel (.key)", "The secret key (.key)");
    command(Pair::new("onderteken", "sign"), about, speech).args([file, key_file(key, speech).required(true)])
}

fn index(speech: Speech) -> Command {
    let about = Pair::new(
        "Schrijft in een map met pakketten de lijst (themes.json) waaruit dorpen kiezen",
        "Writes into a folder of packages the list (themes.json) from which villages choose",
    );
    let help = Pair::new("De map met de pakketten", "The folder with the packages");
    let key =
        Pair::new("De sleutel die iedereen mag hebben (.pub)", "The key that everybody may have (.pub)");
    command(Pair::new("index", "index"), about, speech).args([folder(help, speech), key_file(key, speech)])
}

fn key_file(help: Pair, speech: Speech) -> Arg {
    option(Pair::new("sleutel", "key"), Pair::new("BESTAND", "FILE"), help, speech)
        .value_parser(value_parser!(PathBuf))
}

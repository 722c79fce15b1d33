//! `dorpsplein man`: renders the manual pages of the program and of each command.

use std::path::Path;

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::ExitStatus;
use crate::cli::show::Screen;
use crate::cli::typed::program;
use crate::cli::version::{COMMIT_DAY, NUMBER};
use crate::ground::{Locale, Pair};
use crate::publish::write_new_folder;

/// The headings that the library writes, and their replacements in both languages.
const HEADINGS: [(&str, Pair); 5] = [
    ("NAME", Pair::new("NAAM", "NAME")),
    ("SYNOPSIS", Pair::new("OVERZICHT", "SYNOPSIS")),
    ("DESCRIPTION", Pair::new("BESCHRIJVING", "DESCRIPTION")),
    ("OPTIONS", Pair::new("OPTIES", "OPTIONS")),
    ("SUBCOMMANDS", Pair::new("OPDRACHTEN", "COMMANDS")),
];

const EXIT_STATUSES: [(ExitStatus, Pair); 4] = [
    (ExitStatus::Done, Pair::new("Gelukt.", "Done.")),
    (
        ExitStatus::ContentErrors,
        Pair::new(
            "Er staat iets verkeerd in de teksten; er is niets gepubliceerd.",
            "The texts have mistakes; nothing was published.",
        ),
    ),
    (
        ExitStatus::Refused,
        Pair::new(
            "De computer weigert: een map is er niet, de schijf is vol.",
            "The computer refuses, for example because a folder is missing or the disk is full.",
        ),
    ),
    (ExitStatus::UsageError, Pair::new("De opdracht zelf klopt niet.", "The command itself is wrong.")),
];

/// Prints the page of the program, or writes all pages to a new folder.
pub(super) fn show(output: Option<&Path>, screen: &Screen) -> ExitStatus {
    let pages = pages(screen.locale());
    let Some(folder) = output else {
        if let Some((_, page)) = pages.first() {
            screen.print(page);
        }
        return ExitStatus::Done;
    };
    let files: Vec<(&str, &[u8])> =
        pages.iter().map(|(name, page)| (name.as_str(), page.as_bytes())).collect();
    match write_new_folder(folder, &files) {
        Ok(()) => ExitStatus::Done,
        Err(failure) => screen.refused(&failure.message(), screen.locale()),
    }
}

/// Returns all pages by file name, that of the program first.
fn pages(locale: Locale) -> Vec<(String, String)> {
    let names = Pair::new(
        "Elke opdracht en elke optie heeft een Nederlandse en een Engelse naam; je mag ze door elkaar gebruiken. Meer staat in README.md.",
        "Every command and option has a Dutch and an English name; mix them as you like. See README.md for more.",
    );
    let mut program = program(locale);
    let about = program.get_about().map(ToString::to_string).unwrap_or_default();
    program = program.long_about(format!("{about}.\n\n{}", names.in_locale(locale)));
    program.build();
    let mut pages = Vec::new();
    add_pages(&program, locale, &mut pages);
    if let Some((_, page)) = pages.first_mut() {
        page.push_str(&exit_codes(locale));
    }
    pages
}

fn add_pages(command: &Command, locale: Locale, pages: &mut Vec<(String, String)>) {
    let word = Pair::new("opdracht", "command").in_locale(locale);
    let man = Man::new(
        command.clone().version(None::<&str>).long_version(None::<&str>).subcommand_value_name(word),
    )
    .date(COMMIT_DAY.unwrap_or_default())
    .source(format!("dorpsplein {NUMBER}"))
    .manual("Dorpsplein");
    let mut roff = Vec::new();
    // Writing to memory never fails.
    let _ = man.render(&mut roff);
    let page = String::from_utf8_lossy(&roff);
    let lines = page.lines().map(|line| match line.strip_prefix(".SH ") {
        Some(heading) => format!(".SH {}\n", heading_in(heading, locale)),
        None => format!("{line}\n"),
    });
    pages.push((man.get_filename(), lines.collect()));
    for command in command.get_subcommands().filter(|command| !command.is_hide_set()) {
        add_pages(command, locale, pages);
    }
}

fn heading_in(heading: &str, locale: Locale) -> &str {
    let found = HEADINGS.iter().find(|(written, _)| *written == heading);
    found.map_or(heading, |(_, words)| words.in_locale(locale))
}

/// Returns the section that explains the exit codes.
fn exit_codes(locale: Locale) -> String {
    let mut roff = Roff::new();
    roff.control("SH", [Pair::new("AFSLUITCODE", "EXIT STATUS").in_locale(locale)]);
    for (ending, meaning) in EXIT_STATUSES {
        roff.control("TP", []);
        roff.text([bold((ending as u8).to_string())]);
        roff.text([roman(meaning.in_locale(locale))]);
    }
    roff.to_roff()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_is_known_in_both_languages() {
        for (name, page) in pages(Locale::Dutch) {
            for heading in page.lines().filter_map(|line| line.strip_prefix(".SH ")) {
                let ours = HEADINGS.iter().any(|(_, words)| words.nl == heading);
                assert!(ours || heading == "AFSLUITCODE", "{name}: {heading}");
            }
        }
    }
}

//! Accepts arguments whose meaning is unambiguous: `dorpsplein BOUW`, `dorpsplein dorpsplein bouw`,
//! `dorpsplein help bouw`, `-vandaag`, and a day of several words.

use std::ffi::OsString;

use clap::Command;

use crate::ground::parse_date;

/// Options that take a day.
const DAY_OPTIONS: [&str; 6] = ["--vandaag", "--today", "--vanaf", "--from", "--tot", "--until"];

/// The most words in a day: `dinsdag 1 december 2026`.
const MOST_DAY_WORDS: usize = 4;

/// Returns the arguments of this program as they were meant, the program's own name first.
pub(super) fn normalised(program: &Command, mut arguments: Vec<OsString>) -> Vec<OsString> {
    let is_own_name = |word: &OsString| {
        word.to_str().is_some_and(|word| matches!(&*word.to_lowercase(), "dorpsplein" | "dorpsplein.exe"))
    };
    while arguments.get(1).is_some_and(is_own_name) {
        arguments.remove(1);
    }
    let is_help = |word: &OsString| word.to_str().is_some_and(|word| matches!(word, "help" | "hulp"));
    if arguments.get(1).is_some_and(is_help) {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    let mut command = Some(program);
    for argument in arguments.iter_mut().skip(1) {
        let Some(word) = argument.to_str().map(str::to_owned) else { continue };
        if word == "--" {
            break;
        }
        if let Some(plain) = normalised_option(program, &word) {
            *argument = plain.into();
        } else if let Some(known) = command.and_then(|it| it.find_subcommand(word.to_lowercase())) {
            // A folder may have the name of a command: only the first words are commands.
            if command.is_some_and(|it| it.find_subcommand(&word).is_none()) {
                *argument = word.to_lowercase().into();
            }
            command = Some(known);
        } else {
            command = None;
        }
    }
    with_joined_days(arguments)
}

/// Returns `-vandaag`, `–vandaag` and `--VANDAAG` as `--vandaag`.
fn normalised_option(program: &Command, typed: &str) -> Option<String> {
    let name = typed.trim_start_matches(['-', '–', '—']);
    let (name, value) = name.split_once('=').map_or((name, None), |(name, value)| (name, Some(value)));
    let name = name.to_lowercase();
    if name.len() == typed.len() || name.len() < 2 || !has_option(program, &name) {
        return None;
    }
    Some(value.map_or_else(|| format!("--{name}"), |value| format!("--{name}={value}")))
}

fn has_option(command: &Command, name: &str) -> bool {
    let has_name = |argument: &clap::Arg| {
        argument.get_long() == Some(name)
            || argument.get_all_aliases().is_some_and(|others| others.contains(&name))
    };
    command.get_arguments().any(has_name)
        || command.get_subcommands().any(|command| has_option(command, name))
}

/// Joins the words of a day, so that `--vandaag 1 december 2026` works without quotation marks too.
fn with_joined_days(arguments: Vec<OsString>) -> Vec<OsString> {
    let mut joined: Vec<OsString> = Vec::with_capacity(arguments.len());
    let mut at = 0;
    while let Some(argument) = arguments.get(at) {
        let typed = argument.to_str().unwrap_or_default();
        let (name, first) = match typed.split_once('=') {
            Some((name, first)) => (name, Some(first)),
            None => (typed, None),
        };
        at += 1;
        let words = DAY_OPTIONS.contains(&name).then(|| day_of(first, &arguments[at..])).flatten();
        match words {
            Some((day, count)) => {
                joined.push(format!("{name}={day}").into());
                at += count;
            }
            None => joined.push(argument.clone()),
        }
    }
    joined
}

/// Returns the day that several words form, and how many of the words after the option belong to it.
fn day_of(first: Option<&str>, following: &[OsString]) -> Option<(String, usize)> {
    let following = following.iter().map_while(|word| word.to_str()).take(MOST_DAY_WORDS);
    let words: Vec<&str> = first.into_iter().chain(following).collect();
    let own = usize::from(first.is_some());
    // A word that is already a complete day is left alone: a folder may follow it.
    let is_day = |count: &usize| words.get(..*count).is_some_and(|it| parse_date(&it.join(" ")).is_ok());
    let count = (1..=words.len()).find(is_day).filter(|count| *count > 1)?;
    Some((words[..count].join(" "), count - own))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::typed::definitions::program;
    use crate::ground::Locale;

    #[test]
    fn obvious_slips_in_a_command_are_corrected() {
        let program = program(Locale::Dutch);
        for (typed, meant) in [
            ("BOUW dorp", "bouw dorp"),
            ("Thema Lijst Dorp", "thema lijst Dorp"),
            ("dorpsplein bouw dorp", "bouw dorp"),
            ("dorpsplein", ""),
            ("help", "--help"),
            ("hulp host kies", "host kies --help"),
            ("bouw Bouw", "bouw Bouw"),
            ("bouw --VANDAAG=1-12-2026", "bouw --vandaag=1-12-2026"),
            ("bouw –vandaag 2026-12-01 dorp", "bouw --vandaag 2026-12-01 dorp"),
            ("bouw -uitvoer Uit", "bouw --uitvoer Uit"),
            ("bouw -o Uit", "bouw -o Uit"),
            ("bouw --vandaag 1 december 2026 dorp", "bouw --vandaag=1 december 2026 dorp"),
            ("bouw --vandaag=di 1 december 2026", "bouw --vandaag=di 1 december 2026"),
            ("bouw --vandaag morgen dorp", "bouw --vandaag morgen dorp"),
        ] {
            let arguments = std::iter::once("dorpsplein").chain(typed.split(' ')).map(OsString::from);
            let found = normalised(&program, arguments.collect());
            let found: Vec<&str> = found.iter().skip(1).filter_map(|word| word.to_str()).collect();
            assert_eq!(found.join(" "), meant);
        }
    }
}

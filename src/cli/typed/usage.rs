//! Help layouts, and messages for a wrong command, in Dutch and English.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::synonym::command_for;
use crate::ground::{Both, Date, Locale, Pair, as_argument, both, closest, parse_date, without_login};
use crate::village::{Choices, Host, choice_of};

/// Returns the layout of the help for the whole program, or for a command with subcommands.
pub(super) fn program_template(group: Option<&str>, locale: Locale) -> String {
    let path = group.map_or_else(|| "dorpsplein".to_owned(), |group| format!("dorpsplein {group}"));
    let template = both(
        format!(
            "{{about}}\n\nGebruik: {path} OPDRACHT\n\nOpdrachten:\n{{subcommands}}\n\nOpties:\n{{options}}\n\nMeer over een opdracht: {path} OPDRACHT --help\n"
        ),
        format!(
            "{{about}}\n\nUsage: {path} COMMAND\n\nCommands:\n{{subcommands}}\n\nOptions:\n{{options}}\n\nMore about a command: {path} COMMAND --help\n"
        ),
    );
    template.in_locale(locale).to_owned()
}

/// Returns the layout of the help for one command.
pub(super) fn help_template(locale: Locale) -> &'static str {
    Pair::new(
        "{about}\n\nGebruik: {usage}\n\n{positionals}\n\nOpties:\n{options}\n",
        "{about}\n\nUsage: {usage}\n\n{positionals}\n\nOptions:\n{options}\n",
    )
    .in_locale(locale)
}

/// Describes what is wrong with a command; `typed` returns parts of what was typed.
fn problem(kind: ErrorKind, typed: impl Fn(ContextKind) -> String) -> Both {
    match kind {
        ErrorKind::InvalidSubcommand => {
            let word = typed(ContextKind::InvalidSubcommand);
            both(format!("'{word}' is geen opdracht"), format!("'{word}' is not a command"))
        }
        ErrorKind::UnknownArgument => {
            let word = typed(ContextKind::InvalidArg);
            both(
                format!("'{word}' hoort niet bij deze opdracht"),
                format!("'{word}' does not belong to this command"),
            )
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (word, argument) = (typed(ContextKind::InvalidValue), typed(ContextKind::InvalidArg));
            let argument = argument.split(" <").next().unwrap_or_default();
            if word.is_empty() && argument.starts_with(['<', '[']) {
                missing_argument(argument)
            } else if word.is_empty() {
                both(
                    format!("achter '{argument}' ontbreekt een waarde"),
                    format!("a value is missing after '{argument}'"),
                )
            } else {
                let argument = argument.trim_matches(['<', '>']);
                both(
                    format!("'{word}' kan niet bij {argument}"),
                    format!("'{word}' is not a valid value for {argument}"),
                )
            }
        }
        ErrorKind::MissingRequiredArgument => missing_argument(&typed(ContextKind::InvalidArg)),
        ErrorKind::ArgumentConflict => {
            let (one, other) = (typed(ContextKind::InvalidArg), typed(ContextKind::PriorArg));
            if one == other {
                both(format!("'{one}' staat er twee keer"), format!("'{one}' is given twice"))
            } else {
                both(
                    format!("'{other}' en '{one}' kunnen niet samen"),
                    format!("'{other}' and '{one}' cannot be used together"),
                )
            }
        }
        _ => both("deze opdracht is niet goed", "this command is not valid"),
    }
}

/// Describes the missing argument, by the name that help uses for it.
fn missing_argument(argument: &str) -> Both {
    // An option comes with its value: `--sleutel <BESTAND>`.
    let is_placed = argument.starts_with(['<', '[']);
    let name = if is_placed { argument.trim_matches(['<', '>', '[', ']']) } else { argument };
    let (nl, en) = match name {
        "MAP" | "DIR" => ("de naam van de map", "the name of the folder"),
        "DORPSMAP" | "SITE" => ("de map van het dorp", "the folder of the village"),
        "BESTAND" | "FILE" => ("de naam van het bestand", "the name of the file"),
        "NAAM" | "NAME" => ("de naam", "the name"),
        "DAG" | "DAY" => ("de dag", "the day"),
        other => (other, other),
    };
    both(format!("er ontbreekt nog iets: {nl}"), format!("something is missing: {en}"))
}

/// Returns the range of numbers that a value must be in, if that is what is wrong with it.
fn number_bounds(error: &clap::Error) -> Option<Both> {
    let why = error.source()?.to_string();
    match why.split_once("is not in ").and_then(|(_, bounds)| bounds.split_once("..=")) {
        Some((least, most)) => Some(both(
            format!("schrijf een getal van {least} tot en met {most}"),
            format!("give a number from {least} to {most}"),
        )),
        None if why.contains("digit") => Some(both("schrijf een getal", "give a number")),
        None => None,
    }
}

/// Explains what is wrong with the arguments after `path`, and what to type instead.
pub(super) fn explain(error: &clap::Error, path: &str, locale: Locale) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let what = match error.kind() {
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return error.to_string();
        }
        kind => problem(kind, |kind| context(kind).unwrap_or_default()),
    };
    let suggestion =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
            .into_iter()
            .find_map(context)
            .filter(|suggestion| !suggestion.is_empty());
    let say = |nl, en| Pair::new(nl, en).in_locale(locale);
    let known = context(ContextKind::ValidValue).filter(|known| !known.is_empty());
    let word = context(ContextKind::InvalidSubcommand);
    let synonym = word.as_deref().and_then(command_for);
    let is_loose = error.kind() == ErrorKind::UnknownArgument
        && context(ContextKind::InvalidArg).is_some_and(|word| !word.starts_with('-'));
    let synonym = synonym.map(|synonym| synonym.in_locale(locale).to_owned());
    let host = word.filter(|_| path == "dorpsplein host").map(|word| nearest_host(&word, locale));
    let host =
        host.map(|host| format!("{path} {} {}", say("kies", "set"), host.unwrap_or(say("NAAM", "NAME"))));
    let suggestion = host.or(synonym).or(suggestion);
    // Below `host`, the only required argument is the host.
    let is_of_host =
        error.kind() == ErrorKind::MissingRequiredArgument && path.starts_with("dorpsplein host");
    let known = known.or_else(|| is_of_host.then(|| hosts(locale)));
    let hint = match (suggestion, known) {
        (None, None) if is_loose => Some(format!(
            "\n{}",
            say(
                "noem één map of naam tegelijk; hoort het bij wat ervoor staat, zet dan om alles samen aanhalingstekens: \"Ons Dorp\"",
                "give one folder or name at a time; if it belongs to the word before it, put quotes around all of it: \"Our Village\""
            )
        )),
        (Some(words), _) => Some(format!("\n{}: {words}?", say("bedoel je", "did you mean"))),
        (None, Some(words)) => Some(format!("\n{}: {words}", say("kies uit", "choose from"))),
        (None, None) => number_bounds(error).map(|bounds| format!("\n{}", bounds.in_locale(locale))),
    };
    let more = say("uitleg", "help");
    format!("{}{}\n{more}: {path} --help", what.in_locale(locale), hint.unwrap_or_default())
}

pub(super) fn bad_day(typed: &str, option: &str, locale: Locale) -> String {
    let dutch = match option {
        "from" => "vanaf",
        "until" => "tot",
        _ => "vandaag",
    };
    let message = match with_full_year(typed) {
        Some(day) => both(
            format!("'{typed}' is geen dag\nbedoel je: --{dutch} {day}?"),
            format!("'{typed}' is not a day\ndid you mean: --{option} {day}?"),
        ),
        None => both(
            format!("'{typed}' is geen dag\nschrijf bijvoorbeeld: --{dutch} 2026-11-23"),
            format!("'{typed}' is not a day\nwrite, for example: --{option} 2026-11-23"),
        ),
    };
    message.in_locale(locale).to_owned()
}

/// Completes a year of two digits: `1-12-26`.
fn with_full_year(typed: &str) -> Option<Date> {
    let at = typed.rfind(['-', '/', '.', ' ']).map(|at| at + 1)?;
    let is_short = typed.len() == at + 2;
    let full = format!("{}20{}", &typed[..at], &typed[at..]);
    parse_date(&full).ok().filter(|_| is_short).map(|found| found.date)
}

/// Lists the hosts, as they are called in one language.
pub(super) fn hosts(locale: Locale) -> String {
    Host::ALL.iter().map(|host| host.word().label.in_locale(locale)).collect::<Vec<_>>().join(", ")
}

/// Returns the host that was most likely meant: `gihub`, `github.com`.
fn nearest_host(typed: &str, locale: Locale) -> Option<&'static str> {
    let typed = typed.to_lowercase();
    let names = || Host::ALL.iter().map(|host| host.word().label.in_locale(locale));
    if let Some(host) = choice_of::<Host>(&typed) {
        return Some(host.word().label.in_locale(locale));
    }
    let first = typed.split(['.', ' ', '-']).next().unwrap_or_default();
    closest(&typed, names()).or_else(|| closest(first, names()))
}

/// Reports that the folder was typed before the host: `host kies dorp github`.
pub(super) fn host_after_folder(folder: &str, host: Host, locale: Locale) -> String {
    let (label, folder) = (host.word().label, as_argument(folder));
    let message = both(
        format!(
            "eerst hoort de plek op internet, en dan de map\nbedoel je: dorpsplein host kies {} {folder}?",
            label.nl
        ),
        format!(
            "the host comes first, and then the folder\ndid you mean: dorpsplein host set {} {folder}?",
            label.en
        ),
    );
    message.in_locale(locale).to_owned()
}

pub(super) fn bad_host(typed: &str, locale: Locale) -> String {
    let near = nearest_host(typed, locale);
    let hosts = hosts(locale);
    let hint = near.map_or_else(
        || both("", ""),
        |name| both(format!("bedoel je: {name}?\n"), format!("did you mean: {name}?\n")),
    );
    let message = both(
        format!("'{typed}' is geen plek die Dorpsplein kent\n{}kies uit: {hosts}", hint.nl),
        format!("'{typed}' is not a host that Dorpsplein knows\n{}choose from: {hosts}", hint.en),
    );
    message.in_locale(locale).to_owned()
}

pub(super) fn bad_checksum(typed: &str, locale: Locale) -> String {
    let message = both(
        format!(
            "'{typed}' is geen controlegetal\nhet heeft 64 tekens, 0 tot en met 9 en a tot en met f (SHA-256)"
        ),
        format!("'{typed}' is not a checksum\na checksum has 64 characters, 0 to 9 and a to f (SHA-256)"),
    );
    message.in_locale(locale).to_owned()
}

pub(super) fn bad_url(typed: &str, locale: Locale) -> String {
    let typed = &without_login(typed);
    let message = both(
        format!("'{typed}' is geen heel webadres\nschrijf bijvoorbeeld: --webadres https://www.ons-dorp.nl"),
        format!(
            "'{typed}' is not a complete web address\nwrite, for example: --base-url https://www.our-village.nl"
        ),
    );
    message.in_locale(locale).to_owned()
}

pub(super) fn bad_machines(typed: &str, locale: Locale) -> String {
    let message = both(
        format!("'{typed}' is geen aantal machines\nschrijf een getal van 1 tot en met 64"),
        format!("'{typed}' is not a number of machines\ngive a number from 1 to 64"),
    );
    message.in_locale(locale).to_owned()
}

pub(super) fn bad_shard(typed: &str, locale: Locale) -> String {
    let message = both(
        format!("'{typed}' is geen deel van het geheel\nschrijf bijvoorbeeld 2/8: het tweede van acht delen"),
        format!("'{typed}' is not a part of the whole\nwrite, for example, 2/8: the second of eight parts"),
    );
    message.in_locale(locale).to_owned()
}

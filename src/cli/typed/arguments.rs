//! Parses the arguments into a command. Every command and option has a Dutch and an English name.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ArgMatches;
use clap::error::ErrorKind;
use clap_complete::Shell;

use super::command::{ChosenHost, Command, LinkCheck, Site, UsageMessage};
use super::definitions::program;
use super::fleet_line::{FleetRequest, shard_of, spread_of, which_of};
use super::format::OutputFormat;
use super::normalised::normalised;
use super::options::checksum_of;
use super::split_quoted::split_quoted;
use super::theme_line::theme_command;
use super::typing::path_of;
use super::usage;
use crate::ground::{Date, Locale, WebAddress, parse_date};
use crate::village::{Host, choice_of};

/// Parses the arguments, the program's own name first.
pub(in crate::cli) fn read(
    arguments: impl IntoIterator<Item = OsString>,
    locale: Locale,
) -> Result<Command, UsageMessage> {
    let arguments = split_quoted(arguments.into_iter().collect());
    let mut program = program(locale);
    let arguments = normalised(&program, arguments);
    let matches = match program.try_get_matches_from_mut(&arguments) {
        Ok(matches) => matches,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return Ok(Command::Print(error.to_string()));
        }
        Err(error) => {
            return Err(UsageMessage(usage::explain(&error, &path_of(&program, &arguments), locale)));
        }
    };
    let (name, matches) = matches.subcommand().ok_or_else(|| UsageMessage(String::new()))?;
    command_of(name, matches, locale)
}

fn command_of(name: &str, matches: &ArgMatches, locale: Locale) -> Result<Command, UsageMessage> {
    let path = |id: &str| matches.get_one::<PathBuf>(id).cloned();
    Ok(match name {
        "new" | "nieuw" => Command::New {
            folder: path("folder").unwrap_or_default(),
            today: day_of(matches, "today", locale)?,
            host: matches.contains_id("host").then(|| chosen_host(matches, locale)).transpose()?,
        },
        "build" | "bouw" => Command::Build {
            site: site_of(matches, locale)?,
            output: path("output"),
            published: path("published"),
            format: format_of(matches),
        },
        "check" | "controleer" => Command::Check {
            site: site_of(matches, locale)?,
            dates: matches.get_flag("dates"),
            link_check: link_check_of(matches),
            host: host_of(matches, locale)?,
            published: path("published"),
            format: format_of(matches),
        },
        "pack" | "pak" => Command::Pack {
            site: site_of(matches, locale)?,
            output: path("output"),
            format: format_of(matches),
        },
        "handover" | "overdracht" => {
            Command::Handover { site: site_of(matches, locale)?, output: path("output") }
        }
        "serve" | "bekijk" => Command::Serve {
            site: site_of(matches, locale)?,
            port: matches.get_one::<u16>("port").copied(),
            open: matches.get_flag("open"),
        },
        "agenda" => Command::Agenda {
            site: site_of(matches, locale)?,
            from: day_of(matches, "from", locale)?,
            until: day_of(matches, "until", locale)?,
            event: matches.get_one::<String>("event").cloned(),
            format: format_of(matches),
        },
        "clean-photos" | "schoon" => Command::CleanPhotos {
            folder: path("site").unwrap_or_else(|| ".".into()),
            keep_date: matches.get_flag("keep-date"),
            is_trial: matches.get_flag("dry-run"),
        },
        "host" => host_command(matches, locale)?,
        "fleet" | "dorpen" => fleet_command(matches, locale)?,
        "theme" | "thema" => theme_command(matches).map(Command::Theme).ok_or(UsageMessage(String::new()))?,
        "completions" | "aanvullingen" => {
            Command::Completions { shell: matches.get_one::<Shell>("shell").copied().unwrap_or(Shell::Bash) }
        }
        "man" => Command::Man { output: path("output") },
        _ => Command::Schema {
            kind: matches.get_one::<String>("kind").cloned(),
            site: path("site").unwrap_or_else(|| ".".into()),
        },
    })
}

fn link_check_of(matches: &ArgMatches) -> Option<LinkCheck> {
    let how = || if matches.get_flag("strict") { LinkCheck::Strict } else { LinkCheck::Warn };
    matches.get_flag("external").then(how)
}

fn site_of(matches: &ArgMatches, locale: Locale) -> Result<Site, UsageMessage> {
    let folder = matches.get_one::<PathBuf>("site").cloned().unwrap_or_else(|| ".".into());
    let base_url = matches.try_get_one::<String>("base-url").ok().flatten().cloned();
    let is_for_a_site = |url: &str| {
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        is_web && !url.contains(['?', '#']) && WebAddress::new(url).is_some_and(|url| !url.has_login())
    };
    if let Some(url) = base_url.as_deref().filter(|url| !is_for_a_site(url)) {
        return Err(UsageMessage(usage::bad_url(url, locale)));
    }
    Ok(Site { folder, today: day_of(matches, "today", locale)?, base_url, gathers: gathers_of(matches) })
}

/// Whether portals gather; a command without this switch never does.
fn gathers_of(matches: &ArgMatches) -> bool {
    matches.try_get_one::<bool>("no-gathering").ok().flatten().is_some_and(|set| !*set)
}

fn host_of(matches: &ArgMatches, locale: Locale) -> Result<Option<Host>, UsageMessage> {
    let Some(typed) = matches.get_one::<String>("host") else { return Ok(None) };
    let found = choice_of(typed);
    found.map(Some).ok_or_else(|| UsageMessage(usage::bad_host(typed, locale)))
}

fn fleet_command(matches: &ArgMatches, locale: Locale) -> Result<Command, UsageMessage> {
    let (name, matches) = matches.subcommand().ok_or_else(|| UsageMessage(String::new()))?;
    let path = |id: &str| matches.try_get_one::<PathBuf>(id).ok().flatten().cloned();
    if matches!(name, "spread" | "verdeel") {
        return spread_of(matches, locale).map(Command::Spread).map_err(UsageMessage);
    }
    let shard = match matches.get_one::<String>("shard") {
        None => None,
        Some(typed) => Some(shard_of(typed).ok_or_else(|| UsageMessage(usage::bad_shard(typed, locale)))?),
    };
    let is_set = |id: &str| matches.try_get_one::<bool>(id).ok().flatten().is_some_and(|set| *set);
    let fleet_request = FleetRequest {
        place: path("folder").unwrap_or_default(),
        output: path("output"),
        only_changed: is_set("only-changed"),
        prunes: is_set("prune"),
        shard,
        which: which_of(matches),
        is_check: matches!(name, "check" | "controleer"),
        gathers: gathers_of(matches),
        format: format_of(matches),
    };
    Ok(Command::Fleet { fleet_request, today: day_of(matches, "today", locale)? })
}

fn host_command(matches: &ArgMatches, locale: Locale) -> Result<Command, UsageMessage> {
    let (name, matches) = matches.subcommand().ok_or_else(|| UsageMessage(String::new()))?;
    let after_host = matches.try_get_one::<PathBuf>("site").ok().flatten().and_then(|site| site.to_str());
    let typed = matches.get_one::<String>("host").map_or("", String::as_str);
    if let (None, Some(host)) = (choice_of::<Host>(typed), after_host.and_then(choice_of::<Host>)) {
        return Err(UsageMessage(usage::host_after_folder(typed, host, locale)));
    }
    let chosen = chosen_host(matches, locale)?;
    Ok(match name {
        "explain" | "uitleg" => Command::ExplainHost { host: chosen.host },
        _ => {
            let folder = matches.get_one::<PathBuf>("site").cloned();
            Command::SetHost { folder: folder.unwrap_or_else(|| ".".into()), chosen }
        }
    })
}

fn chosen_host(matches: &ArgMatches, locale: Locale) -> Result<ChosenHost, UsageMessage> {
    let typed = matches.get_one::<String>("host").map_or("", String::as_str);
    let host = choice_of(typed).ok_or_else(|| UsageMessage(usage::bad_host(typed, locale)))?;
    let anyway = matches.try_get_one::<bool>("anyway").ok().flatten().is_some_and(|set| *set);
    Ok(ChosenHost { host, checksum: checksum_of(matches, locale).map_err(UsageMessage)?, anyway })
}

fn day_of(matches: &ArgMatches, option: &str, locale: Locale) -> Result<Option<Date>, UsageMessage> {
    let Some(typed) = matches.get_one::<String>(option) else { return Ok(None) };
    match parse_date(typed) {
        Ok(found) => Ok(Some(found.date)),
        Err(_) => Err(UsageMessage(usage::bad_day(typed, option, locale))),
    }
}

fn format_of(matches: &ArgMatches) -> OutputFormat {
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => OutputFormat::Json,
        Some("github") => OutputFormat::Github,
        _ => OutputFormat::Human,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Result<Command, UsageMessage> {
        let words = line.split(' ').map(OsString::from);
        read([OsString::from("dorpsplein")].into_iter().chain(words), Locale::Dutch)
    }

    #[test]
    fn the_command_line_definition_is_valid() {
        program(Locale::Dutch).debug_assert();
        program(Locale::English).debug_assert();
    }

    #[test]
    fn dutch_and_english_commands_are_equivalent() {
        assert_eq!(
            typed("bouw dorp --uitvoer uit --vandaag 2026-11-23"),
            typed("build dorp --output uit --today 23-11-2026")
        );
        assert_eq!(
            typed("controleer --host Map --gepubliceerd vorige.json"),
            typed("check . --host folder --published vorige.json")
        );
        assert_eq!(typed("bouw --gepubliceerd vorige.json"), typed("build --published vorige.json"));
        assert_eq!(typed("controleer --vorm json"), typed("check . --format json"));
        assert_eq!(typed("controleer --extern --streng"), typed("check --external --strict"));
        assert_eq!(typed("pak dorp -o dorp.zip"), typed("pack dorp --output dorp.zip"));
        assert_eq!(typed("overdracht dorp"), typed("handover dorp"));
        assert_eq!(
            typed("schoon dorp --bewaar-datum --proef"),
            typed("clean-photos dorp --keep-date --dry-run")
        );
        assert_eq!(typed("thema controleer lvkk"), typed("theme check lvkk"));
        assert_eq!(typed("thema pak lvkk -o l.zip"), typed("theme pack lvkk --output l.zip"));
        assert_eq!(typed("thema sleutel lvkk --zonder-wachtwoord"), typed("theme key lvkk --no-password"));
        assert_eq!(typed("thema onderteken l.zip --sleutel l.key"), typed("theme sign l.zip --key l.key"));
        assert_eq!(typed("thema index map --sleutel l.pub"), typed("theme index map --key l.pub"));
        assert_eq!(typed("thema voeg-toe l.zip dorp"), typed("theme add l.zip dorp"));
        assert_eq!(typed("thema werk-bij --controleer"), typed("theme update . --check"));
        assert_eq!(typed("thema verwijder lvkk"), typed("theme remove lvkk ."));
        assert_eq!(typed("thema terug dorp"), typed("theme rollback dorp"));
        assert_eq!(typed("thema lijst"), typed("theme list ."));
        assert_eq!(typed("thema waar a.css dorp"), typed("theme where a.css dorp"));
        assert_eq!(typed("thema nieuw zuid --bouwt-op oost"), typed("theme new zuid --extends oost"));
        assert_eq!(
            typed("dorpen bouw d --uitvoer u --alleen-veranderd --deel 2/8"),
            typed("fleet build d --output u --only-changed --shard 2/8")
        );
        assert_eq!(
            typed("dorpen bouw d --zonder-portalen --deel 1/2"),
            typed("fleet build d --no-portals --shard 1/2")
        );
        assert_eq!(typed("dorpen controleer d --alleen-portalen"), typed("fleet check d --only-portals"));
        assert_ne!(typed("fleet build d --only-portals"), typed("fleet build d --no-portals"));
        assert_eq!(typed("bouw dorp --zonder-ophalen"), typed("build dorp --no-gathering"));
        assert_ne!(typed("build dorp"), typed("build dorp --no-gathering"));
        assert_eq!(typed("dorpen controleer fleet.yaml"), typed("fleet check fleet.yaml"));
        assert_eq!(typed("aanvullingen fish"), typed("completions fish"));
        assert_eq!(typed("man --uitvoer m"), typed("man --output m"));
        assert_eq!(typed("host kies map dorp --toch"), typed("host set folder dorp --anyway"));
        assert_eq!(typed("host uitleg GitHub"), typed("host explain github.io"));
        assert_eq!(typed("nieuw dorp --host gitlab"), typed("new dorp --host gitlab"));
    }

    #[test]
    fn an_invalid_command_is_explained() {
        for line in [
            "buow",
            "build --outpt x",
            "build --format xml",
            "build --today morgen",
            "new",
            "build a b",
            "build --base-url dorp.nl",
            "check --strict",
            "check --host geocities",
            "host",
            "host set",
            "host set gihub",
            "host set github --checksum 12ab",
            "new dorp --host vercel",
            "fleet build d --shard 9/8",
            "theme",
            "theme adopt",
            "theme",
            "theme add",
            "theme sign l.zip",
        ] {
            let Err(UsageMessage(message)) = typed(line) else { panic!("{line} is accepted") };
            assert!(!message.is_empty() && !message.contains("error"), "{line}: {message}");
        }
        for (line, expected) in [
            ("fleet build d --no-portals --only-portals", "kunnen niet samen"),
            ("fleet build d --shard 1/2 --shard 2/2", "staat er twee keer"),
        ] {
            let Err(UsageMessage(message)) = typed(line) else { panic!("{line} is accepted") };
            assert!(message.contains(expected), "{line}: {message}");
        }
    }
}

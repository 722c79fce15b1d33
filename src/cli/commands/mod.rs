//! Runs each command: calls the floors below and shows the results.

mod address;
mod host;
mod new;
mod agenda;
mod background_render;
mod gather;
mod background_gather;
mod serve_messages;
mod serve;
mod theme;
mod handover;
mod clean_messages;
mod clean;
mod external;
mod fleet;
mod spread;
mod completions;
mod man;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::cli::ExitStatus;
use crate::cli::refusals::no_folder;
use crate::cli::show::Screen;
use crate::cli::typed::{Command, LinkCheck, OutputFormat, Site};
use crate::ground::{Date, Json, Pair, Timestamp, both, pretty_json};
use crate::pipeline::{
    BuildError, BuildErrorCause, Circumstances, Request, Today, build, check, pack, read_and_plan, theme_of,
};
use crate::read::{OUTPUT_FOLDER, Refusal, changed_files, is_folder, stamp};
use crate::region::dorp_schema;
use crate::render::next_times_as_text;
use crate::theme::{settings_schema, shipped};
use crate::village::{Kind, document_schema, schema, site_schema};

/// Runs a command.
pub(super) fn run(command: Command, screen: &Screen) -> ExitStatus {
    match command {
        Command::New { folder, today, host } => new::begin(&folder, today_or(today), host.as_ref(), screen),
        Command::SetHost { folder, chosen } => host::set(&folder, &chosen, screen),
        Command::ExplainHost { host } => host::explain(host, screen),
        Command::Build { site, output, published, format } => {
            let output = output.unwrap_or_else(|| own_output(&site));
            run_build(
                &site,
                &output,
                &Circumstances { published, ..Circumstances::default() },
                format,
                screen,
            )
        }
        Command::Check { site, dates, link_check, host, published, format } => run_check(
            &site,
            dates,
            link_check,
            &Circumstances { host, published, ..Circumstances::default() },
            format,
            screen,
        ),
        Command::Pack { site, output, format } => run_pack(&site, output, format, screen),
        Command::Handover { site, output } => handover::give(&request_for(&site), output.as_deref(), screen),
        Command::Serve { site, port, open } => match no_such_folder(&site.folder) {
            Some(refusal) => screen.refused(&no_folder(&refusal), screen.locale()),
            None => serve::run(request_for(&site), site.gathers, port, open, screen),
        },
        Command::Agenda { site, from, until, event, format } => {
            match read_and_plan(&request_for(&site), &shipped()) {
                Ok(planned) => {
                    screen.errors(&planned.remarks, &site.folder);
                    agenda::print(&planned, from, until, event.as_deref(), format, screen)
                }
                Err(refusal) => screen.refused(&no_folder(&refusal), screen.locale()),
            }
        }
        Command::CleanPhotos { folder, keep_date, is_trial } => {
            clean::clean_photos(&folder, keep_date, is_trial, screen)
        }
        Command::Schema { kind, site } => run_schema(kind.as_deref(), &site, screen),
        Command::Theme(command) => theme::run(command, screen),
        Command::Fleet { fleet_request, today } => {
            fleet::build_or_check(&fleet_request, today_or(today), screen)
        }
        Command::Spread(asked) => spread::write(&asked, screen),
        Command::Completions { shell } => {
            screen.print(&completions::script(shell, screen.locale()));
            ExitStatus::Done
        }
        Command::Man { output } => man::show(output.as_deref(), screen),
        Command::Print(text) => {
            screen.print(&text);
            ExitStatus::Done
        }
    }
}

/// Returns the day that was typed, or otherwise today.
fn today_or(fixed: Option<Date>) -> Today {
    fixed.map_or_else(|| Today::At(Timestamp::now()), Today::Fixed)
}

fn request_for(site: &Site) -> Request {
    Request {
        site: site.folder.clone(),
        today: today_or(site.today),
        base_url: site.base_url.clone(),
        host_address: None,
    }
}

/// Returns the request for a site that is to be published: the host may provide its address.
fn request_to_publish(site: &Site) -> Request {
    let host_address = address::of_environment(|name| std::env::var(name).ok());
    Request { host_address, ..request_for(site) }
}

/// Returns where a site is put by default.
fn own_output(site: &Site) -> PathBuf {
    site.folder.join(OUTPUT_FOLDER)
}

fn run_build(
    site: &Site,
    output: &Path,
    circumstances: &Circumstances,
    format: OutputFormat,
    screen: &Screen,
) -> ExitStatus {
    gather::of_site(site, format, screen);
    match build(&request_to_publish(site), &shipped(), output, circumstances) {
        Ok(built) => {
            screen.remarks(&built.remarks, format, &site.folder);
            screen.address(built.host_address.as_ref(), built.remarks.locale(), format);
            screen.built(&built.remarks, built.published, output, format);
            if built.published.is_some() { ExitStatus::Done } else { ExitStatus::ContentErrors }
        }
        Err(run) => stopped(run, site, format, screen),
    }
}

fn run_pack(site: &Site, output: Option<PathBuf>, format: OutputFormat, screen: &Screen) -> ExitStatus {
    gather::of_site(site, format, screen);
    match pack(&request_to_publish(site), &shipped(), output) {
        Ok(packed) => {
            screen.remarks(&packed.built.remarks, format, &site.folder);
            screen.packed(&packed.built.remarks, packed.built.published, &packed.file, format);
            if packed.built.published.is_some() { ExitStatus::Done } else { ExitStatus::ContentErrors }
        }
        Err(run) => stopped(run, site, format, screen),
    }
}

/// Reports that the system refused.
fn stopped(run: BuildError, site: &Site, format: OutputFormat, screen: &Screen) -> ExitStatus {
    screen.remarks(&run.remarks, format, &site.folder);
    match *run.by {
        BuildErrorCause::Read(refusal) => screen.refused(&no_folder(&refusal), screen.locale()),
        BuildErrorCause::Publish(failure) => screen.refused(&failure.message(), run.remarks.locale()),
    }
}

fn run_check(
    site: &Site,
    dates: bool,
    link_check: Option<LinkCheck>,
    circumstances: &Circumstances,
    format: OutputFormat,
    screen: &Screen,
) -> ExitStatus {
    gather::of_site(site, format, screen);
    match check(&request_to_publish(site), &shipped(), &own_output(site), circumstances) {
        Ok((mut planned, source)) => {
            if let Some(link_check) = link_check {
                external::check_outside_links(
                    &mut planned,
                    &source,
                    &site.folder,
                    link_check,
                    format,
                    screen,
                );
            }
            screen.remarks(&planned.remarks, format, &site.folder);
            screen.address(planned.host_address.as_ref(), planned.remarks.locale(), format);
            if dates && format == OutputFormat::Human {
                let changed = changed_files(&site.folder);
                screen.print(&next_times_as_text(&planned.edition, changed.as_ref()));
            }
            screen.checked(&planned.remarks, format);
            if planned.remarks.is_publishable() { ExitStatus::Done } else { ExitStatus::ContentErrors }
        }
        Err(refusal) => screen.refused(&no_folder(&refusal), screen.locale()),
    }
}

/// Returns the schema of the settings of a village's theme, or of the standard theme if there is no village.
fn theme_settings(site: &Path) -> Json {
    let declared = theme_of(site, &shipped()).map(|(theme, _)| theme.declared);
    settings_schema(&declared.unwrap_or_default())
}

/// Returns the refusal for a folder that does not exist.
fn no_such_folder(site: &Path) -> Option<Refusal> {
    let kind = if stamp(site).is_some() { ErrorKind::NotADirectory } else { ErrorKind::NotFound };
    (!is_folder(site)).then(|| Refusal { path: site.to_owned(), cause: kind.into() })
}

fn run_schema(kind: Option<&str>, site: &Path, screen: &Screen) -> ExitStatus {
    let ids = || {
        ["site"].into_iter().chain(Kind::ALL.iter().map(|kind| kind.info().id)).chain(["document", "dorp"])
    };
    let schema_of = |id: &str| match id {
        // Only this schema depends on what is in the village folder.
        "site" => Some(site_schema(&theme_settings(site))),
        "document" => Some(document_schema()),
        "dorp" => Some(dorp_schema()),
        id => Kind::ALL.iter().find(|kind| kind.info().id == id).map(|kind| schema(*kind)),
    };
    if let Some(refusal) = no_such_folder(site) {
        return screen.refused(&no_folder(&refusal), screen.locale());
    }
    let Some(wanted) = kind else {
        let all = ids().filter_map(|id| Some((id.to_owned(), schema_of(id)?)));
        screen.print(&pretty_json(&Json::Object(all.collect())));
        return ExitStatus::Done;
    };
    let id_of = |name: &str| match name {
        "documenten" | "documents" => "document".to_owned(),
        name => Kind::of_folder(name).map_or(name, |kind| kind.info().id).to_owned(),
    };
    match schema_of(&id_of(wanted.trim_end_matches(".yaml").trim_end_matches(".json"))) {
        Some(schema) => {
            screen.print(&pretty_json(&schema));
            ExitStatus::Done
        }
        None => {
            let locale = screen.locale();
            let kinds = Kind::ALL.iter().map(|kind| kind.info());
            let kinds = kinds.map(|kind| Pair::new(kind.folder.nl, kind.id).in_locale(locale));
            let document = Pair::new("documenten", "document").in_locale(locale);
            let known =
                ["site"].into_iter().chain(kinds).chain([document, "dorp"]).collect::<Vec<_>>().join(", ");
            let message = both(
                format!("'{wanted}' is geen soort\nkies uit: {known}"),
                format!("'{wanted}' is not a known kind\nchoose from: {known}"),
            );
            screen.say(message.in_locale(locale));
            ExitStatus::UsageError
        }
    }
}

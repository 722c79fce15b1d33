//! `dorpsplein fleet`: builds or checks many villages in one run.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use crate::cli::ExitStatus;
use crate::cli::show::Screen;
use crate::cli::typed::FleetRequest;
use crate::cli::typed::OutputFormat;
use crate::cli::version;
use crate::fleet::{
    Fleet, FleetError, FleetJob, InternalPortal, Outcome, Which, find, fleet_json, fleet_table,
    gone_messages, internal_portals, nothing_to_prune_message, prune_gone, remember_sites, run,
};
use crate::ground::{Both, Locale, Remarks};
use crate::pipeline::Today;
use crate::report::{github, github_general};
use crate::theme::shipped;

/// Builds or checks the villages of a fleet.
pub(super) fn build_or_check(request: &FleetRequest, today: Today, screen: &Screen) -> ExitStatus {
    let locale = screen.locale();
    let mut fleet = match find(&request.place) {
        Ok(fleet) => fleet,
        Err(FleetError::Message(message)) => return screen.refused(&message, locale),
        Err(FleetError::Invalid(list_remarks)) => {
            let mut remarks = Remarks::default();
            remarks.set_site_language(locale);
            remarks.extend(list_remarks);
            screen.remarks(&remarks, request.format, &request.place);
            return ExitStatus::ContentErrors;
        }
    };
    if let Some(message) = fleet.output_problem(request.output.as_deref()) {
        return screen.refused(&message, locale);
    }
    let is_part = request.shard.is_some_and(|(_, of)| of > 1);
    let lock = (!request.is_check).then(|| fleet.lock(request.output.as_deref(), is_part)).transpose();
    let _lock = match lock {
        Ok(lock) => lock,
        Err(message) => return screen.refused(&message, locale),
    };
    let output = request.output.clone().or_else(|| fleet.output.clone()).filter(|_| !request.is_check);
    let shared = fleet.shared_address_messages();
    fleet.reject_shared_outputs(request.output.as_deref());
    if !request.is_check {
        fleet.warnings = output_message(&fleet, request);
    }
    if let Some(output) = output.as_deref().filter(|_| !request.prunes) {
        fleet.warnings.extend(gone_messages(&fleet, output));
    }
    fleet.warnings.extend((request.prunes && output.is_none()).then(nothing_to_prune_message));
    fleet.warnings.extend(shared);
    let part = part_of(fleet.clone(), request);
    part.warnings.iter().for_each(|warning| screen.say(warning.in_locale(locale)));
    let outcomes = run_with_progress(&part, request, today, locale);
    if let Some(output) = &output {
        let mut messages = if request.prunes { prune_gone(&fleet, output, &outcomes) } else { Vec::new() };
        messages.extend(remember_sites(&fleet, output, &outcomes));
        messages.iter().for_each(|message| screen.say(message.in_locale(locale)));
    }
    print_outcomes(&outcomes, request, screen);
    if outcomes.iter().all(Outcome::is_good) { ExitStatus::Done } else { ExitStatus::ContentErrors }
}

/// Prints the outcomes: as JSON, or as a table, with an annotation per diagnostic for GitHub.
fn print_outcomes(outcomes: &[Outcome], request: &FleetRequest, screen: &Screen) {
    let locale = screen.locale();
    match request.format {
        OutputFormat::Json => return screen.print(&fleet_json(outcomes, locale)),
        OutputFormat::Human => {}
        OutputFormat::Github => {
            for outcome in outcomes {
                screen.print(&github(&outcome.shown_remarks, &outcome.village.folder));
                if let Some(why) = outcome.why_refused() {
                    let line = format!("{}: {}", outcome.village.name, why.in_locale(locale));
                    screen.print(&github_general(&line));
                }
            }
        }
    }
    screen.print(&fleet_table(outcomes, request.is_check, locale));
}

/// Returns the villages for this run, with messages about portals among them that need the others too.
fn part_of(fleet: Fleet, request: &FleetRequest) -> Fleet {
    let Some((number, of)) = request.shard else { return fleet.only(request.which) };
    let is_part = of > 1 && request.which == Which::All;
    let internal_portals =
        if is_part { internal_portals(&fleet, request.output.as_deref()) } else { Vec::new() };
    let mut part = fleet.only(request.which).shard(number, of);
    let here = internal_portals.iter().filter(|one| part.villages.contains(&one.portal));
    let warnings: Vec<Both> = here.map(InternalPortal::partial_run_message).collect();
    part.warnings.extend(warnings);
    part
}

/// Returns messages about portals that look for their villages where this run does not put them.
fn output_message(fleet: &Fleet, request: &FleetRequest) -> Vec<Both> {
    let output = request.output.as_deref().or(fleet.output.as_deref());
    let Some(output) = output.filter(|_| request.which == Which::All && request.shard.is_none()) else {
        return Vec::new();
    };
    internal_portals(fleet, Some(output)).iter().filter_map(|one| one.output_message(output)).collect()
}

/// Runs the fleet, with a progress counter on a terminal.
fn run_with_progress(fleet: &Fleet, request: &FleetRequest, today: Today, locale: Locale) -> Vec<Outcome> {
    let started = Instant::now();
    let clock = || started.elapsed().as_secs_f64();
    let job = FleetJob {
        shipped: &shipped(),
        today,
        version: version::version(Locale::English),
        output: request.output.as_deref(),
        only_changed: request.only_changed,
        is_check: request.is_check,
        gathers: request.gathers,
        clock: &clock,
    };
    let (done, all) = (AtomicUsize::new(0), fleet.villages.len());
    let is_watched = stderr().is_terminal() && request.format == OutputFormat::Human;
    let outcomes = run(fleet, &job, |_| {
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        if is_watched {
            let of = if locale == Locale::Dutch { "van" } else { "of" };
            // A terminal that has closed needs no progress.
            let _ = write!(stderr(), "\r{done} {of} {all}");
        }
    });
    if is_watched {
        let _ = write!(stderr(), "\r{}\r", " ".repeat(24));
    }
    outcomes
}

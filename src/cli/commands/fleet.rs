//! `dorpsplein fleet`: builds or checks many villages in one run.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use crate::cli::Ending;
use crate::cli::show::Screen;
use crate::cli::typed::FleetRequest;
use crate::cli::typed::Form;
use crate::cli::version;
use crate::fleet::{
    Fleet, FleetJob, Leaning, NoFleet, Which, find, fleet_json, fleet_table, leaning, prune_gone,
    remember_sites, run, told_of_gone, told_of_no_output,
};
use crate::ground::{Both, Locale, Remarks};
use crate::pipeline::Today;
use crate::report::{github, github_general};
use crate::theme::shipped;

/// Builds or checks the villages of a fleet.
pub(super) fn build_or_check(fleet_request: &FleetRequest, today: Today, screen: &Screen) -> Ending {
    let locale = screen.locale();
    let fleet = match find(&fleet_request.place) {
        Ok(fleet) => fleet,
        Err(NoFleet::Said(message)) => return screen.refused(&message, locale),
        Err(NoFleet::Wrong(list_remarks)) => {
            let mut remarks = Remarks::default();
            remarks.set_site_language(locale);
            remarks.extend(list_remarks);
            screen.remarks(&remarks, fleet_request.form, &fleet_request.place);
            return Ending::WrittenWrong;
        }
    };
    if let Some(message) =
        fleet.misplaced(fleet_request.output.as_deref()).filter(|_| !fleet_request.is_check)
    {
        return screen.refused(&message, locale);
    }
    let mut fleet = fleet;
    let output =
        fleet_request.output.clone().or_else(|| fleet.output.clone()).filter(|_| !fleet_request.is_check);
    let shared = fleet.told_of_addresses();
    if !fleet_request.is_check {
        fleet.keep_apart(fleet_request.output.as_deref());
        fleet.doubts = told_of_output(&fleet, fleet_request);
    }
    if let Some(output) = output.as_deref().filter(|_| !fleet_request.prunes) {
        fleet.doubts.extend(told_of_gone(&fleet, output));
    }
    fleet.doubts.extend((fleet_request.prunes && output.is_none()).then(told_of_no_output));
    fleet.doubts.extend(shared);
    let part = part_of(fleet.clone(), fleet_request);
    part.doubts.iter().for_each(|doubt| screen.say(doubt.in_locale(locale)));
    let outcomes = run_with_progress(&part, fleet_request, today, locale);
    if let Some(output) = &output {
        let mut messages =
            if fleet_request.prunes { prune_gone(&fleet, output, &outcomes) } else { Vec::new() };
        messages.extend(remember_sites(&fleet, output, &outcomes));
        messages.iter().for_each(|message| screen.say(message.in_locale(locale)));
    }
    match fleet_request.form {
        Form::Json => screen.print(&fleet_json(&outcomes, locale)),
        Form::Human => screen.print(&fleet_table(&outcomes, locale)),
        Form::Github => {
            for outcome in &outcomes {
                screen.print(&github(&outcome.told, &outcome.village.folder));
                if let Some(why) = outcome.why_refused() {
                    screen.print(&github_general(&format!(
                        "{}: {}",
                        outcome.village.name,
                        why.in_locale(locale)
                    )));
                }
            }
            screen.print(&fleet_table(&outcomes, locale));
        }
    }
    if outcomes.iter().all(crate::fleet::Outcome::is_good) { Ending::Done } else { Ending::WrittenWrong }
}

/// Returns the villages for this run, with messages about portals among them that need the others too.
fn part_of(fleet: Fleet, fleet_request: &FleetRequest) -> Fleet {
    let Some((number, of)) = fleet_request.shard else { return fleet.only(fleet_request.which) };
    let is_part = of > 1 && fleet_request.which == Which::All;
    let leaning = if is_part { leaning(&fleet, fleet_request.output.as_deref()) } else { Vec::new() };
    let mut part = fleet.only(fleet_request.which).shard(number, of);
    let here = leaning.iter().filter(|one| part.villages.contains(&one.portal));
    let doubts: Vec<Both> = here.map(Leaning::told_of_part).collect();
    part.doubts.extend(doubts);
    part
}

/// Returns messages about portals that look for their villages where this run does not put them.
fn told_of_output(fleet: &Fleet, fleet_request: &FleetRequest) -> Vec<Both> {
    let output = fleet_request.output.as_deref().or(fleet.output.as_deref());
    let Some(output) = output.filter(|_| fleet_request.which == Which::All && fleet_request.shard.is_none())
    else {
        return Vec::new();
    };
    leaning(fleet, Some(output)).iter().filter_map(|one| one.told_of_output(output)).collect()
}

/// Runs the fleet, with a progress counter on a terminal.
fn run_with_progress(
    fleet: &Fleet,
    fleet_request: &FleetRequest,
    today: Today,
    locale: Locale,
) -> Vec<crate::fleet::Outcome> {
    let started = Instant::now();
    let clock = || started.elapsed().as_secs_f64();
    let job = FleetJob {
        shipped: &shipped(),
        today,
        version: version::version(Locale::English),
        output: fleet_request.output.as_deref(),
        only_changed: fleet_request.only_changed,
        is_check: fleet_request.is_check,
        gathers: fleet_request.gathers,
        clock: &clock,
    };
    let (done, all) = (AtomicUsize::new(0), fleet.villages.len());
    let is_watched = stderr().is_terminal() && fleet_request.form == Form::Human;
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

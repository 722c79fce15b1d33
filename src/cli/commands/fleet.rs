//! `dorpsplein fleet`: many villages in one run.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use crate::cli::Ending;
use crate::cli::show::Screen;
use crate::cli::typed::Form;
use crate::cli::typed::Voyage;
use crate::cli::version;
use crate::fleet::{
    Errand, Fleet, Leaning, NoFleet, Which, find, fleet_json, fleet_table, leaning, prune_gone,
    remember_sites, run, told_of_gone,
};
use crate::ground::{Both, Remarks, Speech};
use crate::pipeline::Today;
use crate::report::{github, github_whole};
use crate::theme::shipped;

/// Builds or checks the villages of a fleet.
pub(super) fn sail(voyage: &Voyage, today: Today, screen: &Screen) -> Ending {
    let speech = screen.speech();
    let fleet = match find(&voyage.place) {
        Ok(fleet) => fleet,
        Err(NoFleet::Said(message)) => return screen.refused(&message, speech),
        Err(NoFleet::Wrong(said)) => {
            let mut remarks = Remarks::default();
            remarks.site_speaks(speech);
            remarks.extend(said);
            screen.remarks(&remarks, voyage.form, &voyage.place);
            return Ending::WrittenWrong;
        }
    };
    if let Some(message) = fleet.misplaced(voyage.output.as_deref()).filter(|_| !voyage.is_check) {
        return screen.refused(&message, speech);
    }
    let mut fleet = fleet;
    let output = voyage.output.clone().or_else(|| fleet.output.clone()).filter(|_| !voyage.is_check);
    let shared = fleet.told_of_addresses();
    if !voyage.is_check {
        fleet.keep_apart(voyage.output.as_deref());
        fleet.doubts = told_of_output(&fleet, voyage);
    }
    if let Some(output) = output.as_deref().filter(|_| !voyage.prunes) {
        fleet.doubts.extend(told_of_gone(&fleet, output));
    }
    fleet.doubts.extend(shared);
    let part = part_of(fleet.clone(), voyage);
    part.doubts.iter().for_each(|doubt| screen.say(doubt.in_speech(speech)));
    let outcomes = under_way(&part, voyage, today, speech);
    if let Some(output) = &output {
        let mut told = if voyage.prunes { prune_gone(&fleet, output) } else { Vec::new() };
        told.extend(remember_sites(&fleet, output));
        told.iter().for_each(|told| screen.say(told.in_speech(speech)));
    }
    match voyage.form {
        Form::Json => screen.print(&fleet_json(&outcomes, speech)),
        Form::Human => screen.print(&fleet_table(&outcomes, speech)),
        Form::Github => {
            for outcome in &outcomes {
                screen.print(&github(&outcome.told, &outcome.village.folder));
                if let Some(why) = outcome.why_refused() {
                    screen.print(&github_whole(&format!(
                        "{}: {}",
                        outcome.village.name,
                        why.in_speech(speech)
                    )));
                }
            }
            screen.print(&fleet_table(&outcomes, speech));
        }
    }
    if outcomes.iter().all(crate::fleet::Outcome::is_good) { Ending::Done } else { Ending::WrittenWrong }
}

/// Those of the fleet that this run makes, and what is to be said of portals among them that need more.
fn part_of(fleet: Fleet, voyage: &Voyage) -> Fleet {
    let Some((number, of)) = voyage.shard else { return fleet.only(voyage.which) };
    let is_part = of > 1 && voyage.which == Which::All;
    let leaning = if is_part { leaning(&fleet, voyage.output.as_deref()) } else { Vec::new() };
    let mut part = fleet.only(voyage.which).shard(number, of);
    let here = leaning.iter().filter(|one| part.villages.contains(&one.portal));
    let told: Vec<Both> = here.map(Leaning::told_of_part).collect();
    part.doubts.extend(told);
    part
}

/// What to say of portals that look for their villages where this run does not put them.
fn told_of_output(fleet: &Fleet, voyage: &Voyage) -> Vec<Both> {
    let output = voyage.output.as_deref().or(fleet.output.as_deref());
    let Some(output) = output.filter(|_| voyage.which == Which::All && voyage.shard.is_none()) else {
        return Vec::new();
    };
    leaning(fleet, Some(output)).iter().filter_map(|one| one.told_of_output(output)).collect()
}

fn under_way(fleet: &Fleet, voyage: &Voyage, today: Today, speech: Speech) -> Vec<crate::fleet::Outcome> {
    let started = Instant::now();
    let clock = || started.elapsed().as_secs_f64();
    let errand = Errand {
        shipped: &shipped(),
        today,
        besides: version::version(Speech::English),
        output: voyage.output.as_deref(),
        only_changed: voyage.only_changed,
        is_check: voyage.is_check,
        gathers: voyage.gathers,
        clock: &clock,
    };
    let (done, all) = (AtomicUsize::new(0), fleet.villages.len());
    let is_watched = stderr().is_terminal() && voyage.form == Form::Human;
    let outcomes = run(fleet, &errand, |_| {
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        if is_watched {
            let of = if speech == Speech::Dutch { "van" } else { "of" };
            // Who watches a terminal that is gone has nothing to hear.
            let _ = write!(stderr(), "\r{done} {of} {all}");
        }
    });
    if is_watched {
        let _ = write!(stderr(), "\r{}\r", " ".repeat(24));
    }
    outcomes
}

//! Villages are built side by side, each by itself.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

use super::another::another_at;
use super::find::{Fleet, VillageFolder};
use super::made::{MadeSites, note_made};
use super::messages;
use super::state::{has_site, known_counts, mark_of, remember};
use crate::ground::{Both, Code, Diagnostic, Fingerprint, RemarkCounts, Remarks, Severity, one_core_each};
use crate::outside::{Gathering, gather};
use crate::pipeline::{Circumstances, Obstacle, Request, SiteHead, Today, build, check, zone_of};
use crate::publish::{Failure, site_print};
use crate::read::SharedHistory;
use crate::report::{ShownRemark, told, unexpected};
use crate::theme::Shipped;

/// What is to be done with every village.
pub struct FleetJob<'e> {
    /// What comes with the program.
    pub shipped: &'e Shipped,
    /// Which day it is.
    pub today: Today,
    /// Which program this is: another one makes another site of the same village.
    pub version: String,
    /// The folder for the sites, when one was said.
    pub output: Option<&'e Path>,
    /// Whether what did not change is left as it is.
    pub only_changed: bool,
    /// Whether mistakes are looked for and nothing is made.
    pub is_check: bool,
    /// Whether portals gather what villages tell.
    pub gathers: bool,
    /// Seconds since some moment.
    pub clock: &'e (dyn Fn() -> f64 + Sync),
}

/// How it went with a village.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The village.
    pub village: VillageFolder,
    /// How it ended.
    pub state: State,
    /// How many errors, warnings and notes there are.
    pub counts: RemarkCounts,
    /// The errors and then the warnings, so that somebody can be told.
    pub told: Vec<ShownRemark>,
    /// How long it took, in seconds.
    pub seconds: f64,
}

/// How it ended with a village.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Its site was made: how many files it has.
    Published(usize),
    /// Nothing changed since the last time.
    Unchanged,
    /// It could be made.
    Sound,
    /// Something is written wrong, and what stands there is as it was.
    Wrong(Stands),
    /// The machine refused, and why.
    Refused(Both),
}

/// What stands where the site of a village with mistakes would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// The last good one.
    LastSite,
    /// There never was one.
    NoSite,
    /// Nobody asked for one: mistakes were looked for, no more.
    Unasked,
}

/// No more errors and warnings of one village are kept than these: memory does not grow with what is wrong.
const MOST_ERRORS: usize = 20;
const MOST_WARNINGS: usize = 5;

/// What is said of the villages of a portal, as far as somebody must do something.
const SOURCE_CODES: [&str; 4] = [
    Code::SourceNotGathered.name(),
    Code::SourceNoVillage.name(),
    Code::SourceTooNew.name(),
    Code::SourceLeftOut.name(),
];

/// Does a job for every village of a fleet. `on_done` hears of each as it ends.
pub fn run(fleet: &Fleet, job: &FleetJob<'_>, on_done: impl Fn(&Outcome) + Sync) -> Vec<Outcome> {
    let circumstances =
        Circumstances { shared_history: SharedHistory::of(&fleet.folder), ..Circumstances::default() };
    let is_together = job.output.or(fleet.output.as_deref()).is_some() && !job.is_check;
    let made_sites = if is_together { MadeSites::read(fleet) } else { None };
    let shared = Shared { fleet, job, circumstances, made_sites, is_together };
    let mut outcomes = Vec::with_capacity(fleet.villages.len());
    // A portal may tell what villages of this very fleet tell, so it comes after them.
    for portals in [false, true] {
        let round = (0..).zip(&fleet.villages).filter(|(_, village)| village.head.is_portal == portals);
        let round: Vec<(usize, &VillageFolder)> = round.collect();
        outcomes.extend(one_core_each(&round, |(number, village)| {
            let outcome = shared.outcome_of(village);
            on_done(&outcome);
            (*number, outcome)
        }));
    }
    outcomes.sort_by_key(|(number, _)| *number);
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

/// What is the same for all villages of a run.
struct Shared<'r> {
    fleet: &'r Fleet,
    job: &'r FleetJob<'r>,
    circumstances: Circumstances,
    /// Whether the sites stand together in one folder, which others may use as well.
    is_together: bool,
    /// The sites that were made before, when it is known which.
    made_sites: Option<MadeSites>,
}

impl Shared<'_> {
    /// Does the job for one village, whatever goes wrong with it.
    fn outcome_of(&self, village: &VillageFolder) -> Outcome {
        let job = self.job;
        let started = (job.clock)();
        // A village with which something is wrong that nobody thought of stops no other.
        let findings = catch_unwind(AssertUnwindSafe(|| {
            if let Some(why) = &village.trouble {
                return Findings::refused(why.clone());
            }
            match (gather_sources(village, job), job.is_check) {
                (Ok(()), true) => self.check_village(village, None),
                // Who only looks, may not be allowed to write.
                (Err(failure), true) => {
                    self.check_village(village, Some(messages::not_kept(&failure.message())))
                }
                (Ok(()), false) => self.build_village(village),
                (Err(failure), false) => Findings::refused(failure.message()),
            }
        }));
        let Findings { state, counts, told } = findings.unwrap_or_else(|_| Findings::refused(unexpected()));
        Outcome { village: village.clone(), state, counts, told, seconds: (job.clock)() - started }
    }

    /// Makes the site of a village, unless nothing changed since the last time.
    fn build_village(&self, village: &VillageFolder) -> Findings {
        let job = self.job;
        // For a village that is kept by itself git is asked once as well: what it says goes into the mark and into the site.
        let shared_history = self.circumstances.shared_history.or_that_of(&village.folder);
        let circumstances = Circumstances { shared_history, ..self.circumstances.clone() };
        let output = self.fleet.output_of(village, job.output);
        let day_and_version = format!("{} {}", job.today.in_zone(&zone_of(&village.folder)), job.version);
        // Before it is made, and also when it is made anyway: who asks the next time for what changed, is answered by it.
        let mark = mark_of(&village.folder, &output, &circumstances.shared_history, &day_and_version);
        let known = mark.filter(|_| job.only_changed);
        if let Some((warnings, notes)) = known.and_then(|mark| known_counts(&village.folder, &output, mark)) {
            // What was to be said the last time is still so, and nobody reads all of it anew.
            return Findings {
                state: State::Unchanged,
                counts: RemarkCounts { errors: 0, warnings, notes },
                told: Vec::new(),
            };
        }
        if let Some(other) = self.another_at(&output, village) {
            return Findings::refused(messages::of_another(&output, &other));
        }
        match build(&request(village, job), job.shipped, &output, &circumstances) {
            Ok(built) => {
                let Some(published) = built.published else {
                    let stands = if has_site(&output) { Stands::LastSite } else { Stands::NoSite };
                    return Findings::new(State::Wrong(stands), &built.remarks);
                };
                let RemarkCounts { warnings, notes, .. } = built.remarks.counts();
                // What cannot be remembered is only made again the next time; the site stands.
                if let Some(site) = site_print(&output) {
                    let _ = mark.map(|mark| remember(&village.folder, site, mark, (warnings, notes)));
                    self.note(village, site);
                }
                Findings::new(State::Published(published.files), &built.remarks)
            }
            Err(stopped) => {
                Findings::new(State::Refused(obstacle_message(&stopped.by, village)), &stopped.remarks)
            }
        }
    }

    /// Notes that the site of a village stands in the folder for all of them: who remembers that only at the end, forgets
    /// it when the run is broken off. What cannot be noted is remembered at the end, or told there; beside a list that
    /// cannot be read nothing is, as nobody would ever take it away.
    fn note(&self, village: &VillageFolder, site: Fingerprint) {
        let output = self.job.output.or(self.fleet.output.as_deref());
        if let Some(output) = output.filter(|_| self.is_together && self.made_sites.is_some()) {
            let _ = note_made(self.fleet, output, &village.name, site);
        }
    }

    /// Of which other village the site is that stands where that of this one would be put.
    fn another_at(&self, output: &Path, village: &VillageFolder) -> Option<SiteHead> {
        if self.is_together { another_at(output, village, self.made_sites.as_ref()) } else { None }
    }

    /// Looks for mistakes; `also` is what is to be said besides.
    fn check_village(&self, village: &VillageFolder, also: Option<Diagnostic>) -> Findings {
        let output = self.fleet.output_of(village, self.job.output);
        match check(&request(village, self.job), self.job.shipped, &output, &self.circumstances) {
            Ok((mut planned, _)) => {
                planned.remarks.extend(also);
                let is_sound = planned.remarks.publishable();
                let state = if is_sound { State::Sound } else { State::Wrong(Stands::Unasked) };
                Findings::new(state, &planned.remarks)
            }
            Err(refusal) => Findings::refused(obstacle_message(&Obstacle::Read(refusal), village)),
        }
    }
}

/// What came of a village.
struct Findings {
    state: State,
    counts: RemarkCounts,
    told: Vec<ShownRemark>,
}

impl Findings {
    fn new(state: State, remarks: &Remarks) -> Self {
        Self { state, counts: remarks.counts(), told: worth_telling(remarks) }
    }

    fn refused(why: Both) -> Self {
        Self::new(State::Refused(why), &Remarks::default())
    }
}

/// The errors and the warnings of a village, no more of them than are kept.
fn worth_telling(remarks: &Remarks) -> Vec<ShownRemark> {
    let (mut errors, mut others): (Vec<ShownRemark>, Vec<ShownRemark>) =
        told(remarks).into_iter().partition(|told| told.severity == Severity::Error);
    errors.truncate(MOST_ERRORS);
    others.retain(|told| told.severity == Severity::Warning);
    // Which villages do not come on a portal is what there is to know of it: each has makers who are to be asked.
    let mut room = MOST_WARNINGS;
    others.retain(|told| {
        let has_room = room > 0 || SOURCE_CODES.contains(&told.code);
        room = room.saturating_sub(1);
        has_room
    });
    errors.append(&mut others);
    errors.shrink_to_fit();
    errors
}

/// A portal gathers before it is made; other villages have nothing to gather.
fn gather_sources(village: &VillageFolder, job: &FleetJob<'_>) -> Result<(), Failure> {
    if !job.gathers {
        return Ok(());
    }
    let started = (job.clock)();
    let clock = || Duration::from_secs_f64(((job.clock)() - started).max(0.0));
    gather(&village.folder, &Gathering::new(job.today, &clock, &|_| {}))
}

fn request(village: &VillageFolder, job: &FleetJob<'_>) -> Request {
    Request { site: village.folder.clone(), today: job.today, base_url: None, told_by_host: None }
}

fn obstacle_message(obstacle: &Obstacle, village: &VillageFolder) -> Both {
    match obstacle {
        Obstacle::Read(_) => messages::no_place(&village.folder),
        Obstacle::Publish(failure) => failure.message(),
    }
}

impl Outcome {
    /// Why the machine refused, when it did.
    pub fn why_refused(&self) -> Option<&Both> {
        if let State::Refused(why) = &self.state { Some(why) } else { None }
    }

    /// Whether nobody has to do anything for it to be right.
    pub fn is_good(&self) -> bool {
        !matches!(self.state, State::Wrong(_) | State::Refused(_))
    }
}

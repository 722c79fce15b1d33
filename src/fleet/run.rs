//! Builds the villages of a fleet side by side, independently of each other.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

use super::another::other_village_at;
use super::built_sites::{BuiltSites, note_built};
use super::find::{Fleet, VillageFolder};
use super::messages;
use super::state::{has_site, input_fingerprint, known_counts, remember};
use crate::ground::{Both, Code, Diagnostic, Fingerprint, RemarkCounts, Remarks, Severity, one_core_each};
use crate::outside::{Gathering, gather};
use crate::pipeline::{BuildErrorCause, Circumstances, Request, SiteHead, Today, build, check, zone_of};
use crate::publish::{Failure, check_output, site_fingerprint};
use crate::read::SharedHistory;
use crate::report::{ShownRemark, shown_remarks, unexpected};
use crate::theme::Shipped;

/// The job to do for every village.
pub struct FleetJob<'e> {
    /// The themes that come with the program.
    pub shipped: &'e Shipped,
    /// The current day.
    pub today: Today,
    /// The version of the program: another version builds another site from the same village.
    pub version: String,
    /// The folder for the sites, if one was given.
    pub output: Option<&'e Path>,
    /// Whether unchanged villages are left as they are.
    pub only_changed: bool,
    /// Whether villages are only checked for mistakes, and nothing is built.
    pub is_check: bool,
    /// Whether portals gather data from their villages.
    pub gathers: bool,
    /// Seconds since an arbitrary moment.
    pub clock: &'e (dyn Fn() -> f64 + Sync),
}

/// The outcome for a village.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The village.
    pub village: VillageFolder,
    /// The result.
    pub state: State,
    /// How many errors, warnings and notes there are.
    pub counts: RemarkCounts,
    /// The errors and then the warnings, to be reported.
    pub shown_remarks: Vec<ShownRemark>,
    /// How long it took, in seconds.
    pub seconds: f64,
}

/// The result for a village.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Its site was built, with this number of files.
    Published(usize),
    /// Nothing has changed since the last build.
    Unchanged,
    /// It can be built without errors.
    Valid,
    /// It has mistakes, and what was in its place is unchanged.
    Invalid(SiteState),
    /// The system refused, for this reason.
    Refused(Both),
}

/// What is in the place for the site of a village with mistakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteState {
    /// The last good one.
    PreviousSite,
    /// There never was one.
    NoSite,
    /// No site was requested: the villages were only checked.
    NotRequested,
}

/// The most errors and warnings kept for one village, so that memory use stays limited.
const MOST_ERRORS: usize = 20;
const MOST_WARNINGS: usize = 5;

/// The codes of diagnostics about a portal's villages that need action.
const SOURCE_CODES: [&str; 4] = [
    Code::SourceNotGathered.name(),
    Code::SourceNoVillage.name(),
    Code::SourceTooNew.name(),
    Code::SourceLeftOut.name(),
];

/// Does a job for every village of a fleet. `on_done` is called with each outcome as it ends.
pub fn run(fleet: &Fleet, job: &FleetJob<'_>, on_done: impl Fn(&Outcome) + Sync) -> Vec<Outcome> {
    let circumstances =
        Circumstances { shared_history: SharedHistory::of(&fleet.folder), ..Circumstances::default() };
    let has_shared_output = job.output.or(fleet.output.as_deref()).is_some();
    let built_sites = if has_shared_output { BuiltSites::read(fleet) } else { None };
    let shared = Shared { fleet, job, circumstances, built_sites, has_shared_output };
    let mut outcomes = Vec::with_capacity(fleet.villages.len());
    // A portal may show villages of this same fleet, so portals come last.
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

/// What all villages of a run share.
struct Shared<'r> {
    fleet: &'r Fleet,
    job: &'r FleetJob<'r>,
    circumstances: Circumstances,
    /// Whether all sites are put into one folder, which others may use too.
    has_shared_output: bool,
    /// The sites that were built earlier, if that is known.
    built_sites: Option<BuiltSites>,
}

impl Shared<'_> {
    /// Does the job for one village, whatever goes wrong with it.
    fn outcome_of(&self, village: &VillageFolder) -> Outcome {
        let job = self.job;
        let started = (job.clock)();
        // An unforeseen failure in one village does not stop the others.
        let findings = catch_unwind(AssertUnwindSafe(|| {
            if let Some(why) = &village.trouble {
                return Findings::refused(why.clone());
            }
            match (gather_sources(village, job), job.is_check) {
                (Ok(()), true) => self.check_village(village, None),
                // A check may run without permission to write.
                (Err(failure), true) => {
                    self.check_village(village, Some(messages::not_kept(&failure.message())))
                }
                (Ok(()), false) => self.build_village(village),
                (Err(failure), false) => Findings::refused(failure.message()),
            }
        }));
        let Findings { state, counts, shown_remarks } =
            findings.unwrap_or_else(|_| Findings::refused(unexpected()));
        Outcome { village: village.clone(), state, counts, shown_remarks, seconds: (job.clock)() - started }
    }

    /// Builds the site of a village, unless nothing has changed since the last time.
    fn build_village(&self, village: &VillageFolder) -> Findings {
        let job = self.job;
        // In a repository of its own, git is queried once: its answer goes into the mark and into the site.
        let shared_history = self.circumstances.shared_history.or_history_of(&village.folder);
        let circumstances = Circumstances { shared_history, ..self.circumstances.clone() };
        let output = self.fleet.output_of(village, job.output);
        let day_and_version = format!("{} {}", job.today.in_zone(&zone_of(&village.folder)), job.version);
        // Computed before the build, and for forced builds too: the next run that skips needs it.
        let inputs =
            input_fingerprint(&village.folder, &output, &circumstances.shared_history, &day_and_version);
        let known = inputs.filter(|_| job.only_changed);
        if let Some((warnings, notes)) =
            known.and_then(|inputs| known_counts(&village.folder, &output, inputs))
        {
            // The diagnostics are the same as last time, and nobody reads all of them again.
            return Findings {
                state: State::Unchanged,
                counts: RemarkCounts { errors: 0, warnings, notes },
                shown_remarks: Vec::new(),
            };
        }
        if let Some(other) = self.other_village_at(&output, village) {
            return Findings::refused(messages::of_another(&output, &other));
        }
        match build(&request(village, job), job.shipped, &output, &circumstances) {
            Ok(built) => {
                let Some(published) = built.published else {
                    let site_state =
                        if has_site(&output) { SiteState::PreviousSite } else { SiteState::NoSite };
                    return Findings::new(State::Invalid(site_state), &built.remarks);
                };
                let RemarkCounts { warnings, notes, .. } = built.remarks.counts();
                // If this cannot be recorded, the site is just rebuilt the next time.
                if let Some(site) = site_fingerprint(&output) {
                    let _ = inputs.map(|inputs| remember(&village.folder, site, inputs, (warnings, notes)));
                    self.note(village, site);
                }
                Findings::new(State::Published(published.files), &built.remarks)
            }
            Err(stopped) => {
                Findings::new(State::Refused(cause_message(&stopped.by, village)), &stopped.remarks)
            }
        }
    }

    /// Notes that the site of a village is in the folder for all of them: a record written only at the end
    /// would be lost if the run were interrupted. A failure here is made good, or reported, at the end.
    /// Beside a list that cannot be read nothing is noted, as such a note would never be deleted.
    fn note(&self, village: &VillageFolder, site: Fingerprint) {
        let output = self.job.output.or(self.fleet.output.as_deref());
        if let Some(output) = output.filter(|_| self.has_shared_output && self.built_sites.is_some()) {
            let _ = note_built(self.fleet, output, &village.name, site);
        }
    }

    /// Returns the other village whose site is in the place for this one.
    fn other_village_at(&self, output: &Path, village: &VillageFolder) -> Option<SiteHead> {
        if self.has_shared_output {
            other_village_at(output, village, self.built_sites.as_ref())
        } else {
            None
        }
    }

    /// Returns why a build would refuse to put the site of a village there.
    fn output_refusal(&self, output: &Path, village: &VillageFolder) -> Option<Both> {
        if let Some(other) = self.other_village_at(output, village) {
            return Some(messages::of_another(output, &other));
        }
        check_output(&village.folder, output).err().map(|failure| failure.message())
    }

    /// Checks a village for mistakes, and the place for its site; `also` is an additional diagnostic.
    fn check_village(&self, village: &VillageFolder, also: Option<Diagnostic>) -> Findings {
        let output = self.fleet.output_of(village, self.job.output);
        match check(&request(village, self.job), self.job.shipped, &output, &self.circumstances) {
            Ok((mut planned, _)) => {
                planned.remarks.extend(also);
                let state = match self.output_refusal(&output, village) {
                    _ if !planned.remarks.is_publishable() => State::Invalid(SiteState::NotRequested),
                    Some(why) => State::Refused(why),
                    None => State::Valid,
                };
                Findings::new(state, &planned.remarks)
            }
            Err(refusal) => Findings::refused(cause_message(&BuildErrorCause::Read(refusal), village)),
        }
    }
}

/// The findings for a village.
struct Findings {
    state: State,
    counts: RemarkCounts,
    shown_remarks: Vec<ShownRemark>,
}

impl Findings {
    fn new(state: State, remarks: &Remarks) -> Self {
        Self { state, counts: remarks.counts(), shown_remarks: worth_reporting(remarks) }
    }

    fn refused(why: Both) -> Self {
        Self::new(State::Refused(why), &Remarks::default())
    }
}

/// Returns the errors and warnings of a village, up to the numbers that are kept.
fn worth_reporting(remarks: &Remarks) -> Vec<ShownRemark> {
    let (mut errors, mut others): (Vec<ShownRemark>, Vec<ShownRemark>) =
        shown_remarks(remarks).into_iter().partition(|remark| remark.severity == Severity::Error);
    errors.truncate(MOST_ERRORS);
    others.retain(|remark| remark.severity == Severity::Warning);
    // Villages missing from a portal are all kept: each has its own makers to be contacted.
    let mut room = MOST_WARNINGS;
    others.retain(|remark| {
        let is_of_source = SOURCE_CODES.contains(&remark.code);
        let has_room = is_of_source || room > 0;
        room = room.saturating_sub(usize::from(!is_of_source));
        has_room
    });
    errors.append(&mut others);
    errors.shrink_to_fit();
    errors
}

/// Gathers the sources of a portal before it is built; other villages have none.
fn gather_sources(village: &VillageFolder, job: &FleetJob<'_>) -> Result<(), Failure> {
    if !job.gathers {
        return Ok(());
    }
    let started = (job.clock)();
    let clock = || Duration::from_secs_f64(((job.clock)() - started).max(0.0));
    gather(&village.folder, &Gathering::new(job.today, &clock, &|_| {}))
}

fn request(village: &VillageFolder, job: &FleetJob<'_>) -> Request {
    Request { site: village.folder.clone(), today: job.today, base_url: None, host_address: None }
}

fn cause_message(obstacle: &BuildErrorCause, village: &VillageFolder) -> Both {
    match obstacle {
        BuildErrorCause::Read(_) => messages::no_place(&village.folder),
        BuildErrorCause::Publish(failure) => failure.message(),
    }
}

impl Outcome {
    /// Returns why the system refused, if it did.
    pub fn why_refused(&self) -> Option<&Both> {
        if let State::Refused(why) = &self.state { Some(why) } else { None }
    }

    /// Whether nobody needs to act on it.
    pub fn is_good(&self) -> bool {
        !matches!(self.state, State::Invalid(_) | State::Refused(_))
    }
}

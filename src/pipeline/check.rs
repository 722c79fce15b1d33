//! A site that is made only to see how it goes: every page for its remarks, and nothing is published.

use std::path::Path;

use super::last_site::plan_and_compare;
use super::planned::{Circumstances, Planned};
use super::request::Request;
use crate::ground::{Diagnostic, Place};
use crate::read::{Refusal, SITE_FILE, Source};
use crate::render::{Hosting, Trial, visit_host};
use crate::theme::Shipped;

/// Makes every page for its remarks and publishes nothing; `output` is where the site of the last time stands.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn check(
    request: &Request,
    shipped: &Shipped,
    output: &Path,
    circumstances: &Circumstances,
) -> Result<(Planned, Source), Refusal> {
    let (mut planned, source) = plan_and_compare(request, shipped, output, circumstances)?;
    if let Some(host) = circumstances.host {
        planned.hosting = Some(Hosting { host, place: Place::whole(SITE_FILE) });
    }
    if planned.remarks.publishable() {
        let remarks = trial_remarks(planned.plan.trial(&planned.edition), &planned);
        planned.remarks.extend(remarks);
    }
    Ok((planned, source))
}

/// What is to be said once every page was made: why some cannot be, or else what the host will make of the site.
fn trial_remarks(trial: Trial, planned: &Planned) -> Vec<Diagnostic> {
    let mut remarks = trial.remarks;
    if let (true, Some(hosting)) = (trial.is_whole, &planned.hosting) {
        remarks.extend(visit_host(&planned.edition, hosting, &trial.sizes));
    }
    remarks
}

/// The same for a preview, a few pages at a time for as long as `go_on` says so; nothing when it was broken off.
pub fn try_pages_while(planned: &Planned, go_on: impl Fn() -> bool) -> Option<Vec<Diagnostic>> {
    planned.plan.trial_while(&planned.edition, go_on).map(|trial| trial_remarks(trial, planned))
}

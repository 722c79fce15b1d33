//! Renders a whole site only for its diagnostics; nothing is published.

use std::path::Path;

use super::planned::{Circumstances, Planned};
use super::previous_list::plan_and_compare;
use super::request::Request;
use crate::ground::{Diagnostic, Place};
use crate::read::{Refusal, SITE_FILE, Source};
use crate::render::{Hosting, Trial, visit_host};
use crate::theme::Shipped;

/// Renders every page for its diagnostics and publishes nothing; `output` is where the previous site is.
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
        planned.hosting = Some(Hosting { host, place: Place::of_file(SITE_FILE) });
    }
    if planned.remarks.is_publishable() {
        let remarks = trial_remarks(planned.plan.trial(&planned.edition), &planned);
        planned.remarks.extend(remarks);
    }
    Ok((planned, source))
}

/// The diagnostics once every page has been rendered: why some cannot be, or else how the host will treat the
/// site.
fn trial_remarks(trial: Trial, planned: &Planned) -> Vec<Diagnostic> {
    let mut remarks = trial.remarks;
    if let (true, Some(hosting)) = (trial.is_complete, &planned.hosting) {
        remarks.extend(visit_host(&planned.edition, hosting, &trial.sizes));
    }
    remarks
}

/// Does the same for a preview, a few pages at a time for as long as `should_continue` returns true; `None` when it was
/// interrupted.
pub fn try_pages_while(planned: &Planned, should_continue: impl Fn() -> bool) -> Option<Vec<Diagnostic>> {
    planned.plan.trial_while(&planned.edition, should_continue).map(|trial| trial_remarks(trial, planned))
}

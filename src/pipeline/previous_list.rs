//! Compares a plan with the previous site, so that no old address disappears unnoticed and no portal is
//! emptied.

use std::path::Path;

use super::messages;
use super::planned::{BuildCache, Circumstances, Planned, ReadSite, plan_site, read_site};
use super::request::Request;
use crate::ground::{Diagnostic, MANIFEST, drop_in_background};
use crate::publish::{PreviousSite, lists_files_below, previous_site};
use crate::read::{Refusal, Source};
use crate::render::{Edition, missing_pages, villages_address};
use crate::theme::Shipped;

/// Reads a village folder, plans its site, and compares the plan with the previous site in `output`.
pub(super) fn plan_and_compare(
    request: &Request,
    shipped: &Shipped,
    output: &Path,
    circumstances: &Circumstances,
) -> Result<(Planned, Source), Refusal> {
    let mut cache = BuildCache::for_circumstances(circumstances);
    let read = read_site(request, &mut cache)?;
    let mut planned = plan_site(&read, request, shipped, &mut cache);
    let (list, is_requested) = match &circumstances.published {
        Some(list) => (list.clone(), true),
        None => (output.join(MANIFEST), false),
    };
    compare_with_previous(&mut planned, &read, &request.site, &list, is_requested);
    drop_in_background(cache);
    Ok((planned, read.source))
}

/// Reports what was on the previous site, according to its list, and is not on this one. A list that the user
/// asked for must exist.
pub(super) fn compare_with_previous(
    planned: &mut Planned,
    read: &ReadSite,
    site: &Path,
    list: &Path,
    is_requested: bool,
) {
    let remarks = match previous_site(list) {
        PreviousSite::Entries(before) => {
            missing_pages(&planned.edition, &planned.plan, &read.source, &before)
        }
        PreviousSite::Absent if !is_requested => Vec::new(),
        PreviousSite::Absent | PreviousSite::Unreadable => {
            vec![messages::previous_list_missing(list.strip_prefix(site).unwrap_or(list))]
        }
    };
    planned.remarks.extend(remarks);
    planned.remarks.extend(emptied_portal(&planned.edition, &read.source, list));
}

/// Refuses a portal that had villages before and has none now: the previous site is better. On a server that
/// begins with an empty folder nobody can see the previous site; there it counts that somebody was asked.
fn emptied_portal(edition: &Edition, source: &Source, list: &Path) -> Option<Diagnostic> {
    let is_portal = edition.village.settings.addresses_of_sources().next().is_some();
    let had_villages = || lists_files_below(list, villages_address(edition).as_str().trim_start_matches('/'));
    let is_emptied =
        is_portal && edition.region.is_empty() && (was_fetched_from_the_web(source) || had_villages());
    is_emptied.then(messages::portal_emptied)
}

/// Whether villages were asked for on the web, with or without success.
fn was_fetched_from_the_web(source: &Source) -> bool {
    let sources = source.gathered.iter().flat_map(|gathered| &gathered.sources);
    sources.flat_map(|source| &source.documents).any(|document| document.from.contains("://"))
}

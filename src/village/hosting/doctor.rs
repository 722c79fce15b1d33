//! Checks a site against the limits of its host before publication, from the files and the table of facts
//! alone. Names that differ only in case are reported by the plan.

use std::sync::Arc;

use super::facts::{Certainty, HostFacts, Sourced};
use super::host::Host;
use super::messages;
use crate::ground::{Diagnostic, Place, Severity, is_device_name};

/// A file that would be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Its path in the output.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// The file of the village that it is a copy of.
    pub from: Option<Arc<str>>,
}

/// A site on its way to a host.
#[derive(Clone, Debug)]
pub struct Visit<'s> {
    /// Where it goes.
    pub host: Host,
    /// Where the host is set, for diagnostics about the site as a whole.
    pub place: &'s Place,
    /// Everything that would be published.
    pub files: &'s [Weighed],
    /// The number of old addresses, and the number of those for which the host gets a rule.
    pub redirects: Option<(usize, usize)>,
    /// The folder that the site is in, `/dorp`, or an empty string.
    pub folder: &'s str,
}

/// The hosts that are suggested as an alternative; the one that most people can manage comes first.
const PROPOSED: [Host; 3] = [Host::GitHub, Host::GitLab, Host::Cloudflare];

/// The number of largest files that are named.
const NAMED: usize = 3;

/// Reports what a host will not accept: an error if it certainly rejects it, a warning if it may.
pub fn examine(visit: &Visit<'_>) -> Vec<Diagnostic> {
    let facts = visit.host.facts();
    let other = PROPOSED.into_iter().find(|other| takes_all(other.facts(), visit.files));
    let mut remarks = site_remarks(visit, facts, other);
    for file in visit.files {
        remarks.extend(file_remarks(file, visit, facts, other));
    }
    remarks
}

/// Whether a host accepts all files, as far as is known.
fn takes_all(facts: &HostFacts, files: &[Weighed]) -> bool {
    let bytes: u64 = files.iter().map(|file| file.bytes).sum();
    facts.most_files.is_none_or(|most| files.len() <= most.value)
        && facts.largest_site.is_none_or(|most| bytes <= most.value)
        && files.iter().all(|file| {
            facts.largest_file.is_none_or(|most| file.bytes <= most.value)
                && refused_ending(file, facts).is_none()
        })
}

fn site_remarks(visit: &Visit<'_>, facts: &HostFacts, other: Option<Host>) -> Vec<Diagnostic> {
    let place = || visit.place.clone();
    let count = visit.files.len();
    let bytes: u64 = visit.files.iter().map(|file| file.bytes).sum();
    let has_file = |name: &str| visit.files.iter().any(|file| file.path == name);
    let many = exceeded(facts.most_files, count)
        .map(|most| as_sure_as(messages::too_many_files(place(), facts, count, most.value, other), most));
    let large = exceeded(facts.largest_site, bytes).map(|most| {
        let heaviest = heaviest(visit.files);
        as_sure_as(messages::site_too_large(place(), facts, (bytes, most.value), &heaviest, other), most)
    });
    let lost = facts.not_found.filter(|file| !has_file(file.value));
    let left_out = visit.redirects.filter(|(all, read)| read < all);
    let misplaced = facts.under_path.filter(|may| !may.value && !visit.folder.is_empty());
    let remarks = [
        many,
        large,
        lost.map(|file| messages::no_not_found_page(place(), facts, file.value)),
        left_out.map(|(all, read)| messages::redirects_left_out(place(), facts, all, read)),
        misplaced.map(|_| messages::no_folder(place(), facts, visit.folder)),
    ];
    remarks.into_iter().flatten().collect()
}

fn file_remarks(
    file: &Weighed,
    visit: &Visit<'_>,
    facts: &HostFacts,
    other: Option<Host>,
) -> Vec<Diagnostic> {
    let place =
        || file.from.as_ref().map_or_else(|| visit.place.clone(), |from| Place::whole(Arc::clone(from)));
    let shown_path = file.from.as_deref().unwrap_or(&file.path);
    let mut remarks = Vec::new();
    if let Some(most) = exceeded(facts.largest_file, file.bytes) {
        let path_and_size = (shown_path, file.bytes);
        remarks.push(as_sure_as(
            messages::file_too_large(place(), facts, path_and_size, most.value, other),
            most,
        ));
    }
    if let Some(ending) = refused_ending(file, facts) {
        remarks.push(messages::ending_refused(place(), facts, shown_path, ending, other));
    }
    let parts = || file.path.split('/');
    if let Some(part) = parts().find(|part| is_device_name(part)) {
        remarks.push(messages::device_name(place(), shown_path, part));
    }
    if facts.hides_underscore.is_some_and(|hides| hides.value) && parts().any(|part| part.starts_with('_')) {
        remarks.push(messages::hidden_name(place(), facts, shown_path));
    }
    remarks
}

/// Returns the limit, if the value exceeds it.
fn exceeded<T: PartialOrd + Copy>(limit: Option<Sourced<T>>, value: T) -> Option<Sourced<T>> {
    limit.filter(|limit| value > limit.value)
}

/// Turns a diagnostic about an exceeded limit into a warning, unless the limit is certain.
fn as_sure_as<T>(mut remark: Diagnostic, limit: Sourced<T>) -> Diagnostic {
    if limit.certainty != Certainty::Read {
        remark.severity = Severity::Warning;
    }
    remark
}

/// Returns the extension of a file if the host does not accept it; `None` for a file without an extension.
fn refused_ending<'f>(file: &'f Weighed, facts: &HostFacts) -> Option<&'f str> {
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    let (_, ending) = name.rsplit_once('.')?;
    let taken_endings = facts.endings?.value;
    (!taken_endings.iter().any(|taken| ending.eq_ignore_ascii_case(taken))).then_some(ending)
}

/// Returns the largest files, by their name in the village if they have one.
fn heaviest(files: &[Weighed]) -> Vec<(&str, u64)> {
    let mut files: Vec<&Weighed> = files.iter().collect();
    files.sort_by(|one, other| other.bytes.cmp(&one.bytes).then_with(|| one.path.cmp(&other.path)));
    files
        .into_iter()
        .take(NAMED)
        .map(|file| (file.from.as_deref().unwrap_or(&file.path), file.bytes))
        .collect()
}

#[cfg(test)]
mod tests;

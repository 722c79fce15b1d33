//! What a host will make of a site, told before it is sent there: pure, from what would be published and the table of
//! facts. Names that differ in letter case only are told by who plans the site.

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
    /// How large it is.
    pub bytes: u64,
    /// The file of the village that it is a copy of.
    pub from: Option<Arc<str>>,
}

/// A site on its way to a host.
#[derive(Clone, Debug)]
pub struct Visit<'s> {
    /// Where it goes.
    pub host: Host,
    /// Where somebody wrote that, for remarks on the site as a whole.
    pub place: &'s Place,
    /// Everything that would be published.
    pub files: &'s [Weighed],
    /// How many old addresses there are, and for how many the host gets a rule.
    pub redirects: Option<(usize, usize)>,
    /// The folder in which the site stands, `/dorp`, or nothing.
    pub folder: &'s str,
}

/// Hosts that are proposed to who needs another, the one that most people can manage first.
const PROPOSED: [Host; 3] = [Host::GitHub, Host::GitLab, Host::Cloudflare];

/// How many of the heaviest files are named.
const NAMED: usize = 3;

/// What a host will make of a site. What it certainly refuses is an error; what it may refuse, a warning.
pub fn examine(visit: &Visit<'_>) -> Vec<Diagnostic> {
    let facts = visit.host.facts();
    let other = PROPOSED.into_iter().find(|other| takes_all(other.facts(), visit.files));
    let mut remarks = site_remarks(visit, facts, other);
    for file in visit.files {
        remarks.extend(file_remarks(file, visit, facts, other));
    }
    remarks
}

/// Whether a host takes all of it, as far as is known.
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

/// The limit, when this is above it.
fn exceeded<T: PartialOrd + Copy>(limit: Option<Sourced<T>>, value: T) -> Option<Sourced<T>> {
    limit.filter(|limit| value > limit.value)
}

/// The remark that a limit is exceeded: an error only when the limit is sure.
fn as_sure_as<T>(mut remark: Diagnostic, limit: Sourced<T>) -> Diagnostic {
    if limit.certainty != Certainty::Read {
        remark.severity = Severity::Warning;
    }
    remark
}

/// The ending that a host does not take; nothing is known of files without one.
fn refused_ending<'f>(file: &'f Weighed, facts: &HostFacts) -> Option<&'f str> {
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    let (_, ending) = name.rsplit_once('.')?;
    let taken_endings = facts.endings?.value;
    (!taken_endings.iter().any(|taken| ending.eq_ignore_ascii_case(taken))).then_some(ending)
}

/// The files that weigh most, by their name in the village where they have one.
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

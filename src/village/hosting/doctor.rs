//! Checks a site against the limits of its host before publication, from the files and the table of facts
//! alone. Names that differ only in case are reported by the plan.

use std::sync::Arc;

use super::facts::{Certainty, HostFacts, Sourced};
use super::host::Host;
use super::messages;
use crate::ground::{Diagnostic, Place, Severity, is_device_name};

/// A file that would be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path in the output.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// The file of the village that it is a copy of.
    pub from: Option<Arc<str>>,
}

/// A site on its way to a host.
#[derive(Clone, Debug)]
pub struct SiteCheck<'s> {
    /// Where it goes.
    pub host: Host,
    /// Where the host is set, for diagnostics about the site as a whole.
    pub place: &'s Place,
    /// Everything that would be published.
    pub files: &'s [OutputFile],
    /// The number of old addresses, and the number of those for which the host gets a rule.
    pub redirects: Option<(usize, usize)>,
    /// The folder that the site is in, `/dorp`, or an empty string.
    pub folder: &'s str,
}

/// The hosts that are suggested as an alternative; the one that most people can manage comes first.
const ALTERNATIVES: [Host; 3] = [Host::GitHub, Host::GitLab, Host::Cloudflare];

/// The number of largest files that are named.
const NAMED: usize = 3;

/// Reports what a host will not accept: an error if it certainly rejects it, a warning if it may.
pub fn examine(check: &SiteCheck<'_>) -> Vec<Diagnostic> {
    let facts = check.host.facts();
    let other = ALTERNATIVES.into_iter().find(|other| accepts_all(other.facts(), check.files));
    let mut remarks = site_remarks(check, facts, other);
    for file in check.files {
        remarks.extend(file_remarks(file, check, facts, other));
    }
    remarks
}

/// Whether a host accepts all files, as far as is known.
fn accepts_all(facts: &HostFacts, files: &[OutputFile]) -> bool {
    let bytes: u64 = files.iter().map(|file| file.bytes).sum();
    facts.most_files.is_none_or(|most| files.len() <= most.value)
        && facts.largest_site.is_none_or(|most| bytes <= most.value)
        && files.iter().all(|file| {
            facts.largest_file.is_none_or(|most| file.bytes <= most.value)
                && refused_ending(file, facts).is_none()
        })
}

fn site_remarks(check: &SiteCheck<'_>, facts: &HostFacts, other: Option<Host>) -> Vec<Diagnostic> {
    let place = || check.place.clone();
    let count = check.files.len();
    let bytes: u64 = check.files.iter().map(|file| file.bytes).sum();
    let has_file = |name: &str| check.files.iter().any(|file| file.path == name);
    let many = exceeded(facts.most_files, count).map(|most| {
        with_certainty_of(messages::too_many_files(place(), facts, count, most.value, other), most)
    });
    let large = exceeded(facts.largest_site, bytes).map(|most| {
        let largest_files = largest_files(check.files);
        with_certainty_of(
            messages::site_too_large(place(), facts, (bytes, most.value), &largest_files, other),
            most,
        )
    });
    let lost = facts.not_found.filter(|file| !has_file(file.value));
    let left_out = check.redirects.filter(|(all, read)| read < all);
    let misplaced = facts.allows_subpath.filter(|may| !may.value && !check.folder.is_empty());
    let remarks = [
        many,
        large,
        lost.map(|file| messages::no_not_found_page(place(), facts, file.value)),
        left_out.map(|(all, read)| messages::redirects_left_out(place(), facts, all, read)),
        misplaced.map(|_| messages::no_folder(place(), facts, check.folder)),
    ];
    remarks.into_iter().flatten().collect()
}

fn file_remarks(
    file: &OutputFile,
    check: &SiteCheck<'_>,
    facts: &HostFacts,
    other: Option<Host>,
) -> Vec<Diagnostic> {
    let place =
        || file.from.as_ref().map_or_else(|| check.place.clone(), |from| Place::of_file(Arc::clone(from)));
    let shown_path = file.from.as_deref().unwrap_or(&file.path);
    let mut remarks = Vec::new();
    if let Some(most) = exceeded(facts.largest_file, file.bytes) {
        let path_and_size = (shown_path, file.bytes);
        remarks.push(with_certainty_of(
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
fn with_certainty_of<T>(mut remark: Diagnostic, limit: Sourced<T>) -> Diagnostic {
    if limit.certainty != Certainty::Documented {
        remark.severity = Severity::Warning;
    }
    remark
}

/// Returns the extension of a file if the host does not accept it; `None` for a file without an extension.
fn refused_ending<'f>(file: &'f OutputFile, facts: &HostFacts) -> Option<&'f str> {
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    let (_, ending) = name.rsplit_once('.')?;
    let accepted_endings = facts.endings?.value;
    (!accepted_endings.iter().any(|accepted| ending.eq_ignore_ascii_case(accepted))).then_some(ending)
}

/// Returns the largest files, by their name in the village if they have one.
fn largest_files(files: &[OutputFile]) -> Vec<(&str, u64)> {
    let mut files: Vec<&OutputFile> = files.iter().collect();
    files.sort_by(|one, other| other.bytes.cmp(&one.bytes).then_with(|| one.path.cmp(&other.path)));
    files
        .into_iter()
        .take(NAMED)
        .map(|file| (file.from.as_deref().unwrap_or(&file.path), file.bytes))
        .collect()
}

#[cfg(test)]
mod tests;

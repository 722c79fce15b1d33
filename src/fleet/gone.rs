//! Sites of villages that are no longer in the fleet: they would be on the internet, and on a portal, for ever.

use std::collections::BTreeSet;
use std::path::Path;

use super::find::Fleet;
use super::messages;
use super::shown::listed;
use crate::ground::{Both, MANIFEST, with_slashes};
use crate::publish::take_away;
use crate::read::files_named;

/// How many levels of folders are looked through: names of villages have a few parts.
const LEVELS: usize = 4;

/// A fleet has no more sites than this.
const MOST: usize = 100_000;

/// The sites in the folder for sites that are of no village of the fleet, in the order of their names.
fn gone_from(fleet: &Fleet, output: &Path) -> Vec<String> {
    // On many a disk, capitals make no difference.
    let known: BTreeSet<String> = fleet.villages.iter().map(|village| village.name.to_lowercase()).collect();
    let lists = files_named(output, MANIFEST, LEVELS, MOST);
    let sites = lists.iter().filter_map(|list| list.parent()).filter(|site| !site.as_os_str().is_empty());
    let names = sites.map(|site| with_slashes(site).into_owned());
    names.filter(|name| !known.contains(&name.to_lowercase())).collect()
}

/// What is to be said of such sites; with `prunes`, they are taken away first. Of a village whose folder cannot be read now
/// nothing is taken away: it is in the fleet.
pub fn told_of_gone(fleet: &Fleet, output: &Path, prunes: bool) -> Vec<Both> {
    let gone = gone_from(fleet, output);
    if gone.is_empty() {
        return Vec::new();
    }
    if !prunes {
        return vec![messages::left_over(output, &listed(&gone))];
    }
    let (mut told, mut taken) = (Vec::new(), Vec::new());
    for name in gone {
        let site = output.join(&name);
        match take_away(&site) {
            Ok(true) => taken.push(name),
            Ok(false) => told.push(messages::not_pruned(&site)),
            Err(failure) => told.push(failure.message()),
        }
    }
    told.extend((!taken.is_empty()).then(|| messages::pruned(output, &listed(&taken))));
    told
}

//! Sites of villages that have left the fleet, which would otherwise stay online, and on a portal, forever.
//! Only sites that the fleet built itself are deleted, and only if nobody else has rebuilt them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::another::{is_site_of, other_village_at};
use super::built_sites::{BuiltSites, Fingerprints, list_path, remember_built};
use super::find::Fleet;
use super::list_messages;
use super::messages;
use super::other_lists::names_in_other_lists;
use super::run::{Outcome, State};
use super::shown::short_name_list;
use super::state::has_site;
use crate::ground::{Both, MANIFEST, in_parallel, with_slashes};
use crate::publish::{clear_interrupted, remove_site, site_fingerprint};
use crate::read::{files_named, is_folder, real_path};

/// How many levels of folders are searched for sites.
const LEVELS: usize = 4;

/// The most sites that are searched for.
const MOST: usize = 10_000;

/// The sites in a folder that this fleet built, for villages that are no longer in it.
struct GoneSites {
    /// Messages about those that stay: their folder still exists, or somebody else rebuilt them.
    stay_messages: Vec<Both>,
    /// The names of the others whose villages no longer exist.
    names: Vec<String>,
    /// The names of those whose villages are no longer in the list.
    unlisted: Vec<String>,
    /// Whether it is recorded which sites in the folder the fleet built.
    knows_folder: bool,
}

/// Returns the names of the villages, by that name in lowercase: many file systems ignore case.
fn known_names(fleet: &Fleet) -> BTreeMap<String, Vec<&str>> {
    let mut known: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for village in &fleet.villages {
        known.entry(village.name.to_lowercase()).or_default().push(&village.name);
    }
    known
}

/// Whether the site of this name in `output` is that of a village. Where case counts, a village whose name
/// only changed its capitals has its site in another folder now.
fn is_known(known: &BTreeMap<String, Vec<&str>>, output: &Path, name: &str) -> bool {
    known.get(&name.to_lowercase()).is_some_and(|alike| {
        alike.contains(&name)
            || alike.iter().any(|other| real_path(&output.join(other)) == real_path(&output.join(name)))
    })
}

/// Finds what is left of villages that are gone; an error if the list of built sites cannot be read.
fn find_gone(fleet: &Fleet, output: &Path) -> Result<GoneSites, Both> {
    let known = known_names(fleet);
    let built_sites =
        BuiltSites::read(fleet).ok_or_else(|| messages::list_of_sites_unread(&list_path(fleet)))?;
    let mut gone = GoneSites {
        stay_messages: Vec::new(),
        names: Vec::new(),
        unlisted: Vec::new(),
        knows_folder: built_sites.knows_folder(output),
    };
    let elsewhere = names_in_other_lists(fleet)?;
    let mut rebuilt = Vec::new();
    for name in built_sites.names() {
        let is_gone = !is_known(&known, output, name) && !elsewhere.contains(&name.to_lowercase());
        let print = Some(name).filter(|_| is_gone);
        let Some(print) = print.and_then(|name| site_fingerprint(&output.join(name))) else { continue };
        match built_sites.contains(name, print) {
            true if fleet.list.is_some() => gone.unlisted.push(name.to_owned()),
            true if is_folder(&fleet.folder.join(name)) => {
                gone.stay_messages.push(messages::no_longer_a_village(name))
            }
            true => gone.names.push(name.to_owned()),
            false if built_sites.has_name_in(output, name) => rebuilt.push(name.to_owned()),
            false => {}
        }
    }
    gone.stay_messages.extend(
        (!rebuilt.is_empty()).then(|| messages::rebuilt_by_another(output, &short_name_list(&rebuilt))),
    );
    Ok(gone)
}

/// Returns messages about the sites in `output` that this fleet built, for villages that are no longer in it.
pub fn gone_messages(fleet: &Fleet, output: &Path) -> Vec<Both> {
    match find_gone(fleet, output) {
        Ok(GoneSites { stay_messages: mut notices, names, unlisted, .. }) => {
            notices
                .extend((!names.is_empty()).then(|| messages::left_over(output, &short_name_list(&names))));
            let list = fleet.list.as_deref().filter(|_| !unlisted.is_empty());
            notices.extend(
                list.map(|list| list_messages::left_the_list(output, &short_name_list(&unlisted), list)),
            );
            notices
        }
        Err(why) => vec![why],
    }
}

/// Returns the message for a request to delete sites when every site is in the folder of its own village.
pub fn nothing_to_prune_message() -> Both {
    messages::nothing_to_prune()
}

/// Deletes those sites, and what interrupted builds have left of others, and returns the messages about it.
pub fn prune_gone(fleet: &Fleet, output: &Path, outcomes: &[Outcome]) -> Vec<Both> {
    // This comes first: it may restore a site that was put aside.
    let half_built = clear_half_built(fleet, output);
    let GoneSites { stay_messages: mut notices, names, unlisted, knows_folder } =
        match find_gone(fleet, output) {
            Ok(gone) => gone,
            Err(why) => return vec![why],
        };
    let removed = remove_sites(names, output, outcomes, &mut notices);
    notices.extend((!removed.is_empty()).then(|| messages::pruned(output, &short_name_list(&removed))));
    let removed = remove_sites(unlisted, output, outcomes, &mut notices);
    let list = fleet.list.as_deref().filter(|_| !removed.is_empty());
    notices.extend(list.map(|list| list_messages::pruned_by_list(output, &short_name_list(&removed), list)));
    notices
        .extend((!half_built.is_empty()).then(|| messages::cleared(output, &short_name_list(&half_built))));
    let unknown_sites = if knows_folder { Vec::new() } else { unlisted_sites(fleet, output) };
    notices.extend(
        (!unknown_sites.is_empty())
            .then(|| messages::unlisted_sites_found(output, &short_name_list(&unknown_sites))),
    );
    notices
}

/// Deletes the sites of these names, and returns those that are gone. If a village folder was renamed and the
/// new site could not be built, the previous site stays: otherwise the village would have none.
fn remove_sites(
    names: Vec<String>,
    output: &Path,
    outcomes: &[Outcome],
    notices: &mut Vec<Both>,
) -> Vec<String> {
    let is_without =
        |outcome: &&Outcome| !outcome.is_good() && !has_site(&output.join(&outcome.village.name));
    let mut removed = Vec::new();
    for name in names {
        let site = output.join(&name);
        let mut without = outcomes.iter().filter(is_without);
        if let Some(renamed) = without.find(|outcome| is_site_of(&site, &outcome.village)) {
            notices.push(messages::former_stays(&site, &renamed.village.name));
            continue;
        }
        match remove_site(&site) {
            Ok(true) => removed.push(name),
            Ok(false) => notices.push(messages::not_pruned(&site)),
            Err(failure) => notices.push(failure.message()),
        }
    }
    removed
}

/// Clears away what interrupted builds have left of sites that are of no village any more, and returns their
/// names.
fn clear_half_built(fleet: &Fleet, output: &Path) -> Vec<String> {
    let known = known_names(fleet);
    let built_sites = BuiltSites::read(fleet).unwrap_or_default();
    let names = built_sites.names().into_iter().chain(fleet.villages.iter().map(|village| &*village.name));
    let folders: BTreeSet<&str> =
        names.map(|name| name.rsplit_once('/').map_or("", |(folder, _)| folder)).collect();
    let mut cleared = Vec::new();
    for folder in folders {
        let full = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        let found = clear_interrupted(&output.join(folder), |name| is_known(&known, output, &full(name)));
        cleared.extend(found.iter().map(|name| full(name)));
    }
    cleared
}

/// Returns the sites in a folder that belong to no village of the fleet.
fn unlisted_sites(fleet: &Fleet, output: &Path) -> Vec<String> {
    let known = known_names(fleet);
    let found = files_named(output, MANIFEST, LEVELS, MOST).into_iter();
    let names = found.filter_map(|list| Some(with_slashes(list.parent()?).into_owned()));
    names.filter(|name| !name.is_empty() && !is_known(&known, output, name)).collect()
}

/// Records which sites in `output` belong to this fleet: earlier ones that still exist, and those of its
/// villages now. What cannot be recorded cannot be reported when its village goes, so that is reported now.
pub fn remember_sites(fleet: &Fleet, output: &Path, outcomes: &[Outcome]) -> Option<Both> {
    let was_built = |outcome: &&Outcome| matches!(outcome.state, State::Published(_) | State::Unchanged);
    let just_built: BTreeSet<&str> =
        outcomes.iter().filter(was_built).map(|outcome| &*outcome.village.name).collect();
    let fingerprints_now = |before: &BuiltSites| {
        let of_villages = in_parallel(&fleet.villages, |village| {
            let site = output.join(&village.name);
            let print = site_fingerprint(&site)?;
            let is_ours = || other_village_at(&site, village, Some(before)).is_none();
            (just_built.contains(&*village.name) || is_ours()).then(|| (village.name.clone(), print))
        });
        let mut fingerprints: Fingerprints = of_villages.into_iter().flatten().collect();
        let others = before.names().into_iter().filter(|name| !fingerprints.contains_key(*name));
        let former = others.filter_map(|name| {
            let print = site_fingerprint(&output.join(name)).filter(|print| before.contains(name, *print))?;
            Some((name.to_owned(), print))
        });
        fingerprints.extend(former.collect::<Fingerprints>());
        fingerprints
    };
    remember_built(fleet, output, fingerprints_now)
        .err()
        .map(|failure| messages::sites_not_remembered(&failure.message()))
}

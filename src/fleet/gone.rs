//! Sites of villages that have left the fleet, which would otherwise stay online, and on a portal, forever.
//! Only sites that the fleet built itself are deleted, and only if nobody else has rebuilt them.

use std::collections::BTreeSet;
use std::path::Path;

use super::another::{another_at, is_site_of};
use super::find::Fleet;
use super::made::{MadeSites, Prints, list_path, remember_made};
use super::messages;
use super::run::{Outcome, State};
use super::shown::names_in_short;
use super::state::has_site;
use crate::ground::{Both, MANIFEST, in_parallel, with_slashes};
use crate::publish::{site_print, take_away};
use crate::read::{files_named, is_folder};

/// How many levels of folders are searched for sites.
const LEVELS: usize = 4;

/// The most sites that are searched for.
const MOST: usize = 10_000;

/// The sites in a folder that this fleet built, for villages that are no longer in it.
struct Gone {
    /// Messages about those that stay: their folder still exists, or somebody else rebuilt them.
    stay_messages: Vec<Both>,
    /// The names of the others.
    names: Vec<String>,
    /// Whether it is recorded which sites in the folder the fleet built.
    knows_folder: bool,
}

/// Returns the names of the villages in lowercase for comparison: many file systems ignore case.
fn known_names(fleet: &Fleet) -> BTreeSet<String> {
    fleet.villages.iter().map(|village| village.name.to_lowercase()).collect()
}

/// Finds what is left of villages that are gone; an error if the list of built sites cannot be read.
fn find_gone(fleet: &Fleet, output: &Path) -> Result<Gone, Both> {
    let known = known_names(fleet);
    let made_sites =
        MadeSites::read(fleet).ok_or_else(|| messages::list_of_sites_unread(&list_path(fleet)))?;
    let mut gone =
        Gone { stay_messages: Vec::new(), names: Vec::new(), knows_folder: made_sites.knows_folder(output) };
    let mut renewed = Vec::new();
    for name in made_sites.names() {
        let print = Some(name).filter(|name| !known.contains(&name.to_lowercase()));
        let Some(print) = print.and_then(|name| site_print(&output.join(name))) else { continue };
        match made_sites.contains(name, print) {
            true if is_folder(&fleet.folder.join(name)) => {
                gone.stay_messages.push(messages::no_village_any_more(name))
            }
            true => gone.names.push(name.to_owned()),
            false if made_sites.has_name_in(output, name) => renewed.push(name.to_owned()),
            false => {}
        }
    }
    gone.stay_messages
        .extend((!renewed.is_empty()).then(|| messages::made_by_another(output, &names_in_short(&renewed))));
    Ok(gone)
}

/// Returns messages about the sites in `output` that this fleet built, for villages that are no longer in it.
pub fn told_of_gone(fleet: &Fleet, output: &Path) -> Vec<Both> {
    match find_gone(fleet, output) {
        Ok(Gone { stay_messages: mut told, names, .. }) => {
            told.extend((!names.is_empty()).then(|| messages::left_over(output, &names_in_short(&names))));
            told
        }
        Err(why) => vec![why],
    }
}

/// Returns the message for a request to delete sites when every site is in the folder of its own village.
pub fn told_of_no_output() -> Both {
    messages::nothing_to_prune()
}

/// Deletes those sites and returns the messages about it. If a village folder was renamed and the new site
/// could not be built, the previous site stays: otherwise the village would have none.
pub fn prune_gone(fleet: &Fleet, output: &Path, outcomes: &[Outcome]) -> Vec<Both> {
    let Gone { stay_messages: mut told, names, knows_folder } = match find_gone(fleet, output) {
        Ok(gone) => gone,
        Err(why) => return vec![why],
    };
    let mut taken = Vec::new();
    for name in names {
        let site = output.join(&name);
        let is_without =
            |outcome: &&Outcome| !outcome.is_good() && !has_site(&output.join(&outcome.village.name));
        let mut without = outcomes.iter().filter(is_without);
        if let Some(renamed) = without.find(|outcome| is_site_of(&site, &outcome.village)) {
            told.push(messages::former_stays(&site, &renamed.village.name));
            continue;
        }
        match take_away(&site) {
            Ok(true) => taken.push(name),
            Ok(false) => told.push(messages::not_pruned(&site)),
            Err(failure) => told.push(failure.message()),
        }
    }
    told.extend((!taken.is_empty()).then(|| messages::pruned(output, &names_in_short(&taken))));
    let strange = if knows_folder { Vec::new() } else { sites_of_nobody_known(fleet, output) };
    told.extend(
        (!strange.is_empty()).then(|| messages::made_by_nobody_known(output, &names_in_short(&strange))),
    );
    told
}

/// Returns the sites in a folder that belong to no village of the fleet.
fn sites_of_nobody_known(fleet: &Fleet, output: &Path) -> Vec<String> {
    let known = known_names(fleet);
    let found = files_named(output, MANIFEST, LEVELS, MOST).into_iter();
    let names = found.filter_map(|list| Some(with_slashes(list.parent()?).into_owned()));
    names.filter(|name| !name.is_empty() && !known.contains(&name.to_lowercase())).collect()
}

/// Records which sites in `output` belong to this fleet: earlier ones that still exist, and those of its
/// villages now. What cannot be recorded cannot be reported when its village goes, so that is reported now.
pub fn remember_sites(fleet: &Fleet, output: &Path, outcomes: &[Outcome]) -> Option<Both> {
    let was_made = |outcome: &&Outcome| matches!(outcome.state, State::Published(_) | State::Unchanged);
    let just_made: BTreeSet<&str> =
        outcomes.iter().filter(was_made).map(|outcome| &*outcome.village.name).collect();
    let prints_now = |before: &MadeSites| {
        let of_villages = in_parallel(&fleet.villages, |village| {
            let site = output.join(&village.name);
            let print = site_print(&site)?;
            let is_ours = || another_at(&site, village, Some(before)).is_none();
            (just_made.contains(&*village.name) || is_ours()).then(|| (village.name.clone(), print))
        });
        let mut prints: Prints = of_villages.into_iter().flatten().collect();
        let others = before.names().into_iter().filter(|name| !prints.contains_key(*name));
        let former = others.filter_map(|name| {
            let print = site_print(&output.join(name)).filter(|print| before.contains(name, *print))?;
            Some((name.to_owned(), print))
        });
        prints.extend(former.collect::<Prints>());
        prints
    };
    remember_made(fleet, output, prints_now)
        .err()
        .map(|failure| messages::sites_not_remembered(&failure.message()))
}

//! Sites of villages that have left the fleet: they would be on the internet, and on a portal, for ever. Which sites a fleet
//! made is kept beside it, so that no other site in the same folder is ever taken for one of those.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::find::Fleet;
use super::messages;
use super::shown::listed;
use super::state::has_site;
use crate::ground::{Both, Json, OWN_FOLDER, SitePath, json, parse_json, pretty_json, with_slashes};
use crate::publish::{take_away, turn_for, write_note};
use crate::read::{Unread, bytes_of, is_folder, plain_path, real_path};

/// Where it is kept, in the folder of the fleet.
const FILE: &str = "sites.json";

/// The names of very many villages are some 10 MB.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The number of its form.
const FORM: u64 = 1;

/// The sites that a fleet made, by the folder in which they were put.
type Made = BTreeMap<String, BTreeSet<String>>;

fn list_of(fleet: &Fleet) -> PathBuf {
    fleet.folder.join(OWN_FOLDER).join(FILE)
}

/// What is kept; nothing when it cannot be read, or was kept in another form.
fn made_by(fleet: &Fleet) -> Option<Made> {
    let bytes = match bytes_of(&list_of(fleet), LARGEST) {
        Ok(bytes) => bytes,
        Err(Unread::Gone) => return Some(Made::new()),
        Err(_) => return None,
    };
    let document = parse_json(&bytes)?;
    let known = (document.get("form").and_then(Json::as_u64) == Some(FORM)).then_some(&document)?;
    let names = |names: &Json| {
        let names = names.as_array().into_iter().flatten().filter_map(Json::as_str);
        names.filter(|name| SitePath::is_as_we_write(name)).map(str::to_owned).collect()
    };
    let sites = known.get("sites")?.as_object()?;
    Some(sites.iter().map(|(output, all)| (output.clone(), names(all))).collect())
}

fn key_of(output: &Path) -> String {
    with_slashes(plain_path(&real_path(output))).into_owned()
}

/// The sites in a folder that this fleet made and that are of no village of it any more.
struct Gone {
    /// What is to be said of those of which the folder is still there: they stay, whatever is the matter with it.
    told: Vec<Both>,
    /// The names of the others.
    sites: Vec<String>,
}

fn gone(fleet: &Fleet, output: &Path) -> Result<Gone, Both> {
    // On many a disk, capitals make no difference.
    let known: BTreeSet<String> = fleet.villages.iter().map(|village| village.name.to_lowercase()).collect();
    let mut made = made_by(fleet).ok_or_else(|| messages::list_of_sites_unread(&list_of(fleet)))?;
    let made = made.remove(&key_of(output)).unwrap_or_default().into_iter();
    let gone = made.filter(|name| !known.contains(&name.to_lowercase()) && has_site(&output.join(name)));
    let (stays, sites): (Vec<String>, Vec<String>) =
        gone.partition(|name| is_folder(&fleet.folder.join(name)));
    Ok(Gone { told: stays.iter().map(|name| messages::no_village_any_more(name)).collect(), sites })
}

/// What is to be said of the sites in `output` that this fleet made and that are of no village of it any more.
pub fn told_of_gone(fleet: &Fleet, output: &Path) -> Vec<Both> {
    match gone(fleet, output) {
        Ok(Gone { mut told, sites }) => {
            told.extend((!sites.is_empty()).then(|| messages::left_over(output, &listed(&sites))));
            told
        }
        Err(why) => vec![why],
    }
}

/// Takes those sites away, and gives what is to be said of it.
pub fn prune_gone(fleet: &Fleet, output: &Path) -> Vec<Both> {
    let Gone { mut told, sites } = match gone(fleet, output) {
        Ok(gone) => gone,
        Err(why) => return vec![why],
    };
    let mut taken = Vec::new();
    for name in sites {
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

/// Remembers which sites in `output` are of this fleet: those that it made before and that are there still, and those of the
/// villages that are in it now. What cannot be remembered is not told when its village goes, so that is told now. A list that
/// cannot be read is left as it is, as what stands in it may still be of use.
pub fn remember_sites(fleet: &Fleet, output: &Path) -> Option<Both> {
    let with_ours = || {
        let before = made_by(fleet)?;
        let mut made = before.clone();
        let own = made.entry(key_of(output)).or_default();
        own.extend(fleet.villages.iter().map(|village| village.name.clone()));
        own.retain(|name| has_site(&output.join(name)));
        (made != before).then_some(made)
    };
    // Whose list is right already may be in a folder in which nobody may write.
    with_ours()?;
    let list = list_of(fleet);
    let written = turn_for(&list).and_then(|_turn| match with_ours() {
        Some(made) => write_note(&list, &pretty_json(&json!({ "form": FORM, "sites": made }))),
        None => Ok(()),
    });
    written.err().map(|failure| messages::sites_not_remembered(&failure.message()))
}

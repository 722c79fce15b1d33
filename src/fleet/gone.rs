//! Sites of villages that have left the fleet: they would be on the internet, and on a portal, for ever. Which sites a fleet
//! made is kept beside it, so that no other site in the same folder is ever taken for one of those.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::find::Fleet;
use super::messages;
use super::shown::listed;
use super::state::has_site;
use crate::ground::{Both, Json, SitePath, json, parse_json, pretty_json, with_slashes};
use crate::publish::{take_away, write_note};
use crate::read::{Unread, bytes_of, is_folder, plain_path, real_path};

/// Where it is kept, in the folder of the fleet.
const FILE: &str = ".dorpsplein/sites.json";

/// The names of very many villages are some 10 MB.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The number of its form.
const FORM: u64 = 1;

/// The sites that a fleet made, by the folder in which they were put.
type Made = BTreeMap<String, BTreeSet<String>>;

fn list_of(fleet: &Fleet) -> PathBuf {
    fleet.folder.join(FILE)
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

/// What is to be said of the sites in `output` that this fleet made and that are of no village of it any more; with `prunes`,
/// they are taken away. A village of which the folder is still there keeps its site, whatever is the matter with it.
pub fn told_of_gone(fleet: &Fleet, output: &Path, prunes: bool) -> Vec<Both> {
    // On many a disk, capitals make no difference.
    let known: BTreeSet<String> = fleet.villages.iter().map(|village| village.name.to_lowercase()).collect();
    let Some(mut made) = made_by(fleet) else { return vec![messages::list_of_sites_unread(&list_of(fleet))] };
    let made = made.remove(&key_of(output)).unwrap_or_default().into_iter();
    let gone = made.filter(|name| !known.contains(&name.to_lowercase()) && has_site(&output.join(name)));
    let (stays, gone): (Vec<String>, Vec<String>) =
        gone.partition(|name| is_folder(&fleet.folder.join(name)));
    let mut told: Vec<Both> = stays.iter().map(|name| messages::no_village_any_more(name)).collect();
    if !prunes {
        told.extend((!gone.is_empty()).then(|| messages::left_over(output, &listed(&gone))));
        return told;
    }
    let mut taken = Vec::new();
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

/// Remembers which sites in `output` are of this fleet: those that it made before and that are there still, and those of the
/// villages that are in it now. What cannot be remembered is not told when its village goes. A list that cannot be read is
/// left as it is, as what stands in it may still be of use.
pub fn remember_sites(fleet: &Fleet, output: &Path) {
    let Some(before) = made_by(fleet) else { return };
    let mut made = before.clone();
    let own = made.entry(key_of(output)).or_default();
    own.extend(fleet.villages.iter().map(|village| village.name.clone()));
    own.retain(|name| has_site(&output.join(name)));
    if made != before {
        let _ = write_note(&list_of(fleet), &pretty_json(&json!({ "form": FORM, "sites": made })));
    }
}

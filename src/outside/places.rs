//! Where on this machine a portal has its villages from, for who makes only some of them here.

use std::path::{Path, PathBuf};

use super::gather::settings;
use super::sources::{is_document, lines_of};
use crate::read::{is_folder, real_path};

/// The files and folders that the portal in a folder names, also in lists, each as it is written; nothing of another site.
pub fn places_of(site: &Path) -> Vec<(String, PathBuf)> {
    let settings = settings(site).unwrap_or_default();
    let typed = settings.sources_of_portal().filter_map(|source| source.value.address.as_ref());
    let mut places = Vec::new();
    for typed in typed.map(|address| address.as_str()) {
        let Some(path) = place_of(site, typed) else { continue };
        let is_list = !is_folder(&path) && !is_document(typed);
        let lines = if is_list { lines_of(&path, typed) } else { Vec::new() };
        let folder = path.parent().unwrap_or(&path).to_owned();
        places.extend(lines.into_iter().filter_map(|line| Some((line.clone(), place_of(&folder, &line)?))));
        places.push((typed.to_owned(), path));
    }
    places
}

/// The place of a path, whether there is something or not; nothing for an address.
fn place_of(folder: &Path, typed: &str) -> Option<PathBuf> {
    (!typed.contains("://")).then(|| real_path(&folder.join(typed)))
}

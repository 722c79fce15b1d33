//! Lists the sources of a portal before anything is gathered: for a build of only some of its villages, and
//! for a watcher that checks whether the sources have changed.

use std::path::{Path, PathBuf};

use super::sources::{is_document, is_on_another_machine, list_lines};
use crate::ground::{typed_place, without_login};
use crate::pipeline::settings_of_folder;
use crate::read::{is_folder, real_path};

/// Returns the files and folders that the portal in a folder lists as sources, directly or in lists, each as
/// it is written; nothing on another site.
pub fn source_paths(site: &Path) -> Vec<(String, PathBuf)> {
    let named = sources_of(site).into_iter();
    named
        .filter_map(|NamedSource { typed, folder }| source_path(&folder, &typed).map(|place| (typed, place)))
        .collect()
}

/// Returns the first such source that is outside the folder `root`, whose links are resolved, without any login.
pub fn source_outside(site: &Path, root: &Path) -> Option<String> {
    let mut sources = source_paths(site).into_iter();
    let (typed, _) = sources.find(|(_, place)| !place.starts_with(root))?;
    Some(without_login(&typed))
}

/// Returns the sources that the portal in a folder lists, with the lines of its lists: as long as they stay
/// the same, there is nothing else to gather. Lists on other sites are not read.
pub fn source_addresses(site: &Path) -> Vec<String> {
    sources_of(site).into_iter().map(|source| source.typed).collect()
}

/// A source as it is written, and the folder its path is relative to.
struct NamedSource {
    typed: String,
    folder: PathBuf,
}

/// The sources of `site.yaml`, each after those that it lists.
fn sources_of(site: &Path) -> Vec<NamedSource> {
    let settings = settings_of_folder(site).unwrap_or_default();
    let mut named = Vec::new();
    for typed in settings.addresses_of_sources().map(|address| address.as_str()) {
        if let Some(path) = source_path(site, typed).filter(|path| !is_folder(path) && !is_document(typed)) {
            let folder = path.parent().unwrap_or(&path).to_owned();
            let lines = list_lines(&path, typed).into_iter();
            named.extend(lines.map(|typed| NamedSource { typed, folder: folder.clone() }));
        }
        named.push(NamedSource { typed: typed.to_owned(), folder: site.to_owned() });
    }
    named
}

/// The location of a path, whether or not it exists; `None` for an address.
fn source_path(folder: &Path, typed: &str) -> Option<PathBuf> {
    let is_path = !typed.contains("://") && !is_on_another_machine(folder, typed);
    is_path.then(|| real_path(&typed_place(folder, typed)))
}

//! What lies beside a site: its themes, what is known of them, and which one it names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::messages;
use crate::ground::{Both, Remarks, Speech};
use crate::package::{Added, Lock, changed_files, read_lock};
use crate::read::{HeldFile, SITE_FILE, bytes_of, collect, is_folder, themes_beside};
use crate::village::{layout, settle};

/// A `site.yaml` is no longer than this.
const LONGEST: u64 = 4 * 1024 * 1024;

/// The folder of the packages themselves, among the themes; the reader of a village passes over it.
pub(super) const KEPT: &str = ".packages";

/// A village folder, as far as its themes go.
#[derive(Debug)]
pub struct Stand {
    /// The village folder.
    pub folder: PathBuf,
    /// The language of the site.
    pub speech: Speech,
    pub(super) site_text: String,
    /// The folder in which themes lie: `themas` or `themes`.
    pub(super) shelf: &'static str,
    pub(super) lock: Lock,
    /// The theme that the site names.
    pub(super) named: Option<String>,
    files: Vec<HeldFile>,
}

/// Looks at what lies beside a site.
///
/// # Errors
/// When that cannot be told for sure.
pub fn look(folder: &Path) -> Result<Stand, Both> {
    let no_site = || messages::no_site(&folder.display().to_string());
    let source = collect(folder, &layout()).map_err(|_| no_site())?;
    let text = bytes_of(&folder.join(SITE_FILE), LONGEST).ok();
    let site_text = text.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(no_site)?;
    let lock = match &source.lock {
        Some(file) => read_lock(&file.bytes).ok_or_else(messages::lock_unreadable)?,
        None => Lock::default(),
    };
    let settings = settle(&source, &mut Remarks::default()).settings;
    let named = settings.theme.as_ref().and_then(|theme| theme.value.name.as_ref());
    let shelf = match settings.speech() {
        _ if is_folder(&folder.join("themes")) => "themes",
        _ if is_folder(&folder.join("themas")) => "themas",
        Speech::Dutch => "themas",
        Speech::English => "themes",
    };
    Ok(Stand {
        folder: folder.to_owned(),
        speech: settings.speech(),
        site_text,
        shelf,
        lock,
        named: named.map(|name| name.as_str().to_owned()),
        files: source.packages,
    })
}

impl Stand {
    /// Where a theme lies, from the village folder.
    pub(super) fn folder_of(&self, name: &str) -> String {
        format!("{}/{name}", self.shelf)
    }

    /// Where a package is kept, from the village folder.
    pub(super) fn kept(&self, file: &str) -> String {
        format!("{}/{KEPT}/{file}", self.shelf)
    }

    /// The files of a theme, by their paths in it.
    pub(super) fn files_of(&self, name: &str) -> BTreeMap<&str, &[u8]> {
        themes_beside(&self.files).remove(&(self.shelf, name)).unwrap_or_default()
    }

    /// The names of the folders with themes.
    pub(super) fn lying(&self) -> BTreeSet<&str> {
        let here = themes_beside(&self.files).into_keys().filter(|(top, _)| *top == self.shelf);
        here.map(|(_, name)| name).collect()
    }

    /// The files of a theme that are not as they came, and are there.
    pub(super) fn changed_in(&self, name: &str, added: &Added) -> Vec<String> {
        let files = self.files_of(name);
        let there = files.iter().map(|(path, bytes)| (*path, *bytes));
        match changed_files(there, added.list) {
            Some(changed) => changed.into_iter().filter(|path| files.contains_key(path.as_str())).collect(),
            None if files.is_empty() => Vec::new(),
            None => vec![crate::package::LIST_FILE.to_owned()],
        }
    }

    /// Whether nobody's work would be lost when another version is put here.
    pub(super) fn check_untouched(&self, name: &str) -> Result<(), Both> {
        let folder = self.folder_of(name);
        match self.lock.themes.get(name) {
            None if self.files_of(name).is_empty() && !is_folder(&self.folder.join(&folder)) => Ok(()),
            None => Err(messages::somebodys_folder(&folder)),
            Some(added) => match self.changed_in(name, added) {
                changed if changed.is_empty() => Ok(()),
                changed => Err(messages::changed_by_hand(&folder, &changed)),
            },
        }
    }

    /// The themes that were added and lie over each other, from the one that the site names down.
    pub(super) fn chain(&self) -> Vec<String> {
        let mut chain: Vec<String> = Vec::new();
        let mut next = self.named.clone();
        while let Some(name) = next.filter(|name| !chain.contains(name)) {
            let Some(added) = self.lock.themes.get(&name) else { break };
            next = added.extends.clone();
            chain.push(name);
        }
        chain
    }
}

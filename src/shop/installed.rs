//! The themes installed beside a site: what is recorded about them, and which one the site uses.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::condition::{Condition, condition};
use super::folder_messages;
use super::kept::{kept_package, kept_path};
use super::messages;
use super::rebuilt_lock::rebuilt_lock;
use crate::ground::{Both, Checksum, Locale, Remarks, Severity, SitePath, Version};
use crate::package::{Lock, LockedTheme, Package, read_lock};
use crate::publish::{Preconditions, finish_exchange};
use crate::read::{
    HeldFile, LOCK_FILE, LONGEST_TEXT, SITE_FILE, Source, bytes_of, collect, is_folder, stamp,
    themes_by_folder,
};
use crate::theme::{Layer, read_manifest};
use crate::village::{layout, settings_in};

/// A village folder, as far as its themes are concerned.
#[derive(Debug)]
pub struct InstalledThemes {
    /// The village folder.
    pub folder: PathBuf,
    /// The language of the site.
    pub locale: Locale,
    /// Whether an interrupted command was completed first.
    pub was_recovered: bool,
    /// Whether `themes.lock` was missing and its contents were rebuilt.
    pub(super) was_lock_lost: bool,
    /// Whether `site.yaml` has mistakes.
    is_site_valid: bool,
    pub(super) site_text: String,
    /// The folder that holds the themes: `themas` or `themes`.
    pub(super) themes_folder: &'static str,
    pub(super) lock: Lock,
    /// The bytes of `themes.lock`, if it exists.
    lock_bytes: Option<Vec<u8>>,
    /// The theme that the site names in `site.yaml`.
    pub(super) named: Option<String>,
    files: Vec<HeldFile>,
}

/// Reads which themes are installed beside a site, after completing any interrupted command.
///
/// # Errors
/// When that cannot be established with certainty.
pub fn installed_themes(folder: &Path) -> Result<InstalledThemes, Both> {
    let no_site = || messages::no_site(&folder.display().to_string());
    let was_recovered = finish_exchange(folder).map_err(|failure| failure.message())?;
    let source = collect(folder, &layout()).map_err(|_| no_site())?;
    let bytes = bytes_of(&folder.join(SITE_FILE), LONGEST_TEXT).map_err(|_| no_site())?;
    let site_text = String::from_utf8(bytes).map_err(|_| messages::site_not_utf8())?;
    let settings = settings_in(&source);
    let named = settings.theme.as_ref().and_then(|theme| theme.value.name.as_ref());
    let mistakes = source
        .site
        .as_deref()
        .map_or(0, |site| site.remarks.iter().filter(|remark| remark.severity == Severity::Error).count());
    let themes_folder = themes_folder_of(folder, &source, settings.locale())?;
    let lock = match &source.lock {
        Some(file) => read_lock(&file.bytes).ok_or_else(messages::lock_unreadable)?,
        // It exists but cannot be read: its contents must not be lost.
        None if stamp(&folder.join(LOCK_FILE)).is_some() => return Err(messages::lock_unreadable()),
        None => rebuilt_lock(&folder.join(themes_folder), &source, &settings),
    };
    Ok(InstalledThemes {
        folder: folder.to_owned(),
        locale: settings.locale(),
        was_recovered,
        was_lock_lost: source.lock.is_none() && !lock.themes.is_empty(),
        is_site_valid: mistakes == 0,
        site_text,
        themes_folder,
        lock,
        lock_bytes: source.lock.as_ref().map(|file| file.bytes.to_vec()),
        named: named.map(|name| name.as_str().to_owned()),
        files: source.packages,
    })
}

/// Returns the folder that holds the themes. With two of them nobody could tell which one counts: an error.
fn themes_folder_of(folder: &Path, source: &Source, locale: Locale) -> Result<&'static str, Both> {
    let tops: BTreeSet<&str> = source.packages.iter().filter_map(|file| file.path.top()).collect();
    if let [one, other] = tops.iter().copied().collect::<Vec<_>>()[..] {
        return Err(folder_messages::two_themes_folders(one, other));
    }
    let by_language = match locale {
        Locale::Dutch => "themas",
        Locale::English => "themes",
    };
    Ok(match tops.first() {
        Some(&"themas") => "themas",
        Some(&"themes") => "themes",
        _ => ["themes", "themas"]
            .into_iter()
            .find(|themes_folder| is_folder(&folder.join(themes_folder)))
            .unwrap_or(by_language),
    })
}

impl InstalledThemes {
    /// Returns the files that a command bases its decisions on.
    pub(super) fn preconditions(&self) -> Preconditions {
        vec![(SITE_FILE, Some(self.site_text.clone().into_bytes())), (LOCK_FILE, self.lock_bytes.clone())]
    }

    /// Returns the folder of a theme, relative to the village folder.
    pub(super) fn folder_of(&self, name: &str) -> String {
        format!("{}/{name}", self.themes_folder)
    }

    /// Returns where a package is kept, relative to the village folder.
    pub(super) fn kept_path_of(&self, file: &str) -> String {
        kept_path(self.themes_folder, file)
    }

    /// Returns the kept package of an installed version, with its bytes; `None` if missing or altered.
    pub(super) fn kept_package(
        &self,
        name: &str,
        version: Version,
        hash: Checksum,
    ) -> Option<(Package, Vec<u8>)> {
        kept_package(&self.folder.join(self.kept_path_of(&kept_name(name, version))), name, hash)
    }

    /// Whether the village has its own file at this path of the theme.
    pub(super) fn has_own(&self, path: &str) -> bool {
        layout().theme.iter().any(|folder| stamp(&self.folder.join(folder).join(path)).is_some())
    }

    /// Returns the files of a theme, by their paths within it.
    pub(super) fn files_of(&self, name: &str) -> BTreeMap<&str, &[u8]> {
        themes_by_folder(&self.files).remove(&(self.themes_folder, name)).unwrap_or_default()
    }

    /// Returns the names of the theme folders.
    pub(super) fn theme_names(&self) -> BTreeSet<&str> {
        let here = themes_by_folder(&self.files).into_keys().filter(|(top, _)| *top == self.themes_folder);
        here.map(|(_, name)| name).collect()
    }

    /// Compares the folder of a theme with what was installed.
    pub(super) fn condition(&self, name: &str, added: &LockedTheme) -> Condition {
        condition(&self.folder.join(self.themes_folder), name, added)
    }

    /// Checks that no manual work would be lost if another version were installed.
    pub(super) fn check_untouched(&self, name: &str) -> Result<(), Both> {
        let folder = self.folder_of(name);
        let Some(added) = self.lock.themes.get(name) else {
            let is_free = self.files_of(name).is_empty() && !is_folder(&self.folder.join(&folder));
            return if is_free { Ok(()) } else { Err(folder_messages::folder_not_ours(&folder)) };
        };
        let Condition { changed, unexpected, is_known, .. } = self.condition(name, added);
        if !is_known {
            Err(folder_messages::list_unknown(&folder, added.from.as_deref()))
        } else if !changed.is_empty() {
            Err(folder_messages::changed_by_hand(&folder, &[changed, unexpected].concat()))
        } else if !unexpected.is_empty() {
            Err(folder_messages::unexpected_files(&folder, &unexpected))
        } else {
            Ok(())
        }
    }

    /// Returns the theme that an installed theme builds on, according to the lock or to its own manifest.
    pub(super) fn theme_below(&self, lock: &Lock, name: &str) -> Option<String> {
        if let Some(added) = lock.themes.get(name) {
            return added.extends.clone();
        }
        let held = |(path, bytes): (&str, &[u8])| {
            Some(HeldFile { path: SitePath::new(path)?, bytes: bytes.to_vec() })
        };
        let files: Vec<HeldFile> = self.files_of(name).into_iter().filter_map(held).collect();
        let manifest = read_manifest(&Layer::new(name, name, files), &mut Remarks::default());
        manifest.and_then(|manifest| manifest.extends)
    }

    /// Returns this theme and those it builds on, from the top down.
    pub(super) fn chain_from(&self, lock: &Lock, name: &str) -> Vec<String> {
        let mut chain: Vec<String> = Vec::new();
        let mut next = Some(name.to_owned());
        while let Some(name) = next.filter(|name| !chain.contains(name)) {
            next = self.theme_below(lock, &name);
            chain.push(name);
        }
        chain
    }

    /// Whether the theme of the site builds on this one.
    pub(super) fn is_inherited(&self, name: &str) -> bool {
        let all = self.named.as_deref().map_or_else(Vec::new, |named| self.chain_from(&self.lock, named));
        all.iter().skip(1).any(|below| below == name)
    }

    /// Returns the added themes in the chain of the site's theme, from the top down.
    pub(super) fn added_chain(&self) -> Vec<String> {
        let all = self.named.as_deref().map_or_else(Vec::new, |named| self.chain_from(&self.lock, named));
        all.into_iter().filter(|name| self.lock.themes.contains_key(name)).collect()
    }

    /// Returns why `site.yaml` is not changed: its own mistakes come first, then the given reason.
    pub(super) fn site_not_changed(&self, otherwise: impl FnOnce() -> Both) -> Both {
        if self.is_site_valid { otherwise() } else { messages::site_invalid() }
    }
}

/// Returns the file name under which a package is kept.
pub(super) fn kept_name(name: &str, version: Version) -> String {
    format!("{name}-{version}.zip")
}

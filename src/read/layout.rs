//! Decides which folders and files of a village have a meaning, and which are ignored.

use std::path::Path;

use super::disk;
use crate::ground::{MANIFEST, SitePath, fold};

/// The folders with a meaning in a village folder, under all their names.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Entries as `.md` and `.yaml`.
    pub entries: Vec<&'static str>,
    /// Photos and documents.
    pub files: Vec<&'static str>,
    /// The village's own theme layer.
    pub theme: Vec<&'static str>,
    /// Themes that were added, each in a folder of its own.
    pub packages: Vec<&'static str>,
    /// The folders in which a YAML file describes the file next to it.
    pub with_sidecars: Vec<&'static str>,
    /// Data files next to `site.yaml`.
    pub data: Vec<&'static str>,
}

/// Names that people give a folder whose real name is different.
const MEANT: [(&[&str], &str); 7] = [
    (&["evenementen", "evenement", "activiteiten", "activiteit", "kalender"], "agenda"),
    (&["activities", "calendar"], "events"),
    (&["fotos", "foto", "afbeeldingen", "plaatjes", "images", "photos", "pictures"], "media"),
    (&["berichten", "artikelen"], "nieuws"),
    (&["posts", "articles"], "news"),
    (&["verenigingen", "clubs"], "organisaties"),
    (&["bestanden", "downloads", "pdf", "pdfs"], "documenten"),
];

impl Layout {
    /// Whether to enter a folder: it has a meaning and is not a site that this program built.
    pub(super) fn should_enter(&self, root: &Path, relative: &Path) -> bool {
        let Some(path) = relative.to_str().and_then(SitePath::new) else { return false };
        let top = path.top().unwrap_or(path.as_str());
        !is_ignored(&path) && self.is_known_folder(top) && !is_site(root, relative)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.entries.iter().chain(&self.files).chain(&self.theme).chain(&self.packages).copied()
    }

    pub(super) fn is_known_folder(&self, folder: &str) -> bool {
        self.names().any(|name| is_named(folder, name))
    }

    /// Returns the folder that is meant by another word.
    pub(super) fn meant_folder(&self, folder: &str) -> Option<&'static str> {
        let folded = fold(folder);
        let (_, meant_folder) = MEANT.iter().find(|(words, _)| words.contains(&folded.as_str()))?;
        self.names().find(|name| name == meant_folder)
    }

    pub(super) fn holds_entries(&self, folder: &str) -> bool {
        self.entries.iter().any(|name| is_named(folder, name))
    }

    pub(super) fn holds_files(&self, folder: &str) -> bool {
        self.files.iter().any(|name| is_named(folder, name))
    }

    pub(super) fn holds_sidecars(&self, folder: &str) -> bool {
        self.with_sidecars.iter().any(|name| is_named(folder, name))
    }

    pub(super) fn holds_packages(&self, folder: &str) -> bool {
        self.packages.iter().any(|name| is_named(folder, name))
    }

    pub(super) fn holds_theme(&self, folder: &str) -> bool {
        self.theme.iter().any(|name| is_named(folder, name))
    }
}

/// Compares without regard to case, as Windows does: `Agenda` is `agenda`.
pub(super) fn is_named(folder: &str, name: &str) -> bool {
    folder.eq_ignore_ascii_case(name)
}

/// The folder in the village folder that the site is written to by default.
pub const OUTPUT_FOLDER: &str = "public";

/// Whether a file is left behind by a system or an editor: hidden files, thumbnails, lock files, backups.
pub fn is_ignored(path: &SitePath) -> bool {
    let name = path.name();
    let of_other_programs = ["node_modules", "cname"];
    path.as_str().split('/').any(|part| part.starts_with('.'))
        || name.starts_with("~$")
        || name.ends_with('~')
        || path.ends_in(&["tmp", "bak", "swp", "lnk"])
        || is_system_file(name)
        || of_other_programs.iter().any(|other| is_named(name, other))
        || (path.top().is_none() && is_named(name, OUTPUT_FOLDER))
}

/// Whether a file is one that Windows or macOS automatically puts in every folder.
pub fn is_system_file(name: &str) -> bool {
    [".ds_store", "thumbs.db", "desktop.ini"].iter().any(|dropping| is_named(name, dropping))
}

/// Whether a folder of the village is a site that this program built.
pub(super) fn is_site(root: &Path, relative: &Path) -> bool {
    disk::contains_name(&root.join(relative), MANIFEST)
}

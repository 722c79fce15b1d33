//! Reads a theme from a folder of its own, as theme authors have it.

use std::collections::BTreeMap;
use std::path::Path;

use super::disk::{self, Found, Refusal};
use super::layout::is_ignored;
use super::messages;
use super::source::{HeldFile, held, keep};
use crate::ground::{Diagnostic, Place, SitePath};

/// The themes next to a site, by themes folder and theme name. Each maps paths within the theme to contents.
pub type ThemesByFolder<'s> = BTreeMap<(&'s str, &'s str), BTreeMap<&'s str, &'s [u8]>>;

/// Groups files next to a site by the theme they belong to. A file outside any theme's folder is left out.
pub fn themes_by_folder(files: &[HeldFile]) -> ThemesByFolder<'_> {
    let mut themes = ThemesByFolder::new();
    for file in files {
        let mut parts = file.path.as_str().splitn(3, '/');
        if let (Some(top), Some(name), Some(inner)) = (parts.next(), parts.next(), parts.next()) {
            themes.entry((top, name)).or_default().insert(inner, &file.bytes);
        }
    }
    themes
}

/// Returns the files of a theme in a folder of its own, and diagnostics for what cannot be used.
///
/// # Errors
/// When the folder itself is missing or cannot be listed.
pub fn theme_files(root: &Path) -> Result<(Vec<HeldFile>, Vec<Diagnostic>), Refusal> {
    let (mut files, mut remarks) = (Vec::new(), Vec::new());
    for (relative, what) in disk::list_folder(root, |_| true)? {
        let path = relative.to_str().and_then(SitePath::new).filter(|path| !is_ignored(path));
        match (path, what) {
            (Some(path), Found::File(_)) => {
                keep(held(&path, path.clone(), &root.join(&relative)), &mut files, &mut remarks);
            }
            (Some(path), Found::Unusable(trouble)) => {
                remarks.push(messages::trouble(Place::of_file(path.shared()), trouble));
            }
            _ => {}
        }
    }
    Ok((files, remarks))
}

//! A theme in a folder of its own, as those have it who make one.

use std::collections::BTreeMap;
use std::path::Path;

use super::disk::{self, Found, Refusal};
use super::layout::is_ignored;
use super::messages;
use super::source::{HeldFile, held, keep};
use crate::ground::{Diagnostic, Place, SitePath};

/// Themes that lie beside a site, by the folder that themes lie in and their names: their files by their paths in them.
pub type ThemesBeside<'s> = BTreeMap<(&'s str, &'s str), BTreeMap<&'s str, &'s [u8]>>;

/// The themes that files beside a site belong to; a file in no theme's folder belongs to none.
pub fn themes_beside(files: &[HeldFile]) -> ThemesBeside<'_> {
    let mut themes = ThemesBeside::new();
    for file in files {
        let mut parts = file.path.as_str().splitn(3, '/');
        if let (Some(top), Some(name), Some(inner)) = (parts.next(), parts.next(), parts.next()) {
            themes.entry((top, name)).or_default().insert(inner, &file.bytes);
        }
    }
    themes
}

/// The files of a theme in a folder of its own, and what cannot be used.
///
/// # Errors
/// When the folder itself is not there or cannot be listed.
pub fn theme_files(root: &Path) -> Result<(Vec<HeldFile>, Vec<Diagnostic>), Refusal> {
    let (mut files, mut remarks) = (Vec::new(), Vec::new());
    for (relative, what) in disk::list_folder(root, |_| true)? {
        let path = relative.to_str().and_then(SitePath::new).filter(|path| !is_ignored(path));
        match (path, what) {
            (Some(path), Found::File(_)) => {
                keep(held(&path, path.clone(), &root.join(&relative)), &mut files, &mut remarks);
            }
            (Some(path), Found::Odd(trouble)) => {
                remarks.push(messages::trouble(Place::whole(path.shared()), trouble));
            }
            _ => {}
        }
    }
    Ok((files, remarks))
}

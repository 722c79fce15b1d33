//! A layer is a folder of theme files; if several layers have the same file, the topmost counts.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ground::{Fingerprint, Fingerprinter, SitePath};
use crate::read::HeldFile;

/// The name of the village's own layer, which no theme can have.
pub const VILLAGE_LAYER: &str = "~village";

/// The style of a theme to which the others are added.
pub const MAIN_STYLE: &str = "site.css";

/// The files of one theme, or of a village's own additions to it.
#[derive(Debug, PartialEq)]
pub struct Layer {
    /// What the layer is called: `lvkk`, `thema`.
    pub name: String,
    /// Where it is, as messages show it: `lvkk`, `themas/overijssel`, `thema`.
    pub folder: String,
    /// Its files by their path: `templates/home.html`, `assets/site.css`, `words/nl.yaml`.
    pub files: BTreeMap<SitePath, Arc<[u8]>>,
    /// Distinguishes what is merged from it from what is merged from other layers.
    mark: Fingerprint,
}

impl Layer {
    /// Makes a layer from files and their paths inside it.
    pub fn new(
        name: impl Into<String>,
        folder: impl Into<String>,
        files: impl IntoIterator<Item = HeldFile>,
    ) -> Self {
        let files = files.into_iter().map(|file| (file.path, file.bytes.into())).collect();
        Self::of(name.into(), folder.into(), files)
    }

    fn of(name: String, folder: String, files: BTreeMap<SitePath, Arc<[u8]>>) -> Self {
        let mark = mark_of(&name, &folder, &files);
        Self { name, folder, files, mark }
    }

    /// Makes a layer from those files of a village folder that are below `folder`.
    pub(super) fn below<'f>(name: &str, folder: &str, files: impl IntoIterator<Item = &'f HeldFile>) -> Self {
        let inside = files.into_iter().filter_map(|file| {
            let inner = file.path.as_str().strip_prefix(folder)?.strip_prefix('/')?;
            Some((SitePath::new(inner)?, file.bytes.as_slice().into()))
        });
        Self::of(name.to_owned(), folder.to_owned(), inside.collect())
    }

    /// Returns what distinguishes its templates, its words and the messages about them from those of another.
    pub(super) fn mark(&self) -> Fingerprint {
        self.mark
    }

    /// Returns the path of one of its files as messages show it.
    pub fn shown(&self, file: &SitePath) -> SitePath {
        SitePath::new(&format!("{}/{file}", self.folder)).unwrap_or_else(|| file.clone())
    }

    /// Returns its files in one of its folders, with their paths below that.
    pub(super) fn files_in(&self, folder: &str) -> impl Iterator<Item = (&SitePath, SitePath, &Arc<[u8]>)> {
        let inside = self.files.iter().filter(move |(path, _)| path.top() == Some(folder));
        inside.filter_map(|(path, bytes)| {
            let (_, inner) = path.as_str().split_once('/')?;
            Some((path, SitePath::new(inner)?, bytes))
        })
    }
}

fn mark_of(name: &str, folder: &str, files: &BTreeMap<SitePath, Arc<[u8]>>) -> Fingerprint {
    let mut mark = Fingerprinter::default();
    let mut add = |bytes: &[u8]| {
        mark.add(&(bytes.len() as u64).to_le_bytes());
        mark.add(bytes);
    };
    add(name.as_bytes());
    add(folder.as_bytes());
    for (path, bytes) in files {
        add(path.as_str().as_bytes());
        // The manifest lists what the theme has removed.
        if matches!(path.top(), Some("templates" | "words")) || path.as_str() == "theme.yaml" {
            add(bytes);
        }
    }
    mark.finish()
}

/// Returns the topmost layer that has a file, and the file itself, leaving out the village's own layer.
/// `layers` are all layers, lowest first.
pub fn origin_of<'l>(layers: &'l [Arc<Layer>], path: &SitePath) -> Option<(&'l Arc<Layer>, &'l Arc<[u8]>)> {
    let themes = layers.iter().rev().filter(|layer| layer.name != VILLAGE_LAYER);
    themes.filter_map(|layer| Some((layer, layer.files.get(path)?))).next()
}

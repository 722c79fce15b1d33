//! A layer is a folder of theme files; of several layers the topmost file counts.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ground::SitePath;
use crate::read::HeldFile;

/// What the village's own layer is called among the others: a name that no theme can have.
pub const VILLAGE_LAYER: &str = "~village";

/// The style that every layer may add to the style of the theme, instead of taking its place.
pub(super) const EXTRA_STYLE: &str = "extra.css";

/// The files of one theme, or of a village's own additions to it.
#[derive(Debug, PartialEq)]
pub struct Layer {
    /// What the layer is called: `lvkk`, `thema`.
    pub name: String,
    /// Where it stands, as messages say it: `lvkk`, `themas/overijssel`, `thema`.
    pub folder: String,
    /// Its files by their path: `templates/home.html`, `assets/site.css`, `words/nl.yaml`.
    pub files: BTreeMap<SitePath, Arc<[u8]>>,
}

impl Layer {
    /// A layer made of files that were read, by their paths inside it.
    pub fn new(
        name: impl Into<String>,
        folder: impl Into<String>,
        files: impl IntoIterator<Item = HeldFile>,
    ) -> Self {
        let files = files.into_iter().map(|file| (file.path, file.bytes.into())).collect();
        Self { name: name.into(), folder: folder.into(), files }
    }

    /// A layer made of those files of a village folder that stand below `folder`.
    pub(super) fn below<'f>(name: &str, folder: &str, files: impl IntoIterator<Item = &'f HeldFile>) -> Self {
        let inside = files.into_iter().filter_map(|file| {
            let inner = file.path.as_str().strip_prefix(folder)?.strip_prefix('/')?;
            Some((SitePath::new(inner)?, file.bytes.as_slice().into()))
        });
        Self { name: name.to_owned(), folder: folder.to_owned(), files: inside.collect() }
    }

    /// The path of one of its files as messages say it.
    pub fn shown(&self, file: &SitePath) -> SitePath {
        SitePath::new(&format!("{}/{file}", self.folder)).unwrap_or_else(|| file.clone())
    }

    /// Its files in one of its folders, with their paths below that.
    pub(super) fn files_in(&self, folder: &str) -> impl Iterator<Item = (&SitePath, SitePath, &Arc<[u8]>)> {
        let inside = self.files.iter().filter(move |(path, _)| path.top() == Some(folder));
        inside.filter_map(|(path, bytes)| {
            let (_, inner) = path.as_str().split_once('/')?;
            Some((path, SitePath::new(inner)?, bytes))
        })
    }
}

/// The layer that a file comes from when the village's own are left out, the topmost that has it, with the file. `layers`
/// are all there are, the lowest first.
pub fn origin_of<'l>(layers: &'l [Arc<Layer>], path: &SitePath) -> Option<(&'l Arc<Layer>, &'l Arc<[u8]>)> {
    let themes = layers.iter().rev().filter(|layer| layer.name != VILLAGE_LAYER);
    themes.filter_map(|layer| Some((layer, layer.files.get(path)?))).next()
}

//! A layer is a folder of theme files; of several layers the topmost file counts.

use std::collections::BTreeMap;

use crate::ground::SitePath;
use crate::read::HeldFile;

/// The files of one theme, or of a village's own additions to it.
#[derive(Clone, Debug)]
pub struct Layer {
    /// What the layer is called in messages: `lvkk`, `thema`.
    pub name: String,
    /// Its files by their path: `templates/home.html`, `assets/site.css`, `words/nl.yaml`.
    pub files: BTreeMap<SitePath, Vec<u8>>,
}

impl Layer {
    /// A layer made of files that were read.
    pub fn new(name: impl Into<String>, files: impl IntoIterator<Item = HeldFile>) -> Self {
        Self { name: name.into(), files: files.into_iter().map(|file| (file.path, file.bytes)).collect() }
    }
}

/// A file with the number of the layer it was found in; 0 is the lowest.
#[derive(Clone, Copy, Debug)]
pub struct Layered<'l> {
    /// The number of the layer, from below.
    pub layer: usize,
    /// Its path in the layer.
    pub path: &'l SitePath,
    /// What is in it.
    pub bytes: &'l [u8],
}

/// Every file below `folder/` in all layers, lowest layer first.
pub(super) fn files_in<'l>(layers: &'l [Layer], folder: &'l str) -> impl Iterator<Item = Layered<'l>> {
    layers.iter().enumerate().flat_map(move |(number, layer)| {
        let inside = layer.files.iter().filter(move |(path, _)| path.top() == Some(folder));
        inside.map(move |(path, bytes)| Layered { layer: number, path, bytes })
    })
}

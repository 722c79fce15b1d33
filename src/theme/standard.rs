//! The standard theme, which is embedded in the program.

use std::sync::{Arc, OnceLock};

use include_dir::{Dir, include_dir};

use super::contract::Contract;
use super::layer::Layer;
use super::manifest::read_manifest;
use crate::ground::{Remarks, SitePath, Version};
use crate::read::HeldFile;

static LVKK: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/lvkk");

/// The name of the theme for a site that names none.
pub const STANDARD: &str = "lvkk";

/// What a program ships for every site: its own themes, and what it promises to all themes.
#[derive(Clone, Debug)]
pub struct Shipped {
    /// The themes that need not be added.
    pub themes: Vec<Arc<Layer>>,
    /// What templates are given.
    pub contract: Contract,
}

impl Shipped {
    /// Whether a layer comes with the program.
    pub(super) fn has(&self, layer: &Arc<Layer>) -> bool {
        self.themes.iter().any(|known| Arc::ptr_eq(known, layer))
    }

    /// Returns the version of a theme that comes with the program.
    pub fn version_of(&self, name: &str) -> Option<Version> {
        let layer = self.themes.iter().find(|layer| layer.name == name)?;
        read_manifest(layer, &mut Remarks::default()).map(|manifest| manifest.version)
    }
}

/// Returns what comes with this program: the standard theme.
pub fn shipped() -> Shipped {
    static THEMES: OnceLock<Arc<Layer>> = OnceLock::new();
    let standard = THEMES.get_or_init(|| Arc::new(Layer::new(STANDARD, STANDARD, files_of(&LVKK))));
    Shipped { themes: vec![Arc::clone(standard)], contract: Contract::OURS }
}

fn files_of(dir: &'static Dir<'static>) -> Vec<HeldFile> {
    let mut files = Vec::new();
    let mut folders = vec![dir];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_str().and_then(SitePath::new);
            files.extend(path.map(|path| HeldFile { path, bytes: file.contents().to_vec() }));
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::API;

    #[test]
    fn the_standard_theme_meets_the_contract_of_this_program() {
        let mut remarks = crate::ground::Remarks::default();
        let manifest = read_manifest(&shipped().themes[0], &mut remarks).expect("it has a manifest");
        assert_eq!((manifest.name.as_str(), manifest.api, manifest.extends), (STANDARD, API, None));
        assert!(remarks.sorted().is_empty());
    }
}

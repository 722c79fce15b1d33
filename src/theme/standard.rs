//! The standard theme travels inside the program.

use include_dir::{Dir, include_dir};

use super::layer::Layer;
use crate::ground::SitePath;
use crate::read::HeldFile;

/// The number of the contract between program and themes: `api` in `theme.yaml`.
pub const API: u8 = 1;

static LVKK: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/lvkk");

/// The layers that every site has: the standard theme.
pub fn standard_layers() -> Vec<Layer> {
    vec![Layer::new("lvkk", files_of(&LVKK))]
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

    #[test]
    fn the_standard_theme_keeps_the_contract_of_this_program() {
        let told = LVKK.get_file("theme.yaml").and_then(|file| file.contents_utf8()).unwrap_or_default();
        assert!(told.lines().any(|line| line == format!("api: {API}")), "{told}");
    }
}

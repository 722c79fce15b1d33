//! Computes the relative path from one folder to another.

use std::path::{Component, Path, PathBuf};

/// Returns the relative path between two absolute ones: `../../sites`. `None` when they share no named
/// folder, for instance because they are on different disks.
pub fn relative_path(from: &Path, to: &Path) -> Option<PathBuf> {
    let shared = from.components().zip(to.components()).take_while(|(one, other)| one == other).count();
    let is_named = |part: Component<'_>| matches!(part, Component::Normal(_));
    if !to.components().take(shared).any(is_named) {
        return None;
    }
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    Some(up.chain(to.components().skip(shared)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::with_slashes;

    #[test]
    fn a_relative_path_goes_up_only_as_far_as_needed() {
        let way = |from: &str, to: &str| {
            relative_path(Path::new(from), Path::new(to)).map(|path| with_slashes(&path).into_owned())
        };
        assert_eq!(way("/werk/dorpen/ee", "/werk/winkel").as_deref(), Some("../../winkel"));
        assert_eq!(way("/werk/ee", "/werk/ee/pakketten").as_deref(), Some("pakketten"));
        assert_eq!(way("/werk/ee", "/werk/ee").as_deref(), Some(""));
        assert_eq!(way("/werk/ee", "/usb/winkel"), None);
    }
}

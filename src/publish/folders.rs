//! Sorts the folders of files by level: those on one level can be created or removed at the same time.

use std::collections::BTreeSet;

/// Returns the folders of these files, the outermost level first.
pub(super) fn levels<'p>(files: impl IntoIterator<Item = &'p str>) -> Vec<Vec<&'p str>> {
    let mut levels: Vec<BTreeSet<&str>> = Vec::new();
    for file in files {
        let mut path = file;
        while let Some((folder, _)) = path.rsplit_once('/') {
            let level = folder.matches('/').count();
            if levels.len() <= level {
                levels.resize_with(level + 1, BTreeSet::new);
            }
            if !levels[level].insert(folder) {
                break;
            }
            path = folder;
        }
    }
    levels.into_iter().map(|level| level.into_iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_folder_comes_once_and_after_its_parent() {
        let files = ["index.html", "agenda/2026/11/index.html", "agenda/index.html", "nieuws/a.html"];
        let expected = vec![vec!["agenda", "nieuws"], vec!["agenda/2026"], vec!["agenda/2026/11"]];
        assert_eq!(levels(files), expected);
        assert!(levels(["index.html"]).is_empty());
    }
}

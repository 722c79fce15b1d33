//! Clears away the work folders that interrupted builds have left, for sites that nobody builds again.

use std::path::Path;

use super::workplace::{START, Workplace};
use crate::read::{Found, list_folder, plain_path, real_path};

/// Clears away the work folders directly in `folder` that interrupted builds have left, apart from those of
/// sites that `is_known`, which their next build clears away. Returns the names of the sites. A folder that
/// holds anything else than a build puts there stays, as does that of a build that is still running.
pub fn clear_interrupted(folder: &Path, is_known: impl Fn(&str) -> bool) -> Vec<String> {
    let here = plain_path(&real_path(folder)).to_owned();
    let found = list_folder(&here, |_| false).unwrap_or_default();
    let mut cleared = Vec::new();
    for (path, _) in found.iter().filter(|(_, what)| *what == Found::Folder) {
        let name = path.to_str().and_then(|name| name.strip_prefix(START)).filter(|name| !name.is_empty());
        let Some(name) = name.filter(|name| !is_known(name)) else { continue };
        let work = here.join(path);
        if Workplace::is_own(&work) && Workplace::clear_interrupted(here.join(name), &work) {
            cleared.push(name.to_owned());
        }
    }
    cleared
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn only_what_builds_have_left_is_cleared() {
        let place = std::env::temp_dir().join(format!("dorpsplein-interrupted-{}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        for path in
            ["aa/new/index.html", "aa/lock", "bee/new/index.html", "cee/new/index.html", "cee/brief.txt"]
        {
            let file = place.join(format!("{START}{path}"));
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(&file, "half").expect("a file");
        }
        let busy = Workplace::enter(&place.join("dee")).expect("nobody else is in it");
        assert_eq!(clear_interrupted(&place, |name| name == "bee"), ["aa"]);
        drop(busy);
        let mut left: Vec<_> =
            fs::read_dir(&place).expect("a folder").flatten().map(|at| at.file_name()).collect();
        left.sort();
        assert_eq!(left, [".dorpsplein-bee", ".dorpsplein-cee"]);
        fs::remove_dir_all(&place).expect("it is ours");
    }
}

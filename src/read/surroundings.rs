//! What stands around the texts of a village: where its history is kept, who makes the site by night, when it was made.

use std::path::Path;

use super::disk::{self, Found};
use super::history;
use super::layout::OUTPUT_FOLDER;
use crate::ground::{DORP_FILE, Date, Json, Timestamp, bare_of_login, parse_json};

/// The folders and files in which code hosts look for what they must do.
const WORKFLOWS: &[&str] = &[
    ".forgejo/workflows",
    ".gitea/workflows",
    ".github/workflows",
    ".gitlab-ci.yml",
    ".woodpecker",
    ".woodpecker.yml",
    "netlify.toml",
    "wrangler.toml",
];

/// `dorp.json` of a very large village is some 100 MB.
const LARGEST: u64 = 512 * 1024 * 1024;

/// What is known of the surroundings of a village folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// Where the folder is kept with its history, without names and passwords in the address.
    pub repository: Option<String>,
    /// When something was last kept there.
    pub last_commit: Option<Timestamp>,
    /// The files that tell a code host what to do, from the folder that is kept.
    pub workflows: Vec<String>,
    /// The day on which the site in the folder `public` was made.
    pub last_built: Option<Date>,
    /// The files of keys and signatures of themes that stand in the folder, by their names.
    pub signing: Vec<String>,
    /// The folder with the village's own layer over the theme.
    pub own_theme: Option<&'static str>,
}

/// Looks around a village folder. `themes` are the names that a folder with a theme of its own may have.
pub fn surroundings(root: &Path, themes: &[&'static str]) -> Surroundings {
    let real = disk::real_path(root);
    let kept_folder = history::repository(root);
    let (repository, last_commit) =
        kept_folder.as_ref().map_or((None, None), |_| (history::remote(root), history::last_commit(root)));
    let mut workflows = workflows_in(&real);
    if let Some(kept_folder) = kept_folder.filter(|kept_folder| *kept_folder != real) {
        workflows.extend(workflows_in(&kept_folder));
        workflows.sort();
        workflows.dedup();
    }
    Surroundings {
        repository: repository.map(|address| bare_of_login(&address)),
        last_commit,
        workflows,
        last_built: last_built(root),
        signing: signing_in(root),
        own_theme: themes.iter().copied().find(|name| disk::is_folder(&root.join(name))),
    }
}

/// How many folders above this one a file stands, as far up as villages have folders in folders.
pub(super) fn folders_up(root: &Path, file: &str) -> Option<usize> {
    const FURTHEST: usize = 3;
    let real = disk::real_path(root);
    real.ancestors()
        .skip(1)
        .take(FURTHEST)
        .position(|folder| disk::holds(folder, file))
        .map(|index| index + 1)
}

/// The folders right below this one that hold a file.
pub(super) fn folders_below(root: &Path, file: &str) -> Vec<String> {
    let below = disk::list_folder(root, |_| false).unwrap_or_default();
    let folders = below.into_iter().filter(|(path, _)| disk::holds(&root.join(path), file));
    folders.map(|(path, _)| path.to_string_lossy().into_owned()).collect()
}

fn workflows_in(folder: &Path) -> Vec<String> {
    let mut workflows = Vec::new();
    for name in WORKFLOWS {
        let path = folder.join(name);
        if disk::is_folder(&path) {
            let files = disk::list_folder(&path, |_| false).unwrap_or_default();
            let files = files.into_iter().filter(|(_, what)| matches!(what, Found::File(_)));
            workflows.extend(files.map(|(file, _)| format!("{name}/{}", file.display())));
        } else if disk::holds(folder, name) {
            workflows.push((*name).to_owned());
        }
    }
    workflows
}

/// How the names of files end that have to do with signing: the key for everybody, the secret one, a signature.
const SIGNING: [&str; 3] = ["pub", "key", "minisig"];

fn signing_in(root: &Path) -> Vec<String> {
    let files = disk::list_folder(root, |_| false).unwrap_or_default();
    let plain_files = files.into_iter().filter(|(_, what)| matches!(what, Found::File(_)));
    let is_for_signing =
        |path: &Path| path.extension().is_some_and(|ending| SIGNING.iter().any(|known| ending == *known));
    let mut names: Vec<String> = plain_files
        .filter(|(path, _)| is_for_signing(path))
        .map(|(path, _)| path.display().to_string())
        .collect();
    names.sort();
    names
}

fn last_built(root: &Path) -> Option<Date> {
    let bytes = disk::bytes_of(&root.join(OUTPUT_FOLDER).join(DORP_FILE), LARGEST).ok()?;
    let document: Json = parse_json(&bytes)?;
    document.get("updated")?.as_str()?.parse().ok()
}

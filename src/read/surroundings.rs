//! Inspects what surrounds a village's texts: its repository, the CI files that build the site, the last
//! build.

use std::path::Path;

use super::disk::{self, Found};
use super::history;
use super::layout::OUTPUT_FOLDER;
use crate::ground::{DORP_FILE, Date, Json, Timestamp, bare_of_login, parse_json};

/// The folders and files in which code hosts look for their instructions.
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

/// The largest `dorp.json` that is read. That of a very large village is about 100 MB.
const LARGEST: u64 = 512 * 1024 * 1024;

/// What is known about the surroundings of a village folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The address of the remote repository, without user names and passwords.
    pub repository: Option<String>,
    /// When something in the folder was last committed.
    pub last_commit: Option<Timestamp>,
    /// The files that tell a code host what to do, in the village folder and at the top of the repository.
    pub workflows: Vec<String>,
    /// The day on which the site in the output folder was built.
    pub last_built: Option<Date>,
    /// The names of the files in the folder that hold keys and theme signatures.
    pub signing: Vec<String>,
    /// The folder with the village's own theme layer.
    pub own_theme: Option<&'static str>,
}

/// Inspects the surroundings of a village folder. `themes` are the possible names of a theme layer's folder.
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

/// Returns how many levels above this folder a file is, searching as far up as village folders are nested.
pub(super) fn folders_up(root: &Path, file: &str) -> Option<usize> {
    const FURTHEST: usize = 3;
    let real = disk::real_path(root);
    real.ancestors()
        .skip(1)
        .take(FURTHEST)
        .position(|folder| disk::contains_name(folder, file))
        .map(|index| index + 1)
}

/// Returns the immediate subfolders that hold a file.
pub(super) fn folders_below(root: &Path, file: &str) -> Vec<String> {
    let below = disk::list_folder(root, |_| false).unwrap_or_default();
    let folders = below.into_iter().filter(|(path, _)| disk::contains_name(&root.join(path), file));
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
        } else if disk::contains_name(folder, name) {
            workflows.push((*name).to_owned());
        }
    }
    workflows
}

/// The extensions of files used for signing: public key, secret key, signature.
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

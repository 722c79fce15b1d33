//! Checks where a site may be put: never among its own sources, never over other people's files.

use std::path::Path;

use super::failure::{Failure, failure_at};
use super::manifest::Manifest;
use crate::ground::{MANIFEST, SitePath};
use crate::read::{
    Found, SITE_FILE, Trouble, is_folder, is_system_file, list_folder, plain_path, real_path, stamp,
};
use crate::village::layout;

/// How many foreign files a message names.
const NAMED: usize = 5;

/// Refuses an output for the same reasons as a build, before anything is built.
///
/// # Errors
/// When a site cannot be put there.
pub fn check_output(site: &Path, output: &Path) -> Result<(), Failure> {
    check_place(site, output)?;
    check_link(site, output)?;
    check_contents(plain_path(&real_path(output)), output).map(|_| ())
}

/// Refuses an output that is a whole disk or the village folder itself, is in one of its source folders, or
/// contains the village folder.
pub(super) fn check_place(site: &Path, output: &Path) -> Result<(), Failure> {
    let refuse =
        |source: &Path| Failure::InsideSource { output: output.to_owned(), source: source.to_owned() };
    let (site_real, output_real) = (real_path(site), real_path(output));
    if output_real.parent().is_none() {
        return Err(Failure::DiskRoot { output: output.to_owned() });
    }
    if site_real.starts_with(&output_real) {
        return Err(refuse(site));
    }
    if let Ok(relative) = output_real.strip_prefix(&site_real) {
        let top = relative.components().next().map(|part| part.as_os_str().to_string_lossy().to_lowercase());
        let layout = layout();
        let mut sources =
            layout.entries.iter().chain(&layout.files).chain(&layout.theme).chain(&layout.packages);
        if let Some(name) = sources.find(|name| Some(**name) == top.as_deref()) {
            return Err(refuse(&site.join(name)));
        }
    }
    Ok(())
}

/// Refuses a link that leads into the folder of another village: we cannot tell a source folder there from an
/// output. A link to anywhere else was made by someone who wants the site there.
pub(super) fn check_link(site: &Path, output: &Path) -> Result<(), Failure> {
    let (site_real, output_real) = (real_path(site), real_path(output));
    let plain = output.parent().zip(output.file_name()).map(|(parent, name)| real_path(parent).join(name));
    if plain.is_none_or(|plain| plain == output_real) {
        return Ok(());
    }
    let mut around = output_real.ancestors().skip(1);
    match around.find(|folder| stamp(&folder.join(SITE_FILE)).is_some()) {
        Some(village) if village != site_real => Err(Failure::LinkInTheWay { link: output.to_owned() }),
        _ => Ok(()),
    }
}

/// Returns the manifest of the current site in `output`; an empty one when there is none. Refuses a folder
/// with files that Dorpsplein did not write, and names it as it was typed.
pub(super) fn check_contents(output: &Path, typed: &Path) -> Result<Manifest, Failure> {
    let refuse = |files| Err(Failure::ForeignFiles { output: typed.to_owned(), files });
    if !is_folder(output) {
        return match output.try_exists().map_err(failure_at(output))? {
            true => refuse(vec![typed.display().to_string()]),
            false => Ok(Manifest::default()),
        };
    }
    let known = Manifest::read(output)?;
    let is_damaged = known.is_none() && stamp(&output.join(MANIFEST)).is_some();
    let manifest = known.unwrap_or_default();
    let found = list_folder(output, |_| true)?;
    if let Some((closed, _)) = found.iter().find(|(_, what)| *what == Found::Unusable(Trouble::Unreadable)) {
        return Err(Failure::UnreadableFolder { folder: output.join(closed) });
    }
    let foreign_files =
        found.into_iter().filter(|(path, what)| match (path.to_str().and_then(SitePath::new), what) {
            (_, Found::Folder) => false,
            (Some(path), Found::File(_)) => !manifest.has(path.as_str()) && !is_system_file(path.name()),
            _ => true,
        });
    let files: Vec<String> = foreign_files.take(NAMED).map(|(path, _)| path.display().to_string()).collect();
    match files.is_empty() {
        true => Ok(manifest),
        false if is_damaged => Err(Failure::DamagedManifest { output: typed.to_owned(), files }),
        false => refuse(files),
    }
}

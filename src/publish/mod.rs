//! Floor 6: turns a [`Plan`] into a folder. The only room that writes to disk or deletes from it.
//!
//! A site is built beside the old one, in a work folder, and takes its place in one step: the output is
//! always either the old site or the new one, whatever happens in between. The only files ever deleted are
//! those in the manifest of the old site, and those that operating systems put into every folder.

#![expect(clippy::disallowed_methods, reason = "this is the one room that writes and deletes")]

mod messages;
mod failure;
mod folders;
mod atomic;
mod undo;
mod manifest;
mod guard;
mod clearing;
mod file_lock;
mod workplace;
mod run_lock;
mod interrupted;
mod stage;
mod swap;
mod packing;
mod starter;
mod picture_cache;
mod sealed;
mod note;
mod scratch;
mod journal;
mod exchange;
mod gathered;

use std::path::Path;

pub use exchange::{Exchange, FolderFiles, Preconditions, exchange, finish_exchange};
pub use failure::Failure;
pub use gathered::PortalStore;
pub use guard::check_output;
pub use interrupted::clear_interrupted;
pub use manifest::{PreviousSite, is_complete_site, lists_files_below, previous_site, site_fingerprint};
pub use note::{FileLock, append_line, lock_for, remove_note, write_bytes, write_note, write_text};
pub use picture_cache::PictureCache;
pub use run_lock::{RunLock, lock_run};
pub use scratch::Scratch;
pub use sealed::{SealState, Sealed, replace, seal, seal_state, write_sealed};
pub use starter::{write_new_file, write_new_folder};

use crate::ground::Remarks;
use crate::render::{Edition, Hosting, Plan, entry_pages, visit_host};
use manifest::Manifest;
use workplace::Workplace;

/// What was published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// How many files the site has.
    pub files: usize,
    /// How many of them are new or changed.
    pub changed: usize,
    /// Their size in bytes.
    pub bytes: u64,
}

/// A site that is ready to be built.
pub struct ToPublish<'s> {
    /// Which addresses it has, and how each is rendered.
    pub plan: &'s Plan,
    /// The edition that the pages are rendered from.
    pub edition: &'s Edition,
    /// What is known about the host it is for.
    pub hosting: Option<&'s Hosting>,
    /// The folder of the village, in which nothing may be lost.
    pub village_folder: &'s Path,
}

/// A site that has been built in the work folder.
struct BuiltSite {
    manifest: Manifest,
    /// How many of its files are new or changed.
    changed: usize,
}

impl BuiltSite {
    fn published(&self) -> Published {
        Published { files: self.manifest.len(), changed: self.changed, bytes: self.manifest.bytes() }
    }
}

/// Builds every output of a plan and replaces the site in `output`. Pages that cannot be rendered, and
/// whatever the host is certain to refuse, are reported; nothing is published then, and the result is `None`.
///
/// # Errors
/// When an I/O operation fails, or when `output` holds a file that Dorpsplein did not write.
pub fn publish(
    site: &ToPublish<'_>,
    output: &Path,
    remarks: &mut Remarks,
) -> Result<Option<Published>, Failure> {
    guard::check_place(site.village_folder, output)?;
    guard::check_link(site.village_folder, output)?;
    let work = Workplace::enter(output)?;
    let old = guard::check_contents(work.output(), output)?;
    let Some(built) = make(site, &work, &old, remarks)? else {
        return Ok(None);
    };
    swap::swap(&work, &old)?;
    Ok(Some(built.published()))
}

/// Builds every output of a plan and packs the site into one zip: whole or not at all, as with a folder.
/// `None` when pages cannot be rendered.
///
/// # Errors
/// When an I/O operation fails, or when `file` is something other than a zip of ours.
pub fn pack(site: &ToPublish<'_>, file: &Path, remarks: &mut Remarks) -> Result<Option<Published>, Failure> {
    guard::check_place(site.village_folder, file)?;
    packing::check_place(file)?;
    let work = Workplace::enter(file)?;
    let old = Manifest::default();
    let Some(built) = make(site, &work, &old, remarks)? else {
        return Ok(None);
    };
    let zip = work.new_file();
    packing::write(&work.new_folder(), &built.manifest, &zip)?;
    // Building took a while, and so did waiting for another build: there may be a file there by now.
    packing::check_place(file)?;
    packing::put(&zip, work.output())?;
    Ok(Some(built.published()))
}

/// Deletes the files of a site that we wrote, once no build is running there. Returns whether nothing is
/// left.
///
/// # Errors
/// When an I/O operation fails.
pub fn remove_site(output: &Path) -> Result<bool, Failure> {
    let work = Workplace::enter(output)?;
    clearing::remove_site(work.output())
}

/// Builds the whole site in the work folder, with its manifest, and counts what is new or changed since the
/// old one. `None` when an error stands in the way, which is reported.
fn make(
    site: &ToPublish<'_>,
    work: &Workplace,
    old: &Manifest,
    remarks: &mut Remarks,
) -> Result<Option<BuiltSite>, Failure> {
    let ToPublish { plan, edition, hosting, .. } = *site;
    let staged = stage::stage_all(plan, edition, work.output(), old, &work.new_folder())?;
    remarks.extend(staged.remarks);
    if let Some(hosting) = hosting.filter(|_| remarks.is_publishable()) {
        let sizes: Vec<_> = staged.files.iter().map(|file| (file.path.clone(), file.bytes)).collect();
        remarks.extend(visit_host(edition, hosting, &sizes));
    }
    if !remarks.is_publishable() {
        return Ok(None);
    }
    let manifest = Manifest::of(staged.files, entry_pages(edition));
    manifest.write(&work.new_folder())?;
    Ok(Some(BuiltSite { manifest, changed: staged.changed }))
}

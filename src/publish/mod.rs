//! Floor 6: a [`Plan`] becomes a folder. The only room that writes or deletes; the disk begins here.
//!
//! A site is made beside the old one, in a work folder, and takes its place in one step: whoever looks at the
//! output sees the old site or the new one, whatever happens in between. Only files that are in the manifest
//! of the old site are ever deleted, and those that systems put into every folder by themselves.

#![expect(clippy::disallowed_methods, reason = "this is the one room that writes and deletes")]

mod messages;
mod failure;
mod folders;
mod whole;
mod undo;
mod manifest;
mod guard;
mod clearing;
mod turn;
mod workplace;
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

pub use exchange::{DecidedBy, Exchange, FolderFiles, exchange, finish_exchange};
pub use failure::Failure;
pub use gathered::PortalStore;
pub use manifest::{LastTime, is_whole_site, last_time, listed_below, site_print};
pub use note::{Turn, add_to, take_note_away, turn_for, write_bytes, write_note, write_text};
pub use picture_cache::PictureCache;
pub use scratch::Scratch;
pub use sealed::{Left, Sealed, left_at, replace, seal, write_sealed};
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

/// A site that is ready to be made.
pub struct ToPublish<'s> {
    /// Which addresses it has, and how each is made.
    pub plan: &'s Plan,
    /// From what it is made.
    pub edition: &'s Edition,
    /// What is known of the host that it is for.
    pub hosting: Option<&'s Hosting>,
    /// The folder of the village, of which nothing may be lost.
    pub village_folder: &'s Path,
}

/// A site that stands in the work folder.
struct MadeSite {
    manifest: Manifest,
    /// How many of its files are new or changed.
    changed: usize,
}

impl MadeSite {
    fn published(&self) -> Published {
        Published { files: self.manifest.len(), changed: self.changed, bytes: self.manifest.bytes() }
    }
}

/// Makes every output of a plan and puts the site in the place of the one in `output`. Pages that cannot be
/// made, and what the host will certainly refuse, are told, and then nothing is published: `None`.
///
/// # Errors
/// When the machine refuses, or when `output` holds something that is not ours.
pub fn publish(
    site: &ToPublish<'_>,
    output: &Path,
    remarks: &mut Remarks,
) -> Result<Option<Published>, Failure> {
    guard::check_place(site.village_folder, output)?;
    guard::check_link(site.village_folder, output)?;
    let work = Workplace::enter(output)?;
    let old = guard::check_contents(work.output(), output)?;
    let Some(made) = make(site, &work, &old, remarks)? else {
        return Ok(None);
    };
    swap::swap(&work, &old)?;
    Ok(Some(made.published()))
}

/// Makes every output of a plan and puts the site in one zip. As with a folder: whole or not at all, and `None` when
/// pages cannot be made.
///
/// # Errors
/// When the machine refuses, or when something else stands at `file`.
pub fn pack(site: &ToPublish<'_>, file: &Path, remarks: &mut Remarks) -> Result<Option<Published>, Failure> {
    guard::check_place(site.village_folder, file)?;
    packing::check_place(file)?;
    let work = Workplace::enter(file)?;
    let old = Manifest::default();
    let Some(made) = make(site, &work, &old, remarks)? else {
        return Ok(None);
    };
    let zip = work.new_file();
    packing::write(&work.new_folder(), &made.manifest, &zip)?;
    // Making it took a while, and so did waiting for another: somebody may have put something there.
    packing::check_place(file)?;
    packing::put(&zip, work.output())?;
    Ok(Some(made.published()))
}

/// Takes a site away, as far as we made it, when nobody is making it. Whether nothing is left.
///
/// # Errors
/// When the machine refuses.
pub fn take_away(output: &Path) -> Result<bool, Failure> {
    let work = Workplace::enter(output)?;
    clearing::take_away(work.output())
}

/// Makes the whole site in the work folder, with its manifest, and counts what is new or changed since the old one.
/// `None` when something stands in the way, which is told.
fn make(
    site: &ToPublish<'_>,
    work: &Workplace,
    old: &Manifest,
    remarks: &mut Remarks,
) -> Result<Option<MadeSite>, Failure> {
    let ToPublish { plan, edition, hosting, .. } = *site;
    let staged = stage::make_all(plan, edition, work.output(), old, &work.new_folder())?;
    remarks.extend(staged.remarks);
    if let Some(hosting) = hosting.filter(|_| remarks.publishable()) {
        let sizes: Vec<_> = staged.files.iter().map(|file| (file.path.clone(), file.bytes)).collect();
        remarks.extend(visit_host(edition, hosting, &sizes));
    }
    if !remarks.publishable() {
        return Ok(None);
    }
    let manifest = Manifest::of(staged.files, entry_pages(edition));
    manifest.write(&work.new_folder())?;
    Ok(Some(MadeSite { manifest, changed: staged.changed }))
}

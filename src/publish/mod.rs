//! Floor 5: a [`Plan`] becomes a folder. The only room that writes or deletes; the disk begins here.
//!
//! A site is made beside the old one, in a work folder, and takes its place in one step: whoever looks at the
//! output sees the old site or the new one, whatever happens in between. Only files that are in the manifest
//! of the old site are ever deleted.

#![expect(clippy::disallowed_methods, reason = "this is the one room that writes and deletes")]

mod failure;
mod manifest;
mod guard;
mod workplace;
mod stage;
mod swap;
mod starter;
mod sealed;

use std::path::Path;

pub use failure::Failure;
pub use sealed::{Sealed, holds_sealed, replace, seal, write_sealed};
pub use starter::write_new_folder;

use crate::ground::Remarks;
use crate::render::{Edition, Plan};
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

/// Makes every output of a plan and puts the site in the place of the one in `output`. Pages that cannot be
/// made are told, and then nothing is published: `None`.
///
/// # Errors
/// When the machine refuses, or when `output` holds something that is not ours.
pub fn publish(
    plan: &Plan,
    edition: &Edition,
    site: &Path,
    output: &Path,
    remarks: &mut Remarks,
) -> Result<Option<Published>, Failure> {
    guard::check_place(site, output)?;
    let work = Workplace::enter(output)?;
    let old = guard::check_contents(output)?;
    let staged = stage::make_all(plan, edition, output, &old, &work.new_folder())?;
    if !staged.failed.is_empty() {
        remarks.extend(staged.failed);
        work.leave()?;
        return Ok(None);
    }
    let manifest = Manifest::of(staged.files);
    manifest.write(&work.new_folder())?;
    swap::swap(&work, output, &old)?;
    work.leave()?;
    Ok(Some(Published { files: manifest.len(), changed: staged.changed, bytes: manifest.bytes() }))
}

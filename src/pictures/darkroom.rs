//! All photos of a site at once: what was kept is taken from the shelf, the rest is developed on all cores.

use std::sync::Arc;

use super::develop::{Developed, RECIPE, develop};
use super::format::Format;
use super::messages;
use super::open::{MOST_PIXELS, head};
use super::photo::{Held, Photo, PhotoMark, Version};
use super::table::Table;
use super::trouble::Trouble;
use crate::ground::{Both, Diagnostic, fingerprint, in_parallel};
use crate::read::{self, MediaFile};

/// A photo's file has no more bytes than this.
pub(super) const LARGEST_FILE: u64 = 100 * 1024 * 1024;

/// Where finished pictures are kept between one build and the next. What is kept may be gone the next time.
pub trait Shelf: Sync {
    /// The mark of a file that is the same as it was, as far as its date and size tell.
    fn mark_of(&self, file: &MediaFile) -> Option<PhotoMark>;

    /// The photo with this mark, whole and unchanged.
    fn find(&self, mark: PhotoMark) -> Option<Arc<Photo>>;

    /// Keeps a version, and tells where.
    ///
    /// # Errors
    /// Says in words what the machine refused.
    fn keep(&self, mark: PhotoMark, width: u32, bytes: &[u8]) -> Result<std::path::PathBuf, Both>;

    /// Remembers a photo and the file that it was made of.
    fn remember(&self, file: &MediaFile, mark: PhotoMark, photo: &Arc<Photo>);
}

/// A photo that is asked for, and the text that asks.
pub struct Wanted<'w> {
    /// The file.
    pub file: &'w MediaFile,
    /// The path of the text.
    pub used_in: &'w str,
}

/// What became of each: its photo, and what is to be said of it.
pub fn develop_all(wanted: &[Wanted<'_>], shelf: &dyn Shelf) -> Vec<(Option<Arc<Photo>>, Vec<Diagnostic>)> {
    let table = Table::new(MOST_PIXELS);
    in_parallel(wanted, |one| {
        let mut remarks = Vec::new();
        let photo = photo_of(one, shelf, &table, &mut remarks);
        let photo = photo.map_err(|trouble| {
            remarks.push(messages::trouble(one.file.path.as_str(), trouble, one.used_in));
        });
        (photo.ok(), remarks)
    })
}

fn photo_of(
    one: &Wanted<'_>,
    shelf: &dyn Shelf,
    table: &Table,
    remarks: &mut Vec<Diagnostic>,
) -> Result<Arc<Photo>, Trouble> {
    if let Some(kept) = shelf.mark_of(one.file).and_then(|mark| shelf.find(mark)) {
        return Ok(kept);
    }
    let bytes = read::bytes_of(&one.file.on_disk, LARGEST_FILE)?;
    let format = Format::of(&bytes);
    if !format.is_called(&one.file.path.extension()) {
        remarks.push(messages::mislabelled(one.file.path.as_str(), format));
    }
    let mark = mark_of(&bytes);
    if let Some(kept) = shelf.find(mark) {
        shelf.remember(one.file, mark, &kept);
        return Ok(kept);
    }
    let head = head(&bytes)?;
    let room = table.room(head.pixels);
    let developed = develop(head)?;
    drop(room);
    let photo = Arc::new(put_away(one, mark, developed, shelf, remarks));
    shelf.remember(one.file, mark, &photo);
    Ok(photo)
}

/// Tells the bytes of a file, and how they are developed, from all others.
fn mark_of(bytes: &[u8]) -> PhotoMark {
    let own = fingerprint(bytes);
    fingerprint(format!("{own} {RECIPE}").as_bytes())
}

fn put_away(
    one: &Wanted<'_>,
    mark: PhotoMark,
    developed: Developed,
    shelf: &dyn Shelf,
    remarks: &mut Vec<Diagnostic>,
) -> Photo {
    let mut refused = None;
    let versions = developed.versions.into_iter().map(|made| {
        let held = match shelf.keep(mark, made.width, &made.bytes) {
            Ok(path) => Held::OnDisk(path),
            Err(cause) => {
                refused = Some(cause);
                Held::InMemory(made.bytes.as_slice().into())
            }
        };
        let print = fingerprint(&made.bytes);
        Version { width: made.width, height: made.height, bytes: made.bytes.len() as u64, print, held }
    });
    let photo = Photo { colour: developed.colour, versions: versions.collect() };
    remarks.extend(refused.map(|cause| messages::not_kept(one.file.path.as_str(), &cause)));
    photo
}

//! Removes the metadata from photos, and leaves the picture itself as it was, byte for byte.

use std::io::Cursor;

use image::metadata::Orientation;

use super::super::batch::LARGEST_FILE;
use super::super::format::Format;
use super::super::open::{Head, MOST_PIXELS, head, open};
use super::super::pixel_budget::PixelBudget;
use super::super::trouble::Trouble;
use super::byte_reader::ByteReader;
use super::camera;
use super::piece::{Depth, Piece, PieceKind};
use super::pieces::{camera_piece, finish, pieces_of};
use crate::ground::{Fingerprint, fingerprint, in_parallel};
use crate::read::{self, MediaFile, PictureKind, Stamp};

/// The result of cleaning a photo.
#[derive(Debug)]
pub enum Cleaned<F> {
    /// Metadata was removed.
    Now,
    /// There was nothing to remove.
    Already,
    /// It cannot be read to its end, so it is left as it is.
    Skipped(Trouble),
    /// It could not be written.
    Refused(F),
}

/// Cleans the photos among these files, and passes each one that changes to `write`, with its new bytes.
/// `keep_date` keeps the time when a photo was taken.
pub fn clean_all<F: Send>(
    files: &[MediaFile],
    keep_date: bool,
    write: impl Fn(&MediaFile, &[u8]) -> Result<(), F> + Sync,
) -> Vec<(&MediaFile, Cleaned<F>)> {
    // A drawing has no camera metadata.
    let is_photo =
        |file: &&MediaFile| PictureKind::of(&file.path).is_some_and(|kind| kind != PictureKind::Drawing);
    let photos: Vec<&MediaFile> = files.iter().filter(is_photo).collect();
    let budget = PixelBudget::new(MOST_PIXELS);
    let outcomes = in_parallel(&photos, |file| match clean_file(file, keep_date, &budget) {
        Ok(None) => Cleaned::Already,
        Ok(Some(bytes)) => write(file, &bytes).map_or_else(Cleaned::Refused, |()| Cleaned::Now),
        Err(trouble) => Cleaned::Skipped(trouble),
    });
    photos.into_iter().zip(outcomes).collect()
}

fn clean_file(file: &MediaFile, keep_date: bool, budget: &PixelBudget) -> Result<Option<Vec<u8>>, Trouble> {
    let bytes = read::bytes_of_found(&file.on_disk, LARGEST_FILE)?;
    let cleaned_bytes = cleaned(&bytes, keep_date, budget)?;
    // Another program may be saving it at this moment.
    let is_same = |stamp: Stamp| stamp == file.stamp;
    if cleaned_bytes.is_some() && !read::stamp(&file.on_disk).is_some_and(is_same) {
        Err(Trouble::Gone)
    } else {
        Ok(cleaned_bytes)
    }
}

/// Returns a photo without its metadata; `None` when there is none to remove.
fn cleaned(bytes: &[u8], keep_date: bool, budget: &PixelBudget) -> Result<Option<Vec<u8>>, Trouble> {
    let format = Format::of(bytes);
    let mut byte_reader = ByteReader::of(Cursor::new(bytes)).ok_or(Trouble::Unreadable)?;
    let (pieces, is_complete) = match pieces_of(format, &mut byte_reader, Depth::Whole) {
        _ if bytes.is_empty() => return Err(Trouble::Empty),
        None => return Err(Trouble::NotShown(format)),
        Some(found) => found,
    };
    if !is_complete {
        // The decoder knows best what is wrong.
        head(bytes)?;
        return Err(Trouble::Damaged(format));
    }
    let cleaned_bytes = without_notes(format, bytes, &pieces, keep_date).ok_or(Trouble::Damaged(format))?;
    if cleaned_bytes == bytes {
        return Ok(None);
    }
    // There may be no other copy of a photo: it is not touched unless it certainly looks the same afterwards.
    let reserved = budget.reserve(head(bytes)?.pixels);
    let is_same = appearance_of(head(bytes)?)? == head(&cleaned_bytes).and_then(appearance_of)?;
    drop(reserved);
    if is_same { Ok(Some(cleaned_bytes)) } else { Err(Trouble::Damaged(format)) }
}

/// What determines how a photo looks.
#[derive(PartialEq)]
struct Appearance {
    pixels: Fingerprint,
    size: (u32, u32),
    orientation: Orientation,
    profile: Option<Vec<u8>>,
}

fn appearance_of(head: Head<'_>) -> Result<Appearance, Trouble> {
    let opened = open(head)?;
    let size = (opened.image.width(), opened.image.height());
    let pixels = fingerprint(opened.image.as_bytes());
    Ok(Appearance { pixels, size, orientation: opened.orientation, profile: opened.profile })
}

/// Returns the bytes of a photo with only the picture itself, how it must be rotated and, if that may stay,
/// when it was taken.
fn without_notes(format: Format, bytes: &[u8], pieces: &[Piece], keep_date: bool) -> Option<Vec<u8>> {
    let slice = |range: &std::ops::Range<u64>| {
        bytes.get(usize::try_from(range.start).ok()?..usize::try_from(range.end).ok()?)
    };
    let camera =
        pieces.iter().find(|piece| piece.what == PieceKind::Camera).and_then(|piece| slice(&piece.body));
    let kept = camera.and_then(|notes| {
        let turn = Orientation::from_exif_chunk(notes).filter(|turn| *turn != Orientation::NoTransforms);
        let date = if keep_date { camera::date_of(notes) } else { None };
        camera::notes_with(turn.map(Orientation::to_exif), date)
    });
    let mut kept = kept.and_then(|notes| camera_piece(format, bytes, &notes));
    let has_camera = kept.is_some();
    let mut left = Vec::with_capacity(bytes.len());
    for piece in pieces {
        match piece.what {
            PieceKind::Picture => left.extend_from_slice(slice(&piece.place)?),
            PieceKind::Camera => left.extend(kept.take().unwrap_or_default()),
            PieceKind::Program | PieceKind::Rest => {}
        }
    }
    finish(format, &mut left, has_camera)?;
    Some(left)
}

//! Develops all photos of a site at once: cached ones come from the cache, the rest are developed on all
//! cores.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::cut::Cut;
use super::develop::{Developed, EncodedVersion, RECIPE, develop, develop_drawing};
use super::drawing;
use super::format::Format;
use super::left_out::LeftOut;
use super::messages;
use super::open::{MOST_PIXELS, head};
use super::photo::{Held, Photo, PhotoMark, PhotoVersion};
use super::pixel_budget::PixelBudget;
use super::trouble::Trouble;
use crate::ground::{Both, Diagnostic, fingerprint, in_parallel};
use crate::read::{self, MediaFile, PictureKind};

/// The maximum size of a photo's file, in bytes.
pub(super) const LARGEST_FILE: u64 = 100 * 1024 * 1024;

/// Stores finished pictures between one build and the next. What is stored may be gone the next time.
pub trait PhotoCache: Sync {
    /// Returns the mark of a file that is unchanged, judging by its date and size.
    fn mark_of(&self, file: &MediaFile) -> Option<PhotoMark>;

    /// Returns the result of a cut of the file with this mark, if it is whole and unchanged.
    fn find(&self, mark: PhotoMark, cut: Cut) -> Option<Arc<Photo>>;

    /// Stores one of the rendered files, and returns where.
    ///
    /// # Errors
    /// Describes why it could not be written.
    fn keep(&self, mark: PhotoMark, cut: Cut, name: &str, bytes: &[u8]) -> Result<std::path::PathBuf, Both>;

    /// Remembers the result of a cut of the file with this mark.
    fn remember(&self, mark: PhotoMark, cut: Cut, photo: &Arc<Photo>);

    /// Remembers the mark of a file.
    fn remember_mark(&self, file: &MediaFile, mark: PhotoMark);
}

/// A photo that is needed, and the text that uses it.
pub struct Wanted<'w> {
    /// The file.
    pub file: &'w MediaFile,
    /// The path of the text.
    pub used_in: &'w str,
    /// The cuts that are needed; never none.
    pub cuts: Vec<Cut>,
}

/// The result for a file.
pub struct DevelopedFile {
    /// The result of each cut.
    pub photos: Vec<(Cut, Arc<Photo>)>,
    /// The diagnostics about it.
    pub remarks: Vec<Diagnostic>,
}

/// Develops all these photos, and returns the result for each.
pub fn develop_all(wanted: &[Wanted<'_>], cache: &dyn PhotoCache) -> Vec<DevelopedFile> {
    let budget = PixelBudget::new(MOST_PIXELS);
    in_parallel(wanted, |wanted| {
        let mut remarks = Vec::new();
        let photos = photos_of(wanted, cache, &budget, &mut remarks).unwrap_or_else(|trouble| {
            remarks.extend(messages::trouble(wanted.file.path.as_str(), trouble, wanted.used_in));
            Vec::new()
        });
        remarks.extend(photo_remarks(wanted, &photos));
        DevelopedFile { photos, remarks }
    })
}

/// Returns the remarks about the results, whether they are new or cached.
fn photo_remarks(wanted: &Wanted<'_>, photos: &[(Cut, Arc<Photo>)]) -> Vec<Diagnostic> {
    let path = wanted.file.path.as_str();
    let other_name = photos.first().map(|(_, photo)| photo.format);
    let other_name = other_name.filter(|format| !format.is_called(PictureKind::of(&wanted.file.path)));
    let icons = photos.iter().find(|(cut, _)| *cut == Cut::Icons);
    let left_out = icons.map_or(LeftOut::default(), |(_, photo)| photo.left_out);
    let letters = left_out.letters.then(|| messages::letters_in_crest(path));
    let photo = left_out.photos.then(|| messages::photo_in_crest(path));
    let mislabelled = other_name.map(|format| messages::mislabelled(path, format));
    mislabelled.into_iter().chain(letters).chain(photo).collect()
}

/// Returns the requested cuts of a file: from the cache, or developed now.
fn photos_of(
    wanted: &Wanted<'_>,
    cache: &dyn PhotoCache,
    budget: &PixelBudget,
    remarks: &mut Vec<Diagnostic>,
) -> Result<Vec<(Cut, Arc<Photo>)>, Trouble> {
    let find = |mark| -> Vec<_> {
        wanted.cuts.iter().filter_map(|cut| Some((*cut, cache.find(mark, *cut)?))).collect()
    };
    if let Some(kept) = cache.mark_of(wanted.file).map(find).filter(|kept| kept.len() == wanted.cuts.len()) {
        return Ok(kept);
    }
    let bytes =
        read::bytes_of_found(&wanted.file.on_disk, LARGEST_FILE).map_err(|trouble| match trouble {
            read::ReadFailure::TooBig => too_big(wanted.file),
            other => other.into(),
        })?;
    let mark = mark_of(&bytes);
    let mut photos = find(mark);
    let is_kept = |cut: &Cut| photos.iter().any(|(kept, _)| kept == cut);
    let missing: Vec<Cut> = wanted.cuts.iter().copied().filter(|cut| !is_kept(cut)).collect();
    if !missing.is_empty() {
        let developed_cuts = develop_one(wanted.file, &bytes, &missing, budget)?;
        photos.extend(developed_cuts.into_iter().map(|(cut, developed_cuts)| {
            (cut, keep_versions(wanted, (mark, cut), developed_cuts, cache, remarks))
        }));
    }
    cache.remember_mark(wanted.file, mark);
    Ok(photos)
}

/// Returns the trouble with a file that is too large to read: when its format can never be shown, that
/// matters more than its size.
fn too_big(file: &MediaFile) -> Trouble {
    let start = read::start_of(&file.on_disk, 64).unwrap_or_default();
    match Format::of(&start) {
        Format::Jpeg | Format::Png | Format::WebP | Format::Gif => Trouble::TooManyBytes,
        other => Trouble::NotShown(other),
    }
}

fn develop_one(
    file: &MediaFile,
    bytes: &[u8],
    cuts: &[Cut],
    budget: &PixelBudget,
) -> Result<Vec<(Cut, Developed)>, Trouble> {
    if file.path.ends_in(&["svg"]) {
        return or_damaged(Format::Svg, || {
            let drawing = drawing::cleaned(file.path.as_str(), bytes)?;
            let size = file.size.map(|size| (size.width, size.height));
            develop_drawing(&drawing, size, cuts)
        });
    }
    or_damaged(Format::of(bytes), || {
        let head = head(bytes)?;
        let _reserved = budget.reserve(head.pixels);
        develop(bytes, head, cuts)
    })
}

/// Reports a panic in a library as a damaged file: that is no reason for a village to go without its site.
fn or_damaged<T>(format: Format, work: impl FnOnce() -> Result<T, Trouble>) -> Result<T, Trouble> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Trouble::Damaged(format)))
}

/// Identifies the bytes of a file together with the way they are developed.
fn mark_of(bytes: &[u8]) -> PhotoMark {
    let own = fingerprint(bytes);
    fingerprint(format!("{own} {RECIPE}").as_bytes())
}

/// Stores the versions of a photo in the cache, or holds them in memory when it cannot be written, which is
/// reported.
fn keep_versions(
    wanted: &Wanted<'_>,
    (mark, cut): (PhotoMark, Cut),
    developed: Developed,
    cache: &dyn PhotoCache,
    remarks: &mut Vec<Diagnostic>,
) -> Arc<Photo> {
    let mut refused = None;
    let versions = developed.versions.into_iter().map(|developed_cuts| {
        let EncodedVersion { name, width, height, bytes } = developed_cuts;
        let print = fingerprint(&bytes);
        let count = bytes.len() as u64;
        let held = match cache.keep(mark, cut, &name, &bytes) {
            Ok(path) => Held::OnDisk(path),
            Err(cause) => {
                refused = Some(cause);
                Held::InMemory(bytes.into())
            }
        };
        PhotoVersion { name, width, height, bytes: count, print, held }
    });
    let Developed { format, left_out, colour, .. } = developed;
    let photo = Arc::new(Photo { format, left_out, colour, versions: versions.collect() });
    remarks.extend(refused.map(|cause| messages::not_cached(wanted.file.path.as_str(), &cause)));
    cache.remember(mark, cut, &photo);
    photo
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_makes_a_library_panic_is_damaged_and_frees_its_pixels() {
        let budget = PixelBudget::new(10);
        let panicking = || -> Result<(), Trouble> {
            let _reserved = budget.reserve(10);
            std::panic::resume_unwind(Box::new("a thousand times wider than high"))
        };
        assert!(matches!(or_damaged(Format::Svg, panicking), Err(Trouble::Damaged(Format::Svg))));
        drop(budget.reserve(10));
    }
}

//! Finds what the metadata of a village's files reveals about people. Each file is read only once.

use super::super::format::Format;
use super::byte_reader::ByteReader;
use super::piece::{Depth, PieceKind};
use super::pieces::pieces_of;
use super::{camera, document, messages, xmp};
use crate::ground::{Diagnostic, in_parallel};
use crate::read::{self, MediaFile, PictureKind};

/// The largest document that is checked, in bytes; it is more than hosts accept.
const LARGEST_DOCUMENT: u64 = 64 * 1024 * 1024;

/// The maximum length of the metadata of a camera or program, in bytes.
const LONGEST_NOTES: u64 = 1024 * 1024;

/// How much is read of a file in one of the other formats, in bytes; phones write the position at the
/// beginning.
const LONGEST_START: u64 = 256 * 1024;

/// What the metadata of a file reveals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileMetadata {
    /// Whether it reveals where it, or a photo in it, was taken.
    pub has_location: bool,
    /// The maker that a document names.
    pub maker: Option<String>,
}

/// Stores what the metadata of files reveals, so that they are not read again.
pub trait MetadataCache: Sync {
    /// Returns what is known about a file that is unchanged, judging by its date and size.
    fn metadata_of(&self, file: &MediaFile) -> Option<FileMetadata>;

    /// Remembers what the metadata of a file reveals.
    fn remember_metadata(&self, file: &MediaFile, metadata: &FileMetadata);
}

/// Reports what the metadata of these files reveals. A document may name the village or one of its
/// organisations as its maker, which `is_own` recognises.
pub fn metadata_diagnostics(
    files: &[MediaFile],
    known: &dyn MetadataCache,
    is_own: impl Fn(&str) -> bool,
) -> Vec<Diagnostic> {
    let is_checked = |file: &&MediaFile| PictureKind::of(&file.path).is_some() || is_document(file);
    let files: Vec<&MediaFile> = files.iter().filter(is_checked).collect();
    let notes = in_parallel(&files, |file| {
        known.metadata_of(file).unwrap_or_else(|| {
            let notes = read_metadata(file);
            known.remember_metadata(file, &notes);
            notes
        })
    });
    let notes: Vec<(&MediaFile, &FileMetadata)> = files.iter().copied().zip(&notes).collect();
    let placed = |wants_document: bool| {
        let placed =
            notes.iter().filter(|(file, notes)| notes.has_location && is_document(file) == wants_document);
        placed.map(|(file, _)| file.path.as_str()).collect::<Vec<_>>()
    };
    let makers = notes.iter().filter_map(|(file, notes)| Some((file.path.as_str(), notes.maker.as_deref()?)));
    let makers: Vec<_> = makers.filter(|(_, maker)| !is_own(maker)).collect();
    let mut remarks = messages::places(&placed(false));
    remarks.extend(messages::places_in_documents(&placed(true)));
    remarks.extend(messages::makers(&makers));
    remarks
}

fn is_document(file: &MediaFile) -> bool {
    file.path.ends_in(&["pdf"])
}

/// Reads the metadata of a file. One that cannot be read is reported elsewhere.
fn read_metadata(file: &MediaFile) -> FileMetadata {
    if is_document(file) {
        let Ok(bytes) = read::bytes_of_found(&file.on_disk, LARGEST_DOCUMENT) else {
            return FileMetadata::default();
        };
        return FileMetadata {
            has_location: document::contains_location(&bytes),
            maker: document::maker_of(bytes),
        };
    }
    FileMetadata { has_location: picture_contains_location(file).unwrap_or(false), maker: None }
}

fn picture_contains_location(file: &MediaFile) -> Option<bool> {
    let mut byte_reader = ByteReader::of(read::opened(&file.on_disk)?)?;
    let format = Format::of(&byte_reader.some(0, 256)?);
    match format {
        Format::Heic | Format::Avif => {
            return Some(camera::file_contains_location(read::opened(&file.on_disk)?));
        }
        Format::Tiff => return Some(camera::contains_location(&byte_reader.some(0, LONGEST_START)?)),
        // Cameras do not write GIFs.
        Format::Gif => return Some(false),
        _ => {}
    }
    let (pieces, _) = pieces_of(format, &mut byte_reader, Depth::Notes)?;
    let mut contains = |what: PieceKind, contains_location: fn(&[u8]) -> bool| {
        pieces.iter().filter(|piece| piece.what == what).any(|piece| {
            let length = (piece.body.end - piece.body.start).min(LONGEST_NOTES);
            byte_reader.some(piece.body.start, length).is_some_and(|notes| contains_location(&notes))
        })
    };
    Some(
        contains(PieceKind::Camera, camera::contains_location)
            || contains(PieceKind::Program, xmp::contains_location),
    )
}

//! Finds what the metadata of a village's files reveals about people. Each file is read only once.

use super::super::format::Format;
use super::byte_reader::ByteReader;
use super::piece::{Depth, Use};
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
pub struct FileNotes {
    /// Whether it reveals where it, or a photo in it, was taken.
    pub place: bool,
    /// The maker that a document names.
    pub maker: Option<String>,
}

/// Stores what the metadata of files reveals, so that they are not read again.
pub trait NotesCache: Sync {
    /// Returns what is known about a file that is unchanged, judging by its date and size.
    fn notes_of(&self, file: &MediaFile) -> Option<FileNotes>;

    /// Remembers what the metadata of a file reveals.
    fn remember_notes(&self, file: &MediaFile, told: &FileNotes);
}

/// Reports what the metadata of these files reveals. A document may name the village or one of its
/// organisations as its maker, which `is_own` recognises.
pub fn tell_all(
    files: &[MediaFile],
    known: &dyn NotesCache,
    is_own: impl Fn(&str) -> bool,
) -> Vec<Diagnostic> {
    let is_looked_at = |file: &&MediaFile| PictureKind::of(&file.path).is_some() || is_document(file);
    let files: Vec<&MediaFile> = files.iter().filter(is_looked_at).collect();
    let notes = in_parallel(&files, |file| {
        known.notes_of(file).unwrap_or_else(|| {
            let notes = look_at(file);
            known.remember_notes(file, &notes);
            notes
        })
    });
    let notes: Vec<(&MediaFile, &FileNotes)> = files.iter().copied().zip(&notes).collect();
    let placed = |wants_document: bool| {
        let placed = notes.iter().filter(|(file, notes)| notes.place && is_document(file) == wants_document);
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
fn look_at(file: &MediaFile) -> FileNotes {
    if is_document(file) {
        let Ok(bytes) = read::bytes_of_found(&file.on_disk, LARGEST_DOCUMENT) else {
            return FileNotes::default();
        };
        return FileNotes { place: document::tells_place(&bytes), maker: document::maker_of(bytes) };
    }
    FileNotes { place: picture_tells_place(file).unwrap_or(false), maker: None }
}

fn picture_tells_place(file: &MediaFile) -> Option<bool> {
    let mut byte_reader = ByteReader::of(read::opened(&file.on_disk)?)?;
    let format = Format::of(&byte_reader.some(0, 256)?);
    match format {
        Format::Heic | Format::Avif => return Some(camera::file_tells_place(read::opened(&file.on_disk)?)),
        Format::Tiff => return Some(camera::tells_place(&byte_reader.some(0, LONGEST_START)?)),
        // Cameras do not write GIFs.
        Format::Gif => return Some(false),
        _ => {}
    }
    let (pieces, _) = pieces_of(format, &mut byte_reader, Depth::Notes)?;
    let mut tells = |what: Use, tells_place: fn(&[u8]) -> bool| {
        pieces.iter().filter(|piece| piece.what == what).any(|piece| {
            let length = (piece.body.end - piece.body.start).min(LONGEST_NOTES);
            byte_reader.some(piece.body.start, length).is_some_and(|notes| tells_place(&notes))
        })
    };
    Some(tells(Use::Camera, camera::tells_place) || tells(Use::Program, xmp::tells_place))
}

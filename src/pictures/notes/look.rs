//! What the files of a village tell about people beside what is to be seen. Each is looked at once.

use super::super::format::Format;
use super::byte_reader::ByteReader;
use super::piece::{Depth, Use};
use super::pieces::pieces_of;
use super::{camera, document, messages, xmp};
use crate::ground::{Diagnostic, in_parallel};
use crate::read::{self, MediaFile, PictureKind};

/// A document with more bytes is not looked into; it is more than hosts take.
const LARGEST_DOCUMENT: u64 = 64 * 1024 * 1024;

/// What a camera or a program notes is no longer than this, in bytes.
const LONGEST_NOTES: u64 = 1024 * 1024;

/// What is read of a file in one of the other formats; telephones note the place at the beginning.
const LONGEST_START: u64 = 256 * 1024;

/// What a file tells beside what is to be seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileNotes {
    /// Whether it tells where it was taken, or a photo in it.
    pub place: bool,
    /// Who a document says that made it.
    pub maker: Option<String>,
}

/// Where is kept what files tell, so that they are not looked at again.
pub trait NotesCache: Sync {
    /// What a file tells that is the same as it was, as far as its date and size tell.
    fn notes_of(&self, file: &MediaFile) -> Option<FileNotes>;

    /// Remembers what a file tells.
    fn remember_notes(&self, file: &MediaFile, told: &FileNotes);
}

/// What is to be said of what these files tell. That a document names the village or one of its organisations as its
/// maker, which `is_own` knows, is as it should be.
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

/// Looks into a file. Of one that cannot be read, others tell what is wrong with it.
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
        // A GIF is not made by a camera.
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

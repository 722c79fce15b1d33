//! What the files of a village tell about people beside what is to be seen. Each is looked at once.

use super::super::DEVELOPED;
use super::super::format::Format;
use super::piece::{Depth, Use};
use super::pieces::pieces_of;
use super::tape::Tape;
use super::{camera, messages, xmp};
use crate::ground::{Diagnostic, in_parallel};
use crate::read::{self, MediaFile};

/// What a camera or a program notes is no longer than this, in bytes.
const LONGEST_NOTES: u64 = 1024 * 1024;

/// What is read of a file in one of the other formats; telephones note the place at the beginning.
const LONGEST_START: u64 = 256 * 1024;

/// What a file tells beside what is to be seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Whether it tells where it was taken.
    pub place: bool,
}

/// Where is kept what files tell, so that they are not looked at again.
pub trait Known: Sync {
    /// What a file tells that is the same as it was, as far as its date and size tell.
    fn told_by(&self, file: &MediaFile) -> Option<Told>;

    /// Remembers what a file tells.
    fn remember_told(&self, file: &MediaFile, told: &Told);
}

/// What is to be said of what these files tell.
pub fn tell_all(files: &[MediaFile], known: &dyn Known) -> Vec<Diagnostic> {
    let pictures: Vec<&MediaFile> = files.iter().filter(|file| file.path.ends_in(DEVELOPED)).collect();
    let told = in_parallel(&pictures, |file| {
        known.told_by(file).unwrap_or_else(|| {
            let told = look_at(file);
            known.remember_told(file, &told);
            told
        })
    });
    let placed = pictures.iter().zip(&told).filter(|(_, told)| told.place);
    messages::places(&placed.map(|(file, _)| file.path.as_str()).collect::<Vec<_>>())
}

/// Looks into a file. Of one that cannot be read, others tell what is wrong with it.
fn look_at(file: &MediaFile) -> Told {
    Told { place: picture_tells_place(file).unwrap_or(false) }
}

fn picture_tells_place(file: &MediaFile) -> Option<bool> {
    let mut tape = Tape::of(read::opened(&file.on_disk)?)?;
    let format = Format::of(&tape.some(0, 256)?);
    match format {
        Format::Heic | Format::Avif => return Some(camera::file_tells_place(read::opened(&file.on_disk)?)),
        Format::Tiff => return Some(camera::tells_place(&tape.some(0, LONGEST_START)?)),
        // A GIF is not made by a camera.
        Format::Gif => return Some(false),
        _ => {}
    }
    let (pieces, _) = pieces_of(format, &mut tape, Depth::Notes)?;
    let mut tells = |what: Use, tells_place: fn(&[u8]) -> bool| {
        pieces.iter().filter(|piece| piece.what == what).any(|piece| {
            let length = (piece.body.end - piece.body.start).min(LONGEST_NOTES);
            tape.some(piece.body.start, length).is_some_and(|notes| tells_place(&notes))
        })
    };
    Some(tells(Use::Camera, camera::tells_place) || tells(Use::Program, xmp::tells_place))
}

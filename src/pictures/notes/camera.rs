//! Reads the metadata that a camera adds to a picture, and writes the little of it that may stay (Exif 3.0).

use std::io::{BufRead, Cursor, Seek};

use exif::{Error, Exif, Field, In, Rational, Reader, Tag, Value};

/// The prefix that some programs put before the metadata, also where it does not belong.
const NAME: &[u8] = b"Exif\0\0";

/// Whether this metadata reveals where the picture was taken.
pub(super) fn contains_location(notes: &[u8]) -> bool {
    read_notes(notes).is_some_and(|exif| has_coordinates(&exif))
}

/// Whether a file in one of the other formats with metadata, such as HEIC, reveals where the picture was
/// taken.
pub(super) fn file_contains_location(mut file: impl BufRead + Seek) -> bool {
    let read = Reader::new().continue_on_error(true).read_from_container(&mut file);
    partial_result(read).is_some_and(|exif| has_coordinates(&exif))
}

fn read_notes(notes: &[u8]) -> Option<Exif> {
    let notes = notes.strip_prefix(NAME).unwrap_or(notes);
    partial_result(Reader::new().continue_on_error(true).read_raw(notes.to_vec()))
}

/// Keeps what could be read: the maker notes of cameras are often invalid somewhere.
fn partial_result(read: Result<Exif, Error>) -> Option<Exif> {
    read.or_else(|error| error.distill_partial_result(|_| ())).ok()
}

/// Whether there is a real position: phones that do not know where they are write an empty position, or
/// zeros.
fn has_coordinates(exif: &Exif) -> bool {
    let degrees = |tag| match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Rational(parts) => {
            let is_number = parts.first().is_some_and(|degrees: &Rational| degrees.denom != 0);
            is_number.then(|| parts.iter().any(|part| part.num != 0))
        }
        _ => None,
    };
    let place = degrees(Tag::GPSLatitude).zip(degrees(Tag::GPSLongitude));
    place.is_some_and(|(latitude, longitude)| latitude || longitude)
}

/// Returns when the picture was taken, as the camera writes it; `None` when that is not a date and a time.
pub(super) fn date_of(notes: &[u8]) -> Option<Vec<u8>> {
    let exif = read_notes(notes)?;
    let Value::Ascii(lines) = &exif.get_field(Tag::DateTimeOriginal, In::PRIMARY)?.value else { return None };
    let date = lines.first()?;
    let form = b"0000:00:00 00:00:00";
    let fits = |(byte, form): (&u8, &u8)| if *form == b'0' { byte.is_ascii_digit() } else { byte == form };
    (date.len() == form.len() && date.iter().zip(form).all(fits)).then(|| date.clone())
}

/// Returns metadata with no more than this: how the picture must be rotated, and when it was taken.
pub(super) fn notes_with(orientation: Option<u8>, date: Option<Vec<u8>>) -> Option<Vec<u8>> {
    let field = |tag, value| Field { tag, ifd_num: In::PRIMARY, value };
    let turn = orientation.map(|turn| field(Tag::Orientation, Value::Short(vec![turn.into()])));
    let date = date.map(|date| field(Tag::DateTimeOriginal, Value::Ascii(vec![date])));
    let fields: Vec<Field> = turn.into_iter().chain(date).collect();
    if fields.is_empty() {
        return None;
    }
    let mut writer = exif::experimental::Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut notes = Cursor::new(Vec::new());
    writer.write(&mut notes, false).ok()?;
    Some(notes.into_inner())
}

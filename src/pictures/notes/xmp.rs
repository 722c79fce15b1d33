//! What programs note beside a picture or in a document (XMP, ISO 16684-1), as far as it is about people.

/// Whether these notes tell where a picture was taken: `exif:GPSLatitude`, as an attribute or as an element.
pub(super) fn tells_place(notes: &[u8]) -> bool {
    const LATITUDE: &[u8] = b"GPSLatitude";
    notes.windows(LATITUDE.len()).enumerate().filter(|(_, some)| *some == LATITUDE).any(|(at, _)| {
        let rest = notes.get(at + LATITUDE.len()..).unwrap_or_default();
        let value = rest.iter().find(|byte| !b"=\"'> \t\r\n".contains(byte));
        value.is_some_and(u8::is_ascii_digit)
    })
}

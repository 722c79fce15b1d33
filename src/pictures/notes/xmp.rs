//! Reads the metadata of programs in a picture or a document (XMP, ISO 16684-1), as far as it is about
//! people.

use crate::ground::{find_all, find_words};

/// Whether this metadata reveals where a picture was taken: `exif:GPSLatitude`, as an attribute or as an
/// element.
pub(super) fn contains_location(notes: &[u8]) -> bool {
    const LATITUDE: &[u8] = b"GPSLatitude";
    find_all(notes, LATITUDE).any(|at| {
        let rest = notes.get(at + LATITUDE.len()..).unwrap_or_default();
        let value = rest.iter().find(|byte| !b"=\"'> \t\r\n".contains(byte));
        value.is_some_and(u8::is_ascii_digit)
    })
}

/// Returns the maker that is named: the first `dc:creator`, or else `pdf:Author`. XML entities are decoded.
pub(super) fn maker(notes: &[u8]) -> Option<String> {
    let name = after(notes, b"<dc:creator>")
        .and_then(|list| after(list.get(..list.len().min(400))?, b"<rdf:li"))
        .and_then(|item| after(item, b">"))
        .or_else(|| after(notes, b"<pdf:Author>"))?;
    let name = name.split(|byte| *byte == b'<').next()?;
    let name = String::from_utf8_lossy(name.get(..name.len().min(400))?);
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    Some(signs.iter().fold(name.into_owned(), |name, (written, sign)| name.replace(written, sign)))
}

/// Returns what follows the first occurrence of these words.
fn after<'b>(bytes: &'b [u8], words: &[u8]) -> Option<&'b [u8]> {
    let at = find_words(bytes, words)?;
    bytes.get(at + words.len()..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_maker_is_the_first_one_named() {
        for (notes, name) in [
            (
                "<dc:creator><rdf:Seq> <rdf:li>J. &amp; A. de Vries</rdf:li><rdf:li>B</rdf:li>",
                Some("J. & A. de Vries"),
            ),
            ("<dc:creator><rdf:Seq><rdf:li xml:lang=\"nl\">Zoë</rdf:li>", Some("Zoë")),
            ("<pdf:Author>Jan</pdf:Author>", Some("Jan")),
            ("<dc:creator><rdf:Seq/>", None),
            ("<dc:creator>", None),
            ("", None),
        ] {
            assert_eq!(maker(notes.as_bytes()).as_deref(), name, "{notes}");
        }
    }
}

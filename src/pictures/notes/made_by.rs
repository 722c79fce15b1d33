//! Recognises which program made a document by its first bytes; its name may say something else.

/// Returns the kind of program whose files begin with these bytes, if it can be recognised.
pub(super) fn maker_of(start: &[u8]) -> Option<Maker> {
    let holds = |words: &[u8]| start.windows(words.len()).any(|part| part == words);
    match start {
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(Maker::Office),
        [b'{', b'\\', b'r', b't', b'f', ..] => Some(Maker::Office),
        [b'P', b'K', 3, 4, ..] => {
            let of_office = [&b"[Content_Types].xml"[..], b"_rels/", b"docProps/", b"word/", b"xl/", b"ppt/"];
            Some(match () {
                () if holds(b"opendocument") => Maker::LibreOffice,
                () if of_office.iter().any(|part| holds(part)) => Maker::Office,
                () => Maker::Zip,
            })
        }
        _ => None,
    }
}

/// The kind of program that made a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Maker {
    /// Word, Excel or PowerPoint.
    Office,
    /// LibreOffice or OpenOffice.
    LibreOffice,
    /// A program that creates zip files.
    Zip,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_programs_are_recognised_by_their_first_bytes() {
        for (start, maker) in [
            (&b"PK\x03\x04....[Content_Types].xml"[..], Some(Maker::Office)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Some(Maker::Office)),
            (b"{\\rtf1\\ansi", Some(Maker::Office)),
            (b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text", Some(Maker::LibreOffice)),
            (b"PK\x03\x04..notulen.txt", Some(Maker::Zip)),
            (b"%PDF-1.7", None),
            (b"", None),
        ] {
            assert_eq!(maker_of(start), maker, "{start:?}");
        }
    }
}

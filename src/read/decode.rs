//! Decodes bytes to text: UTF-8 with or without a byte order mark, UTF-16 from Notepad, any line endings.

use std::borrow::Cow;

/// Why bytes are not text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NotText {
    /// A picture, a program or another binary file.
    Binary,
    /// Text in an older encoding (Windows-1252, "ANSI").
    OldEncoding {
        /// The whole text, read as Windows-1252.
        guess: String,
        /// Byte position of the first letter that is not UTF-8, in `guess`.
        first: usize,
    },
}

/// Decodes to text with `\n` as its only line ending and no byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<String, NotText> {
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest)?,
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)?),
        [first, 0, ..] if *first != 0 && looks_like_utf16(bytes, 1) => {
            Cow::Owned(utf16(bytes, u16::from_le_bytes)?)
        }
        [0, second, ..] if *second != 0 && looks_like_utf16(bytes, 0) => {
            Cow::Owned(utf16(bytes, u16::from_be_bytes)?)
        }
        plain => utf8(plain)?,
    };
    if text.contains('\r') {
        Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Ok(text.into_owned())
    }
}

/// Whether every second byte at the start is zero, as in Latin text in UTF-16 without a byte order mark.
fn looks_like_utf16(bytes: &[u8], zeros_at: usize) -> bool {
    bytes.len().is_multiple_of(2) && bytes.iter().take(64).skip(zeros_at).step_by(2).all(|byte| *byte == 0)
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    if bytes.contains(&0) {
        return Err(NotText::Binary);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(_) if is_mostly_text(bytes) => Err(old_encoding(bytes)),
        Err(_) => Err(NotText::Binary),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotText> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().copied().map(unit).collect();
    if rest.is_empty() {
        String::from_utf16(&units).map_err(|_| NotText::Binary)
    } else {
        Err(NotText::Binary)
    }
}

/// Whether the start has no control characters and at most one non-ASCII byte in five.
fn is_mostly_text(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4096)];
    let controls =
        start.iter().filter(|byte| **byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t')).count();
    let high = start.iter().filter(|byte| **byte >= 0x80).count();
    controls == 0 && high * 5 <= start.len()
}

/// Windows-1252 differs from Latin-1 only in 0x80–0x9F. Bytes that it leaves undefined are kept as they are.
const WINDOWS_1252_HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Returns the byte for a letter in Windows-1252.
pub(super) fn in_windows_1252(letter: char) -> Option<u8> {
    match WINDOWS_1252_HIGH.iter().position(|high| *high == letter) {
        Some(index) => u8::try_from(0x80 + index).ok(),
        None => u8::try_from(u32::from(letter)).ok(),
    }
}

fn old_encoding(bytes: &[u8]) -> NotText {
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let mut guess = String::with_capacity(bytes.len() + 16);
    let mut first = 0;
    for (index, byte) in bytes.iter().enumerate() {
        if index == valid {
            first = guess.len();
        }
        guess.push(match byte {
            b'\r' if bytes.get(index + 1) == Some(&b'\n') => continue,
            b'\r' => '\n',
            0x80..=0x9F => WINDOWS_1252_HIGH[usize::from(byte - 0x80)],
            other => char::from(*other),
        });
    }
    NotText::OldEncoding { guess, first }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16_le(text: &str, mark: bool) -> Vec<u8> {
        let mark: &[u8] = if mark { &[0xFF, 0xFE] } else { &[] };
        [mark, &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat()
    }

    #[test]
    fn every_encoding_of_notepad_gives_the_same_text() {
        let text = "titel: Café\nplaats: Ee\n";
        let windows = text.replace('\n', "\r\n");
        assert_eq!(decode(text.as_bytes()).as_deref(), Ok(text));
        assert_eq!(decode(windows.as_bytes()).as_deref(), Ok(text));
        assert_eq!(decode(&[b"\xEF\xBB\xBF", windows.as_bytes()].concat()).as_deref(), Ok(text));
        assert_eq!(decode(&utf16_le(&windows, true)).as_deref(), Ok(text));
        assert_eq!(decode(&utf16_le(text, false)).as_deref(), Ok(text));
    }

    #[test]
    fn an_old_encoding_is_recognised() {
        assert_eq!(
            decode(b"titel: Caf\xe9 \x80 5"),
            Err(NotText::OldEncoding { guess: "titel: Café € 5".to_owned(), first: 10 })
        );
        assert_eq!(
            decode(b"titel: Koffie\rplaats: Caf\xe9\r\n"),
            Err(NotText::OldEncoding { guess: "titel: Koffie\nplaats: Café\n".to_owned(), first: 25 })
        );
    }

    #[test]
    fn a_picture_is_not_text() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(NotText::Binary));
        assert_eq!(decode(&[0xFF, 0xD8, 0xFF, 0xE0, 0x10, 0x4A, 0x46]), Err(NotText::Binary));
    }
}

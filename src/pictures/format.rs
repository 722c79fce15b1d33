//! Recognises the format of a file by its first bytes; its name may say something else.

use crate::read::PictureKind;

/// The format of a file that has the name of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JPEG (ITU-T T.81).
    Jpeg,
    /// PNG (W3C Portable Network Graphics).
    Png,
    /// WebP (RFC 9649).
    WebP,
    /// GIF (89a).
    Gif,
    /// HEIC, as newer iPhones write it (ISO/IEC 23008-12).
    Heic,
    /// AVIF.
    Avif,
    /// TIFF, also as cameras use it for their raw files.
    Tiff,
    /// A Windows bitmap.
    Bitmap,
    /// A web page, usually saved instead of the picture on it.
    WebPage,
    /// A drawing (SVG 2).
    Svg,
    /// A PDF.
    Pdf,
    /// A format that is not known here.
    Unknown,
}

impl Format {
    /// Returns the format that these bytes begin with.
    pub fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Self::Jpeg,
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Self::Png,
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Self::WebP,
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Self::Gif,
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match brand.get(..4) {
                Some(b"avif" | b"avis") => Self::Avif,
                Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1") => {
                    Self::Heic
                }
                _ => Self::Unknown,
            },
            [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => Self::Tiff,
            [b'B', b'M', ..] => Self::Bitmap,
            [b'%', b'P', b'D', b'F', ..] => Self::Pdf,
            _ if is_web_page(bytes) => Self::WebPage,
            _ => Self::Unknown,
        }
    }

    /// Returns the name by which people know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::Tiff => "TIFF",
            Self::Bitmap => "BMP",
            Self::WebPage => "HTML",
            Self::Svg => "SVG",
            Self::Pdf => "PDF",
            Self::Unknown => "?",
        }
    }

    /// Returns the format with this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Jpeg, Self::Png, Self::WebP, Self::Gif, Self::Svg]
            .into_iter()
            .find(|format| format.name() == name)
    }

    /// Whether the kind of picture in a file's name matches this format.
    pub(super) fn is_called(self, name: Option<PictureKind>) -> bool {
        let own = match self {
            Self::Jpeg => PictureKind::Jpeg,
            Self::Png => PictureKind::Png,
            Self::WebP => PictureKind::WebP,
            Self::Gif => PictureKind::Gif,
            _ => return true,
        };
        name == Some(own)
    }
}

fn is_web_page(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(256)).unwrap_or_default();
    let start = String::from_utf8_lossy(start).trim_start_matches('\u{feff}').trim_start().to_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_recognised_by_its_bytes() {
        let format_of = |bytes: &[u8]| Format::of(bytes);
        assert_eq!(format_of(b"\xff\xd8\xff\xe0..JFIF"), Format::Jpeg);
        assert_eq!(format_of(b"\0\0\0\x18ftypheic...."), Format::Heic);
        assert_eq!(format_of(b"\0\0\0\x18ftypavif...."), Format::Avif);
        assert_eq!(format_of(b"MM\0*...."), Format::Tiff);
        assert_eq!(format_of(b"\n <!DOCTYPE html><title>"), Format::WebPage);
        for unknown in [&b""[..], b"\xff\xd8", b"tekst", b"\0\0\0\x18ftypmp42"] {
            assert_eq!(format_of(unknown), Format::Unknown, "{unknown:?}");
        }
    }
}

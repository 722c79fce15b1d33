//! The endings of pictures, in one table: what a file is meant to be, by its name.

use crate::ground::SitePath;

/// What a picture is by the ending of its name. What it really is, its first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    WebP,
    /// GIF.
    Gif,
    /// HEIC, as new iPhones make it.
    Heic,
    /// AVIF.
    Avif,
    /// TIFF.
    Tiff,
    /// A Windows bitmap.
    Bitmap,
    /// A drawing.
    Drawing,
}

/// Written in small letters and without the dot.
const ENDINGS: &[(&str, PictureKind)] = &[
    ("jpg", PictureKind::Jpeg),
    ("jpeg", PictureKind::Jpeg),
    ("jpe", PictureKind::Jpeg),
    ("jfif", PictureKind::Jpeg),
    ("png", PictureKind::Png),
    ("webp", PictureKind::WebP),
    ("gif", PictureKind::Gif),
    ("heic", PictureKind::Heic),
    ("heif", PictureKind::Heic),
    ("avif", PictureKind::Avif),
    ("tif", PictureKind::Tiff),
    ("tiff", PictureKind::Tiff),
    ("bmp", PictureKind::Bitmap),
    ("svg", PictureKind::Drawing),
];

impl PictureKind {
    /// The kind of a file; nothing when its name is not that of a picture.
    pub fn of(path: &SitePath) -> Option<Self> {
        let (stem, ending) = path.name().rsplit_once('.')?;
        if stem.is_empty() { None } else { Self::of_ending(ending) }
    }

    /// The kind that has this ending, however it is written.
    pub fn of_ending(ending: &str) -> Option<Self> {
        ENDINGS.iter().find(|(own, _)| ending.eq_ignore_ascii_case(own)).map(|(_, kind)| *kind)
    }

    /// Whether it is a photo that becomes a light one on the site, as long as it is what its name says.
    pub fn is_photo(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::WebP | Self::Gif)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells_the_kind() {
        let kind = |path: &str| PictureKind::of(&SitePath::new(path).expect("a path"));
        assert_eq!(kind("media/affiche.JFIF"), Some(PictureKind::Jpeg));
        assert_eq!(kind("media/wapen.svg"), Some(PictureKind::Drawing));
        for other in ["media/.jpg", "media/brief.pdf", "media/jpg"] {
            assert_eq!(kind(other), None, "{other}");
        }
    }
}

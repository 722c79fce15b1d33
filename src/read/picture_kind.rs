//! The file extensions of pictures, in one table: what a file is meant to be, judging by its name.

use crate::ground::SitePath;

/// The kind of a picture according to its file extension. Only its first bytes tell what it really is.
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
    /// HEIC, as recent iPhones save photos.
    Heic,
    /// AVIF.
    Avif,
    /// TIFF.
    Tiff,
    /// A Windows bitmap.
    Bitmap,
    /// A drawing: SVG.
    Drawing,
}

/// The extensions, in lower case and without the dot.
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
    /// Returns the kind of a file, or `None` if its name is not that of a picture.
    pub fn of(path: &SitePath) -> Option<Self> {
        let (stem, ending) = path.name().rsplit_once('.')?;
        if stem.is_empty() { None } else { Self::of_ending(ending) }
    }

    /// Returns the kind with this extension, regardless of case.
    pub fn of_ending(ending: &str) -> Option<Self> {
        ENDINGS.iter().find(|(own, _)| ending.eq_ignore_ascii_case(own)).map(|(_, kind)| *kind)
    }

    /// Whether it is a photo that is made smaller for the site, provided that it is what its name says.
    pub fn is_photo(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::WebP | Self::Gif)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_tells_the_kind_of_picture() {
        let kind = |path: &str| PictureKind::of(&SitePath::new(path).expect("a path"));
        assert_eq!(kind("media/affiche.JFIF"), Some(PictureKind::Jpeg));
        assert_eq!(kind("media/wapen.svg"), Some(PictureKind::Drawing));
        for other in ["media/.jpg", "media/brief.pdf", "media/jpg"] {
            assert_eq!(kind(other), None, "{other}");
        }
    }
}

//! From the bytes of a photo to those of its versions.

use image::metadata::Orientation;
use image::{DynamicImage, RgbaImage};
use webp::{Encoder, WebPConfig};

use super::colour;
use super::open::{Head, Opened, open};
use super::scale::{Pixels, scaled};
use super::trouble::Trouble;

/// In how many pixels from left to right a photo is made; never more than it has.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// Of 100: below this, skies and faces show blocks.
const QUALITY: f32 = 76.0;

/// Changes whenever pictures come out otherwise, so that what was kept before is made anew.
pub(super) const RECIPE: u32 = 1;

/// What became of a photo.
pub(super) struct Developed {
    pub(super) colour: Option<[u8; 3]>,
    /// From narrow to wide.
    pub(super) versions: Vec<Print>,
}

/// The bytes of a version, as WebP.
pub(super) struct Print {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) bytes: Vec<u8>,
}

/// Makes the versions of a photo, upright and in the colours of the web. Nothing of what the file told beside its
/// pixels is in them.
pub(super) fn develop(head: Head<'_>) -> Result<Developed, Trouble> {
    let opened = open(head)?;
    let damaged = Trouble::Damaged(opened.format);
    let has_alpha = opened.image.has_alpha();
    let mut pixels = widest(opened).ok_or(damaged)?;
    let mut versions = Vec::new();
    for width in widths(pixels.width).into_iter().rev() {
        if width < pixels.width {
            let height = in_proportion(pixels.height, width, pixels.width);
            pixels = scaled(&pixels, None, width, height, has_alpha).ok_or(damaged)?;
        }
        versions.push(print(&pixels, has_alpha).ok_or(damaged)?);
    }
    versions.reverse();
    Ok(Developed { colour: colour::mean(&pixels.bytes), versions })
}

/// The widths of a photo that has this many pixels from left to right.
fn widths(own: u32) -> Vec<u32> {
    let widest = own.min(WIDTHS[WIDTHS.len() - 1]);
    let narrower = WIDTHS.into_iter().filter(|width| *width < widest);
    narrower.chain([widest]).collect()
}

/// The photo in the largest width that is shown, upright. It is made small first: everything else then has less to do.
fn widest(opened: Opened) -> Option<Pixels> {
    let Opened { image, orientation, profile, .. } = opened;
    let lies_on_its_side = matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    let has_alpha = image.has_alpha();
    let (width, height) = (image.width(), image.height());
    let bytes = image.into_rgba8().into_raw();
    let mut pixels = Pixels { width, height, bytes };
    let upright_width = if lies_on_its_side { height } else { width };
    let shown_width = upright_width.min(WIDTHS[WIDTHS.len() - 1]);
    if shown_width < upright_width {
        let smaller = |side| in_proportion(side, shown_width, upright_width);
        pixels = scaled(&pixels, None, smaller(width), smaller(height), has_alpha)?;
    }
    if let Some(profile) = profile {
        colour::into_srgb(&mut pixels.bytes, &profile);
    }
    let mut turned =
        DynamicImage::ImageRgba8(RgbaImage::from_raw(pixels.width, pixels.height, pixels.bytes)?);
    turned.apply_orientation(orientation);
    Some(Pixels { width: turned.width(), height: turned.height(), bytes: turned.into_bytes() })
}

/// A side made smaller as another one is; never nothing.
fn in_proportion(side: u32, smaller: u32, whole: u32) -> u32 {
    let rounded = (u64::from(side) * u64::from(smaller) + u64::from(whole) / 2) / u64::from(whole.max(1));
    u32::try_from(rounded).unwrap_or(u32::MAX).max(1)
}

fn print(pixels: &Pixels, has_alpha: bool) -> Option<Print> {
    let (width, height) = (pixels.width, pixels.height);
    let mut config = WebPConfig::new().ok()?;
    config.quality = QUALITY;
    config.alpha_compression = i32::from(has_alpha);
    let encoded = Encoder::from_rgba(&pixels.bytes, width, height).encode_advanced(&config).ok()?;
    Some(Print { width, height, bytes: encoded.to_vec() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_is_never_enlarged() {
        assert_eq!(widths(4000), [480, 960, 1600]);
        assert_eq!(widths(1600), [480, 960, 1600]);
        assert_eq!(widths(1000), [480, 960, 1000]);
        assert_eq!(widths(480), [480]);
        assert_eq!(widths(3), [3]);
        assert_eq!(in_proportion(3000, 1600, 4000), 1200);
        assert_eq!(in_proportion(1, 480, 16_000), 1);
    }
}

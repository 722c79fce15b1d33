//! Turns the bytes of a photo into those of its versions: WebP, and not AVIF, which takes seconds for each on
//! one core and saves a fifth.

use std::cell::OnceCell;

use image::metadata::Orientation;
use image::{DynamicImage, RgbaImage};
use webp::{Encoder, WebPConfig};

use super::colour;
use super::cut::Cut;
use super::format::Format;
use super::icons::icons;
use super::left_out::LeftOut;
use super::open::{Head, Opened, open};
use super::scale::{Pixels, scaled};
use super::trouble::Trouble;
use super::{drawing, moving, sharing};

/// The widths in which a photo is rendered, in pixels; it is never enlarged.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// The WebP quality, of 100: below this, skies and faces show blocks.
const QUALITY: f32 = 76.0;

/// The version of this procedure: changed whenever pictures come out differently, so that cached ones are
/// rendered again.
pub(super) const RECIPE: u32 = 2;

/// The result of one cut of a photo.
pub(super) struct Developed {
    pub(super) format: Format,
    pub(super) left_out: LeftOut,
    pub(super) colour: Option<[u8; 3]>,
    /// From narrow to wide.
    pub(super) versions: Vec<EncodedVersion>,
}

/// The colour of a picture, and its versions.
type EncodedVersions = (Option<[u8; 3]>, Vec<EncodedVersion>);

/// The bytes of a version.
pub(super) struct EncodedVersion {
    pub(super) name: String,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) bytes: Vec<u8>,
}

/// Renders the requested cuts of a photo, upright and in sRGB. Nothing in the file but its pixels ends up in
/// them.
pub(super) fn develop(bytes: &[u8], head: Head<'_>, cuts: &[Cut]) -> Result<Vec<(Cut, Developed)>, Trouble> {
    let opened = open(head)?;
    let format = opened.format;
    let damaged = Trouble::Damaged(format);
    let has_alpha = opened.image.has_alpha();
    let widest = widest_upright(opened).ok_or_else(|| damaged.clone())?;
    let versions_of = |cut: Cut| {
        let versions = match cut {
            Cut::Widths => width_versions(&widest, has_alpha),
            Cut::Sharing(_) if has_alpha => sharing::framed(&widest).and_then(sharing_version),
            Cut::Sharing(focus) => sharing::cut(&widest, focus).and_then(sharing_version),
            Cut::Icons => icon_versions(&widest),
            Cut::Moving => return moving::moving(bytes).map(moving_version),
        };
        versions.ok_or_else(|| damaged.clone())
    };
    let developed = |cut| {
        versions_of(cut).map(|(colour, versions)| {
            (cut, Developed { format, left_out: LeftOut::default(), colour, versions })
        })
    };
    cuts.iter().map(|cut| developed(*cut)).collect()
}

/// Renders the requested cuts of a drawing that was checked; `size` is what it says about itself, in pixels.
pub(super) fn develop_drawing(
    drawing: &drawing::Drawing,
    size: Option<(u32, u32)>,
    cuts: &[Cut],
) -> Result<Vec<(Cut, Developed)>, Trouble> {
    let rendered = OnceCell::new();
    let pixels = || {
        let rendered_pixels = rendered.get_or_init(|| drawing::pixels(drawing, WIDTHS[WIDTHS.len() - 1]));
        rendered_pixels.as_ref().map_err(Trouble::clone)
    };
    let versions_of = |cut: Cut| match cut {
        Cut::Widths => {
            let (width, height) = size.unwrap_or_default();
            let whole =
                EncodedVersion { name: ".svg".to_owned(), width, height, bytes: drawing.bytes.clone() };
            Ok((None, vec![whole]))
        }
        Cut::Sharing(_) => sharing::framed(pixels()?).and_then(sharing_version).ok_or(DAMAGED_DRAWING),
        Cut::Icons => icon_versions(pixels()?).ok_or(DAMAGED_DRAWING),
        Cut::Moving => Err(Trouble::DoesNotMove),
    };
    let (format, left_out) = (Format::Svg, drawing.left_out);
    let developed = |cut| {
        versions_of(cut).map(|(colour, versions)| (cut, Developed { format, left_out, colour, versions }))
    };
    cuts.iter().map(|cut| developed(*cut)).collect()
}

const DAMAGED_DRAWING: Trouble = Trouble::Damaged(Format::Svg);

fn width_versions(widest: &Pixels, has_alpha: bool) -> Option<EncodedVersions> {
    let mut versions = Vec::new();
    let mut smaller: Option<Pixels> = None;
    for width in widths(widest.width).into_iter().rev() {
        let from = smaller.as_ref().unwrap_or(widest);
        if width < from.width {
            let height = in_proportion(from.height, width, from.width);
            smaller = Some(scaled(from, None, width, height, has_alpha)?);
        }
        versions.push(encode(smaller.as_ref().unwrap_or(widest), has_alpha)?);
    }
    versions.reverse();
    let colour = colour::mean(&smaller.as_ref().unwrap_or(widest).bytes);
    Some((colour, versions))
}

fn sharing_version(pixels: Pixels) -> Option<EncodedVersions> {
    let bytes = sharing::jpeg(&pixels)?;
    let version =
        EncodedVersion { name: "sharing.jpg".to_owned(), width: pixels.width, height: pixels.height, bytes };
    Some((None, vec![version]))
}

fn icon_versions(crest: &Pixels) -> Option<EncodedVersions> {
    let versions = icons(crest)?.into_iter().map(|icon| EncodedVersion {
        name: icon.name.to_owned(),
        width: icon.side,
        height: icon.side,
        bytes: icon.bytes,
    });
    Some((None, versions.collect()))
}

fn moving_version((width, height, bytes): moving::Moving) -> EncodedVersions {
    let version = EncodedVersion { name: "moving.webp".to_owned(), width, height, bytes };
    (None, vec![version])
}

/// Returns the widths in which to render a photo that is this wide.
fn widths(own: u32) -> Vec<u32> {
    let widest = own.min(WIDTHS[WIDTHS.len() - 1]);
    let narrower = WIDTHS.into_iter().filter(|width| *width < widest);
    narrower.chain([widest]).collect()
}

/// Returns the photo in the largest width that is shown, upright. It is made smaller first, so that
/// everything else has less to do.
fn widest_upright(opened: Opened) -> Option<Pixels> {
    let Opened { image, orientation, profile, .. } = opened;
    let is_on_its_side = matches!(
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
    let upright_width = if is_on_its_side { height } else { width };
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

/// Scales a side in proportion to another; never to zero.
fn in_proportion(side: u32, smaller: u32, whole: u32) -> u32 {
    let rounded = (u64::from(side) * u64::from(smaller) + u64::from(whole) / 2) / u64::from(whole.max(1));
    u32::try_from(rounded).unwrap_or(u32::MAX).max(1)
}

/// Encodes these pixels as WebP.
fn encode(pixels: &Pixels, has_alpha: bool) -> Option<EncodedVersion> {
    let (width, height) = (pixels.width, pixels.height);
    let mut config = WebPConfig::new().ok()?;
    config.quality = QUALITY;
    config.alpha_compression = i32::from(has_alpha);
    let encoded = Encoder::from_rgba(&pixels.bytes, width, height).encode_advanced(&config).ok()?;
    Some(EncodedVersion { name: format!("{width}.webp"), width, height, bytes: encoded.to_vec() })
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

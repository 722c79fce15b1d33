//! Wraps the resizer, which renders a picture in fewer pixels.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

/// Pixels of red, green, blue and alpha, row by row.
#[derive(Clone, Debug)]
pub(super) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) bytes: Vec<u8>,
}

/// A part of a picture, in its pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Scales a picture, or a part of it, to this size; `None` when it has no pixels.
pub(super) fn scaled(
    pixels: &Pixels,
    section: Option<Section>,
    width: u32,
    height: u32,
    has_alpha: bool,
) -> Option<Pixels> {
    let from = ImageRef::new(pixels.width, pixels.height, &pixels.bytes, PixelType::U8x4).ok()?;
    let mut to = Image::new(width, height, PixelType::U8x4);
    let mut options =
        ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3)).use_alpha(has_alpha);
    if let Some(part) = section {
        options = options.crop(part.left, part.top, part.width, part.height);
    }
    Resizer::new().resize(&from, &mut to, &options).ok()?;
    Some(Pixels { width, height, bytes: to.into_vec() })
}

//! Renders the picture that others see when someone shares a page: a JPEG, because that is what every
//! messenger accepts.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};

use super::frame::{contained, on_white};
use super::scale::{Pixels, Section, scaled};
use crate::ground::Focus;

/// In pixels: the shape that Open Graph readers crop to (1.91 : 1), at the size they recommend.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;

/// The JPEG quality, of 100: WhatsApp shows no picture of more than some 600 kB, and this stays far below
/// that.
const QUALITY: u8 = 80;

/// Cuts a part around a point out of a photo, in the shape for sharing; never enlarged.
pub(super) fn cut(pixels: &Pixels, focus: Focus) -> Option<Pixels> {
    let (own_width, own_height) = (f64::from(pixels.width), f64::from(pixels.height));
    let shape = f64::from(WIDTH) / f64::from(HEIGHT);
    let width = own_width.min(own_height * shape);
    let height = width / shape;
    let start = |own: f64, part: f64, point: u8| {
        (own * f64::from(point) / 100.0 - part / 2.0).clamp(0.0, (own - part).max(0.0))
    };
    let section = Section {
        left: start(own_width, width, focus.across),
        top: start(own_height, height, focus.down),
        width,
        height,
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and WIDTH")]
    let wide = (width.floor() as u32).clamp(1, WIDTH);
    let high = (wide * HEIGHT / WIDTH).max(1);
    scaled(pixels, Some(section), wide, high, false)
}

/// Centres a crest, logo or other transparent picture, whole, on white.
pub(super) fn framed(pixels: &Pixels) -> Option<Pixels> {
    contained(pixels, (WIDTH, HEIGHT), 0.8).map(on_white)
}

/// Encodes the pixels as JPEG.
pub(super) fn jpeg(pixels: &Pixels) -> Option<Vec<u8>> {
    let opaque: Vec<u8> =
        pixels.bytes.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY)
        .write_image(&opaque, pixels.width, pixels.height, ExtendedColorType::Rgb8)
        .ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture in which every pixel encodes its own position.
    fn position_coded(width: u32, height: u32) -> Pixels {
        let part = |at: u32, of: u32| u8::try_from(at * 255 / of.max(1)).unwrap_or(u8::MAX);
        let bytes = (0..height)
            .flat_map(|y| (0..width).flat_map(move |x| [part(x, width), part(y, height), 0, 255]))
            .collect();
        Pixels { width, height, bytes }
    }

    fn middle(pixels: &Pixels) -> (u8, u8) {
        let at = ((pixels.height / 2 * pixels.width + pixels.width / 2) * 4) as usize;
        (pixels.bytes[at], pixels.bytes[at + 1])
    }

    #[test]
    fn the_focus_point_stays_in_view_and_nothing_is_enlarged() {
        let landscape = position_coded(1600, 1200);
        let cropped = cut(&landscape, Focus::default()).expect("it has pixels");
        assert_eq!((cropped.width, cropped.height), (1200, 630));
        assert!((126..=129).contains(&middle(&cropped).1), "{:?}", middle(&cropped));
        let top = cut(&landscape, Focus { across: 50, down: 0 }).expect("it has pixels");
        assert!(middle(&top).1 < 100, "the top is kept: {:?}", middle(&top));
        let bottom = cut(&landscape, Focus { across: 50, down: 100 }).expect("it has pixels");
        assert!(middle(&bottom).1 > 155, "the bottom is kept: {:?}", middle(&bottom));
        let small = cut(&position_coded(300, 400), Focus::default()).expect("it has pixels");
        assert_eq!((small.width, small.height), (300, 157));
        let tiny = cut(&position_coded(1, 1), Focus::default()).expect("it has a pixel");
        assert_eq!((tiny.width, tiny.height), (1, 1));
    }
}

//! Places a whole picture in the middle of a given shape.

use super::scale::{Pixels, scaled};

/// Centres a picture in a transparent shape, filling at most this part of it; `None` when it has no pixels.
pub(super) fn contained(pixels: &Pixels, (width, height): (u32, u32), part: f64) -> Option<Pixels> {
    let fits = (f64::from(width) / f64::from(pixels.width)).min(f64::from(height) / f64::from(pixels.height));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and the shape")]
    let side = |own: u32, most: u32| ((f64::from(own) * fits * part).round() as u32).clamp(1, most);
    let (own_width, own_height) = (side(pixels.width, width), side(pixels.height, height));
    let smaller = scaled(pixels, None, own_width, own_height, true)?;
    let mut bytes = vec![0; (width as usize) * (height as usize) * 4];
    let row = own_width as usize * 4;
    let (left, top) = ((width - own_width) / 2, (height - own_height) / 2);
    for (number, line) in smaller.bytes.chunks_exact(row).enumerate() {
        let start = ((top as usize + number) * width as usize + left as usize) * 4;
        if let Some(place) = bytes.get_mut(start..start + row) {
            place.copy_from_slice(line);
        }
    }
    Some(Pixels { width, height, bytes })
}

/// Puts white behind a picture.
pub(super) fn on_white(mut pixels: Pixels) -> Pixels {
    for pixel in pixels.bytes.chunks_exact_mut(4) {
        let alpha = u32::from(pixel[3]);
        for part in &mut pixel[..3] {
            let mixed = (u32::from(*part) * alpha + 255 * (255 - alpha) + 127) / 255;
            *part = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
        pixel[3] = u8::MAX;
    }
    pixels
}

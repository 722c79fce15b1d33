//! Converts the colours of a camera or screen to those of the web, and finds the colour that stands for a
//! picture until it has loaded.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Converts pixels (red, green, blue, alpha) from another colour space to sRGB. New phones take photos in
/// Display P3; without this, their reds would fade.
pub(super) fn into_srgb(pixels: &mut [u8], profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
    if profile.color_space != DataColorSpace::Rgb {
        return;
    }
    let srgb = ColorProfile::new_srgb();
    let transform =
        profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgba, TransformOptions::default());
    let Ok(transform) = transform else { return };
    let before = pixels.to_vec();
    // What cannot be converted stays as it is: a little pale, but a picture.
    let _ = transform.transform(&before, pixels);
}

/// Returns the mean of all pixels; `None` for a picture with transparency.
pub(super) fn mean(pixels: &[u8]) -> Option<[u8; 3]> {
    let mut sums = [0_u64; 3];
    for pixel in pixels.chunks_exact(4) {
        if pixel[3] != u8::MAX {
            return None;
        }
        for (sum, part) in sums.iter_mut().zip(pixel) {
            *sum += u64::from(*part);
        }
    }
    let count = (pixels.len() / 4).max(1) as u64;
    Some(sums.map(|sum| u8::try_from(sum / count).unwrap_or(u8::MAX)))
}

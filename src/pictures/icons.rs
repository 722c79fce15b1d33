//! Renders the icons of a site from its crest: for a browser tab and for the home screen of a phone.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use super::frame::{contained, on_white};
use super::scale::Pixels;

/// An icon: the name of its file, the side of its square in pixels, and its bytes.
pub(super) struct Icon {
    pub(super) name: &'static str,
    pub(super) side: u32,
    pub(super) bytes: Vec<u8>,
}

/// The background of an icon, and how much of the square the crest may fill.
struct IconSpec {
    name: &'static str,
    side: u32,
    part: f64,
    is_white: bool,
}

/// iPhones put black behind transparent parts, and Android cuts circles out of "maskable" icons, of which
/// only the middle 80 % is safe (W3C Web Application Manifest, "Icon masks and safe zone").
const ICON_SPECS: &[IconSpec] = &[
    IconSpec { name: "apple-touch.png", side: 180, part: 0.8, is_white: true },
    IconSpec { name: "192.png", side: 192, part: 1.0, is_white: false },
    IconSpec { name: "512.png", side: 512, part: 1.0, is_white: false },
    IconSpec { name: "maskable.png", side: 512, part: 0.6, is_white: true },
];

/// The side of the tab icon, in pixels: one size serves all screens, as browsers scale it down.
const FAVICON_SIDE: u32 = 48;

/// Renders all icons; `None` when the crest has no pixels.
pub(super) fn icons(crest: &Pixels) -> Option<Vec<Icon>> {
    let favicon = png(&contained(crest, (FAVICON_SIDE, FAVICON_SIDE), 1.0)?)?;
    let mut icons = vec![Icon { name: "favicon.ico", side: FAVICON_SIDE, bytes: ico(&favicon)? }];
    for spec in ICON_SPECS {
        let square = contained(crest, (spec.side, spec.side), spec.part)?;
        let square = if spec.is_white { on_white(square) } else { square };
        icons.push(Icon { name: spec.name, side: spec.side, bytes: png(&square)? });
    }
    Some(icons)
}

fn png(pixels: &Pixels) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive)
        .write_image(&pixels.bytes, pixels.width, pixels.height, ExtendedColorType::Rgba8)
        .ok()?;
    Some(bytes)
}

/// Wraps a PNG of [`FAVICON_SIDE`] pixels in the container that browsers request by default (Microsoft ICO: a header
/// of 6 bytes, one directory entry of 16, and then the picture).
fn ico(png: &[u8]) -> Option<Vec<u8>> {
    let side = u8::try_from(FAVICON_SIDE).ok()?;
    let length = u32::try_from(png.len()).ok()?;
    let mut bytes = vec![0, 0, 1, 0, 1, 0, side, side, 0, 0, 1, 0, 32, 0];
    bytes.extend(length.to_le_bytes());
    bytes.extend(22_u32.to_le_bytes());
    bytes.extend(png);
    Some(bytes)
}

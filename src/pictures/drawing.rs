//! Drawings (SVG): looked through, freed of everything that is not drawing, and made into pixels for icons.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use resvg::{tiny_skia, usvg};
use svg_hush::data_url_filter::{self, DataUrl, DataUrlFilterResult};

use super::format::Format;
use super::hostile::{Danger, findings};
use super::scale::Pixels;
use super::trouble::Trouble;
use crate::ground::Place;

/// A drawing has no more bytes than this: it is sent as it is.
const LARGEST: usize = 4 * 1024 * 1024;

/// A drawing that may be shown.
#[derive(Debug)]
pub(super) struct Drawing {
    /// What is published.
    pub(super) bytes: Vec<u8>,
    /// Whether it holds letters that are drawn with the fonts of whoever looks.
    pub(super) has_letters: bool,
}

/// Lets through the elements and attributes of a list, and nothing else.
pub(super) fn cleaned(file: &str, bytes: &[u8]) -> Result<Drawing, Trouble> {
    if bytes.is_empty() {
        return Err(Trouble::Empty);
    }
    if bytes.len() > LARGEST {
        return Err(Trouble::DrawingTooLarge);
    }
    let damaged = || match Format::of(bytes) {
        Format::Unknown => Trouble::Damaged(Format::Svg),
        other => Trouble::NotShown(other),
    };
    let text = std::str::from_utf8(bytes).map_err(|_| damaged())?;
    let text = text.trim_start_matches('\u{feff}');
    let (found, has_letters) = findings(text).ok_or_else(damaged)?;
    if !found.is_empty() {
        let name: Arc<str> = file.into();
        let place = |at: Range<usize>| Place::in_text(Arc::clone(&name), text, at.start, at.end);
        return Err(Trouble::Hostile(found.into_iter().map(|(danger, at)| (danger, place(at))).collect()));
    }
    let mut cleaned = Vec::with_capacity(bytes.len());
    let tells = Rc::new(Cell::new(false));
    let mut filter = svg_hush::Filter::new();
    filter.set_data_url_filter({
        let tells = Rc::clone(&tells);
        move |photo| look_into(photo, &tells)
    });
    filter.filter(text.as_bytes(), &mut cleaned).map_err(|_| Trouble::Damaged(Format::Svg))?;
    if tells.get() {
        return Err(Trouble::Hostile(vec![(Danger::TellingPhoto, Place::whole(file))]));
    }
    Ok(Drawing { bytes: cleaned, has_letters })
}

/// Notices a photo within the drawing that tells when, where or with what it was taken.
fn look_into(photo: &DataUrl<'_>, tells: &Cell<bool>) -> DataUrlFilterResult {
    let telling: [&[u8]; 4] = [b"Exif\0", b"eXIf", b"http://ns.adobe.com/", b"Photoshop 3.0"];
    if let Ok((bytes, _)) = photo.decode_to_vec()
        && telling.iter().any(|words| bytes.windows(words.len()).any(|window| window == *words))
    {
        tells.set(true);
    }
    data_url_filter::allow_standard_images(photo)
}

/// A drawing that was looked through, in pixels, as large as this square allows. Letters are left out.
pub(super) fn pixels(drawing: &Drawing, side: u32) -> Option<Pixels> {
    let tree = usvg::Tree::from_data(&drawing.bytes, &usvg::Options::default()).ok()?;
    let size = tree.size();
    let longest = size.width().max(size.height());
    #[expect(clippy::cast_precision_loss, reason = "a few hundred pixels")]
    let factor = side as f32 / longest;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and the side")]
    let scaled = |length: f32| ((length * factor).round() as u32).clamp(1, side);
    let mut map = tiny_skia::Pixmap::new(scaled(size.width()), scaled(size.height()))?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(factor, factor), &mut map.as_mut());
    let (width, height) = (map.width(), map.height());
    let bytes = map.pixels().iter().flat_map(|pixel| {
        let plain = pixel.demultiply();
        [plain.red(), plain.green(), plain.blue(), plain.alpha()]
    });
    Some(Pixels { width, height, bytes: bytes.collect() })
}

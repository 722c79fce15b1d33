//! Drawings (SVG): checked, stripped of everything that is not drawing, and rendered to pixels for icons.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use resvg::usvg::ImageHrefResolver;
use resvg::usvg::filter::Kind;
use resvg::{tiny_skia, usvg};
use svg_hush::data_url_filter::{self, DataUrl, DataUrlFilterResult};

use super::format::Format;
use super::hostile::{Danger, findings};
use super::left_out::LeftOut;
use super::scale::Pixels;
use super::trouble::Trouble;
use crate::ground::Place;

/// The maximum size of a drawing, in bytes: it is sent as it is.
const LARGEST: usize = 4 * 1024 * 1024;

/// A drawing that is safe to show.
#[derive(Debug)]
pub(super) struct Drawing {
    /// The path of the file in the village folder.
    file: Arc<str>,
    /// The bytes to publish.
    pub(super) bytes: Vec<u8>,
    /// What is missing when it is rendered to pixels.
    pub(super) left_out: LeftOut,
}

/// Checks a drawing and keeps only the elements and attributes of an allow-list.
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
    let (found, left_out) = findings(text).ok_or_else(damaged)?;
    if !found.is_empty() {
        let name: Arc<str> = file.into();
        let place = |at: Range<usize>| Place::in_text(Arc::clone(&name), text, at.start, at.end);
        return Err(Trouble::Hostile(found.into_iter().map(|(danger, at)| (danger, place(at))).collect()));
    }
    let mut cleaned = Vec::with_capacity(bytes.len());
    let is_significant = Rc::new(Cell::new(false));
    let mut filter = svg_hush::Filter::new();
    filter.set_data_url_filter({
        let is_significant = Rc::clone(&is_significant);
        move |photo| check_embedded_photo(photo, &is_significant)
    });
    filter.filter(text.as_bytes(), &mut cleaned).map_err(|_| Trouble::Damaged(Format::Svg))?;
    if is_significant.get() {
        return Err(Trouble::Hostile(vec![(Danger::PhotoWithMetadata, Place::of_file(file))]));
    }
    Ok(Drawing { file: file.into(), bytes: cleaned, left_out })
}

/// Notices an embedded photo that reveals when, where or with what it was taken.
fn check_embedded_photo(photo: &DataUrl<'_>, is_significant: &Cell<bool>) -> DataUrlFilterResult {
    let metadata_marks: [&[u8]; 4] = [b"Exif\0", b"eXIf", b"http://ns.adobe.com/", b"Photoshop 3.0"];
    if let Ok((bytes, _)) = photo.decode_to_vec()
        && metadata_marks.iter().any(|words| bytes.windows(words.len()).any(|window| window == *words))
    {
        is_significant.set(true);
    }
    data_url_filter::allow_standard_images(photo)
}

/// The maximum number of parts of a drawing that are painted on a layer of their own; a crest has a handful.
const MOST_SHEETS: usize = 200;

/// The maximum depth of such layers, each as large as the drawing.
const MOST_SHEETS_AT_ONCE: usize = 20;

/// Whether painting could take minutes: by effects that look around every point or never end, or by layers
/// upon layers.
fn is_endless(tree: &usvg::Tree) -> bool {
    let takes_long =
        |kind: &Kind| matches!(kind, Kind::Morphology(_) | Kind::Turbulence(_) | Kind::ConvolveMatrix(_));
    let effects = tree.filters().iter().flat_map(|filter| filter.primitives());
    let mut sheets = 0;
    effects.map(|effect| effect.kind()).any(takes_long)
        || sheets_at_once(tree.root(), &mut sheets) > MOST_SHEETS_AT_ONCE
        || sheets > MOST_SHEETS
}

/// Returns how deep the layers in a group are stacked, and adds their number to `sheets`.
fn sheets_at_once(group: &usvg::Group, sheets: &mut usize) -> usize {
    let own = usize::from(group.should_isolate());
    *sheets += own;
    let masked = group.mask().map_or(0, |mask| 1 + sheets_at_once(mask.root(), sheets));
    let inner = group.children().iter().map(|child| match child {
        usvg::Node::Group(group) => sheets_at_once(group, sheets),
        _ => 0,
    });
    let inner = inner.max().unwrap_or(0);
    own + inner.max(masked)
}

/// Renders a checked drawing to pixels, as large as fits in a square with this side. Letters and embedded
/// photos are left out.
///
/// # Errors
/// When it cannot be painted, or not within a reasonable time.
pub(super) fn pixels(drawing: &Drawing, side: u32) -> Result<Pixels, Trouble> {
    let damaged = || Trouble::Damaged(Format::Svg);
    // Photos are not painted; where one is a thousand times wider than it is high, the library aborts the
    // program.
    let image_href_resolver =
        ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = usvg::Options { image_href_resolver, ..usvg::Options::default() };
    let tree = usvg::Tree::from_data(&drawing.bytes, &options).map_err(|_| damaged())?;
    if is_endless(&tree) {
        let place = Place::of_file(Arc::clone(&drawing.file));
        return Err(Trouble::Hostile(vec![(Danger::Endless, place)]));
    }
    paint(&tree, side).ok_or_else(damaged)
}

fn paint(tree: &usvg::Tree, side: u32) -> Option<Pixels> {
    let size = tree.size();
    let longest = size.width().max(size.height());
    #[expect(clippy::cast_precision_loss, reason = "a few hundred pixels")]
    let factor = side as f32 / longest;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and the side")]
    let scaled = |length: f32| ((length * factor).round() as u32).clamp(1, side);
    let mut map = tiny_skia::Pixmap::new(scaled(size.width()), scaled(size.height()))?;
    resvg::render(tree, tiny_skia::Transform::from_scale(factor, factor), &mut map.as_mut());
    let (width, height) = (map.width(), map.height());
    let bytes = map.pixels().iter().flat_map(|pixel| {
        let plain = pixel.demultiply();
        [plain.red(), plain.green(), plain.blue(), plain.alpha()]
    });
    Some(Pixels { width, height, bytes: bytes.collect() })
}

//! Drawings (SVG): looked through, freed of everything that is not drawing, and made into pixels for icons.

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

/// A drawing has no more bytes than this: it is sent as it is.
const LARGEST: usize = 4 * 1024 * 1024;

/// A drawing that may be shown.
#[derive(Debug)]
pub(super) struct Drawing {
    /// The file, from the village folder.
    file: Arc<str>,
    /// What is published.
    pub(super) bytes: Vec<u8>,
    /// What its pixels do not show.
    pub(super) left_out: LeftOut,
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
    let (found, left_out) = findings(text).ok_or_else(damaged)?;
    if !found.is_empty() {
        let name: Arc<str> = file.into();
        let place = |at: Range<usize>| Place::in_text(Arc::clone(&name), text, at.start, at.end);
        return Err(Trouble::Hostile(found.into_iter().map(|(danger, at)| (danger, place(at))).collect()));
    }
    let mut cleaned = Vec::with_capacity(bytes.len());
    let is_telling = Rc::new(Cell::new(false));
    let mut filter = svg_hush::Filter::new();
    filter.set_data_url_filter({
        let is_telling = Rc::clone(&is_telling);
        move |photo| look_into(photo, &is_telling)
    });
    filter.filter(text.as_bytes(), &mut cleaned).map_err(|_| Trouble::Damaged(Format::Svg))?;
    if is_telling.get() {
        return Err(Trouble::Hostile(vec![(Danger::TellingPhoto, Place::whole(file))]));
    }
    Ok(Drawing { file: file.into(), bytes: cleaned, left_out })
}

/// Notices a photo within the drawing that tells when, where or with what it was taken.
fn look_into(photo: &DataUrl<'_>, is_telling: &Cell<bool>) -> DataUrlFilterResult {
    let telling: [&[u8]; 4] = [b"Exif\0", b"eXIf", b"http://ns.adobe.com/", b"Photoshop 3.0"];
    if let Ok((bytes, _)) = photo.decode_to_vec()
        && telling.iter().any(|words| bytes.windows(words.len()).any(|window| window == *words))
    {
        is_telling.set(true);
    }
    data_url_filter::allow_standard_images(photo)
}

/// So many parts of a drawing are painted on a sheet of their own at most; a crest has a handful.
const MOST_SHEETS: usize = 200;

/// So many of those sheets lie on each other at most, each as large as the drawing.
const MOST_SHEETS_AT_ONCE: usize = 20;

/// Whether painting could take minutes: by effects that look around every point or count without end, or by sheets that lie
/// on sheets.
fn is_endless(tree: &usvg::Tree) -> bool {
    let takes_long =
        |kind: &Kind| matches!(kind, Kind::Morphology(_) | Kind::Turbulence(_) | Kind::ConvolveMatrix(_));
    let effects = tree.filters().iter().flat_map(|filter| filter.primitives());
    let mut sheets = 0;
    effects.map(|effect| effect.kind()).any(takes_long)
        || sheets_at_once(tree.root(), &mut sheets) > MOST_SHEETS_AT_ONCE
        || sheets > MOST_SHEETS
}

/// How many sheets lie on each other in a group; all of them are counted in `sheets`.
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

/// A drawing that was looked through, in pixels, as large as this square allows. Letters are left
/// out, and so are photos within.
///
/// # Errors
/// When it cannot be painted, or not within a reasonable time.
pub(super) fn pixels(drawing: &Drawing, side: u32) -> Result<Pixels, Trouble> {
    let damaged = || Trouble::Damaged(Format::Svg);
    // Photos are not painted; and where one is a thousand times wider than it is high, the library stops the program.
    let image_href_resolver =
        ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = usvg::Options { image_href_resolver, ..usvg::Options::default() };
    let tree = usvg::Tree::from_data(&drawing.bytes, &options).map_err(|_| damaged())?;
    if is_endless(&tree) {
        let place = Place::whole(Arc::clone(&drawing.file));
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

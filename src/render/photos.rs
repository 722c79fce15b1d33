//! The photos that pages show, and the colours that stand for them while they are on their way.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::pictures::Photo;

/// Photos by the number of their file among those of the village.
pub type Photos = BTreeMap<usize, Arc<Photo>>;

/// Levels of red, green and blue that colours are rounded to, so that hundreds of photos share a few lines of style.
const LEVELS: [u8; 5] = [0x2a, 0x5c, 0x8c, 0xb8, 0xdc];

fn rounded(colour: [u8; 3]) -> [usize; 3] {
    colour.map(|part| {
        let nearest = LEVELS.iter().enumerate().min_by_key(|(_, level)| level.abs_diff(part));
        nearest.map_or(0, |(at, _)| at)
    })
}

/// The name of a colour in the style.
pub(super) fn colour_name(colour: [u8; 3]) -> String {
    let [red, green, blue] = rounded(colour);
    format!("dp-c{red}{green}{blue}")
}

/// The style of the colours that stand for pictures while they are on their way. A page may not carry it itself: its
/// policy forbids style between its lines.
pub(super) fn colours_style(photos: &Photos) -> String {
    let colours: BTreeSet<[usize; 3]> =
        photos.values().filter_map(|photo| photo.colour).map(rounded).collect();
    let line = |[red, green, blue]: [usize; 3]| {
        let (r, g, b) = (LEVELS[red], LEVELS[green], LEVELS[blue]);
        format!(".dp-c{red}{green}{blue}{{background:#{r:02x}{g:02x}{b:02x}}}")
    };
    colours.into_iter().map(line).collect()
}

//! The pictures made from photos, and the style for their colours and focus points: pages may not carry that
//! style themselves, because their content security policy forbids inline styles.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::ground::Focus;
use crate::pictures::{Cut, Photo};

/// The pictures made, by the number of the file within the village.
pub type Photos = BTreeMap<(usize, Cut), Arc<Photo>>;

/// The levels that red, green and blue are rounded to, so that hundreds of photos share a few lines of style.
const LEVELS: [u8; 5] = [0x2a, 0x5c, 0x8c, 0xb8, 0xdc];

fn rounded(colour: [u8; 3]) -> [usize; 3] {
    colour.map(|part| {
        let nearest = LEVELS.iter().enumerate().min_by_key(|(_, level)| level.abs_diff(part));
        nearest.map_or(0, |(at, _)| at)
    })
}

/// The class for the colour that takes the place of a picture while it loads.
pub(super) fn colour_name(colour: [u8; 3]) -> String {
    let [red, green, blue] = rounded(colour);
    format!("dp-c{red}{green}{blue}")
}

/// The class for the point that stays in view; none for the middle.
pub(super) fn focus_name(focus: Focus) -> Option<String> {
    (focus != Focus::default()).then(|| format!("dp-at-{}-{}", focus.across, focus.down))
}

/// The style rules for the colours and focus points of the pages.
pub(super) fn photo_style(photos: &Photos, focuses: &BTreeSet<Focus>) -> String {
    let colours: BTreeSet<[usize; 3]> =
        photos.values().filter_map(|photo| photo.colour).map(rounded).collect();
    let colour = |[red, green, blue]: [usize; 3]| {
        let (r, g, b) = (LEVELS[red], LEVELS[green], LEVELS[blue]);
        format!(".dp-c{red}{green}{blue}{{background:#{r:02x}{g:02x}{b:02x}}}")
    };
    let point = |focus: &Focus| {
        let Focus { across, down } = focus;
        format!(".dp-at-{across}-{down}{{object-position:{across}% {down}%}}")
    };
    colours.into_iter().map(colour).chain(focuses.iter().map(point)).collect()
}

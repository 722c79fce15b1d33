//! The styles in a village's own folder: whether the letters can still be read with what they change.

use super::edition::Edition;
use super::legible::{Pale, pale, pale_rules};
use super::legible_messages as messages;
use crate::ground::{Code, Diagnostic, Place, Severity};
use crate::theme::{Layer, MAIN_STYLE, Theme, VILLAGE_LAYER};

/// What is hard to read because of the styles in a village's own folder.
pub fn hard_to_read(theme: &Theme, edition: &Edition) -> Vec<Diagnostic> {
    let Some(own) = theme.layers.iter().find(|layer| layer.name == VILLAGE_LAYER) else { return Vec::new() };
    let mut found = Vec::new();
    for (path, bytes) in own.files.iter().filter(|(path, _)| path.extension() == "css") {
        let text = String::from_utf8_lossy(bytes);
        for rule in pale_rules(&text) {
            let end = text[rule.at..].find([';', '}']).map_or(text.len(), |end| rule.at + end);
            let place = Place::in_text(own.shown(path).shared(), &text, rule.at, end);
            found.push(messages::pale_rule(place, rule.ratio));
        }
    }
    let style = if says_colours(own) { edition.assets.get(MAIN_STYLE) } else { None };
    let colour = edition
        .village
        .settings
        .colour
        .as_ref()
        .map_or_else(|| "groen".to_owned(), |colour| super::fitting::hex(colour.rgb));
    for one in style.map_or_else(Vec::new, |style| pale(&String::from_utf8_lossy(&style.bytes))) {
        // What cannot be worked out may well be right; and what the theme itself does is for its maker.
        let place = place_of_colour(own, &one).filter(|_| one.ratio.is_some());
        // One colour on several others is told once.
        let place = place.filter(|place| found.iter().all(|known: &Diagnostic| known.place != *place));
        found.extend(place.map(|place| messages::pale(place, &one, &colour)));
    }
    let to_village = |said| Diagnostic { code: Code::StyleHardToRead, severity: Severity::Warning, ..said };
    found.into_iter().map(to_village).collect()
}

/// Whether a layer gives one of the colours that belong to all themes.
fn says_colours(layer: &Layer) -> bool {
    let mut styles = layer.files.iter().filter(|(path, _)| path.extension() == "css");
    styles.any(|(_, bytes)| bytes.windows(5).any(|word| word == b"--dp-"))
}

/// Where the style of a layer says one of two colours; nothing when both are the village's or lie below.
pub fn place_of_colour(layer: &Layer, pale: &Pale) -> Option<Place> {
    let styles = layer.files.iter().filter(|(path, _)| path.extension() == "css");
    let mut found = styles.filter_map(|(path, bytes)| {
        let text = std::str::from_utf8(bytes).ok()?;
        let said = |name: &str| Some((text.find(&format!("{name}:"))?, name.len()));
        let (at, length) = said(pale.letters).or_else(|| said(pale.behind))?;
        Some(Place::in_text(layer.shown(path).shared(), text, at, at + length))
    });
    found.next()
}

//! Checks whether text remains readable with the styles of a layer, and with those in a village's own folder.

use super::contrast_check::{LowContrast, low_contrast_rules, low_contrasts};
use super::contrast_messages as messages;
use super::edition::Edition;
use crate::ground::{Code, Diagnostic, Place, Severity};
use crate::theme::{Layer, MAIN_STYLE, Theme, VILLAGE_LAYER};

/// Reports text that is hard to read because of the styles in a village's own folder.
pub fn hard_to_read(theme: &Theme, edition: &Edition) -> Vec<Diagnostic> {
    let Some(own) = theme.layers.iter().find(|layer| layer.name == VILLAGE_LAYER) else { return Vec::new() };
    let mut found = hard_to_read_rules(own);
    let style = if sets_colours(own) { edition.published.assets.get(MAIN_STYLE) } else { None };
    let colour = edition.village.settings.colour.as_ref().map(|colour| super::fitting::hex(colour.rgb));
    for pair in style.map_or_else(Vec::new, |style| low_contrasts(&String::from_utf8_lossy(&style.bytes))) {
        // A contrast that cannot be worked out may be fine; what the theme itself does is up to its maker.
        let place = place_of_colour(own, &pair).filter(|_| pair.ratio.is_some());
        // A colour that contrasts too little with several others is reported once.
        let place = place.filter(|place| found.iter().all(|known: &Diagnostic| known.place != *place));
        found.extend(place.map(|place| messages::low_contrast(place, &pair, colour.as_deref())));
    }
    let to_village =
        |remark| Diagnostic { code: Code::StyleHardToRead, severity: Severity::Warning, ..remark };
    found.into_iter().map(to_village).collect()
}

/// Reports the rules in the styles of a layer whose text cannot be read on its background.
pub fn hard_to_read_rules(layer: &Layer) -> Vec<Diagnostic> {
    let styles = layer.files.iter().filter(|(path, _)| path.extension() == "css");
    let remarks = styles.flat_map(|(path, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        let rules = low_contrast_rules(&text).into_iter().map(|rule| {
            let end = text[rule.at..].find([';', '}']).map_or(text.len(), |end| rule.at + end);
            let place = Place::in_text(layer.shown(path).shared(), &text, rule.at, end);
            messages::low_contrast_rule(place, rule.ratio)
        });
        rules.collect::<Vec<_>>()
    });
    remarks.collect()
}

/// Whether a layer sets one of the colours that all themes share.
fn sets_colours(layer: &Layer) -> bool {
    let mut styles = layer.files.iter().filter(|(path, _)| path.extension() == "css");
    styles.any(|(_, bytes)| bytes.windows(5).any(|word| word == b"--dp-"))
}

/// Where the styles of a layer set one of two colours; `None` if both come from the village or lower down.
pub fn place_of_colour(layer: &Layer, found: &LowContrast) -> Option<Place> {
    let styles = layer.files.iter().filter(|(path, _)| path.extension() == "css");
    let mut places = styles.filter_map(|(path, bytes)| {
        let text = std::str::from_utf8(bytes).ok()?;
        let declaration_of = |name: &str| Some((text.find(&format!("{name}:"))?, name.len()));
        let (at, length) = declaration_of(found.foreground).or_else(|| declaration_of(found.background))?;
        Some(Place::in_text(layer.shown(path).shared(), text, at, at + length))
    });
    places.next()
}

//! The file a telephone requests when somebody adds the site to the home screen (W3C Web Application
//! Manifest).

use crate::ground::{Address, Json, json, pretty_json};
use crate::render::edition::Edition;
use crate::render::pictures::site_icons;
use crate::render::plan::{Planner, Rendered};

const NAME: &str = "manifest.webmanifest";

pub(super) fn plan(_: &Edition, planner: &mut Planner<'_>) {
    planner.add(Address::file(NAME), NAME, make);
}

fn make(edition: &Edition) -> Rendered {
    let settings = &edition.village.settings;
    let manifest = json!({
        "name": settings.village_name(),
        "short_name": settings.village_name(),
        "lang": edition.language().tag(),
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "icons": icons(edition),
    });
    let mut text = pretty_json(&manifest);
    text.push('\n');
    Ok(text.into_bytes())
}

fn icons(edition: &Edition) -> Vec<Json> {
    let from = Address::file(NAME);
    let icons = site_icons(edition);
    let drawing = icons
        .drawing
        .map(|address| json!({ "src": address.relative_to(&from), "sizes": "any", "type": "image/svg+xml" }));
    let squares = icons.squares.into_iter().map(|(address, side, is_maskable)| {
        let purpose = if is_maskable { "maskable" } else { "any" };
        let sizes = format!("{side}x{side}");
        json!({ "src": address.relative_to(&from), "sizes": sizes, "type": "image/png", "purpose": purpose })
    });
    drawing.into_iter().chain(squares).collect()
}

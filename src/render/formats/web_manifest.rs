//! What a telephone asks for when somebody puts the site on the first screen (W3C Web Application Manifest).

use crate::ground::{Address, Json, json, pretty_json};
use crate::render::edition::Edition;
use crate::render::plan::{Made, Planner};
use crate::render::templates::Value;
use crate::render::values::picture_value;

const NAME: &str = "manifest.webmanifest";

pub(super) fn plan(_: &Edition, planner: &mut Planner<'_>) {
    planner.add(Address::file(NAME), NAME, make);
}

fn make(edition: &Edition) -> Made {
    let settings = &edition.village.settings;
    let from = Address::file(NAME);
    let crest = settings.crest.as_ref().and_then(|picture| picture_value(edition, None, &picture.value));
    let icon = crest.as_ref().and_then(|crest| icon(crest, &from));
    let manifest = json!({
        "name": settings.village_name(),
        "short_name": settings.village_name(),
        "lang": edition.language().tag(),
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "icons": icon.into_iter().collect::<Vec<Json>>(),
    });
    let mut text = pretty_json(&manifest);
    text.push('\n');
    Ok(text.into_bytes())
}

/// A drawing fits every size; of a photo the size is told.
fn icon(crest: &Value, from: &Address) -> Option<Json> {
    let src = crest.get_from_path("src")?.as_str()?;
    let pixels = |key| crest.get_from_path(key).and_then(Value::as_i64);
    let sizes = match (src.ends_with(".svg"), pixels("width"), pixels("height")) {
        (false, Some(width), Some(height)) => format!("{width}x{height}"),
        _ => "any".to_owned(),
    };
    Some(json!({ "src": Address::file(src).relative_to(from), "sizes": sizes }))
}

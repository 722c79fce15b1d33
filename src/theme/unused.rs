//! Files of a layer that nothing uses, mostly because their name is nearly right.

use std::sync::Arc;

use super::contract::{ASSETS, PAGES, PORTAL_PAGES, shared_part};
use super::extra_style::EXTRA_STYLE;
use super::layer::{Layer, MAIN_STYLE};
use super::manifest::THEME_FILE;
use super::styles::{addresses_in_style, from_style, relative_reference};
use super::template::LayerTemplate;
use crate::ground::{Language, SitePath, closest};

/// A file that nothing uses, and the name that may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unused {
    /// The file, by its path in its layer.
    pub file: SitePath,
    /// What may have been meant.
    pub near: Option<String>,
}

/// Returns the files of one layer, by its number from below, that nothing uses.
pub fn unused(layers: &[Arc<Layer>], templates: &[LayerTemplate], number: usize) -> Vec<Unused> {
    let Some(layer) = layers.get(number) else { return Vec::new() };
    let below = || layers.iter().take(number);
    let is_below = |path: &SitePath| below().any(|layer| layer.files.contains_key(path));
    let found = layer.files.keys().filter(|path| !is_below(path)).filter_map(|path| {
        let used = match path.top() {
            Some("templates") => is_called(path, templates),
            Some("assets") => is_shown(path, layers, templates),
            Some("words") => Language::ALL.iter().any(|language| path.stem() == language.tag()),
            None => is_about_itself(path),
            Some(_) => false,
        };
        if used {
            return None;
        }
        if let Some(near) = in_english(path) {
            return Some(Unused { file: path.clone(), near: Some(near) });
        }
        let known = below().flat_map(|layer| layer.files.keys()).filter(|known| known.top() == path.top());
        let near = closest(path.as_str(), known.map(SitePath::as_str)).map(str::to_owned);
        let near = near.or_else(|| misplaced(path)).map(|near| or_extra_style(near, is_below));
        Some(Unused { file: path.clone(), near: near.filter(|near| near != path.as_str()) })
    });
    found.collect()
}

/// The folders of a theme by the Dutch names that people give them.
const DUTCH_FOLDERS: [(&str, &str); 4] =
    [("sjablonen", "templates"), ("woorden", "words"), ("gedeeld", "shared"), ("gedeelde", "shared")];

/// Suggests the folder that is meant by a Dutch name: `woorden/nl.yaml`.
fn in_english(path: &SitePath) -> Option<String> {
    let name_of = |folder: &str| DUTCH_FOLDERS.iter().find(|(dutch, _)| *dutch == folder.to_lowercase());
    let (folders, name) = path.as_str().rsplit_once('/')?;
    let meant = folders.split('/').map(|folder| name_of(folder).map_or(folder, |(_, english)| *english));
    let meant = format!("{}/{name}", meant.collect::<Vec<_>>().join("/"));
    Some(meant).filter(|meant| meant != path.as_str())
}

/// Suggests the extra style for a user's own style: in the theme's place, it would replace all of that.
fn or_extra_style(near: String, is_below: impl Fn(&SitePath) -> bool) -> String {
    let style = near.strip_prefix("assets/").filter(|name| name.ends_with(".css"));
    let is_of_theme = || SitePath::new(&near).is_some_and(|path| is_below(&path));
    match style.is_some_and(|name| name == MAIN_STYLE || !is_of_theme()) {
        true => format!("assets/{EXTRA_STYLE}"),
        false => near,
    }
}

/// Suggests the right folder for a file outside it: `venue.html`, `template/venue.html`.
fn misplaced(path: &SitePath) -> Option<String> {
    if shared_part(template_name(path)).is_some() {
        return None;
    }
    let name = path.name();
    match path.extension().as_str() {
        "html" => Some(format!("templates/{name}")),
        "css" | "js" | "woff2" => Some(format!("assets/{name}")),
        _ => None,
    }
    .filter(|meant| meant != path.as_str())
}

fn template_name(path: &SitePath) -> &str {
    path.as_str().trim_start_matches("templates/")
}

/// Whether the program fills it, another template calls it, or it defines components.
fn is_called(path: &SitePath, templates: &[LayerTemplate]) -> bool {
    let name = template_name(path);
    let is_named = |text: &str| {
        text.match_indices(name).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + name.len()..].chars().next();
            before.is_some_and(|c| matches!(c, '"' | '\'' | '/')) && matches!(after, Some('"' | '\''))
        })
    };
    if let Some(part) = shared_part(name) {
        return templates.iter().any(|template| template.written.contains(&format!("shared.{part}")));
    }
    let own = templates.iter().filter(|template| template.name.as_str() == name);
    PAGES.contains(&name)
        || PORTAL_PAGES.contains(&name)
        || own.clone().any(|template| template.written.contains("{% component"))
        || templates.iter().any(|template| template.name.as_str() != name && is_named(&template.written))
}

/// Whether a template or a style names it.
fn is_shown(path: &SitePath, layers: &[Arc<Layer>], templates: &[LayerTemplate]) -> bool {
    let name = path.as_str().trim_start_matches("assets/");
    let styles = layers.iter().flat_map(|layer| layer.files_in("assets"));
    let mut styles = styles.filter(|(path, ..)| path.extension() == "css");
    ASSETS.contains(&name)
        || templates.iter().any(|template| template.written.contains(name))
        || styles
            .any(|(_, style, bytes)| style_requests(style.as_str(), &String::from_utf8_lossy(bytes), name))
}

/// Whether a style asks for an asset.
fn style_requests(style: &str, text: &str, name: &str) -> bool {
    let requested =
        addresses_in_style(text).into_iter().filter_map(|range| relative_reference(text.get(range)?));
    requested.into_iter().any(|(path, _)| path == name || from_style(style, path) == name)
}

/// Whether it says something about the theme.
fn is_about_itself(path: &SitePath) -> bool {
    let stem = path.stem().to_lowercase();
    [THEME_FILE, "package.json"].contains(&path.as_str())
        || ["readme", "leesmij", "license", "licence", "licentie", "changelog"].contains(&stem.as_str())
}

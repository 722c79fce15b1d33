//! Loads the theme of a village: the one it chose, with its settings, checked against the version that was
//! added.

use std::path::Path;

use crate::ground::{Remarks, SitePath};
use crate::package::{self, Pinned};
use crate::pictures::safe_drawing;
use crate::read::{self, Refusal, Source};
use crate::theme::{self, LayerCache, NamedTheme, Shipped, Theme};
use crate::village::{self, layout};

/// Loads the theme of a village folder with all its layers, and nothing else.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn theme_of(site: &Path, shipped: &Shipped) -> Result<(Theme, Remarks), Refusal> {
    let source = read::collect(site, &layout())?;
    let mut remarks = Remarks::default();
    let settings = village::read_settings(&source, &mut Remarks::default());
    let theme = load_theme(&settings, shipped, &source, &LayerCache::default(), &mut remarks);
    Ok((theme, remarks))
}

/// Loads the theme that a village chose, with the settings it chose for it.
pub(super) fn load_theme(
    settings: &village::Settings,
    shipped: &Shipped,
    source: &Source,
    layer_cache: &LayerCache,
    remarks: &mut Remarks,
) -> Theme {
    let choice = settings.theme.as_ref().map(|theme| &theme.value);
    let named = choice.and_then(|choice| {
        let name = choice.name.as_ref()?;
        Some(NamedTheme { name: name.as_str().to_owned(), place: source.site.as_ref()?.place(name.span) })
    });
    let choice = theme::Choice {
        named: named.as_ref(),
        settings: choice.and_then(|choice| choice.settings.as_ref()).map(|group| &group.value.0),
        language: settings.page_language(),
        others: &settings.other_languages(),
        zone: &settings.zone(),
    };
    let mut theme = Theme::load(shipped, source, choice, layer_cache, remarks);
    clean_drawings(&mut theme, shipped, remarks);
    remarks.extend(package::review(source, pinned(settings, source).as_ref()));
    remarks.extend(package::stale_files(source, &theme.layers));
    theme
}

/// Cleans the drawings among the assets of the themes and the village: everything that is not part of the
/// drawing is left out.
fn clean_drawings(theme: &mut Theme, shipped: &Shipped, remarks: &mut Remarks) {
    let drawings: Vec<String> =
        theme.assets.keys().filter(|name| name.to_ascii_lowercase().ends_with(".svg")).cloned().collect();
    for name in drawings {
        let Some(path) = SitePath::new(&format!("assets/{name}")) else { continue };
        let layers = theme.layers.iter().rev();
        let Some((layer, bytes)) = layers.filter_map(|layer| Some((layer, layer.files.get(&path)?))).next()
        else {
            continue;
        };
        // Drawings shipped with the program need no cleaning, also when they come from a folder.
        if shipped.themes.iter().any(|known| known.files.get(&path) == Some(bytes)) {
            continue;
        }
        match safe_drawing(layer.shown(&path).as_str(), bytes) {
            Ok(bytes) => {
                theme.assets.insert(name, bytes.into());
            }
            Err(found) => remarks.extend(found),
        }
    }
}

/// What the settings say about the version of the theme.
fn pinned(settings: &village::Settings, source: &Source) -> Option<Pinned> {
    let (theme, site) = (&settings.theme.as_ref()?.value, source.site.as_ref()?);
    let typed_with_place = |field: &village::Field<village::Line>| {
        field.as_ref().map(|line| (line.as_str().to_owned(), site.place(line.span)))
    };
    let name = theme.name.as_ref()?.as_str().to_owned();
    Some(Pinned { name, version: typed_with_place(&theme.version), hash: typed_with_place(&theme.hash) })
}

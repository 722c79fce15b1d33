//! Which themes lie over each other on a site: the one it names, the one that builds on, and so on down.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::contract::{FormerContract, Standing};
use super::layer::Layer;
use super::manifest::{Manifest, read_manifest};
use super::messages;
use super::standard::{STANDARD, Shipped};
use crate::ground::{Place, Remarks, Version, closest};
use crate::read::{Source, themes_beside};

/// So many themes lie over each other at most.
pub const LONGEST_CHAIN: usize = 8;

/// The themes of a site.
#[derive(Debug, Default)]
pub(super) struct Chain {
    /// The layers, the lowest first.
    pub(super) layers: Vec<Arc<Layer>>,
    /// What each says of itself.
    pub(super) manifests: Vec<Manifest>,
    /// The contract of the past that at least one of them keeps.
    pub(super) former: Option<FormerContract>,
    /// Whether all of them keep a contract that the program knows.
    pub(super) is_understood: bool,
    /// Whether all themes are there.
    pub(super) is_whole: bool,
}

/// The theme that a site names, and where.
#[derive(Clone, Debug)]
pub struct NamedTheme {
    /// Its name.
    pub name: String,
    /// Where it stands in `site.yaml`.
    pub place: Place,
}

/// The themes that can be had: those that come with the program, and those that lie beside the site, which go first.
pub(super) fn available_themes(shipped: &Shipped, source: &Source) -> BTreeMap<String, Arc<Layer>> {
    let mut themes: BTreeMap<String, Arc<Layer>> =
        shipped.themes.iter().map(|layer| (layer.name.clone(), Arc::clone(layer))).collect();
    for (top, name) in themes_beside(&source.packages).into_keys() {
        let folder = format!("{top}/{name}");
        themes.insert(name.to_owned(), Arc::new(Layer::below(name, &folder, &source.packages)));
    }
    themes
}

/// The version of a theme that comes with the program, when a folder stands in its place with an older one.
fn newer_of_ours(shipped: &Shipped, layer: &Arc<Layer>, version: Version) -> Option<Version> {
    let is_ours = shipped.themes.iter().any(|ours| Arc::ptr_eq(ours, layer));
    shipped.version_of(&layer.name).filter(|ours| !is_ours && version < *ours)
}

/// Follows the themes from the one that is named to the one that builds on none. What cannot be followed is told, and
/// the standard theme takes its place, so that the rest of the site can be looked at.
pub(super) fn follow(
    named: Option<&NamedTheme>,
    shipped: &Shipped,
    source: &Source,
    remarks: &mut Remarks,
) -> Chain {
    let themes = available_themes(shipped, source);
    let mut chain = Chain { is_whole: true, is_understood: true, ..Chain::default() };
    let mut next = named.map(|named| (named.name.clone(), named.place.clone()));
    let mut wanted = next.clone().map_or_else(|| STANDARD.to_owned(), |(name, _)| name);
    loop {
        let place = next.take().map_or_else(|| Place::whole(STANDARD), |(_, place)| place);
        if chain.layers.iter().any(|layer| layer.name == wanted) || chain.layers.len() >= LONGEST_CHAIN {
            remarks.add(messages::circular_themes(place, &wanted));
            break;
        }
        let Some(layer) = themes.get(&wanted) else {
            let near = closest(&wanted, themes.keys().map(String::as_str));
            remarks.add(messages::theme_missing(place, &wanted, near));
            break;
        };
        chain.layers.push(Arc::clone(layer));
        let Some(manifest) = read_manifest(layer, remarks) else { break };
        // Whoever has the site reads it, and not the maker of the theme.
        remarks.file_speaks(manifest.file.path.as_shared(), remarks.locale());
        if manifest.name != layer.name {
            remarks.add(messages::misnamed_theme(Place::whole(layer.folder.clone()), &manifest.name));
        }
        if let Some(ours) = newer_of_ours(shipped, layer, manifest.version) {
            remarks.add(messages::older_than_ours(manifest.version_place.clone(), &layer.name, ours));
        }
        let theme = (manifest.name.as_str(), manifest.api);
        match shipped.contract.standing(manifest.api) {
            Standing::Same => {}
            // That it does not say which was told already.
            _ if manifest.api == 0 => {}
            Standing::Former(former) => {
                chain.former = Some(former);
                remarks.add(messages::former_contract(manifest.api_place.clone(), theme, former.until));
            }
            Standing::TooNew => {
                chain.is_understood = false;
                remarks.add(messages::too_new(manifest.api_place.clone(), theme, shipped.contract.api));
            }
            Standing::TooOld => {
                chain.is_understood = false;
                remarks.add(messages::too_old(manifest.api_place.clone(), theme, shipped.contract.api));
            }
        }
        let extends = manifest.extends.clone().map(|name| (name, manifest.extends_place.clone()));
        chain.manifests.push(manifest);
        let Some(below) = extends else { return lowest_first(chain) };
        wanted = below.0.clone();
        next = Some(below);
    }
    chain.is_whole = false;
    // The way broke off: the standard theme lies below what was found.
    for layer in &shipped.themes {
        if !chain.layers.iter().any(|known| known.name == layer.name) {
            chain.layers.push(Arc::clone(layer));
            chain.manifests.extend(read_manifest(layer, &mut Remarks::default()));
        }
    }
    lowest_first(chain)
}

/// The lowest first.
fn lowest_first(mut chain: Chain) -> Chain {
    chain.layers.reverse();
    chain.manifests.reverse();
    chain
}

//! The themes that lie over each other on a site: the one it names, the one on which this builds, and so on.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::contract::{ContractStatus, FormerContract};
use super::layer::Layer;
use super::manifest::{Manifest, read_manifest};
use super::messages;
use super::standard::{STANDARD, Shipped};
use crate::ground::{Place, Remarks, Version, closest};
use crate::read::{Source, themes_by_folder};

/// The largest number of themes that may lie over each other.
pub const LONGEST_CHAIN: usize = 8;

/// The themes of a site.
#[derive(Debug, Default)]
pub(super) struct Chain {
    /// The layers, the lowest first.
    pub(super) layers: Vec<Arc<Layer>>,
    /// What each says about itself.
    pub(super) manifests: Vec<Manifest>,
    /// The former contract that at least one of them keeps.
    pub(super) former: Option<FormerContract>,
    /// Whether all of them keep a contract that the program knows.
    pub(super) is_understood: bool,
    /// Whether no theme is missing.
    pub(super) is_whole: bool,
}

/// The theme that a site names, and where it does so.
#[derive(Clone, Debug)]
pub struct NamedTheme {
    /// Its name.
    pub name: String,
    /// Where it is in `site.yaml`.
    pub place: Place,
}

/// Returns the available themes: the program's, and those beside the site, which take precedence.
pub(super) fn available_themes(shipped: &Shipped, source: &Source) -> BTreeMap<String, Arc<Layer>> {
    let mut themes: BTreeMap<String, Arc<Layer>> =
        shipped.themes.iter().map(|layer| (layer.name.clone(), Arc::clone(layer))).collect();
    for (top, name) in themes_by_folder(&source.packages).into_keys() {
        let folder = format!("{top}/{name}");
        themes.insert(name.to_owned(), Arc::new(Layer::below(name, &folder, &source.packages)));
    }
    themes
}

/// Returns the version of a theme that comes with the program, if a folder replaces it with an older one.
fn newer_of_ours(shipped: &Shipped, layer: &Arc<Layer>, version: Version) -> Option<Version> {
    let is_ours = shipped.themes.iter().any(|ours| Arc::ptr_eq(ours, layer));
    shipped.version_of(&layer.name).filter(|ours| !is_ours && version < *ours)
}

/// Follows the themes from the named one to the one that builds on none. Reports what cannot be followed, and
/// uses the standard theme instead, so that the rest of the site can be checked.
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
        let place = next.take().map_or_else(|| Place::of_file(STANDARD), |(_, place)| place);
        if chain.layers.iter().any(|layer| layer.name == wanted) {
            remarks.add(messages::circular_themes(place, &wanted));
            break;
        }
        if chain.layers.len() >= LONGEST_CHAIN {
            remarks.add(messages::too_many_themes(place, &wanted, LONGEST_CHAIN));
            break;
        }
        let Some(layer) = themes.get(&wanted) else {
            let near = closest(&wanted, themes.keys().map(String::as_str));
            remarks.add(messages::theme_missing(place, &wanted, near));
            break;
        };
        chain.layers.push(Arc::clone(layer));
        let Some(manifest) = read_manifest(layer, remarks) else { break };
        // Messages about it are for the people of the site, not for the maker of the theme.
        remarks.set_language_of(manifest.file.path.as_shared(), remarks.locale());
        if manifest.name != layer.name {
            remarks.add(messages::misnamed_theme(Place::of_file(layer.folder.clone()), &manifest.name));
        }
        if let Some(ours) = newer_of_ours(shipped, layer, manifest.version) {
            remarks.add(messages::older_than_ours(manifest.version_place.clone(), &layer.name, ours));
        }
        let theme = (manifest.name.as_str(), manifest.api);
        match shipped.contract.status_of(manifest.api) {
            ContractStatus::Same => {}
            // A missing number was reported already.
            _ if manifest.api == 0 => {}
            ContractStatus::Former(former) => {
                chain.former = Some(former);
                remarks.add(messages::former_contract(manifest.api_place.clone(), theme, former.until));
            }
            ContractStatus::TooNew => {
                chain.is_understood = false;
                remarks.add(messages::too_new(manifest.api_place.clone(), theme, shipped.contract.api));
            }
            ContractStatus::TooOld => {
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
    // The chain is incomplete: the standard theme goes below what was found.
    for layer in &shipped.themes {
        if !chain.layers.iter().any(|known| known.name == layer.name) {
            chain.layers.push(Arc::clone(layer));
            chain.manifests.extend(read_manifest(layer, &mut Remarks::default()));
        }
    }
    lowest_first(chain)
}

/// Puts the lowest theme first.
fn lowest_first(mut chain: Chain) -> Chain {
    chain.layers.reverse();
    chain.manifests.reverse();
    chain
}

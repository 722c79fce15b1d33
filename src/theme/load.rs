//! Puts all layers together: determines which templates, assets, words and settings count.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::blocked_markup::report_blocked;
use super::chain::{NamedTheme, follow};
use super::contract::{FormerContract, PAGES};
use super::elsewhere::report_elsewhere;
use super::extra_style::{EXTRA_STYLE, joined_styles};
use super::layer::{Layer, MAIN_STYLE, VILLAGE_LAYER};
use super::layer_cache::{LayerCache, Merged};
use super::manifest::THEME_FILE;
use super::merge::Merging;
use super::messages;
use super::removed::{Gone, removed};
use super::replacements::report_missing_replacements;
use super::setting::{ChosenSetting, Setting, SettingValue, chosen, declared};
use super::standard::Shipped;
use super::style_check::{StyleNames, report_nesting};
use super::style_slips::Nesting;
use super::template::LayerTemplate;
use super::unused::unused;
use super::words::Words;
use crate::field::Picture;
use crate::ground::{FileText, Fingerprint, Language, Place, Remarks, SitePath, TimeZone};
use crate::read::{Node, Source, plain_text_of};

/// What a site says about its theme.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'c> {
    /// The theme that it names.
    pub named: Option<&'c NamedTheme>,
    /// What it sets, as written in `site.yaml`.
    pub settings: Option<&'c Node>,
    /// The language of its pages.
    pub language: Language,
    /// The other languages of its pages.
    pub others: &'c [Language],
    /// The time zone of its days.
    pub zone: &'c TimeZone,
}

/// Who made a site look different from the theme that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedBy {
    /// The village, in its own layer.
    Village,
    /// Another theme.
    Theme,
}

/// A theme with everything laid over it, ready to be compiled.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Distinguishes its templates and words from those of other themes.
    pub mark: Fingerprint,
    /// The layers, lowest first.
    pub layers: Vec<Arc<Layer>>,
    /// Every template of every layer, lowest layer first.
    pub templates: Arc<[LayerTemplate]>,
    /// The assets that count, by their paths below `assets/`.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// The words in the language of the site.
    pub words: Arc<Words>,
    /// The words in the other languages of the site.
    pub other_words: BTreeMap<Language, Arc<Words>>,
    /// What can be set.
    pub declared: Vec<Setting>,
    /// What its themes had in a former version and no longer have.
    pub removed: Vec<Gone>,
    /// The value of every setting on this site.
    pub settings: Vec<ChosenSetting>,
    /// The former contract that one of the layers keeps.
    pub former: Option<FormerContract>,
    /// Whether all layers exist and keep a known contract: otherwise it is unknown which names exist.
    pub is_understood: bool,
    /// Who last changed a style or a template, if anybody did.
    pub changed_by: Option<ChangedBy>,
}

impl Theme {
    /// Follows the themes of a site, lays its own layer over them, and takes what counts.
    pub fn load(
        shipped: &Shipped,
        source: &Source,
        choice: Choice<'_>,
        layer_cache: &LayerCache,
        remarks: &mut Remarks,
    ) -> Self {
        let mut of_themes = remarks.with_same_locale();
        let chain = follow(choice.named, shipped, source, &mut of_themes);
        let declared = declared(&chain.manifests, &mut of_themes);
        remarks.join(&of_themes);
        // Which settings exist is unknown while one of the themes is missing; that was reported.
        let group = source.site.as_deref().zip(choice.settings).filter(|_| chain.is_whole);
        let removed = removed(&chain.manifests, remarks);
        // A setting whose declaration has a mistake is not unknown.
        let settings = chosen((&declared, &removed, of_themes.is_publishable()), group, choice.zone, remarks);
        let mut layers = chain.layers;
        layers.extend(own_layer(source));
        let languages = [&[choice.language], choice.others].concat();
        let merging = Merging {
            layers: &layers,
            shipped,
            removed: &removed,
            language: choice.language,
            others: choice.others,
        };
        let merged =
            layer_cache.merged(&layers, &languages, remarks, |mark, remarks| merging.merge(mark, remarks));
        let Merged { mark, templates, words, other_words } = merged;
        report_missing(&layers, remarks);
        if chain.is_whole {
            report_missing_replacements(&removed, (&declared, &words, &templates), remarks);
        }
        layer_cache.checked(mark, chain.is_whole, remarks, |remarks| {
            for layer in layers.iter().filter(|layer| !shipped.has(layer)) {
                report_elsewhere(layer, remarks);
                report_blocked(layer, remarks);
            }
            // While one of the themes is missing, nobody knows what it has.
            if chain.is_whole {
                report_unknown_in_styles(&layers, shipped, &declared, remarks);
            }
        });
        if !source.theme.is_empty() {
            report_unused(&layers, &templates, remarks);
        }
        Self {
            mark,
            templates,
            assets: assets(&layers, shipped, remarks),
            words,
            other_words,
            declared,
            removed,
            settings,
            former: chain.former,
            is_understood: chain.is_understood && chain.is_whole,
            changed_by: changed_by(&layers, shipped),
            layers,
        }
    }

    /// Returns the pictures that its settings request.
    pub fn pictures(&self) -> Vec<Picture> {
        let values = self.settings.iter().filter_map(|setting| setting.value.as_ref());
        let pictures = values.filter_map(|value| match value {
            SettingValue::Picture(picture) => Some(picture.clone()),
            _ => None,
        });
        pictures.collect()
    }
}

/// Returns who changed how the pages look; words, pictures and copies of the program's files do not count.
fn changed_by(layers: &[Arc<Layer>], shipped: &Shipped) -> Option<ChangedBy> {
    let is_look = |path: &SitePath| match path.top() {
        Some("templates") => path.ends_in(&["html"]),
        Some("assets") => path.ends_in(&["css", "js"]),
        _ => false,
    };
    let is_same = |path: &SitePath, bytes: &Arc<[u8]>| {
        shipped.themes.iter().any(|theme| theme.files.get(path) == Some(bytes))
    };
    let changes =
        |layer: &&Arc<Layer>| layer.files.iter().any(|(path, bytes)| is_look(path) && !is_same(path, bytes));
    let changed = layers.iter().rev().find(changes)?;
    Some(if changed.name == VILLAGE_LAYER { ChangedBy::Village } else { ChangedBy::Theme })
}

/// Returns the village's own layer, if there is one.
fn own_layer(source: &Source) -> Option<Arc<Layer>> {
    let folder = source.theme.first()?.path.top()?.to_owned();
    Some(Arc::new(Layer::below(VILLAGE_LAYER, &folder, &source.theme)))
}

/// Returns the topmost of every asset, with what layers add to the style after that.
fn assets(layers: &[Arc<Layer>], shipped: &Shipped, remarks: &mut Remarks) -> BTreeMap<String, Arc<[u8]>> {
    let mut assets: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    let mut extra = Vec::new();
    for layer in layers {
        let is_shipped = shipped.has(layer);
        for (path, name, bytes) in layer.files_in("assets") {
            let is_style = path.extension() == "css" && !is_shipped;
            let style = is_style.then(|| complete_style(&layer.shown(path), bytes, remarks)).flatten();
            let bytes = style.unwrap_or_else(|| Arc::clone(bytes));
            if name.as_str() == EXTRA_STYLE {
                extra.push((layer.name.as_str(), bytes.to_vec()));
            } else {
                assets.insert(name.as_str().to_owned(), bytes);
            }
        }
    }
    if let (false, Some(style)) = (extra.is_empty(), assets.get_mut(MAIN_STYLE)) {
        *style = [style, joined_styles(extra).as_slice()].concat().into();
    }
    assets
}

/// Returns a style as browsers read it: in UTF-8, whatever it was saved in, and with all its blocks closed,
/// so that what follows it in the same file is not lost. `None` if it is not text.
fn complete_style(shown: &SitePath, bytes: &[u8], remarks: &mut Remarks) -> Option<Arc<[u8]>> {
    let mut style = match plain_text_of(shown, bytes) {
        Ok(style) => style,
        Err(remark) => {
            remarks.add(*remark);
            return None;
        }
    };
    let nesting = Nesting::of(&style);
    report_nesting(&FileText::new(shown.shared(), &style), &style, &nesting, remarks);
    style.push_str(&nesting.completion());
    Some(style.into_bytes().into())
}

/// Reports the files and properties that the styles of the layers name and that do not exist.
fn report_unknown_in_styles(
    layers: &[Arc<Layer>],
    shipped: &Shipped,
    declared: &[Setting],
    remarks: &mut Remarks,
) {
    let mut names = None;
    for layer in layers.iter().filter(|layer| !shipped.has(layer)) {
        let names = names.get_or_insert_with(|| StyleNames::of(layers, shipped, declared));
        names.report_unknown(layer, layers, remarks);
    }
}

/// Reports templates that the program fills and no layer has: only in a theme that builds on none.
fn report_missing(layers: &[Arc<Layer>], remarks: &mut Remarks) {
    let Some(lowest) = layers.first() else { return };
    let has = |name: &str| {
        let path = SitePath::new(&format!("templates/{name}"));
        path.is_some_and(|path| layers.iter().any(|layer| layer.files.contains_key(&path)))
    };
    let missing: Vec<&str> = PAGES.iter().copied().filter(|name| !has(name)).collect();
    if let (false, Some(file)) = (missing.is_empty(), SitePath::new(THEME_FILE)) {
        remarks.add(messages::pages_missing(Place::of_file(lowest.shown(&file).shared()), &missing));
    }
}

/// Reports files of the village's own layer that have no effect: their author expects to see a change.
fn report_unused(layers: &[Arc<Layer>], templates: &[LayerTemplate], remarks: &mut Remarks) {
    let top = layers.len().saturating_sub(1);
    let Some(layer) = layers.get(top) else { return };
    for unused in unused(layers, templates, top) {
        let near = unused.near.map(|near| format!("{}/{near}", layer.folder));
        remarks
            .add(messages::unused_file(Place::of_file(layer.shown(&unused.file).shared()), near.as_deref()));
    }
    if layer.files.keys().any(|path| path.as_str() == THEME_FILE) {
        let file = SitePath::new(THEME_FILE).map(|file| layer.shown(&file));
        remarks.extend(file.map(|file| messages::own_theme_file(Place::of_file(file.shared()))));
    }
}

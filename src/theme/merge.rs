//! Merges layers into one list of templates, and the words of every language of the site.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::layer::Layer;
use super::layer_cache::Merged;
use super::messages;
use super::removed::Gone;
use super::standard::Shipped;
use super::template::{Circle, LayerTemplate, UnfitTemplate, circles};
use super::word_check::{WordCheck, report_lacking, report_untranslated, words_of_the_program};
use super::words::{Words, language_chain, words_in};
use crate::ground::{Diagnostic, Fingerprint, Language, Place, Remarks, SitePath};
use crate::read::plain_text_of;

/// The largest size of a template, in bytes.
const LONGEST_TEMPLATE: usize = 1024 * 1024;

/// The layers to merge, and what they are compared with.
pub(super) struct Merging<'m> {
    pub(super) layers: &'m [Arc<Layer>],
    pub(super) shipped: &'m Shipped,
    /// What the themes had in a former version and no longer have.
    pub(super) removed: &'m [Gone],
    /// The language of the site.
    pub(super) language: Language,
    /// The other languages of its pages.
    pub(super) others: &'m [Language],
}

impl Merging<'_> {
    /// Merges them, and reports what is wrong with their templates and words.
    pub(super) fn merge(&self, mark: Fingerprint, remarks: &mut Remarks) -> Merged {
        let Self { layers, shipped, removed, language, others } = *self;
        let mut words = |language| Arc::new(words_in(layers, language, remarks));
        let (own_words, other_words): (_, BTreeMap<Language, Arc<Words>>) =
            (words(language), others.iter().map(|language| (*language, words(*language))).collect());
        let templates = self.templates(remarks);
        let languages = [&[language], others].concat();
        let mut site_languages: Vec<Language> = languages.iter().copied().flat_map(language_chain).collect();
        site_languages.sort_by_key(|language| language.tag());
        site_languages.dedup();
        let check = WordCheck { layers, languages: &site_languages, templates: &templates, shipped, removed };
        for (number, _) in layers.iter().enumerate().filter(|(_, layer)| !shipped.has(layer)) {
            check.check_layer(number, remarks);
        }
        report_untranslated(layers, &languages, remarks);
        let merged = Merged { mark, words: own_words, other_words, templates: templates.into() };
        // If the lowest layer comes with the program, it has all words.
        match layers.first() {
            Some(lowest) if !shipped.has(lowest) => self.with_all_words(merged, remarks),
            _ => merged,
        }
    }

    /// Adds the words of the program that none of the layers has, and reports them.
    fn with_all_words(&self, mut merged: Merged, remarks: &mut Remarks) -> Merged {
        let Self { layers, shipped, language, .. } = *self;
        let all: Vec<&Words> =
            [&merged.words].into_iter().chain(merged.other_words.values()).map(Arc::as_ref).collect();
        report_lacking(layers, &all, shipped, remarks);
        let others = merged.other_words.iter_mut().map(|(language, words)| (*language, words));
        for (language, words) in [(language, &mut merged.words)].into_iter().chain(others) {
            let mut all = words_of_the_program(shipped, language);
            all.lay_over(words.as_ref().clone());
            *words = Arc::new(all);
        }
        merged
    }

    /// Returns the templates of all layers in the form for the engine. Puts aside those that are unfit for it
    /// or that lead back to themselves, so that mistakes in the others are reported too.
    fn templates(&self, remarks: &mut Remarks) -> Vec<LayerTemplate> {
        let Self { layers, shipped, .. } = *self;
        let mut templates = Vec::new();
        for (number, layer) in layers.iter().enumerate() {
            let is_shipped = shipped.has(layer);
            for (path, name, bytes) in
                layer.files_in("templates").filter(|(path, ..)| path.extension() == "html")
            {
                let shown = layer.shown(path);
                if bytes.len() > LONGEST_TEMPLATE {
                    remarks.add(messages::template_too_big(Place::of_file(shown.shared())));
                    continue;
                }
                let text = match plain_text_of(&shown, bytes) {
                    Ok(text) => text,
                    Err(remark) => {
                        remarks.add(*remark);
                        continue;
                    }
                };
                let mut below = layers.iter().take(number).rev();
                let below =
                    below.find(|layer| layer.files.contains_key(path)).map(|layer| layer.name.as_str());
                templates.push(
                    match LayerTemplate::for_engine(number, name.clone(), text, below, is_shipped) {
                        Ok(template) => template,
                        Err((unfit, text)) => {
                            remarks.add(unfit_remark(unfit, number, &shown, &text));
                            LayerTemplate::aside(number, name, text)
                        }
                    },
                );
            }
        }
        let names: Vec<String> = layers.iter().map(|layer| layer.name.clone()).collect();
        let circles = circles(&templates, &names);
        for Circle { template, place, name, is_endless } in &circles {
            let Some(template) = templates.get_mut(*template) else { continue };
            let file = shown_template(layers, template);
            let place = Place::in_text(file.shared(), &template.written, place.0, place.1);
            let below = layers.iter().take(template.layer);
            let path = SitePath::new(&format!("templates/{}", template.name));
            let has_below = path.is_some_and(|path| below.rev().any(|it| it.files.contains_key(&path)));
            remarks.add(match (*is_endless, place.excerpt.contains("extends")) {
                (true, true) if has_below => messages::circle_of_bases(place, name, template.name.as_str()),
                (true, _) => messages::circle(place, name),
                (false, _) => messages::too_deep(place, name),
            });
            template.set_aside();
        }
        templates
    }
}

/// Reports why a template is unfit for the engine, at the place where that shows.
fn unfit_remark(unfit: UnfitTemplate, layer: usize, file: &SitePath, text: &str) -> Diagnostic {
    let place = |start, end| Place::in_text(file.shared(), text, start, end);
    match unfit {
        UnfitTemplate::NothingBelow(start, end) if layer == 0 => messages::no_theme_below(place(start, end)),
        UnfitTemplate::NothingBelow(start, end) => messages::nothing_below(place(start, end)),
        UnfitTemplate::ListsInLists(start, end) => messages::lists_in_lists(place(start, end)),
    }
}

/// Returns the file of a template as messages show it.
fn shown_template(layers: &[Arc<Layer>], template: &LayerTemplate) -> SitePath {
    let path = SitePath::new(&format!("templates/{}", template.name));
    let path = path.unwrap_or_else(|| template.name.clone());
    layers.get(template.layer).map_or_else(|| path.clone(), |layer| layer.shown(&path))
}

//! Merges layers into templates and words, and checks their files, once for all villages that have the same layers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::layer::Layer;
use super::template::LayerTemplate;
use super::words::Words;
use crate::ground::{Fingerprint, Fingerprinter, Language, LruCache, Remarks};

/// What was merged and checked recently. Clones share the same cache.
#[derive(Clone, Debug, Default)]
pub struct LayerCache {
    merged: Arc<LruCache<Merged>>,
    checked: Arc<LruCache<()>>,
}

/// What layers merge into, apart from what a village chooses.
#[derive(Clone, Debug)]
pub(super) struct Merged {
    /// Distinguishes it from what other layers merge into.
    pub(super) mark: Fingerprint,
    pub(super) templates: Arc<[LayerTemplate]>,
    pub(super) words: Arc<Words>,
    pub(super) other_words: BTreeMap<Language, Arc<Words>>,
}

impl LayerCache {
    /// Returns what these layers merge into in these languages. Reports every time what is wrong with them.
    pub(super) fn merged(
        &self,
        layers: &[Arc<Layer>],
        languages: &[Language],
        remarks: &mut Remarks,
        merge: impl FnOnce(Fingerprint, &mut Remarks) -> Merged,
    ) -> Merged {
        let mark = mark_of(layers, languages);
        self.merged.get_or_make(mark, remarks, |remarks| merge(mark, remarks))
    }

    /// Checks the files of layers with this mark, of which all are known or one is missing. Reports every time what
    /// is wrong with them.
    pub(super) fn checked(
        &self,
        mark: Fingerprint,
        is_whole: bool,
        remarks: &mut Remarks,
        check: impl FnOnce(&mut Remarks),
    ) {
        let mut of_layers = Fingerprinter::default();
        of_layers.add(&mark.bytes());
        of_layers.add(&[u8::from(is_whole)]);
        self.checked.get_or_make(of_layers.finish(), remarks, check);
    }
}

fn mark_of(layers: &[Arc<Layer>], languages: &[Language]) -> Fingerprint {
    let mut mark = Fingerprinter::default();
    for layer in layers {
        mark.add(&layer.mark().bytes());
    }
    for language in languages {
        mark.add(language.tag().as_bytes());
        mark.add(&[0]);
    }
    mark.finish()
}

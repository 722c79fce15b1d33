//! Merges layers into templates and words once for all villages that have the same layers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::layer::Layer;
use super::template::LayerTemplate;
use super::words::Words;
use crate::ground::{Fingerprint, Fingerprinter, Language, LruCache, Remarks};

/// What was merged recently. Clones share the same cache.
#[derive(Clone, Debug, Default)]
pub struct LayerCache(Arc<LruCache<Merged>>);

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
        self.0.get_or_make(mark, remarks, |remarks| merge(mark, remarks))
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

//! Caches fitted themes: many villages with the same theme share one, and a preview keeps its own.

use std::sync::Arc;

use crate::ground::{Fingerprint, Fingerprinter, Language, LruCache, Remarks};
use crate::render::templates::Templates;
use crate::render::unknown_names::report_unknown_names;
use crate::render::wording::ThemeWords;
use crate::theme::{LayerCache, Theme};

/// Fits themes, each of them once. Clones share the same cache.
#[derive(Clone, Default)]
pub struct ThemeCache {
    layer_cache: LayerCache,
    fitted: Arc<LruCache<Fitted>>,
    /// Themes whose names were checked; these also depend on the settings that a theme declares.
    checked_names: Arc<LruCache<()>>,
}

/// What rendering needs of a theme, ready for use.
#[derive(Clone)]
pub struct Fitted {
    pub(in crate::render) templates: Arc<Templates>,
    pub(in crate::render) words: Arc<ThemeWords>,
    pub(in crate::render) other_words: Vec<(Language, Arc<ThemeWords>)>,
}

impl ThemeCache {
    /// The cache in which the layers of themes are merged.
    pub fn layer_cache(&self) -> &LayerCache {
        &self.layer_cache
    }

    /// A theme with its templates compiled; adds the diagnostics about them every time.
    pub fn fitted(&self, theme: &Theme, remarks: &mut Remarks) -> Fitted {
        self.checked_names
            .get_or_make(names_fingerprint(theme), remarks, |remarks| report_unknown_names(theme, remarks));
        self.fitted.get_or_make(theme.mark, remarks, |remarks| {
            let others = theme.other_words.iter();
            Fitted {
                templates: Arc::new(Templates::compile(theme, remarks)),
                words: Arc::new(ThemeWords::of(&theme.words)),
                other_words: others.map(|(language, it)| (*language, Arc::new(ThemeWords::of(it)))).collect(),
            }
        })
    }

    /// How often templates had to be compiled.
    pub fn make_count(&self) -> usize {
        self.fitted.make_count()
    }
}

fn names_fingerprint(theme: &Theme) -> Fingerprint {
    let mut mark = Fingerprinter::default();
    mark.add(&theme.mark.bytes());
    for setting in &theme.declared {
        mark.add(setting.key.as_bytes());
        mark.add(&[0]);
    }
    mark.add(&theme.former.map_or(0, |former| former.api).to_le_bytes());
    mark.add(&[u8::from(theme.is_understood)]);
    mark.finish()
}

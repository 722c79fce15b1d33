//! Themes that were made ready: many villages with the same theme share one, and a preview keeps its own.

use std::sync::Arc;

use crate::ground::{Kept, Language, Remarks};
use crate::render::templates::Templates;
use crate::render::wording::Spoken;
use crate::theme::{LayerCache, Theme};

/// Where themes are made ready, each of them once. Whoever holds a copy holds the same cache.
#[derive(Clone, Default)]
pub struct ThemeCache {
    layer_cache: LayerCache,
    fitted: Arc<Kept<Fitted>>,
}

/// What pages need of a theme, ready to be used.
#[derive(Clone)]
pub struct Fitted {
    pub(in crate::render) templates: Arc<Templates>,
    pub(in crate::render) words: Arc<Spoken>,
    pub(in crate::render) other_words: Vec<(Language, Arc<Spoken>)>,
}

impl ThemeCache {
    /// Where the layers of themes are merged.
    pub fn layer_cache(&self) -> &LayerCache {
        &self.layer_cache
    }

    /// A theme with its templates compiled; what is wrong with them is told every time.
    pub fn fitted(&self, theme: &Theme, remarks: &mut Remarks) -> Fitted {
        self.fitted.get_or_make(theme.mark, remarks, |said| {
            let others = theme.other_words.iter();
            Fitted {
                templates: Arc::new(Templates::compile(theme, said)),
                words: Arc::new(Spoken::of(&theme.words)),
                other_words: others.map(|(language, it)| (*language, Arc::new(Spoken::of(it)))).collect(),
            }
        })
    }

    /// How often templates had to be compiled.
    pub fn times(&self) -> usize {
        self.fitted.times()
    }
}

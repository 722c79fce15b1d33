//! Themes that were made ready: many villages with the same theme share one, and a preview keeps its own.

use std::sync::Arc;

use super::spoken::Spoken;
use super::templates::Templates;
use crate::ground::{Fingerprint, Fingerprinting, Kept, Language, Remarks};
use crate::theme::{Loom, Theme, Words};

/// Where themes are made ready, each of them once. Whoever holds a copy holds the same workshop.
#[derive(Clone, Default)]
pub struct Workshop {
    loom: Loom,
    templates: Arc<Kept<(Arc<Templates>, Remarks)>>,
    words: Arc<Kept<Arc<Spoken>>>,
}

/// What pages need of a theme, ready to be used.
pub struct Fitted {
    pub(super) templates: Arc<Templates>,
    pub(super) words: Arc<Spoken>,
    pub(super) other_words: Vec<(Language, Arc<Spoken>)>,
}

impl Workshop {
    /// Where the layers of themes are woven.
    pub fn loom(&self) -> &Loom {
        &self.loom
    }

    /// A theme with its templates compiled; what is wrong with them is told every time.
    pub fn fitted(&self, theme: &Theme, remarks: &mut Remarks) -> Fitted {
        let (templates, said) = self.templates.get_or_make(theme.mark, || {
            let mut said = Remarks::default();
            (Arc::new(Templates::compile(theme, &mut said)), said)
        });
        remarks.extend(said.sorted().into_iter().cloned());
        let spoken = |words: &Arc<Words>, language: Option<Language>| {
            self.words.get_or_make(mark_of(theme.mark, language), || Arc::new(Spoken::of(words)))
        };
        let others = theme.other_words.iter();
        Fitted {
            templates,
            words: spoken(&theme.words, None),
            other_words: others
                .map(|(language, words)| (*language, spoken(words, Some(*language))))
                .collect(),
        }
    }

    /// How often templates had to be compiled.
    pub fn times(&self) -> usize {
        self.templates.times()
    }
}

/// What tells the words of a theme in one of the other languages of a site from its words in another.
fn mark_of(theme: Fingerprint, language: Option<Language>) -> Fingerprint {
    let mut mark = Fingerprinting::default();
    mark.add(&theme.bytes());
    mark.add(language.map_or("", Language::tag).as_bytes());
    mark.done()
}

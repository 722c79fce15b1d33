//! The words of a theme in one language, with the dates written in them; villages with one theme share both.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use super::dates::{DateMemo, DateWords};
use crate::render::templates::Value;
use crate::theme::Words;

/// The words in one language.
#[derive(Debug, Default)]
pub(in crate::render) struct ThemeWords {
    words: Arc<Words>,
    memo: DateMemo,
    value: OnceLock<Value>,
}

impl ThemeWords {
    pub(in crate::render) fn of(words: &Arc<Words>) -> Self {
        Self { words: Arc::clone(words), ..Self::default() }
    }

    /// Formats days and times with these words.
    pub(in crate::render) fn dates(&self) -> DateWords<'_> {
        DateWords::with_memo(&self.words, &self.memo)
    }

    /// The words as a value for templates.
    pub(in crate::render) fn value(&self) -> Value {
        self.value.get_or_init(|| words_value(&self.words)).clone()
    }
}

impl Deref for ThemeWords {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.words
    }
}

fn words_value(words: &Words) -> Value {
    match words {
        Words::Text(text) => text.as_str().into(),
        Words::List(list) => list.clone().into(),
        Words::Map(map) => {
            let entries = map.iter().map(|(key, words)| (key.clone(), words_value(words)));
            entries.collect::<BTreeMap<String, Value>>().into()
        }
    }
}

//! Records which template is given which values.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::document::contract_document;
use super::shape::Shape;
use crate::ground::Json;
use crate::render::templates::Value;

/// What each template was given, for the pages rendered so far.
#[derive(Debug, Default)]
pub struct Record {
    seen: Mutex<BTreeMap<String, Shape>>,
}

impl Record {
    /// Records what a template is given.
    pub fn note(&self, template: &str, given: &[(&'static str, Value)]) {
        let Ok(mut seen) = self.seen.lock() else { return };
        let shape = seen.entry(template.to_owned()).or_default();
        let group: Value = given
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone()))
            .collect::<BTreeMap<_, _>>()
            .into();
        shape.observe(&group);
    }

    /// The names of the templates that were rendered.
    pub fn templates(&self) -> Vec<String> {
        self.seen.lock().map(|seen| seen.keys().cloned().collect()).unwrap_or_default()
    }

    /// The contract as a document.
    pub fn as_json(&self, api: u16) -> Json {
        self.seen.lock().map_or(Json::Null, |seen| contract_document(&seen, api))
    }
}

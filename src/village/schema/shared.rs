//! Moves the repeated parts of a schema to `$defs` and refers to them (JSON Schema 2020-12, core, 8.2.4). An
//! event's fields have four names each, and some have fields of their own: in full, that is megabytes.

use std::collections::HashMap;

use crate::ground::{Json, JsonMap, compact_json, json};

/// In bytes. Shorter parts are easier to read in place.
const MIN_SHARED_LENGTH: usize = 200;

/// Returns the same schema without repetition.
pub(super) fn without_repetition(schema: Json) -> Json {
    let mut counts = HashMap::new();
    count_parts(&schema, &mut counts);
    let mut parts = Parts { counts, names: HashMap::new(), definitions: JsonMap::new() };
    let Json::Object(map) = schema else { return schema };
    let mut document: JsonMap<String, Json> =
        map.into_iter().map(|(key, it)| (key, parts.named_or_inline(it))).collect();
    if !parts.definitions.is_empty() {
        document.insert("$defs".into(), Json::Object(parts.definitions));
    }
    Json::Object(document)
}

/// Counts how often every part occurs.
fn count_parts(schema: &Json, counts: &mut HashMap<String, usize>) {
    let inner: Vec<&Json> = match schema {
        Json::Object(map) => map.values().collect(),
        Json::Array(items) => items.iter().collect(),
        _ => return,
    };
    if let Some(text) = shareable_text(schema) {
        let times = counts.entry(text).or_default();
        *times += 1;
        // Its inner parts were counted the first time.
        if *times > 1 {
            return;
        }
    }
    inner.into_iter().for_each(|inner| count_parts(inner, counts));
}

/// Returns the text of a schema that is long enough to be worth referring to.
fn shareable_text(schema: &Json) -> Option<String> {
    // A map from field names to schemas is not a schema itself, and cannot be referred to.
    let is_schema =
        |map: &JsonMap<String, Json>| ["type", "anyOf", "enum"].iter().any(|key| map.contains_key(*key));
    let map = schema.as_object().filter(|map| is_schema(map))?;
    Some(compact_json(map)).filter(|text| text.len() >= MIN_SHARED_LENGTH)
}

struct Parts {
    counts: HashMap<String, usize>,
    /// The names given to parts so far.
    names: HashMap<String, String>,
    definitions: JsonMap<String, Json>,
}

impl Parts {
    /// Returns the schema, or a reference to it when it occurs more than once.
    fn named_or_inline(&mut self, schema: Json) -> Json {
        let Some(text) =
            shareable_text(&schema).filter(|text| self.counts.get(text).is_some_and(|times| *times > 1))
        else {
            return self.with_named_parts(schema);
        };
        if let Some(name) = self.names.get(&text) {
            return json!({ "$ref": format!("#/$defs/{name}") });
        }
        let name = (self.names.len() + 1).to_string();
        let place = json!({ "$ref": format!("#/$defs/{name}") });
        self.names.insert(text, name.clone());
        let inner = self.with_named_parts(schema);
        self.definitions.insert(name, inner);
        place
    }

    /// Returns the schema with references for the inner parts that occur more than once.
    fn with_named_parts(&mut self, schema: Json) -> Json {
        match schema {
            Json::Object(map) => {
                Json::Object(map.into_iter().map(|(key, it)| (key, self.named_or_inline(it))).collect())
            }
            Json::Array(items) => Json::Array(items.into_iter().map(|it| self.named_or_inline(it)).collect()),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_parts_are_defined_once() {
        let long = json!({ "type": "string", "description": "x".repeat(MIN_SHARED_LENGTH) });
        let short = json!({ "type": "string" });
        let schema =
            json!({ "type": "object", "properties": { "a": long, "b": long, "c": short, "d": short } });
        let part = json!({ "$ref": "#/$defs/1" });
        let properties = json!({ "a": part, "b": part, "c": short, "d": short });
        assert_eq!(
            without_repetition(schema),
            json!({ "type": "object", "properties": properties, "$defs": { "1": long } })
        );
    }
}

//! What stands in a schema more than once stands in it once, below `$defs`, and is referred to (JSON Schema 2020-12, core,
//! 8.2.4). The fields of an event have four names each, and some have fields of their own: written out it is megabytes.

use std::collections::HashMap;

use crate::ground::{Json, JsonMap, compact_json, json};

/// In bytes: what is shorter is easier to read where it stands.
const WORTH_IT: usize = 200;

/// The same schema without repetition.
pub(super) fn shared(schema: Json) -> Json {
    let mut counts = HashMap::new();
    count(&schema, &mut counts);
    let mut parts = Parts { counts, names: HashMap::new(), made: JsonMap::new() };
    let Json::Object(map) = schema else { return schema };
    let mut document: JsonMap<String, Json> = map.into_iter().map(|(key, it)| (key, parts.put(it))).collect();
    if !parts.made.is_empty() {
        document.insert("$defs".into(), Json::Object(parts.made));
    }
    Json::Object(document)
}

/// How often every part is there.
fn count(schema: &Json, counts: &mut HashMap<String, usize>) {
    let inner: Vec<&Json> = match schema {
        Json::Object(map) => map.values().collect(),
        Json::Array(items) => items.iter().collect(),
        _ => return,
    };
    if let Some(text) = worth(schema) {
        let times = counts.entry(text).or_default();
        *times += 1;
        // What is in it was counted with the first.
        if *times > 1 {
            return;
        }
    }
    inner.into_iter().for_each(|inner| count(inner, counts));
}

fn worth(schema: &Json) -> Option<String> {
    // What has names of fields for keys is no schema itself, and cannot be referred to.
    let is_schema =
        |map: &JsonMap<String, Json>| ["type", "anyOf", "enum"].iter().any(|key| map.contains_key(*key));
    let map = schema.as_object().filter(|map| is_schema(map))?;
    Some(compact_json(map)).filter(|text| text.len() >= WORTH_IT)
}

struct Parts {
    counts: HashMap<String, usize>,
    /// The names of parts that were given one.
    names: HashMap<String, String>,
    made: JsonMap<String, Json>,
}

impl Parts {
    fn put(&mut self, schema: Json) -> Json {
        let Some(text) = worth(&schema).filter(|text| self.counts.get(text).is_some_and(|times| *times > 1))
        else {
            return self.inner(schema);
        };
        if let Some(name) = self.names.get(&text) {
            return json!({ "$ref": format!("#/$defs/{name}") });
        }
        let name = (self.names.len() + 1).to_string();
        let place = json!({ "$ref": format!("#/$defs/{name}") });
        self.names.insert(text, name.clone());
        let inner = self.inner(schema);
        self.made.insert(name, inner);
        place
    }

    fn inner(&mut self, schema: Json) -> Json {
        match schema {
            Json::Object(map) => Json::Object(map.into_iter().map(|(key, it)| (key, self.put(it))).collect()),
            Json::Array(items) => Json::Array(items.into_iter().map(|it| self.put(it)).collect()),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_twice_is_told_once() {
        let long = json!({ "type": "string", "description": "x".repeat(WORTH_IT) });
        let short = json!({ "type": "string" });
        let schema =
            json!({ "type": "object", "properties": { "a": long, "b": long, "c": short, "d": short } });
        let part = json!({ "$ref": "#/$defs/1" });
        let properties = json!({ "a": part, "b": part, "c": short, "d": short });
        assert_eq!(
            shared(schema),
            json!({ "type": "object", "properties": properties, "$defs": { "1": long } })
        );
    }
}

//! The settings of a theme as JSON Schema (draft 2020-12), for editors that know YAML.

use super::declared::Setting;
use super::takes::SettingType;
use crate::ground::{Json, JsonMap, json};

/// Returns the schema of what `site.yaml` has below `settings`: each setting by both its names.
pub fn settings_schema(settings: &[Setting]) -> Json {
    let mut properties = JsonMap::new();
    for setting in settings {
        let mut schema =
            json!({ "anyOf": [value_schema(&setting.takes), { "type": "null" }, { "const": "" }] });
        if let Some(help) = &setting.help {
            schema["description"] = format!("{}\n{}", help.nl, help.en).into();
        }
        for name in setting.names() {
            properties.insert(name.to_owned(), schema.clone());
        }
    }
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn value_schema(takes: &SettingType) -> Json {
    let line = || json!({ "type": ["string", "number", "boolean"] });
    match takes {
        SettingType::Colour | SettingType::Text => line(),
        SettingType::Number { least, most } => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        SettingType::YesNo => {
            json!({ "type": ["string", "number", "boolean"], "examples": ["ja", "nee"] })
        }
        SettingType::Choice(words) => {
            let mut all: Vec<&str> = words.iter().flat_map(|word| [word.nl.as_str(), &word.en]).collect();
            all.dedup();
            json!({ "enum": all })
        }
        SettingType::Picture => json!({ "type": ["string", "object"] }),
    }
}

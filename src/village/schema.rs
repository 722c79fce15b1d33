//! Describes the fields as JSON Schema (draft 2020-12), so that YAML editors can complete, explain and check
//! them as the user types.

mod shared;

use super::document::DocumentFields;
use super::kinds::{Head, Kind};
use super::settings::Settings;
use crate::field::{Described, FieldInfo, Need, Shape, Word};
use crate::ground::{Json, JsonMap, json, json_schema};
use shared::without_repetition;

/// Returns the schema for `site.yaml`, including the settings of its theme.
pub fn site_schema(theme_settings: &Json) -> Json {
    let schema = json_schema("Dorpsplein: site.yaml", object_schema(&[Settings::FIELDS], true));
    without_repetition(with_described_elsewhere(schema, theme_settings))
}

/// Replaces every placeholder for keys described elsewhere by the schema that describes them.
fn with_described_elsewhere(schema: Json, elsewhere: &Json) -> Json {
    match schema {
        free if free == described_elsewhere() => elsewhere.clone(),
        Json::Object(map) => {
            let inner = map.into_iter().map(|(key, inner)| (key, with_described_elsewhere(inner, elsewhere)));
            Json::Object(inner.collect())
        }
        Json::Array(items) => {
            items.into_iter().map(|inner| with_described_elsewhere(inner, elsewhere)).collect()
        }
        other => other,
    }
}

/// The placeholder for keys described elsewhere, such as theme settings.
fn described_elsewhere() -> Json {
    json!({ "type": "object" })
}

/// Returns the schema for the `.yaml` beside a document.
pub fn document_schema() -> Json {
    without_repetition(json_schema(
        "Dorpsplein: documenten / documents",
        object_schema(&[DocumentFields::FIELDS], true),
    ))
}

/// Returns the schema for the files of one kind: an entry, or a list of entries.
pub fn schema(kind: Kind) -> Json {
    let entry = object_schema(&[kind.fields(), Head::FIELDS], true);
    let either = json!({ "anyOf": [entry, { "type": "array", "items": entry.clone() }, { "type": "null" }] });
    without_repetition(json_schema(
        &format!("Dorpsplein: {} / {}", kind.info().folder.nl, kind.info().folder.en),
        either,
    ))
}

/// Returns the schema of an object with these fields; if `complete`, required fields must be present.
fn object_schema(lists: &[&'static [FieldInfo]], complete: bool) -> Json {
    let mut properties = JsonMap::new();
    let mut required = Vec::new();
    for field in lists.iter().flat_map(|list| list.iter()) {
        for name in field.names() {
            if !properties.contains_key(name) {
                properties.insert(name.to_owned(), field_schema(field));
            }
        }
        let alternatives = match field.need {
            Need::Optional => continue,
            Need::Required => &[][..],
            Need::Unless(others) => others,
        };
        let others =
            lists.iter().flat_map(|list| list.iter()).filter(|field| alternatives.contains(&field.en));
        let names = field.names().chain(others.flat_map(FieldInfo::names));
        let one_of_these: Vec<Json> = names.map(|name| json!({ "required": [name] })).collect();
        required.push(json!({ "anyOf": one_of_these }));
    }
    let mut object = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if complete && !required.is_empty() {
        object["allOf"] = required.into();
    }
    object
}

fn field_schema(field: &FieldInfo) -> Json {
    let mut schema = or_empty(shape_schema(&field.shape));
    schema["description"] = format!("{}\n{}", field.help.nl, field.help.en).into();
    schema
}

/// Allows a field to be empty: editors in a browser write blanks for fields that were not filled in.
fn or_empty(schema: Json) -> Json {
    json!({ "anyOf": [schema, { "type": "null" }, { "const": "" }] })
}

/// A word, number or date as it was typed: YAML reads `19.30` as a number, we do not.
fn scalar_schema() -> Json {
    json!({ "type": ["string", "number", "boolean"] })
}

fn shape_schema(shape: &Shape) -> Json {
    match shape {
        Shape::Line | Shape::Markdown | Shape::Price | Shape::Phone | Shape::File | Shape::Colour => {
            scalar_schema()
        }
        Shape::Day => examples(&["2026-10-28", "28 oktober 2026", "wo 28 okt 2026"]),
        Shape::Clock => examples(&["19.30", "19:30", "19u30"]),
        Shape::YesNo => examples(&["ja", "nee"]),
        Shape::Consent => examples(&["ja", "gevraagd op de feestavond, 5 september 2026"]),
        Shape::WholeNumber { least, most } => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Shape::Decimal => json!({ "type": ["number", "string"] }),
        Shape::Email => json!({ "type": "string", "pattern": "@" }),
        Shape::Web => json!({ "type": "string", "pattern": "\\." }),
        Shape::Postcode => json!({ "type": "string", "pattern": "^\\s*[1-9][0-9]{3}\\s*[A-Za-z]{2}\\s*$" }),
        Shape::Digits(length) => {
            json!({ "anyOf": [{ "type": "integer" }, { "type": "string", "pattern": format!("^([ .-]*[0-9]){{{length}}}$") }] })
        }
        Shape::Slug => json!({ "type": ["string", "integer"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }),
        Shape::Alias => json!({ "type": "string" }),
        Shape::Focus => examples(&["boven", "linksonder", "30% 20%"]),
        Shape::TimeZone => examples(&["Europe/Amsterdam"]),
        Shape::Choice(words) => json!({ "enum": spellings(words) }),
        Shape::OpenWord(words) => json!({ "anyOf": [{ "enum": spellings(words) }, scalar_schema()] }),
        Shape::Reference(kind) => json!({ "type": ["string", "number"], "description": kind.one.nl }),
        Shape::Rule => {
            examples(&["elke dinsdag", "om de week op donderdag", "elke laatste vrijdag van de maand"])
        }
        Shape::Except => {
            examples(&["feestdagen", "schoolvakanties", "2026-12-24", "21 december 2026 t/m 3 januari 2027"])
        }
        Shape::Hours => hours_schema(),
        Shape::Group { fields, short } => match short {
            Some(example) => {
                json!({ "anyOf": [object_schema(&[fields], true), { "type": ["string", "number"], "examples": [example] }] })
            }
            None => object_schema(&[fields], true),
        },
        Shape::ByDay(fields) => json!({ "anyOf": [
            { "type": "object", "additionalProperties": { "anyOf": [object_schema(&[fields], false), scalar_schema(), { "type": "null" }] } },
            scalar_schema(),
        ] }),
        Shape::Free => described_elsewhere(),
        Shape::Many(one) => {
            let item = shape_schema(one);
            json!({ "anyOf": [item, { "type": "array", "items": or_empty(item.clone()) }] })
        }
        Shape::Either(one, other) => json!({ "anyOf": [shape_schema(one), shape_schema(other)] }),
    }
}

fn examples(examples: &[&str]) -> Json {
    json!({ "type": ["string", "number", "boolean"], "examples": examples })
}

/// Returns every spelling of the words, Dutch first: editors offer them in this order.
fn spellings(words: &[Word]) -> Vec<Json> {
    let dutch = words.iter().map(|word| word.label.nl);
    let in_order = dutch.chain(words.iter().flat_map(Word::spellings));
    let mut values: Vec<Json> = Vec::new();
    for spelling in in_order {
        // YAML reads these as booleans.
        let value = match spelling {
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            other => other.into(),
        };
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

fn hours_schema() -> Json {
    let times = json!({ "anyOf": [scalar_schema(), { "type": "array", "items": scalar_schema() }, { "type": "null" }] });
    let days = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
    let week: JsonMap<String, Json> = days.iter().map(|day| ((*day).to_owned(), times.clone())).collect();
    let season =
        json!({ "type": "object", "properties": week.clone(), "additionalProperties": times.clone() });
    let special = json!({ "anyOf": [times, season] });
    let mut properties = week;
    for name in ["feestdagen", "schoolvakanties"] {
        properties.insert(name.to_owned(), special.clone());
    }
    properties.insert("toelichting".to_owned(), scalar_schema());
    // The other keys are dates, date ranges and months: too many to list.
    json!({ "anyOf": [{ "type": "object", "properties": properties, "additionalProperties": special }, scalar_schema()] })
}

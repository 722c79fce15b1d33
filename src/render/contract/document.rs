//! The contract as a document: the values for all templates, those for each template, and the groups in both.

use std::collections::BTreeMap;

use super::groups::Groups;
use super::shape::Shape;
use crate::ground::{Json, JsonMap, json};

/// What every template is given.
const EVERYWHERE: &[&str] = &["page", "site"];

/// What themes bring themselves: only the theme knows their fields.
const OF_THEMES: &[(&str, &str)] = &[
    (
        "shared",
        "the parts of the theme in templates/shared as HTML, by file name: each is rendered once for many pages, and is given site, words, settings, and of page only section, is_home, and href where the site itself links to the page",
    ),
    (
        "settings",
        "the values that the site chose for the settings that its themes declare in theme.yaml, by key",
    ),
    ("words", "the words of the theme in the language of the page, by key, as in words/nl.yaml"),
];

/// Groups whose fields are the names of things.
const OPEN: &[&str] = &["assets"];

/// Assembles the contract from the values that were seen.
pub(super) fn contract_document(seen: &BTreeMap<String, Shape>, api: u16) -> Json {
    let mut everywhere = Shape::default();
    seen.values().for_each(|shape| everywhere.merge(shape));
    let is_of_theme = |key: &str| OF_THEMES.iter().any(|(name, _)| *name == key);
    let mut groups = Groups::default();
    for (key, shape) in everywhere.fields().iter().filter(|(key, _)| !is_of_theme(key)) {
        groups.gather(key, shape);
    }
    groups.name_all();
    let is_everywhere = |key: &str| EVERYWHERE.contains(&key);
    let mut in_every_template = fields(&everywhere, &groups, is_everywhere);
    for (key, what) in OF_THEMES {
        in_every_template.insert((*key).to_owned(), json!({ "is": "group", "each": what }));
    }
    let templates: JsonMap<String, Json> = seen
        .iter()
        .map(|(template, shape)| {
            let own = fields(shape, &groups, |key| !is_everywhere(key) && !is_of_theme(key));
            (template.clone(), Json::Object(own))
        })
        .collect();
    let mut named_groups: Vec<(&str, Json)> =
        groups.iter().map(|(name, shape)| (name, Json::Object(fields(shape, &groups, |_| true)))).collect();
    named_groups.sort_by_key(|(name, _)| *name);
    let named_groups: JsonMap<String, Json> =
        named_groups.into_iter().map(|(name, group)| (name.to_owned(), group)).collect();
    json!({ "api": api, "everywhere": in_every_template, "templates": templates, "groups": named_groups })
}

fn fields(shape: &Shape, groups: &Groups, wanted: impl Fn(&str) -> bool) -> JsonMap<String, Json> {
    let fields = shape.fields().iter().filter(|(key, _)| wanted(key));
    fields.map(|(key, field)| (key.clone(), described(key, field, groups, shape.always_has(field)))).collect()
}

/// Describes one value: its kind and its contents.
fn described(key: &str, shape: &Shape, groups: &Groups, is_always_there: bool) -> Json {
    let kind = shape.kind(is_always_there);
    if let Some(items) = shape.items() {
        return json!({ "is": kind, "of": described(key, items, groups, true) });
    }
    if shape.fields().is_empty() {
        return kind.into();
    }
    if OPEN.contains(&key) {
        let mut any = Shape::default();
        shape.fields().values().for_each(|field| any.merge(field));
        return json!({ "is": kind, "each": described("", &any, groups, true) });
    }
    match groups.name_of(shape) {
        Some(name) => json!({ "is": kind, "group": name }),
        None => json!({ "is": kind, "fields": fields(shape, groups, |_| true) }),
    }
}

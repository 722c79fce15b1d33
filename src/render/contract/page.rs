//! The contract as a page for people, in Markdown.

use super::meaning::meaning;
use crate::ground::{Json, JsonMap};

/// Tells a contract that was told as a document.
pub fn contract_page(document: &Json) -> String {
    let api = document.get("api").and_then(Json::as_u64).unwrap_or_default();
    let part = |name: &str| document.get(name).and_then(Json::as_object).cloned().unwrap_or_default();
    let mut page = format!(
        "# What templates are given: contract {api}\n\nMade by the program itself: every page of the example village and of three villages that ask much of a theme was made, and what templates were given was noted. A field with a question mark is absent or nothing at times: ask with `{{% if %}}` before you show it. `themes/contract.json` is the same for programs.\n\nA field may be added at any time. None is taken away or renamed without another number, and the program keeps the former number for a year.\n\n## All templates\n\n"
    );
    for (key, value) in &part("everywhere") {
        page.push_str(&line(key, value, meaning(key), 0));
        for (inner, value) in &fields_of(value) {
            page.push_str(&line(inner, value, meaning(&format!("{key}.{inner}")), 1));
            page.push_str(&below(value, 2));
        }
    }
    page.push_str("\n## Each template besides\n");
    for (template, given) in &part("templates") {
        page.push_str(&format!("\n### `{template}`\n\n"));
        let given = given.as_object().cloned().unwrap_or_default();
        if given.is_empty() {
            page.push_str("Nothing more.\n");
        }
        for (key, value) in &given {
            page.push_str(&line(key, value, meaning(&format!("{template} {key}")), 0));
            page.push_str(&below(value, 1));
        }
    }
    page.push_str("\n## Groups\n\nGroups that are met in several places.\n");
    for (name, group) in &part("groups") {
        page.push_str(&format!("\n### {name}\n\n"));
        for (key, value) in &group.as_object().cloned().unwrap_or_default() {
            page.push_str(&line(key, value, None, 0));
            page.push_str(&below(value, 1));
        }
    }
    page
}

fn line(key: &str, value: &Json, meaning: Option<&str>, depth: usize) -> String {
    let meaning = meaning.map_or_else(String::new, |meaning| format!(" {meaning}"));
    let stop = if meaning.is_empty() { "" } else { "." };
    format!("{}- `{key}`: {}{stop}{meaning}\n", "  ".repeat(depth), kind(value))
}

/// `list of group image`
fn kind(value: &Json) -> String {
    if let Some(kind) = value.as_str() {
        return kind.to_owned();
    }
    let own = value.get("is").and_then(Json::as_str).unwrap_or("nothing");
    if let Some(items) = value.get("of") {
        return format!("{own} of {}", kind(items));
    }
    match (value.get("group").and_then(Json::as_str), value.get("each")) {
        (Some(name), _) => format!("{own} [{name}](#{name})"),
        (None, Some(each)) => format!("{own}, by name: {}", kind(each)),
        (None, None) => own.to_owned(),
    }
}

/// The fields of a group that has no name.
fn below(value: &Json, depth: usize) -> String {
    let fields = fields_of(value);
    fields.iter().map(|(key, value)| line(key, value, None, depth) + &below(value, depth + 1)).collect()
}

fn fields_of(value: &Json) -> JsonMap<String, Json> {
    match value.get("fields").and_then(Json::as_object) {
        Some(fields) => fields.clone(),
        None => value.get("of").map(fields_of).unwrap_or_default(),
    }
}

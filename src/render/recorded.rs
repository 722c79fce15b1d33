//! What the recorded contract says about a name that a template uses: whether it exists, and what was meant.

use std::sync::OnceLock;

use crate::ground::{Json, closest, parse_json};
use crate::theme::shared_part;

/// The contract that the tests record from what this program does: what templates may use.
pub const CONTRACT_DOCUMENT: &str = include_str!("../../themes/contract.json");

/// The template that all pages build on.
const BASE: &str = "base.html";

/// The groups that a name without a group may be of: `title` is `page.title`.
const GROUPS_OF_EVERY_PAGE: [&str; 2] = ["page", "site"];

/// The same document, parsed.
pub(super) fn recorded() -> &'static Json {
    static RECORDED: OnceLock<Json> = OnceLock::new();
    RECORDED.get_or_init(|| parse_json(CONTRACT_DOCUMENT.as_bytes()).unwrap_or(Json::Null))
}

/// What the contract says about a name that a page lacks.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lacking<'n> {
    /// The name exists, and this part of it is only empty on this page.
    Empty(&'n str),
    /// The last part of the name does not exist; its group has these fields.
    Unknown(Vec<&'static str>),
}

/// Says why a page made with this template lacks a name, of which only this many parts after the first can be empty.
/// `None` if the contract does not know the group that it is of.
pub(super) fn lacking<'n>(page: &str, name: &'n str, most: usize) -> Option<Lacking<'n>> {
    let contract = recorded();
    let mut parts = name.split('.');
    let root = parts.next()?;
    let everywhere = &contract["everywhere"][root];
    let mut node = if everywhere.is_null() { &contract["templates"][page][root] } else { everywhere };
    let (mut length, mut empty) = (root.len(), None);
    for (number, part) in parts.enumerate() {
        let fields = fields_of(contract, node)?;
        let Some(next) = fields.get(part) else {
            let is_last = length + 1 + part.len() == name.len();
            return Some(Lacking::Unknown(fields.keys().map(String::as_str).collect())).filter(|_| is_last);
        };
        (node, length) = (next, length + 1 + part.len());
        if is_optional(node) && number < most {
            empty = name.get(..length);
        }
    }
    Some(Lacking::Empty(empty?))
}

/// Returns the fields of a group, which may be described under a name.
fn fields_of<'c>(contract: &'c Json, node: &'c Json) -> Option<&'c crate::ground::JsonMap<String, Json>> {
    let named = node["group"].as_str().map(|group| &contract["groups"][group]);
    named.unwrap_or(&node["fields"]).as_object()
}

fn is_optional(node: &Json) -> bool {
    node["is"].as_str().or(node.as_str()).is_some_and(|kind| kind.ends_with('?'))
}

/// Returns the names that a template is given on every page that uses it; `None` if that differs per page.
pub(super) fn given_names(template: &str) -> Option<Vec<&'static str>> {
    let contract = recorded();
    let own = contract["templates"][template].as_object();
    if own.is_none() && template != BASE && shared_part(template).is_none() {
        return None;
    }
    let everywhere = contract["everywhere"].as_object();
    let mut names: Vec<&str> =
        own.into_iter().chain(everywhere).flat_map(|it| it.keys()).map(String::as_str).collect();
    names.sort_unstable();
    Some(names)
}

/// Returns what was perhaps meant by a name without a group: one of these, or a field that every page has.
pub(super) fn near_root<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    let fields = GROUPS_OF_EVERY_PAGE.into_iter().flat_map(|group| {
        let fields = recorded()["everywhere"][group]["fields"].as_object();
        fields.into_iter().flat_map(|fields| fields.keys()).map(move |field| (group, field.as_str()))
    });
    let fields: Vec<(&str, &str)> = fields.collect();
    let field = |wanted: &str| {
        let (group, field) = fields.iter().find(|(_, field)| *field == wanted)?;
        Some(format!("{group}.{field}"))
    };
    let near = || closest(typed, known).map(str::to_owned);
    let near_field = || closest(typed, fields.iter().map(|(_, field)| *field)).and_then(field);
    field(typed).or_else(near).or_else(near_field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_field_differs_from_one_that_does_not_exist() {
        let page = "venue.html";
        assert_eq!(lacking(page, "site.contact.phone", 1), Some(Lacking::Empty("site.contact")));
        assert_eq!(lacking(page, "site.contact.phone", 2), Some(Lacking::Empty("site.contact.phone")));
        assert_eq!(lacking(page, "entry.fields.address", 2), Some(Lacking::Empty("entry.fields.address")));
        let unknown = lacking(page, "entry.fields.address.stret", 2);
        assert!(matches!(unknown, Some(Lacking::Unknown(fields)) if fields.contains(&"street")));
        for name in ["site.name.x", "card.x", "site.contact.telephone.text", "entry"] {
            assert_eq!(lacking(page, name, 9), None, "{name}");
        }
    }

    #[test]
    fn a_field_of_every_page_is_suggested_with_its_group() {
        for (typed, near) in [
            ("title", Some("page.title")),
            ("titel", Some("page.title")),
            ("tagline", Some("site.tagline")),
            ("sitte", Some("site")),
            ("vergadering", None),
        ] {
            assert_eq!(near_root(typed, ["site", "page"]).as_deref(), near, "{typed}");
        }
        assert_eq!(given_names("shared/menu.html"), given_names(BASE));
        assert!(given_names("home.html").is_some_and(|names| names.contains(&"regulars")));
        assert_eq!(given_names("components.html"), None);
    }
}

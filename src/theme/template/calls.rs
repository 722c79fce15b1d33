//! The templates and components that a template calls, and from where.

use super::tags::{Tag, tags};

/// Something that is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Called {
    /// A whole template, included or built upon.
    Template(String),
    /// A component.
    Component(String),
}

/// A call: who calls, what is called, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Call {
    /// The component whose definition holds the call; `None` for the template itself.
    pub(super) from: Option<String>,
    /// What is called.
    pub(super) called: Called,
    /// The bytes of the name that is called.
    pub(super) place: (usize, usize),
}

/// Returns the calls in a template, and the components that it defines.
pub(super) fn calls(text: &str) -> (Vec<Call>, Vec<String>) {
    let (mut calls, mut defined) = (Vec::new(), Vec::new());
    let mut from = None;
    for tag in tags(text) {
        match tag.word() {
            "component" => {
                let name = leading_name(tag.inner.trim_start().trim_start_matches("component")).to_owned();
                defined.push(name.clone());
                from = Some(name);
            }
            "endcomponent" => from = None,
            "extends" | "include" => {
                if let Some((name, at)) = tag.quoted() {
                    let called = Called::Template(name.to_owned());
                    calls.push(Call { from: from.clone(), called, place: (at, at + name.len()) });
                }
            }
            _ => calls.extend(called_components(&tag).map(|(name, at)| Call {
                from: from.clone(),
                called: Called::Component(name.to_owned()),
                place: (at, at + name.len()),
            })),
        }
    }
    (calls, defined)
}

/// Returns the components that a tag calls: every `<name`, as a comparison has a space before the name.
fn called_components<'t>(tag: &Tag<'t>) -> impl Iterator<Item = (&'t str, usize)> {
    let (inner, start) = (tag.inner, tag.start);
    inner.match_indices('<').filter_map(move |(at, _)| {
        let name = leading_name(&inner[at + 1..]);
        let is_spaced = inner[at + 1..].starts_with(' ');
        (!name.is_empty() && !is_spaced).then_some((name, start + at + 1))
    })
}

fn leading_name(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').unwrap_or(text.len());
    &text[..end]
}

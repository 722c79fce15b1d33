//! Replaces a template that cannot be read with one to build on, so that mistakes in others still show.

use std::collections::BTreeSet;
use std::ops::Range;

use super::names::calls_component;
use super::tags::tag_ranges;

/// Returns a template with nothing but the base and the blocks of one that cannot be read, including the
/// blocks after an unclosed tag: what builds on it is then judged on its own.
pub fn stand_in(text: &str, base: Option<&str>) -> String {
    let base = base.map(|base| format!("{{% extends \"{base}\" %}}")).unwrap_or_default();
    let blocks: BTreeSet<&str> = names_after(text, "block").collect();
    blocks.into_iter().fold(base, |all, name| all + &format!("{{% block {name} %}}{{% endblock %}}"))
}

/// Whether a template that cannot be read defines a component with this name.
pub fn defines_component(text: &str, name: &str) -> bool {
    names_after(text, "component").any(|known| known == name)
}

/// Returns the names after a word that begins a statement, wherever the text has one, comments included.
fn names_after<'t>(text: &'t str, word: &'static str) -> impl Iterator<Item = &'t str> {
    text.match_indices("{%").filter_map(move |(at, open)| {
        let rest = text.get(at + open.len()..)?.trim_start_matches('-').trim_start();
        let rest = rest.strip_prefix(word)?;
        let name = rest.trim_start();
        let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
        (name.len() < rest.len() && end > 0).then(|| name.get(..end))?
    })
}

/// Returns the tag around a byte of a template, with its delimiters.
pub fn tag_around(text: &str, at: usize) -> Option<&str> {
    let around = tag_ranges(text).into_iter().find(|tag| tag.contains(&at))?;
    text.get(around)
}

/// Replaces the name around a byte with an empty list of the same length. `None` where a value is kept or
/// handed on, as it would be missed later.
pub fn without_name_at(text: &str, at: usize) -> Option<String> {
    let tag = tag_around(text, at)?;
    let is_kept = tag.trim_start_matches("{%").trim_start_matches('-').trim_start().starts_with("set");
    if is_kept || calls_component(tag) {
        return None;
    }
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let start = text.get(..at)?.rfind(|c: char| !is_part(c)).map_or(0, |before| before + 1);
    let start = (start..=at).find(|start| text.is_char_boundary(*start))?;
    let rest = text.get(start..)?;
    let name = rest.get(..rest.find(|c: char| !is_part(c))?)?;
    if name.len() < 2 || name.starts_with('.') {
        return None;
    }
    let spaces = " ".repeat(name.len() - 2);
    Some(format!("{}[]{spaces}{}", text.get(..start)?, rest.get(name.len()..)?))
}

/// Replaces the tag `{{ … }}` around a byte with spaces, so that what follows it can be read. `None` if there
/// is no such tag. All positions stay the same.
pub fn without_tag_at(text: &str, at: usize) -> Option<String> {
    let Range { start, end } = tag_ranges(text).into_iter().find(|tag| tag.contains(&at))?;
    let tag = text.get(start..end).filter(|tag| tag.starts_with("{{"))?;
    let spaces: String = tag.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    Some(format!("{}{spaces}{}", text.get(..start)?, text.get(end..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stand_in_has_every_block_even_after_an_unclosed_tag() {
        let text =
            "{% extends \"base.html\" %}{% block a %}{{ \"x }}{%- block b_2 -%}{% blocks c %}{% block %}";
        assert_eq!(
            stand_in(text, Some("base.html")),
            "{% extends \"base.html\" %}{% block a %}{% endblock %}{% block b_2 %}{% endblock %}"
        );
        assert_eq!(stand_in("<p>", None), "");
        assert!(defines_component("{% component kaart(a) %}", "kaart"));
        assert!(!defines_component("{% component kaarten(a) %}", "kaart"));
    }

    #[test]
    fn a_removed_tag_becomes_spaces_and_the_rest_stays_in_place() {
        let text = "é{{ a |\n}}{% if x %}{{- b }}";
        assert_eq!(without_tag_at(text, 6).as_deref(), Some("é      \n  {% if x %}{{- b }}"));
        assert_eq!(without_tag_at(text, text.len() - 3).as_deref(), Some("é{{ a |\n}}{% if x %}        "));
        assert_eq!(without_tag_at(text, text.find("if").unwrap_or(0)), None);
        assert_eq!(without_tag_at("{{ \"x }}", 4), None);
        assert_eq!(without_name_at("{{ a ~ b.cd }}", 9).as_deref(), Some("{{ a ~ []   }}"));
        for kept in ["{% set a = b.cd %}", "{{ <card of={b.cd} /> }}", "{{ a[0].cd }}"] {
            assert_eq!(without_name_at(kept, kept.find("cd").unwrap_or(0)), None, "{kept}");
        }
    }
}

//! Scripts and styles in templates that browsers ignore, as pages allow only those that are in a file.

use std::ops::Range;
use std::sync::Arc;

use super::layer::Layer;
use super::markup::{Attribute, Element, elements, markup_of};
use super::markup_messages::{self as messages, BlockedMarkup};
use crate::ground::{FileText, Remarks};

/// Types of scripts that are run. Any other type is data, such as what a page tells search engines.
const RUN: [&str; 6] =
    ["", "module", "importmap", "speculationrules", "text/javascript", "application/javascript"];

/// A theme with these words in its templates has a policy of its own, and knows what it allows.
const OWN_POLICY: [&str; 4] = ["'unsafe-inline'", "'sha256-", "'sha384-", "'sha512-"];

/// Reports every script and style in the templates of a layer that browsers block.
pub(super) fn report_blocked(layer: &Arc<Layer>, remarks: &mut Remarks) {
    let templates = layer.files_in("templates").filter(|(path, ..)| path.extension() == "html");
    let texts: Vec<_> =
        templates.map(|(path, _, bytes)| (layer.shown(path), String::from_utf8_lossy(bytes))).collect();
    if texts.iter().any(|(_, text)| OWN_POLICY.iter().any(|word| text.contains(word))) {
        return;
    }
    for (shown, text) in &texts {
        let file = FileText::new(shown.shared(), text);
        for (what, range) in blocked_markup(text) {
            remarks.add(messages::blocked_markup(file.place(range), what));
        }
    }
}

fn blocked_markup(template: &str) -> Vec<(BlockedMarkup, Range<usize>)> {
    let markup = markup_of(template);
    let mut found = Vec::new();
    for Element { name, open, attributes, inner } in elements(&markup) {
        let whole = open..open + 1 + name.len();
        let has_text = !template.get(inner).unwrap_or_default().trim().is_empty();
        match name.as_str() {
            "style" if has_text => found.push((BlockedMarkup::Style, whole)),
            "script" if has_text && is_run(&attributes, template) => {
                found.push((BlockedMarkup::Script, whole))
            }
            _ => {}
        }
        found.extend(attributes.iter().filter_map(|Attribute { name, at, value }| {
            let is_handler = name.len() > 2 && name.starts_with("on") && !name.contains([':', '-']);
            let what = match name.as_str() {
                "style" => BlockedMarkup::StyleOfElement,
                _ if is_handler => BlockedMarkup::Handler,
                _ => return None,
            };
            let says = !template.get(value.clone()).unwrap_or_default().trim().is_empty();
            says.then_some((what, *at..value.end))
        }));
    }
    found
}

/// Whether a script is not in a file of its own, and is not data.
fn is_run(attributes: &[Attribute], template: &str) -> bool {
    let value = |wanted: &str| {
        let found = attributes.iter().find(|it| it.name == wanted)?;
        template.get(found.value.clone())
    };
    let kind = value("type").unwrap_or_default().trim().to_ascii_lowercase();
    value("src").is_none() && RUN.contains(&kind.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_that_browsers_block_is_found_and_allowed_markup_is_not() {
        for (html, expected) in [
            ("<script>x()</script>", vec!["<script"]),
            ("<SCRIPT type=\"Text/JavaScript\">{{ x }}</SCRIPT>", vec!["<SCRIPT"]),
            (
                "<p style=\"color: {{ settings[\"x\"] }}\" class=\"a\">",
                vec!["style=\"color: {{ settings[\"x\"] }}"],
            ),
            ("<button onclick='x()' data-on=\"y\">", vec!["onclick='x()"]),
            (
                "<style>p { color: red }</style><svg><path style=\"fill: red\"/></svg>",
                vec!["<style", "style=\"fill: red"],
            ),
        ] {
            let found: Vec<&str> = blocked_markup(html).into_iter().map(|(_, range)| &html[range]).collect();
            assert_eq!(found, expected, "{html}");
        }
        for fine in [
            "<script src=\"{{ site.assets[\"site.js\"] }}\" defer></script>",
            "<script type=\"application/ld+json\">{\"a\": 1}</script>{{ page.json_ld }}",
            "<script type=\"{{ kind }}\">x</script><script> </script>",
            "<!-- <script>x()</script> -->{# <p style=\"x\"> #}",
            "{{ <picture of={x} style=\"wide\" onclick=\"y\" /> }}{% if a <b style=\"x\" %}",
            "<p style=\"\" class=\"onclick=\" title=\"style=x\">",
        ] {
            assert!(blocked_markup(fine).is_empty(), "{fine}");
        }
    }
}

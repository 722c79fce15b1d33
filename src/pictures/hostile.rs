//! Looks for what a drawing may not contain: anything that runs, anything from elsewhere, and anything that
//! grows without end. An SVG is a document that may contain all of these (SVG 2, chapters 2.3 and 15).

use std::collections::HashMap;
use std::ops::Range;

use resvg::usvg::roxmltree::{Attribute, Document, Error, Node, NodeId, NodeType, ParsingOptions};

use super::left_out::LeftOut;

/// Why a drawing is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Danger {
    /// It runs a script.
    Script,
    /// It requests something outside itself.
    ExternalRequest,
    /// It contains a piece of a web page.
    WebPage,
    /// It contains a photo that reveals more than can be seen on it.
    PhotoWithMetadata,
    /// It grows to more than a browser can draw.
    Endless,
}

/// What is wrong, and where in the file, in bytes.
pub(super) type Finding = (Danger, Range<usize>);

/// The maximum number of elements of a drawing.
const MOST_ELEMENTS: u32 = 200_000;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// Reads a drawing and looks for what it may not contain; `None` when it is not a readable drawing.
pub(super) fn findings(text: &str) -> Option<(Vec<Finding>, LeftOut)> {
    // A DOCTYPE is allowed: old drawing programs write one with the names of their namespaces.
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_ELEMENTS, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(Error::EntityReferenceLoop(at)) => {
            return Some((vec![(Danger::Endless, line_at(text, at.row as usize))], LeftOut::default()));
        }
        Err(Error::NodesLimitReached) => return Some((vec![(Danger::Endless, 0..0)], LeftOut::default())),
        Err(_) => return None,
    };
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return None;
    }
    let (mut found, mut left_out) = (Vec::new(), LeftOut::default());
    for node in document.descendants() {
        check_node(node, text, &mut found);
        left_out.add(node);
    }
    if drawn_elements(root, &document) > u64::from(MOST_ELEMENTS) {
        found.push((Danger::Endless, 0..0));
    }
    Some((found, left_out))
}

fn line_at(text: &str, row: usize) -> Range<usize> {
    let start = text.split_inclusive('\n').take(row.saturating_sub(1)).map(str::len).sum::<usize>();
    let length = text.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
    start..start + length
}

fn check_node(node: Node<'_, '_>, text: &str, found: &mut Vec<Finding>) {
    match node.node_type() {
        NodeType::PI if node.pi().is_some_and(|pi| pi.target == "xml-stylesheet") => {
            found.push((Danger::ExternalRequest, node.range()));
        }
        NodeType::Text
            if node.parent_element().is_some_and(|it| it.tag_name().name() == "style")
                && node.text().is_some_and(has_external_url) =>
        {
            found.push((Danger::ExternalRequest, node.range()));
        }
        NodeType::Element => check_element(node, text, found),
        _ => {}
    }
}

fn check_element(node: Node<'_, '_>, text: &str, found: &mut Vec<Finding>) {
    let name = node.tag_name().name();
    let start_tag = || {
        let range = node.range();
        let own = text.get(range.clone()).unwrap_or_default();
        range.start..range.start + own.find('>').map_or(own.len(), |at| at + 1)
    };
    match name {
        "script" | "handler" | "listener" => return found.push((Danger::Script, start_tag())),
        "iframe" | "object" | "embed" | "audio" | "video" | "canvas" | "link" => {
            return found.push((Danger::WebPage, start_tag()));
        }
        // Some programs offer this as one of two alternatives, for readers that support web pages.
        "foreignObject" if !node.parent_element().is_some_and(|it| it.has_tag_name((SVG, "switch"))) => {
            return found.push((Danger::WebPage, start_tag()));
        }
        _ => {}
    }
    for attribute in node.attributes() {
        if let Some(danger) = danger_in(name, &attribute) {
            found.push((danger, attribute.range()));
        }
    }
}

fn danger_in(element: &str, attribute: &Attribute<'_, '_>) -> Option<Danger> {
    let name = attribute.name();
    let value = attribute.value().trim();
    let is_own = attribute.namespace().is_none();
    if is_own && name.len() > 2 && name.get(..2).is_some_and(|front| front.eq_ignore_ascii_case("on")) {
        return Some(Danger::Script);
    }
    let is_link = matches!(name, "href" | "src") && (is_own || attribute.namespace() == Some(XLINK));
    let plain: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let plain = plain.to_ascii_lowercase();
    if (is_link || matches!(name, "to" | "from" | "values")) && plain.contains("javascript:") {
        return Some(Danger::Script);
    }
    // A link does nothing in a drawing that is shown as a picture; it is silently removed.
    if is_link && element != "a" && !is_inside(&plain) {
        return Some(Danger::ExternalRequest);
    }
    (!is_link && is_own && has_external_url(value)).then_some(Danger::ExternalRequest)
}

/// Whether an address leads to a part of the drawing itself, or is an embedded photo.
fn is_inside(address: &str) -> bool {
    let photos = ["data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif"];
    address.is_empty() || address.starts_with('#') || photos.iter().any(|photo| address.starts_with(photo))
}

/// Whether a style requests something that is not in the drawing (CSS Values 4, 4.5).
fn has_external_url(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    // With backslashes, the word url can be written in a way that only a browser recognises.
    let is_written_oddly = style.contains('\\') && !style.contains("\\ ");
    let has_external = |word: &str| {
        style.match_indices(word).any(|(at, _)| {
            let inner = style[at + word.len()..].trim_start().trim_start_matches(['"', '\'']);
            !is_inside(inner.trim_start()) || inner.is_empty()
        })
    };
    style.contains("@import") || is_written_oddly || has_external("url(") || has_external("image-set(")
}

/// Counts the elements that are drawn once every `use` is followed: a few that use each other make millions.
fn drawn_elements(root: Node<'_, '_>, document: &Document<'_>) -> u64 {
    let names: HashMap<&str, NodeId> =
        document.descendants().filter_map(|node| Some((node.attribute("id")?, node.id()))).collect();
    let mut known = HashMap::new();
    weight(root, document, &names, &mut known, 0)
}

/// Deeper than real drawings are; anything deeper counts as endless.
const DEEPEST: usize = 256;

/// Counts the elements that are drawn for one, with everything it uses and contains.
fn weight(
    node: Node<'_, '_>,
    document: &Document<'_>,
    names: &HashMap<&str, NodeId>,
    known: &mut HashMap<NodeId, u64>,
    depth: usize,
) -> u64 {
    if let Some(weight) = known.get(&node.id()) {
        return *weight;
    }
    if depth > DEEPEST {
        return u64::MAX;
    }
    // An element that uses itself draws nothing; while it is being counted, it counts as nothing.
    known.insert(node.id(), 0);
    let used = node
        .has_tag_name((SVG, "use"))
        .then(|| node.attribute("href").or_else(|| node.attribute((XLINK, "href"))))
        .flatten()
        .and_then(|href| names.get(href.trim().strip_prefix('#')?))
        .and_then(|id| document.get_node(*id))
        .map_or(0, |target| weight(target, document, names, known, depth + 1));
    let children = node.children().filter(Node::is_element);
    let sum = children
        .map(|child| weight(child, document, names, known, depth + 1))
        .fold(used.saturating_add(1), u64::saturating_add);
    known.insert(node.id(), sum);
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dangers(inner: &str) -> Vec<Danger> {
        let text = format!("<svg xmlns=\"{SVG}\" xmlns:xlink=\"{XLINK}\" viewBox=\"0 0 9 9\">{inner}</svg>");
        let (found, _) = findings(&text).expect("a drawing");
        found.into_iter().map(|(danger, _)| danger).collect()
    }

    #[test]
    fn scripts_and_outside_requests_are_found() {
        assert_eq!(dangers("<script>alert(1)</script>"), [Danger::Script]);
        assert_eq!(dangers("<path d=\"M0 0\" onload=\"x()\"/>"), [Danger::Script]);
        assert_eq!(dangers("<a href=\"java&#10;script:x()\"><path/></a>"), [Danger::Script]);
        assert_eq!(dangers("<image href=\"https://elders.example/x.png\"/>"), [Danger::ExternalRequest]);
        assert_eq!(dangers("<image xlink:href=\"foto.jpg\"/>"), [Danger::ExternalRequest]);
        assert_eq!(dangers("<use href=\"andere.svg#a\"/>"), [Danger::ExternalRequest]);
        assert_eq!(dangers("<style>@import 'x.css';</style>"), [Danger::ExternalRequest]);
        assert_eq!(dangers("<style>path{fill:url( \"//elders\")}</style>"), [Danger::ExternalRequest]);
        assert_eq!(dangers("<style>path{fill:u\\72l(//elders)}</style>"), [Danger::ExternalRequest]);
        assert_eq!(dangers("<path fill=\"url(https://elders#a)\"/>"), [Danger::ExternalRequest]);
        assert_eq!(dangers("<foreignObject><p/></foreignObject>"), [Danger::WebPage]);
    }

    #[test]
    fn what_a_drawing_needs_is_left_alone() {
        let whole = "<defs><linearGradient id=\"a\"/></defs><path fill=\"url(#a)\" style=\"stroke:url('#a')\"/>\
            <use xlink:href=\"#a\"/><style>path{fill:url(#a)}</style><a href=\"https://dorp.nl\"><path/></a>\
            <switch><foreignObject/><path/></switch><image href=\"data:image/png;base64,AA==\"/>";
        assert_eq!(dangers(whole), []);
        assert_eq!(dangers("<path 日本=\"een naam die niet op een letter te knippen is\"/>"), []);
    }

    #[test]
    fn a_small_file_that_expands_endlessly_is_found() {
        let mut inner = "<g id=\"a0\"><path/></g>".to_owned();
        for level in 1..40 {
            let below = format!("<use href=\"#a{}\"/>", level - 1);
            inner.push_str(&format!("<g id=\"a{level}\">{below}{below}</g>"));
        }
        assert_eq!(dangers(&inner), [Danger::Endless]);
        assert_eq!(dangers("<g id=\"a\"><use href=\"#a\"/></g>"), []);
        let laughs = format!(
            "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"{0}\"><!ENTITY c \"{1}\"><!ENTITY d \"{2}\">]>\
             <svg xmlns=\"{SVG}\"><text>{3}</text></svg>",
            "&a;".repeat(100),
            "&b;".repeat(100),
            "&c;".repeat(100),
            "&d;".repeat(100),
        );
        let found = findings(&laughs).map(|(found, _)| found.first().map(|it| it.0));
        assert_eq!(found, Some(Some(Danger::Endless)));
    }
}

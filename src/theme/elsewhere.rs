//! What a theme's templates and styles ask of other sites while a page is shown: who looks at the page is told to those.
//! And what takes readers elsewhere than they would think.

use std::ops::Range;
use std::sync::Arc;

use super::layer::Layer;
use super::messages::{self, Misleading};
use super::styles::asked_in_style;
use crate::ground::{Place, Remarks, is_on_another_host};

/// The attributes by which a browser fetches something by itself.
const FETCHING: [&str; 6] = ["src", "srcset", "href", "data", "poster", "xlink:href"];

/// The elements that only lead somewhere, for whoever clicks.
const LEADING: [&str; 7] = ["a", "area", "base", "form", "meta", "blockquote", "q"];

/// What a `link` may be for without anything being fetched.
const NOT_FETCHED: [&str; 8] = ["canonical", "alternate", "license", "author", "me", "help", "next", "prev"];

/// The template of a page that sends on from an old address.
const REDIRECT: &str = "templates/redirect.html";

/// Tells of every request to another site in the templates and styles of a layer.
pub(super) fn tell_elsewhere(layer: &Arc<Layer>, remarks: &mut Remarks) {
    for (path, bytes) in &layer.files {
        let text = String::from_utf8_lossy(bytes);
        let asked = match (path.top(), path.extension().as_str()) {
            (Some("templates"), "html") => asked_in_template(&text),
            (Some("assets"), "css") => {
                let asked = asked_in_style(&text).into_iter();
                asked.filter(|range| text.get(range.clone()).is_some_and(is_on_another_host)).collect()
            }
            _ => continue,
        };
        let shown = layer.shown(path);
        if path.top() == Some("templates") {
            // The page for an old address sends on, and that is all it is for.
            let sends_on = path.as_str() == REDIRECT;
            for (what, range) in misleading(&text, sends_on) {
                let place = Place::in_text(shown.shared(), &text, range.start, range.end);
                remarks.add(messages::misleads(place, what));
            }
        }
        for range in asked {
            let address = text.get(range.clone()).unwrap_or_default();
            let place = Place::in_text(shown.shared(), &text, range.start, range.end);
            remarks.add(messages::asks_elsewhere(place, address));
        }
    }
}

/// Where something in a template takes readers elsewhere than they would think, or nowhere.
fn misleading(text: &str, sends_on: bool) -> Vec<(Misleading, Range<usize>)> {
    let mut found = Vec::new();
    for Element { name, open, attributes } in elements(text) {
        let value = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
        let whole = open..open + 1 + name.len();
        let refreshes = || {
            let mut named = attributes.iter().filter(|(name, _)| name == "http-equiv");
            named.any(|(_, range)| value(range).trim().eq_ignore_ascii_case("refresh"))
        };
        match name.as_str() {
            "base" => found.push((Misleading::Base, whole)),
            "meta" if !sends_on && refreshes() => found.push((Misleading::Refresh, whole)),
            _ => {}
        }
        let links = attributes.iter().filter(|(name, _)| SCRIPTABLE.contains(&name.as_str()));
        let scripts = links.filter(|(_, range)| runs_script(value(range)));
        found.extend(scripts.map(|(_, range)| (Misleading::Script, range.clone())));
    }
    found
}

/// The attributes that lead somewhere, where a script may stand.
const SCRIPTABLE: [&str; 5] = ["href", "src", "action", "formaction", "xlink:href"];

/// As browsers read it: blanks, also within, and capitals make no difference.
fn runs_script(address: &str) -> bool {
    let plain: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    plain.to_ascii_lowercase().starts_with("javascript:")
}

/// An element as it begins in a template.
struct Element {
    name: String,
    /// Where it begins.
    open: usize,
    /// Its attributes, with the places of their values.
    attributes: Vec<(String, Range<usize>)>,
}

/// The elements of a template, but for those in comments.
fn elements(text: &str) -> Vec<Element> {
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some(open) = text[from..].find('<').map(|at| from + at) {
        from = open + 1;
        if text[open..].starts_with("<!--") {
            from = text[open..].find("-->").map_or(text.len(), |end| open + end + 3);
            continue;
        }
        let rest = &text[open + 1..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        if name.is_empty() {
            continue;
        }
        let attributes = attributes(text, open + 1 + name.len());
        if name == "style" || name == "script" {
            let close = format!("</{name}");
            let end = text[open..].to_ascii_lowercase().find(&close);
            from = end.map_or(text.len(), |end| open + end);
        }
        found.push(Element { name, open, attributes });
    }
    found
}

/// Where the addresses stand that a browser asks other sites for.
fn asked_in_template(text: &str) -> Vec<Range<usize>> {
    let mut asked = Vec::new();
    for Element { name, open, attributes } in elements(text) {
        if name == "style" {
            let start = text[open..].find('>').map_or(text.len(), |at| open + at + 1);
            let end = text[start..].find("</").map_or(text.len(), |at| start + at);
            let styles = asked_in_style(&text[start..end]).into_iter();
            asked.extend(styles.map(|range| start + range.start..start + range.end));
        } else {
            asked.extend(fetched(text, &name, &attributes));
        }
    }
    asked.retain(|range: &Range<usize>| text.get(range.clone()).is_some_and(is_on_another_host));
    asked
}

/// What one element fetches.
fn fetched(text: &str, element: &str, attributes: &[(String, Range<usize>)]) -> Vec<Range<usize>> {
    let value = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    let style = attributes.iter().filter(|(name, _)| name == "style").flat_map(|(_, range)| {
        let start = range.start;
        let asked = asked_in_style(value(range)).into_iter();
        asked.map(move |inner| start + inner.start..start + inner.end).collect::<Vec<_>>()
    });
    let style: Vec<_> = style.collect();
    let rel = attributes.iter().find(|(name, _)| name == "rel").map(|(_, range)| value(range));
    let only_leads =
        LEADING.contains(&element) || element == "link" && rel.is_some_and(|rel| NOT_FETCHED.contains(&rel));
    if only_leads {
        return style;
    }
    let fetching = attributes.iter().filter(|(name, _)| FETCHING.contains(&name.as_str()));
    let single = fetching.flat_map(|(name, range)| {
        if name != "srcset" {
            return vec![range.clone()];
        }
        let mut at = range.start;
        let parts = value(range).split(',').map(|part| {
            let start = at + (part.len() - part.trim_start().len());
            at += part.len() + 1;
            start..start + part.trim().split(' ').next().unwrap_or_default().len()
        });
        parts.collect()
    });
    single.chain(style).collect()
}

/// The attributes of an element with the places of their values.
fn attributes(text: &str, from: usize) -> Vec<(String, Range<usize>)> {
    let bytes = text.as_bytes();
    let (mut found, mut at) = (Vec::new(), from);
    loop {
        while bytes.get(at).is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/') {
            at += 1;
        }
        let start = at;
        while bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':')) {
            at += 1;
        }
        let name = text.get(start..at).unwrap_or_default().to_ascii_lowercase();
        match bytes.get(at) {
            None | Some(b'>') => return found,
            Some(b'=') if !name.is_empty() => {
                let (range, end) = value_at(bytes, at + 1);
                found.push((name, range));
                at = end;
            }
            // What the template language puts between them.
            _ if start == at => at += 1,
            _ => {}
        }
    }
}

fn value_at(bytes: &[u8], at: usize) -> (Range<usize>, usize) {
    match bytes.get(at) {
        Some(mark @ (b'"' | b'\'')) => {
            let rest = bytes.get(at + 1..).unwrap_or_default();
            let end = at + 1 + rest.iter().position(|byte| byte == mark).unwrap_or(rest.len());
            (at + 1..end, (end + 1).min(bytes.len()))
        }
        _ => {
            let rest = bytes.get(at..).unwrap_or_default();
            let ends = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
            let end = at + rest.iter().position(ends).unwrap_or(rest.len());
            (at..end, end)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_fetches_is_found_and_what_somebody_clicks_is_not() {
        for (html, asked) in [
            ("<script src=\"https://a.nl/a.js\"></script>", vec!["https://a.nl/a.js"]),
            ("<IMG alt='' SRC=//a.nl/a.png>", vec!["//a.nl/a.png"]),
            ("<iframe src='{{ x }}'></iframe><a href=\"https://a.nl\">a</a>", vec![]),
            (
                "<link rel=canonical href=\"https://a.nl\"><link rel=\"stylesheet\" href=\"http://a.nl/a.css\">",
                vec!["http://a.nl/a.css"],
            ),
            ("<img srcset=\"/a.png 1x, https://a.nl/b.png 2x\" alt=\"\">", vec!["https://a.nl/b.png"]),
            ("<p style=\"background: url('https://a.nl/a.png')\">", vec!["https://a.nl/a.png"]),
            (
                "<style>@import url(https://a.nl/a.css); p { x: url(b.png) }</style>",
                vec!["https://a.nl/a.css"],
            ),
            ("<!-- <img src=\"https://a.nl/a.png\"> -->< <b", vec![]),
            (
                "{% if a < b %}<img {% if x %}src=\"https://a.nl/a.png\"{% endif %}>",
                vec!["https://a.nl/a.png"],
            ),
        ] {
            let found: Vec<&str> = asked_in_template(html).into_iter().map(|range| &html[range]).collect();
            assert_eq!(found, asked, "{html}");
        }
    }

    #[test]
    fn what_misleads_is_found_and_a_plain_link_is_not() {
        let found = |html: &str| -> Vec<Misleading> {
            misleading(html, false).into_iter().map(|(what, _)| what).collect()
        };
        assert_eq!(found("<BASE href=\"/x/\"><a href=\"/a\">a</a>"), [Misleading::Base]);
        assert_eq!(found("<meta http-equiv=\"Refresh\" content=\"5\">"), [Misleading::Refresh]);
        assert_eq!(found("<a href=\" java\nScript:print()\">a</a>"), [Misleading::Script]);
        for fine in [
            "<meta http-equiv=\"Content-Security-Policy\" content=\"x\">",
            "<!-- <base href=\"/x/\"> --><basefont><a href=\"/javascript:x\">a</a>",
            "<script>x = '<base>'</script><button onclick=\"javascript:x()\">a</button>",
        ] {
            assert_eq!(found(fine), [], "{fine}");
        }
        assert!(misleading("<meta http-equiv=refresh content=0>", true).is_empty());
    }
}

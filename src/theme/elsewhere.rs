//! What templates and styles request from other sites, which thereby learn who looks at a page, and what
//! takes readers somewhere unexpected.

use std::ops::Range;
use std::sync::Arc;

use super::layer::Layer;
use super::markup::{Attribute, Element, elements, markup_of};
use super::markup_messages::{self as messages, MisleadingMarkup};
use super::styles::addresses_in_style;
use crate::ground::{Place, Remarks, is_on_another_host};

/// The attributes by which a browser fetches something without a click.
const FETCHING: [&str; 6] = ["src", "srcset", "href", "data", "poster", "xlink:href"];

/// The elements whose addresses only lead somewhere.
const LEADING: [&str; 7] = ["a", "area", "base", "form", "meta", "blockquote", "q"];

/// The uses of a `link` for which nothing is fetched.
const NOT_FETCHED: [&str; 8] = ["canonical", "alternate", "license", "author", "me", "help", "next", "prev"];

/// The template of the page that redirects from an old address.
const REDIRECT: &str = "templates/redirect.html";

/// Reports everything in the templates and styles of a layer that misleads readers or requests another site.
pub(super) fn report_elsewhere(layer: &Arc<Layer>, remarks: &mut Remarks) {
    for (path, bytes) in &layer.files {
        let text = String::from_utf8_lossy(bytes);
        let requested = match (path.top(), path.extension().as_str()) {
            (Some("templates"), "html") => requested_addresses(&markup_of(&text)),
            (Some("assets"), "css") => {
                let requested = addresses_in_style(&text).into_iter();
                requested.filter(|range| text.get(range.clone()).is_some_and(is_on_another_host)).collect()
            }
            _ => continue,
        };
        let shown = layer.shown(path);
        if path.top() == Some("templates") {
            // The page for an old address is there to redirect.
            let sends_on = path.as_str() == REDIRECT;
            for (what, range) in misleading(&markup_of(&text), sends_on) {
                let place = Place::in_text(shown.shared(), &text, range.start, range.end);
                remarks.add(messages::misleading_markup(place, what));
            }
        }
        for range in requested {
            let address = text.get(range.clone()).unwrap_or_default();
            let place = Place::in_text(shown.shared(), &text, range.start, range.end);
            remarks.add(messages::external_request(place, address));
        }
    }
}

/// Finds what takes readers somewhere unexpected, or nowhere.
fn misleading(text: &str, sends_on: bool) -> Vec<(MisleadingMarkup, Range<usize>)> {
    let mut found = Vec::new();
    for Element { name, open, attributes, .. } in elements(text) {
        let value = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
        let whole = open..open + 1 + name.len();
        let refreshes = || {
            let mut named = attributes.iter().filter(|it| it.name == "http-equiv");
            named.any(|it| value(&it.value).trim().eq_ignore_ascii_case("refresh"))
        };
        match name.as_str() {
            "base" => found.push((MisleadingMarkup::Base, whole)),
            "meta" if !sends_on && refreshes() => found.push((MisleadingMarkup::Refresh, whole)),
            _ => {}
        }
        let links = attributes.iter().filter(|it| SCRIPTABLE.contains(&it.name.as_str()));
        let scripts = links.filter(|it| runs_script(value(&it.value)));
        found.extend(scripts.map(|it| (MisleadingMarkup::Script, it.value.clone())));
        let targets = attributes.iter().filter(|it| SENDING.contains(&(name.as_str(), it.name.as_str())));
        let outside = targets.filter(|it| is_on_another_host(value(&it.value)));
        found.extend(outside.map(|it| (MisleadingMarkup::FormElsewhere, it.value.clone())));
    }
    found
}

/// The attributes with an address that may hold a script.
const SCRIPTABLE: [&str; 5] = ["href", "src", "action", "formaction", "xlink:href"];

/// The attributes that say where a form sends what was filled in.
const SENDING: [(&str, &str); 3] = [("form", "action"), ("button", "formaction"), ("input", "formaction")];

/// Whether browsers run an address as a script; they ignore spaces, even inside a word, and capitals.
fn runs_script(address: &str) -> bool {
    let plain: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    plain.to_ascii_lowercase().starts_with("javascript:")
}

/// Returns the ranges of the addresses that a browser requests from other sites.
fn requested_addresses(text: &str) -> Vec<Range<usize>> {
    let mut requested = Vec::new();
    for Element { name, attributes, inner, .. } in elements(text) {
        if name == "style" {
            let (start, end) = (inner.start, inner.end);
            let styles = addresses_in_style(&text[start..end]).into_iter();
            requested.extend(styles.map(|range| start + range.start..start + range.end));
        } else {
            requested.extend(fetched_by(text, &name, &attributes));
        }
    }
    requested.retain(|range: &Range<usize>| text.get(range.clone()).is_some_and(is_on_another_host));
    requested
}

/// Returns what one element fetches.
fn fetched_by(text: &str, element: &str, attributes: &[Attribute]) -> Vec<Range<usize>> {
    let value = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    let style = attributes.iter().filter(|it| it.name == "style").flat_map(|it| {
        let start = it.value.start;
        let requested = addresses_in_style(value(&it.value)).into_iter();
        requested.map(move |inner| start + inner.start..start + inner.end).collect::<Vec<_>>()
    });
    let style: Vec<_> = style.collect();
    let rel = attributes.iter().find(|it| it.name == "rel").map(|it| value(&it.value));
    let only_leads =
        LEADING.contains(&element) || element == "link" && rel.is_some_and(|rel| NOT_FETCHED.contains(&rel));
    if only_leads {
        return style;
    }
    let fetching = attributes.iter().filter(|it| FETCHING.contains(&it.name.as_str()));
    let single = fetching.flat_map(|Attribute { name, value: range, .. }| {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_a_browser_requests_are_found_and_links_are_not() {
        for (html, expected) in [
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
            let found: Vec<&str> = requested_addresses(html).into_iter().map(|range| &html[range]).collect();
            assert_eq!(found, expected, "{html}");
        }
    }

    #[test]
    fn misleading_markup_is_found_and_a_plain_link_is_not() {
        let found = |html: &str| -> Vec<MisleadingMarkup> {
            misleading(html, false).into_iter().map(|(what, _)| what).collect()
        };
        assert_eq!(found("<BASE href=\"/x/\"><a href=\"/a\">a</a>"), [MisleadingMarkup::Base]);
        assert_eq!(found("<meta http-equiv=\"Refresh\" content=\"5\">"), [MisleadingMarkup::Refresh]);
        assert_eq!(found("<a href=\" java\nScript:print()\">a</a>"), [MisleadingMarkup::Script]);
        for sends in [
            "<form action=\"https://a.nl/f\">",
            "<FORM ACTION='//a.nl'>",
            "<button formaction=\"http://a.nl\">",
        ] {
            assert_eq!(found(sends), [MisleadingMarkup::FormElsewhere], "{sends}");
        }
        for fine in [
            "<form action=\"/zoek\"><input name=\"a\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"x\">",
            "<!-- <base href=\"/x/\"> --><basefont><a href=\"/javascript:x\">a</a>",
            "<script>x = '<base>'</script><button onclick=\"javascript:x()\">a</button>",
        ] {
            assert_eq!(found(fine), [], "{fine}");
        }
        assert!(misleading("<meta http-equiv=refresh content=0>", true).is_empty());
    }
}

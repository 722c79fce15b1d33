//! Cleans the HTML that an author wrote in a text: keeps what is safe and reports everything else.

mod depth;
mod hidden;
mod words;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use crate::ground::is_on_another_host;

pub(super) use depth::depth_after;
use hidden::{comment_length, text_length};
use words::length_of_words;

/// The prefix of ids that belong to the page around the text.
const OF_THE_PAGE: &str = "dp-";

/// The prefixes of the ids that the program itself gives to notes and references to them.
const OF_NOTES: [&str; 2] = ["dp-note-", "dp-ref-"];

/// The elements that a text may contain: no scripts, forms or frames, and nothing that loads from elsewhere.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Attributes allowed on all these elements.
const GENERAL: &[&str] =
    &["id", "class", "lang", "dir", "title", "role", "tabindex", "aria-label", "aria-hidden"];

/// Attributes allowed on one element.
const SPECIAL: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang"]),
    ("bdo", &["dir"]),
    ("blockquote", &["cite"]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("del", &["cite", "datetime"]),
    ("details", &["open"]),
    ("img", &["src", "alt", "width", "height"]),
    ("ins", &["cite", "datetime"]),
    ("li", &["value"]),
    ("ol", &["start", "reversed", "type"]),
    ("q", &["cite"]),
    ("td", &["colspan", "rowspan", "headers"]),
    ("th", &["colspan", "rowspan", "headers", "scope"]),
    ("time", &["datetime"]),
];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::new();
    let attributes: HashMap<&str, HashSet<&str>> =
        SPECIAL.iter().map(|(element, names)| (*element, names.iter().copied().collect())).collect();
    cleaner
        .tags(ELEMENTS.iter().copied().collect())
        .generic_attributes(GENERAL.iter().copied().collect())
        .tag_attributes(attributes)
        .url_schemes(["http", "https", "mailto", "tel"].into_iter().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .attribute_filter(|element, attribute, value| {
            // A safety net: no page makes requests to another host, and no id occurs twice.
            let is_out = match attribute {
                "src" => element == "img" && is_on_another_host(value),
                "id" => value.starts_with(OF_THE_PAGE) && !OF_NOTES.iter().any(|own| value.starts_with(own)),
                _ => false,
            };
            (!is_out).then_some(Cow::Borrowed(value))
        })
        .strip_comments(true);
    cleaner
});

/// Removes everything from the HTML that could run, load or hide.
pub(super) fn clean(html: &str) -> String {
    CLEANER.clean(html).to_string()
}

/// Writes quotation marks in text as entities, so that HTML shown as an example is not taken for a real link.
pub(super) fn with_plain_examples(html: String) -> String {
    const LINK: &str = "=\"/";
    if !html.contains(LINK) {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 16);
    let mut rest = html.as_str();
    while let Some(open) = rest.find('<') {
        let (text, tag) = rest.split_at(open);
        let (tag, tail) = tag.split_at(end_of_tag(tag));
        out.push_str(&text.replace('"', "&quot;"));
        out.push_str(tag);
        rest = tail;
    }
    out.push_str(&rest.replace('"', "&quot;"));
    out
}

/// Returns the end of the tag that the HTML begins with. A `>` in an attribute does not end it.
fn end_of_tag(html: &str) -> usize {
    let mut quote = None;
    for (index, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return index + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// Something found in a piece of raw HTML, with its byte range in that piece.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Raw {
    /// An element that is removed.
    Element(Range<usize>, String),
    /// An attribute that is removed.
    Attribute(Range<usize>, String),
    /// A comment that is not closed.
    OpenComment(Range<usize>),
    /// An element that holds only text and is not closed.
    OpenElement(Range<usize>, String),
    /// The target of a link: the range of the address between its quotes.
    Href(Range<usize>),
    /// The file that a picture shows.
    Src(Range<usize>),
    /// Words between `<` and `>`.
    Words(Range<usize>),
    /// A picture without a description.
    MissingAlt(Range<usize>),
    /// The description of a picture.
    Alt(Range<usize>),
    /// A picture without a file.
    NoFile(Range<usize>),
}

/// Finds links and pictures in a piece of raw HTML, and what has to be removed or reported.
pub(super) fn scan_html(html: &str) -> Vec<Raw> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|open| at + open) {
        at = open + 1;
        let rest = &html[at..];
        if let Some(comment) = rest.strip_prefix("!--") {
            let length = comment_length(comment);
            if length.is_none() {
                found.push(Raw::OpenComment(at - 1..at + 3));
            }
            at += 3 + length.unwrap_or(comment.len());
            continue;
        }
        let name_length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        let name = rest[..name_length].to_ascii_lowercase();
        if rest.starts_with(['?', '!']) {
            let length = rest.find('>').unwrap_or(rest.len());
            let word = rest[..length].split_whitespace().next().unwrap_or_default().to_owned();
            found.push(Raw::Element(at..at + length, word));
            at += length;
            continue;
        }
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        if !ELEMENTS.contains(&name.as_str()) {
            if let Some(length) = length_of_words(rest, &name) {
                found.push(Raw::Words(open..at + length));
                at += length;
                continue;
            }
            found.push(Raw::Element(at..at + name_length, name.clone()));
        }
        let is_picture = name == "img";
        let mut lacks = MissingAttributes { alt: is_picture, file: is_picture };
        at = scan_attributes(html, at + name_length, &name, &mut lacks, &mut found);
        match lacks {
            MissingAttributes { file: true, .. } => found.push(Raw::NoFile(open..at)),
            MissingAttributes { alt: true, .. } => found.push(Raw::MissingAlt(open..at)),
            _ => {}
        }
        let length = text_length(&name, &html[at..]);
        // In the middle of a line, the parser delivers the end of an element as a separate piece.
        if length.is_none() && !html[at..].trim().is_empty() {
            found.push(Raw::OpenElement(open..open + 1 + name_length, name));
        }
        at += length.unwrap_or(html[at..].len());
    }
    found
}

/// What a picture has not been given so far.
struct MissingAttributes {
    alt: bool,
    file: bool,
}

/// Looks through the attributes of one element and returns the position after its tag.
fn scan_attributes(
    html: &str,
    mut at: usize,
    element: &str,
    lacks: &mut MissingAttributes,
    found: &mut Vec<Raw>,
) -> usize {
    loop {
        at += html[at..].len() - html[at..].trim_start_matches(|c: char| c.is_whitespace() || c == '/').len();
        let rest = &html[at..];
        if rest.is_empty() || rest.starts_with('>') {
            return (at + 1).min(html.len());
        }
        let name_length = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'))
            .unwrap_or(rest.len())
            .max(1);
        let name_length =
            html[at..].floor_char_boundary(name_length).max(rest.chars().next().map_or(1, char::len_utf8));
        let name = rest[..name_length].to_ascii_lowercase();
        let name_range = at..at + name_length;
        at += name_length;
        let value = value_of(html, &mut at);
        lacks.alt &= name != "alt";
        lacks.file &=
            name != "src" || value.as_ref().is_none_or(|value| html[value.clone()].trim().is_empty());
        if !ELEMENTS.contains(&element) {
            continue;
        }
        match (element, name.as_str(), value) {
            ("a", "href", Some(value)) if !is_dangerous(&html[value.clone()]) => found.push(Raw::Href(value)),
            ("img", "src", Some(value)) if !is_dangerous(&html[value.clone()]) => found.push(Raw::Src(value)),
            ("img", "alt", Some(value)) if !value.is_empty() => found.push(Raw::Alt(value)),
            (_, "id", Some(value)) if html[value.clone()].starts_with(OF_THE_PAGE) => {
                found.push(Raw::Attribute(name_range, name));
            }
            _ if is_allowed(element, &name) => {}
            _ => found.push(Raw::Attribute(name_range, name)),
        }
    }
}

/// Returns the range of the value of an attribute whose name ends at `at`, and moves `at` past it.
fn value_of(html: &str, at: &mut usize) -> Option<Range<usize>> {
    let tail = html[*at..].trim_start();
    let tail = tail.strip_prefix('=')?.trim_start();
    let start = html.len() - tail.len();
    let (from, length, after) = match tail.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let length = tail[1..].find(quote).unwrap_or(tail.len() - 1);
            (start + 1, length, 2)
        }
        _ => (start, tail.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(tail.len()), 0),
    };
    *at = (start + length + after).min(html.len());
    Some(from..from + length)
}

fn is_allowed(element: &str, attribute: &str) -> bool {
    let special = SPECIAL
        .iter()
        .find(|(name, _)| *name == element)
        .is_some_and(|(_, names)| names.contains(&attribute));
    (special && !matches!(attribute, "href" | "src")) || GENERAL.contains(&attribute)
}

/// Whether an address has a scheme such as `javascript:`, even if disguised with whitespace.
fn is_dangerous(address: &str) -> bool {
    let plain: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let plain = plain.to_ascii_lowercase();
    ["javascript:", "vbscript:", "data:"].iter().any(|scheme| plain.starts_with(scheme))
}

#[cfg(test)]
mod tests;

//! HTML that an author wrote in a text: kept as far as it is safe, and everything else said aloud.

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

/// What in a text has such an id is taken for a part of the page around it.
const OF_THE_PAGE: &str = "dp-";

/// What the program itself calls notes and the places that refer to them.
const OF_NOTES: [&str; 2] = ["dp-note-", "dp-ref-"];

/// What a text may hold. No script, no form, no frame, nothing that loads from another host.
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

/// Attributes that any of these elements may have.
const GENERAL: &[&str] =
    &["id", "class", "lang", "dir", "title", "role", "tabindex", "aria-label", "aria-hidden"];

/// Attributes that belong to one element.
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
            // Whatever was said or overlooked before: no page asks another host, and no id is there twice.
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

/// The same HTML with everything taken out that could run, load or hide.
pub(super) fn clean(html: &str) -> String {
    CLEANER.clean(html).to_string()
}

/// The same HTML, in which an example of HTML that is there to be read cannot be taken for a link of the page: its quotation
/// marks are written as entities.
pub(super) fn with_plain_examples(html: String) -> String {
    const LINK: &str = "=\"/";
    if !html.contains(LINK) {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 16);
    let mut rest = html.as_str();
    while let Some(open) = rest.find('<') {
        let (text, tag) = rest.split_at(open);
        let (tag, behind) = tag.split_at(end_of_tag(tag));
        out.push_str(&text.replace('"', "&quot;"));
        out.push_str(tag);
        rest = behind;
    }
    out.push_str(&rest.replace('"', "&quot;"));
    out
}

/// Where the tag ends that a piece of HTML begins with; a `>` in an attribute does not end it.
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

/// Something in a piece of raw HTML, by its byte range in that piece.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Raw {
    /// An element that is left out.
    Element(Range<usize>, String),
    /// An attribute that is left out.
    Attribute(Range<usize>, String),
    /// A comment begins that has no end.
    OpenComment(Range<usize>),
    /// An element with nothing but text, which does not end.
    OpenElement(Range<usize>, String),
    /// Where a link leads: the range of the address between its quotes.
    Href(Range<usize>),
    /// The file that a picture shows.
    Src(Range<usize>),
    /// Words that stand between `<` and `>`.
    Words(Range<usize>),
    /// A picture of which it is not said what is on it.
    Mute(Range<usize>),
    /// What is said to be on a picture.
    Alt(Range<usize>),
    /// A picture of which it is not said which file it is.
    NoFile(Range<usize>),
}

/// What a piece of raw HTML holds: links and pictures to be followed, and what cannot stay.
pub(super) fn look_through(html: &str) -> Vec<Raw> {
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
        let mut lacks = Lacks { alt: is_picture, file: is_picture };
        at = look_through_attributes(html, at + name_length, &name, &mut lacks, &mut found);
        match lacks {
            Lacks { file: true, .. } => found.push(Raw::NoFile(open..at)),
            Lacks { alt: true, .. } => found.push(Raw::Mute(open..at)),
            _ => {}
        }
        let length = text_length(&name, &html[at..]);
        // In the middle of a line the end of an element is a piece of its own.
        if length.is_none() && !html[at..].trim().is_empty() {
            found.push(Raw::OpenElement(open..open + 1 + name_length, name));
        }
        at += length.unwrap_or(html[at..].len());
    }
    found
}

/// What was not said of a picture so far.
struct Lacks {
    alt: bool,
    file: bool,
}

/// Looks at the attributes of one element and returns the position behind it.
fn look_through_attributes(
    html: &str,
    mut at: usize,
    element: &str,
    lacks: &mut Lacks,
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

/// Where the value of an attribute stands whose name ends `at`; moves `at` behind it.
fn value_of(html: &str, at: &mut usize) -> Option<Range<usize>> {
    let behind = html[*at..].trim_start();
    let behind = behind.strip_prefix('=')?.trim_start();
    let start = html.len() - behind.len();
    let (from, length, after) = match behind.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let length = behind[1..].find(quote).unwrap_or(behind.len() - 1);
            (start + 1, length, 2)
        }
        _ => (start, behind.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(behind.len()), 0),
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

/// `javascript:` and its kin, also when hidden behind blanks.
fn is_dangerous(address: &str) -> bool {
    let plain: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let plain = plain.to_ascii_lowercase();
    ["javascript:", "vbscript:", "data:"].iter().any(|scheme| plain.starts_with(scheme))
}

#[cfg(test)]
mod tests;

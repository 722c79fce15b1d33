//! How deep elements stand in each other in HTML that an author wrote.

use std::ops::Range;

/// Elements that have nothing in them, or end where the next one begins; all others go on until they are closed, also those
/// that are left out afterwards.
const ENDING: &[&str] = &[
    "area",
    "base",
    "br",
    "caption",
    "col",
    "colgroup",
    "dd",
    "dt",
    "embed",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "input",
    "li",
    "link",
    "meta",
    "optgroup",
    "option",
    "p",
    "param",
    "rp",
    "rt",
    "source",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "track",
    "wbr",
];

/// How deep elements stand in others after a piece of HTML that begins at `depth`.
///
/// # Errors
/// Where the element stands that is the first to lie deeper than `most`.
pub(in crate::read) fn depth_after(html: &str, mut depth: usize, most: usize) -> Result<usize, Range<usize>> {
    for (at, _) in html.match_indices('<') {
        let rest = &html[at + 1..];
        let (ends, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let name = rest[..length].to_ascii_lowercase();
        let goes_on = name.starts_with(|c: char| c.is_ascii_alphabetic()) && !ENDING.contains(&&*name);
        match (goes_on, ends) {
            (true, false) if depth == most => return Err(at + 1..at + 1 + length),
            (true, false) => depth += 1,
            (true, true) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(depth)
}

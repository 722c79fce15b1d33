//! Counts how deeply elements are nested in HTML that an author wrote.

use std::ops::Range;

/// Elements that are empty, or that end where the next one begins. All others stay open until they are
/// closed, including those that are removed later.
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

/// Returns the nesting depth after a piece of HTML that begins at `depth`.
///
/// # Errors
/// Returns the position of the first element nested deeper than `most`.
pub(in crate::read) fn depth_after(html: &str, mut depth: usize, most: usize) -> Result<usize, Range<usize>> {
    for (at, _) in html.match_indices('<') {
        let rest = &html[at + 1..];
        let (ends, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let name = rest[..length].to_ascii_lowercase();
        let continues = name.starts_with(|c: char| c.is_ascii_alphabetic()) && !ENDING.contains(&&*name);
        match (continues, ends) {
            (true, false) if depth == most => return Err(at + 1..at + 1 + length),
            (true, false) => depth += 1,
            (true, true) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(depth)
}

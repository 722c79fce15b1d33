//! What a style requests: every form of `url(…)` and `@import` (CSS Syntax 3, §4.3.6; CSS Cascade, §2).

use std::ops::Range;

/// Returns what a style requests, as byte ranges without quotation marks: `url( 'a.png' )` requests `a.png`.
/// Comments request nothing.
pub fn addresses_in_style(style: &str) -> Vec<Range<usize>> {
    let bytes = style.as_bytes();
    let (mut requested, mut at) = (Vec::new(), 0);
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with(b"/*") {
            at += find_end(rest, b"*/");
        } else if matches!(rest[0], b'"' | b'\'') {
            at += quoted(rest).1;
        } else if begins_with(rest, b"url(") && !is_in_word(bytes, at) {
            let start = at + 4 + blank_count(&rest[4..]);
            let (range, end) = target_at(bytes, start);
            requested.push(range);
            at = end;
        } else if begins_with(rest, b"@import") {
            let start = at + 7 + blank_count(&rest[7..]);
            let is_quoted = matches!(bytes.get(start), Some(b'"' | b'\''));
            let (range, end) = if is_quoted { target_at(bytes, start) } else { (start..start, start) };
            requested.extend(Some(range).filter(|_| is_quoted));
            at = end;
        } else if begins_with(rest, b"image-set(") {
            let start = at + 10;
            requested.extend(texts_until_closed(bytes, start));
            at = start;
        } else {
            at += 1;
        }
    }
    requested.sort_by_key(|range| range.start);
    requested.dedup();
    // Drops empty ranges, and any that does not lie on character boundaries.
    requested.retain(|range| !range.is_empty() && style.get(range.clone()).is_some());
    requested
}

/// Returns the number of bytes up to and including this end, or of all bytes if it is missing.
pub(super) fn find_end(bytes: &[u8], end: &[u8]) -> usize {
    bytes.windows(end.len()).position(|here| here == end).map_or(bytes.len(), |at| at + end.len())
}

/// Splits the path that a style requests from what follows it: `./a.svg#b` is `a.svg` and `#b`. `None` for
/// what is not beside the style.
pub fn relative_reference(requested: &str) -> Option<(&str, &str)> {
    let end = requested.find(['#', '?']).unwrap_or(requested.len());
    let (path, after) = requested.split_at(end);
    let path = path.trim_start_matches("./");
    let is_relative = !path.is_empty() && !path.contains(':') && !path.starts_with("//");
    is_relative.then_some((path, after))
}

/// Returns the path of an asset that a style requests, from the folder of all assets: `../letters/a.woff2` in
/// `stijl/a.css` is `letters/a.woff2`.
pub fn from_style(style: &str, path: &str) -> String {
    if let Some(rooted) = path.strip_prefix("/assets/") {
        return rooted.to_owned();
    }
    let mut parts: Vec<&str> = style.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

pub(super) fn begins_with(bytes: &[u8], word: &[u8]) -> bool {
    bytes.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// Whether a word continues here: `my-url(` is another function.
pub(super) fn is_in_word(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    before.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

pub(super) fn blank_count(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// Returns where a quoted text ends, without its closing mark and with it; a character after a backslash does
/// not end it. A text that is never closed runs on to the end (CSS Syntax 3, §4.3.5).
pub(super) fn quoted(bytes: &[u8]) -> (usize, usize) {
    let mark = bytes[0];
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match *byte {
            b'\\' => at += 2,
            b'\n' => return (at, at),
            byte if byte == mark => return (at, at + 1),
            _ => at += 1,
        }
    }
    (bytes.len(), bytes.len())
}

/// Returns what is requested from here, and where that ends.
pub(super) fn target_at(bytes: &[u8], start: usize) -> (Range<usize>, usize) {
    let Some(rest) = bytes.get(start..).filter(|rest| !rest.is_empty()) else {
        return (start..start, bytes.len());
    };
    if matches!(rest[0], b'"' | b'\'') {
        let (text, end) = quoted(rest);
        return (start + 1..start + text, start + end);
    }
    let length = rest.iter().take_while(|byte| **byte != b')').count();
    let trailing = rest[..length].iter().rev().take_while(|byte| byte.is_ascii_whitespace()).count();
    (start..start + length - trailing, start + length)
}

/// Returns the quoted texts up to the closing bracket: those from which `image-set` chooses.
fn texts_until_closed(bytes: &[u8], start: usize) -> Vec<Range<usize>> {
    let (mut found, mut at, mut depth) = (Vec::new(), start, 0_usize);
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        match rest[0] {
            b'"' | b'\'' => {
                let (text, end) = quoted(rest);
                // In its own bracket it is a type, `type("image/avif")`, or was found already: `url("…")`.
                if depth == 0 {
                    found.push(at + 1..at + text);
                }
                at += end;
                continue;
            }
            b'(' => depth += 1,
            b')' if depth == 0 => break,
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_every_form_are_found() {
        for (style, expected) in [
            ("a{b:url(x.png)}", vec!["x.png"]),
            ("a{b:url('x.png')}", vec!["x.png"]),
            ("a{b:url( \"x y.png\" )}", vec!["x y.png"]),
            ("a{b:URL(  ./x.svg#f  )}", vec!["./x.svg#f"]),
            ("/* url(no.png) */ a{content:'url(no.png)'}", vec![]),
            ("@import 'x.css'; @IMPORT url(y.css);", vec!["x.css", "y.css"]),
            ("a{b:image-set(\"x.avif\" type(\"image/avif\"), url(y.png) 2x)}", vec!["x.avif", "y.png"]),
            ("a{b:my-url(x)}", vec![]),
            ("a{b:url(", vec![]),
            ("a{b:url('x.png", vec!["x.png"]),
            ("a{b:url('é", vec!["é"]),
            ("a{b:url('é\\'", vec!["é\\'"]),
            ("@import", vec![]),
        ] {
            let found: Vec<&str> = addresses_in_style(style).into_iter().map(|range| &style[range]).collect();
            assert_eq!(found, expected, "{style}");
        }
    }

    #[test]
    fn a_path_is_split_from_what_follows_it() {
        assert_eq!(relative_reference("./x.svg#f"), Some(("x.svg", "#f")));
        assert_eq!(relative_reference("x.woff2?v=1"), Some(("x.woff2", "?v=1")));
        for elsewhere in ["#f", "data:image/png;base64,x", "https://x.nl/a.png", "//x.nl/a.png", ""] {
            assert_eq!(relative_reference(elsewhere), None, "{elsewhere}");
        }
        assert_eq!(from_style("stijl/a.css", "../letters/a.woff2"), "letters/a.woff2");
        assert_eq!(from_style("site.css", "/assets/x.png"), "x.png");
    }
}

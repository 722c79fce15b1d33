//! Slips of the pen in a style, because of which browsers silently skip what comes after them or never get a file.

use std::ops::Range;

use super::styles::{begins_with, blank_count, find_end, is_in_word, quoted, target_at};

/// What is opened and never closed in a style, or closed and never opened (CSS Syntax 3, §4.3 and §5.4.8).
/// Comments, quoted texts and addresses open nothing.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Nesting {
    /// Each `{` without its `}`.
    pub(super) open: Vec<usize>,
    /// Each `}` without its `{`.
    pub(super) stray: Vec<usize>,
    /// Where a comment begins that never ends.
    pub(super) comment: Option<usize>,
    /// Quoted texts without a mark at their end; they run on to the end of their line.
    pub(super) texts: Vec<Range<usize>>,
}

impl Nesting {
    /// Finds what does not match in a style.
    pub(super) fn of(style: &str) -> Self {
        let bytes = style.as_bytes();
        let (mut found, mut at) = (Self::default(), 0);
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            at += match rest[0] {
                b'/' if rest.starts_with(b"/*") => {
                    let length = find_end(rest, b"*/");
                    let is_closed = length >= 4 && rest[..length].ends_with(b"*/");
                    found.comment = found.comment.or(Some(at).filter(|_| !is_closed));
                    length
                }
                b'"' | b'\'' => {
                    let (text, end) = quoted(rest);
                    found.texts.extend(Some(at..at + text).filter(|_| text == end));
                    end
                }
                b'\\' => 2,
                b'u' | b'U' if begins_with(rest, b"url(") && !is_in_word(bytes, at) => {
                    let start = 4 + blank_count(&rest[4..]);
                    match rest.get(start) {
                        Some(b'"' | b'\'') | None => start,
                        Some(_) => target_at(rest, start).1,
                    }
                }
                b'{' => {
                    found.open.push(at);
                    1
                }
                b'}' => {
                    if found.open.pop().is_none() {
                        found.stray.push(at);
                    }
                    1
                }
                _ => 1,
            };
        }
        found
    }

    /// The first `{` that is not closed, unless an unfinished text has swallowed its `}`.
    pub(super) fn first_open(&self, style: &str) -> Option<usize> {
        let swallows = |text: &Range<usize>| style.get(text.clone()).is_some_and(|text| text.contains('}'));
        self.open.first().copied().filter(|_| !self.texts.iter().any(swallows))
    }

    /// What has to come after the style for what follows it in the same file to keep its meaning.
    pub(super) fn completion(&self) -> String {
        let comment = if self.comment.is_some() { "*/" } else { "" };
        format!("{comment}{}", "}".repeat(self.open.len()))
    }
}

/// Returns the style with blanks instead of its comments and quoted texts; all positions stay the same.
pub(super) fn bare_style(style: &str) -> String {
    let bytes = style.as_bytes();
    let (mut bare, mut at) = (bytes.to_vec(), 0);
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let length = match rest[0] {
            b'/' if rest.starts_with(b"/*") => find_end(rest, b"*/"),
            b'"' | b'\'' => quoted(rest).1,
            // What is escaped may be a letter of several bytes.
            b'\\' => 1 + style.get(at + 1..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8),
            _ => {
                at += 1;
                continue;
            }
        };
        let end = (at + length).min(bare.len());
        bare[at..end].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        at = end;
    }
    String::from_utf8_lossy(&bare).into_owned()
}

/// Returns where a style brings in other styles with `@import`, up to the end of each such rule.
pub(super) fn imports(style: &str) -> Vec<Range<usize>> {
    let found = bare_style(style).to_ascii_lowercase();
    let rules = found.match_indices("@import");
    let ends = |at: usize| found[at..].find([';', '\n']).map_or(found.len(), |end| at + end);
    rules.map(|(at, _)| at..ends(at)).collect()
}

/// Returns the custom properties that a style defines: `--dp-link-color` in `:root { --dp-link-color: red }`.
pub(super) fn defined_properties(style: &str) -> Vec<String> {
    let bare = bare_style(style);
    let names = bare.match_indices("--").filter_map(|(at, _)| {
        let name = property_at(&bare, at)?;
        let after = bare.get(at + name.len()..)?.trim_start();
        // `@property --x { … }` defines it too.
        let is_defined = after.starts_with(':') || bare[..at].trim_end().ends_with("@property");
        is_defined.then(|| name.to_owned())
    });
    names.collect()
}

/// Returns where a style uses a custom property without saying what to use if that does not exist.
pub(super) fn used_properties(style: &str) -> Vec<Range<usize>> {
    let bare = bare_style(style);
    let uses = bare.match_indices("var(").filter(|(at, _)| !is_in_word(bare.as_bytes(), *at));
    let ranges = uses.filter_map(|(at, _)| {
        let start = at + 4 + blank_count(&bare.as_bytes()[at + 4..]);
        let name = property_at(&bare, start)?;
        let after = bare.get(start + name.len()..)?.trim_start();
        after.starts_with(')').then_some(start..start + name.len())
    });
    ranges.collect()
}

/// Returns the name of the custom property that begins here.
fn property_at(style: &str, at: usize) -> Option<&str> {
    if is_in_word(style.as_bytes(), at) {
        return None;
    }
    let rest = style.get(at..)?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(rest.len());
    rest.get(..end).filter(|name| name.starts_with("--") && name.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unclosed_braces_are_found() {
        for (style, open) in [
            ("a{b:c}", vec![]),
            ("a{b:c} d{e:f", vec![8]),
            ("@media print{a{b:c}", vec![12]),
            ("@media print{a{b:c", vec![12, 14]),
            ("a{content:'}'}", vec![]),
            ("a{/* } */", vec![1]),
            ("/* a{", vec![]),
            ("a}", vec![]),
            ("a{content:\"\\\"{\"}", vec![]),
            ("a{b:url(https://x.nl//*{)}", vec![]),
            ("a{b:url('{')}", vec![]),
        ] {
            assert_eq!(Nesting::of(style).open, open, "{style}");
        }
    }

    #[test]
    fn what_closes_nothing_and_what_never_ends_is_found() {
        for (style, stray, comment, texts) in [
            ("p{a:b}}\nh1{c:d}", vec![6], None, vec![]),
            ("p{a:b}/* } */", vec![], None, vec![]),
            ("p{}\n/* h1{}", vec![], Some(4), vec![]),
            ("p{}/*/ h1{}", vec![], Some(3), vec![]),
            ("p{a:\"b}\nh1{c:'d'}", vec![], None, vec!["\"b}"]),
            ("p{a:'b\\'c'}", vec![], None, vec![]),
            ("/* it's */ p{}", vec![], None, vec![]),
        ] {
            let found = Nesting::of(style);
            let unfinished: Vec<&str> = found.texts.iter().map(|range| &style[range.clone()]).collect();
            assert_eq!((found.stray, found.comment, unfinished), (stray, comment, texts), "{style}");
        }
        let style = "p{a:\"b}\nh1{c:d}";
        assert_eq!(Nesting::of(style).first_open(style), None, "the text has swallowed the bracket");
        assert_eq!(Nesting::of("p{/* a").completion(), "*/}");
    }

    #[test]
    fn properties_and_imports_are_found() {
        let style = "@import 'a.css';/* @import 'b.css'; var(--c) */:root{--é : 1;--b:var( --c )}@property --d{}\
                     p{a:var(--e, red);b:calc(var(--f)*2);c:'var(--g)'}";
        assert_eq!(defined_properties(style), ["--é", "--b", "--d"]);
        let used: Vec<&str> = used_properties(style).into_iter().map(|range| &style[range]).collect();
        assert_eq!(used, ["--c", "--f"]);
        let escaped = "p{a:\\é;b:var(--é)}";
        assert_eq!(bare_style(escaped).len(), escaped.len());
        let used: Vec<&str> = used_properties(escaped).into_iter().map(|range| &escaped[range]).collect();
        assert_eq!(used, ["--é"]);
        let imports: Vec<&str> = imports(style).into_iter().map(|range| &style[range]).collect();
        assert_eq!(imports, ["@import 'a.css'"]);
    }
}

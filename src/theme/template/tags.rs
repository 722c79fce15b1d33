//! The tags in a template: `{% … %}` and `{{ … }}`, without comments and what is between `raw` and `endraw`.

use std::ops::Range;

/// A tag with its place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    /// Where the tag itself begins, at `{%` or `{{`.
    open: usize,
    /// Its content, without the hyphens that trim whitespace.
    pub(super) inner: &'t str,
    /// Where the content begins.
    pub(super) start: usize,
    /// Where the tag itself ends, after `%}` or `}}`.
    pub(super) end: usize,
    /// Whether it is a statement, `{% … %}`.
    pub(super) is_statement: bool,
    /// Whether it trims the whitespace after it: `-%}`.
    pub(super) trims_after: bool,
}

impl Tag<'_> {
    fn range(&self) -> Range<usize> {
        self.open..self.end
    }

    /// Returns the first word of a statement: `for`, `extends`.
    pub(super) fn word(&self) -> &str {
        let word = self.inner.trim_start();
        let end = word.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(word.len());
        if self.is_statement { &word[..end] } else { "" }
    }

    /// Returns the first quoted text without its marks, and its position in the template.
    pub(super) fn quoted(&self) -> Option<(&str, usize)> {
        let open = self.inner.find(['"', '\'', '`'])?;
        let mark = self.inner[open..].chars().next()?;
        let rest = &self.inner[open + 1..];
        let close = rest.find(mark)?;
        Some((&rest[..close], self.start + open + 1))
    }
}

/// Whether a template builds on one with its own name, in the layer below or in a named one: `lvkk/a.html`.
pub fn builds_on_its_name(name: &str, text: &str) -> bool {
    layer_built_on(name, text).is_some()
}

/// Returns the layer of the template with the same name on which this one builds; empty for the layer below.
pub fn layer_built_on<'t>(name: &str, text: &'t str) -> Option<&'t str> {
    let all = tags(text);
    let mut bases = all.iter().filter(|tag| tag.word() == "extends").filter_map(Tag::quoted);
    bases.find_map(|(base, at)| {
        let layer = text.get(at..at + base.len())?.strip_suffix(name)?;
        if layer.is_empty() { Some(layer) } else { layer.strip_suffix('/') }
    })
}

/// Returns the text of a template that builds on one with its own name, changed to build on another. `None`
/// if it does not, or if it already names the layer.
pub fn building_on(name: &str, text: &str, base: &str) -> Option<String> {
    let tags = tags(text);
    let mut bases = tags.iter().filter(|tag| tag.word() == "extends").filter_map(Tag::quoted);
    let (_, at) = bases.find(|(written, _)| *written == name)?;
    Some(format!("{}{base}{}", text.get(..at)?, text.get(at + name.len()..)?))
}

/// Returns what is still open at a byte of a template: the word that last opened something, and its position.
pub fn left_open(text: &str, at: usize) -> Option<(&'static str, usize)> {
    const OPENING: [&str; 7] = ["if", "for", "block", "component", "filter", "set", "set_global"];
    let mut open: Vec<(&'static str, usize)> = Vec::new();
    for tag in tags(text).into_iter().filter(|tag| tag.is_statement && tag.start < at) {
        let word = tag.word();
        // `set` with a value has no end tag.
        let is_whole = word.starts_with("set") && tag.inner.contains('=');
        if let Some(known) = OPENING.iter().find(|known| **known == word && !is_whole) {
            open.push((*known, tag.start));
        } else if let Some(closed) = word.strip_prefix("end")
            && let Some(last) = open.iter().rposition(|(known, _)| known.starts_with(closed))
            && tag.end <= at
        {
            open.truncate(last);
        }
    }
    open.pop()
}

/// Returns the names of the blocks of a template.
pub fn blocks_of(text: &str) -> Vec<&str> {
    blocks_at(text).into_iter().map(|(_, name)| name).collect()
}

/// Does the same, with the byte where each name begins.
pub fn blocks_at(text: &str) -> Vec<(usize, &str)> {
    let name = |tag: &Tag<'_>| {
        let inner = text.get(tag.start..tag.start + tag.inner.len())?;
        let rest = inner.trim_start().strip_prefix("block")?.trim_start();
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        Some((tag.start + inner.len() - rest.len(), &rest[..end]))
    };
    let tags = tags(text);
    tags.iter().filter(|tag| tag.word() == "block").filter_map(name).collect()
}

/// Returns the template on which this one builds.
pub fn base_of(text: &str) -> Option<String> {
    let tags = tags(text);
    let base = tags.iter().find(|tag| tag.word() == "extends").and_then(Tag::quoted);
    base.map(|(base, _)| base.to_owned())
}

/// Returns the positions of the tags of a template, with their delimiters.
pub(super) fn tag_ranges(text: &str) -> Vec<Range<usize>> {
    tags(text).iter().map(Tag::range).collect()
}

/// Returns the positions of a template's tags and comments, delimiters included: all that is not page text.
pub(in crate::theme) fn tag_and_comment_ranges(text: &str) -> Vec<Range<usize>> {
    let (tags, comments) = tags_and_comments(text);
    let mut ranges: Vec<Range<usize>> = tags.iter().map(Tag::range).chain(comments).collect();
    ranges.sort_by_key(|range| range.start);
    ranges
}

/// Returns the tags of a template in order. An unclosed tag ends the list: the engine reports it.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    tags_and_comments(text).0
}

/// Returns the tags of a template in order, and the positions of its comments. What is not closed ends both
/// lists; an unclosed comment runs on to the end.
///
/// They are found exactly as the engine finds them: a tag that only the engine sees would not be counted.
fn tags_and_comments(text: &str) -> (Vec<Tag<'_>>, Vec<Range<usize>>) {
    let (mut tags, mut comments) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|found| at + found) {
        let (close, is_statement) = match text.as_bytes().get(open + 1) {
            Some(b'#') => {
                let end = text[open + 2..].find("#}");
                at = end.map_or(text.len(), |end| open + 2 + end + 2);
                comments.push(open..at);
                continue;
            }
            Some(b'%') => ("%}", true),
            Some(b'{') => ("}}", false),
            _ => {
                at = open + 1;
                continue;
            }
        };
        let start = open + 2 + usize::from(text.as_bytes().get(open + 2) == Some(&b'-'));
        if let Some(length) =
            Some(&text[start..]).filter(|_| is_statement).and_then(|rest| length_of_lone(rest, "raw"))
        {
            let Some(end) = end_of_raw(text, start + length) else { break };
            at = end;
            continue;
        }
        let Some(end) = end_of_tag(text, start, close) else { break };
        let trims_after = text.as_bytes().get(end.wrapping_sub(1)) == Some(&b'-') && end > start;
        let inner = &text[start..end - usize::from(trims_after)];
        at = end + 2;
        tags.push(Tag { open, inner, start, end: at, is_statement, trims_after });
    }
    (tags, comments)
}

/// Returns where a tag closes: at the first closing delimiter outside quoted texts.
fn end_of_tag(text: &str, start: usize, close: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with(close.as_bytes()) {
            return Some(at);
        }
        at += past_quoted(rest)?.max(1);
    }
    None
}

/// Returns the length of the quoted text that begins here, with its marks: zero if there is none, `None` if
/// it does not end. A character after a backslash does not end it.
pub(super) fn past_quoted(bytes: &[u8]) -> Option<usize> {
    let Some(mark @ (b'"' | b'\'' | b'`')) = bytes.first() else { return Some(0) };
    let mut at = 1;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            byte if byte == mark => return Some(at + 1),
            _ => at += 1,
        }
    }
}

/// Returns the length of a statement of this one word, from after its opening to after its end, or `None`.
fn length_of_lone(text: &str, word: &str) -> Option<usize> {
    let rest = text.strip_prefix('-').unwrap_or(text);
    let rest = rest.trim_ascii_start().strip_prefix(word)?.trim_ascii_start();
    let rest = rest.strip_prefix('-').unwrap_or(rest).strip_prefix("%}")?;
    Some(text.len() - rest.len())
}

fn end_of_raw(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += text[at..].find("{%")? + 2;
        if let Some(length) = length_of_lone(&text[at..], "endraw") {
            return Some(at + length);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_past_comments_raw_blocks_and_quotes() {
        let text = "{# {% for %} #}{%- for it in list -%}{{ \"}}\" ~ {\"a\": 1} }}{% raw %}{{ x }}{% endraw %}{% include \"a.html\" %}é{{ <part of={it} /> }}";
        let found: Vec<_> = tags(text).iter().map(|tag| (tag.inner.trim(), tag.trims_after)).collect();
        assert_eq!(
            found,
            [
                ("for it in list", true),
                ("\"}}\" ~ {\"a\": 1}", false),
                ("include \"a.html\"", false),
                ("<part of={it} />", false),
            ]
        );
        let include = tags(text)[2];
        assert_eq!((include.word(), include.quoted().map(|(name, _)| name)), ("include", Some("a.html")));
        for broken in ["{{", "{% for", "{#", "{% raw %}{{ x", "{{ \" }}", "{{ \"\\", "{"] {
            assert!(tags(broken).len() <= 1, "{broken}");
        }
    }

    #[test]
    fn nothing_hides_a_tag_that_the_engine_sees() {
        for before in [
            r#"{{ "\"" }}"#,
            r#"{{ '\\' }}"#,
            "{%--raw%}{{ \" {%endraw%}",
            "{% raw %}{% endrawer %}{{ \" {% endraw -%}",
            "{% raw %}{%\u{a0}endraw %}{{ \" {%- endraw %}",
        ] {
            let text = format!("{before}{{% for a in b %}}{before}");
            let found = tags(&text);
            assert!(found.iter().any(|tag| tag.inner == " for a in b "), "{before}: {found:?}");
        }
    }
}

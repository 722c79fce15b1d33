//! The tags in a template: `{% … %}` and `{{ … }}`, without comments and what stands between `raw` and `endraw`.

/// A tag with its place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    /// What stands in it, without the hyphens that trim blanks.
    pub(super) inner: &'t str,
    /// Where that begins.
    pub(super) start: usize,
    /// Where the tag itself ends, behind `%}` or `}}`.
    pub(super) end: usize,
    /// Whether it is a statement, `{% … %}`.
    pub(super) is_statement: bool,
    /// Whether it trims the blanks behind it: `-%}`.
    pub(super) trims_behind: bool,
}

impl Tag<'_> {
    /// The first word of a statement: `for`, `extends`.
    pub(super) fn word(&self) -> &str {
        let word = self.inner.trim_start();
        let end = word.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(word.len());
        if self.is_statement { &word[..end] } else { "" }
    }

    /// The first text in quotation marks, with its place in the template: without the marks.
    pub(super) fn quoted(&self) -> Option<(&str, usize)> {
        let open = self.inner.find(['"', '\'', '`'])?;
        let mark = self.inner[open..].chars().next()?;
        let rest = &self.inner[open + 1..];
        let close = rest.find(mark)?;
        Some((&rest[..close], self.start + open + 1))
    }
}

/// What stands in the tags of a template, with its place.
pub fn tags_of(text: &str) -> Vec<(usize, &str)> {
    tags(text).into_iter().map(|tag| (tag.start, tag.inner)).collect()
}

/// Whether a template builds on one of its own name, in the layer below or in one that it names: `lvkk/venue.html`.
pub fn builds_on_its_name(name: &str, text: &str) -> bool {
    let bases = tags(text);
    let mut bases = bases.iter().filter(|tag| tag.word() == "extends").filter_map(Tag::quoted);
    bases.any(|(base, _)| {
        base.strip_suffix(name).is_some_and(|layer| layer.is_empty() || layer.ends_with('/'))
    })
}

/// The tags of a template in order. One that is not closed ends the list: the engine tells that.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|found| at + found) {
        let (close, is_statement) = match text.as_bytes().get(open + 1) {
            Some(b'#') => {
                let Some(end) = text[open + 2..].find("#}") else { break };
                at = open + 2 + end + 2;
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
        let Some(end) = end_of(text, start, close) else { break };
        let trims_behind = text.as_bytes().get(end.wrapping_sub(1)) == Some(&b'-') && end > start;
        let inner = &text[start..end - usize::from(trims_behind)];
        let tag = Tag { inner, start, end: end + 2, is_statement, trims_behind };
        at = tag.end;
        if tag.word() == "raw" {
            at = end_of_raw(text, at);
        } else {
            tags.push(tag);
        }
    }
    tags
}

/// Where a tag closes, past the texts in quotation marks and, in an expression, past maps of its own.
fn end_of(text: &str, start: usize, close: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (start, 0_usize);
    while at < bytes.len() {
        match bytes[at] {
            mark @ (b'"' | b'\'' | b'`') => {
                at += 1 + text.get(at + 1..)?.find(char::from(mark))?;
            }
            b'{' => depth += 1,
            b'}' if depth > 0 && close == "}}" => depth -= 1,
            _ if text.is_char_boundary(at) && text[at..].starts_with(close) && depth == 0 => return Some(at),
            b'%' if text.is_char_boundary(at) && text[at..].starts_with(close) => return Some(at),
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    None
}

fn end_of_raw(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(open) = text[at..].find("{%").map(|found| at + found) {
        let inside = text[open + 2..].trim_start_matches('-').trim_start();
        if inside.starts_with("endraw") {
            return text[open..].find("%}").map_or(text.len(), |end| open + end + 2);
        }
        at = open + 2;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_past_comments_raw_and_quotes() {
        let text = "{# {% for %} #}{%- for it in list -%}{{ \"}}\" ~ {\"a\": 1} }}{% raw %}{{ x }}{% endraw %}{% include \"a.html\" %}é{{ <part of={it} /> }}";
        let found: Vec<_> = tags(text).iter().map(|tag| (tag.inner.trim(), tag.trims_behind)).collect();
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
        for broken in ["{{", "{% for", "{#", "{% raw %}{{ x", "{{ \" }}", "{"] {
            assert!(tags(broken).len() <= 1, "{broken}");
        }
    }
}

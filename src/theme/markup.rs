//! The HTML of a template: its elements, without the tags of the template language.

use std::ops::Range;

use super::template::tag_and_comment_ranges;

/// The start of an element in a template.
pub(super) struct Element {
    pub(super) name: String,
    /// Where it begins.
    pub(super) open: usize,
    /// Its attributes that have a value.
    pub(super) attributes: Vec<Attribute>,
    /// Where the text of a style or script is; for other elements, where their content begins.
    pub(super) inner: Range<usize>,
}

/// An attribute with a value.
pub(super) struct Attribute {
    pub(super) name: String,
    /// Where its name begins.
    pub(super) at: usize,
    /// Where its value is, without quotation marks.
    pub(super) value: Range<usize>,
}

/// Returns the HTML of a template, with spaces instead of tags and comments of the template language. All
/// positions stay the same, and no quotation mark in a tag ends the attribute value around it.
pub(super) fn markup_of(template: &str) -> String {
    let (mut markup, mut at) = (String::with_capacity(template.len()), 0);
    for Range { start, end } in tag_and_comment_ranges(template) {
        markup.push_str(template.get(at..start).unwrap_or_default());
        let inside = template.get(start..end).unwrap_or_default();
        markup.extend(inside.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        at = end;
    }
    markup.push_str(template.get(at..).unwrap_or_default());
    markup
}

/// Returns the elements in a piece of HTML, except those in comments.
pub(super) fn elements(text: &str) -> Vec<Element> {
    let (mut found, mut from) = (Vec::new(), 0);
    let lower = text.to_ascii_lowercase();
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
        let (attributes, end) = attributes(text, open + 1 + name.len());
        let start = (end + 1).min(text.len());
        let mut inner = start..start;
        if name == "style" || name == "script" {
            let close = format!("</{name}");
            let rest = lower.get(start..).unwrap_or_default();
            inner.end = start + rest.find(&close).unwrap_or(rest.len());
            from = inner.end;
        }
        found.push(Element { name, open, attributes, inner });
    }
    found
}

/// Returns the attributes of an element with the positions of their values, and the end of its opening tag.
fn attributes(text: &str, from: usize) -> (Vec<Attribute>, usize) {
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
            None | Some(b'>') => return (found, at),
            Some(b'=') if !name.is_empty() => {
                let (value, end) = value_at(bytes, at + 1);
                found.push(Attribute { name, at: start, value });
                at = end;
            }
            // This cannot be an attribute.
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
    fn only_the_html_of_a_template_remains_at_its_position() {
        let text = "{# <b>\n #}é<a href=\"{{ x[\"y\"] }}z\">{{ <card of={x} /> }}{%- if \"{#\" %}<i>";
        let markup = markup_of(text);
        assert_eq!(markup.len(), text.len());
        assert_eq!(markup.split_whitespace().collect::<Vec<_>>(), ["é<a", "href=\"", "z\">", "<i>"]);
        let names: Vec<String> = elements(&markup).into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["a", "i"]);
        assert_eq!(markup.find("<i>"), text.find("<i>"));
    }

    #[test]
    fn between_raw_and_endraw_everything_is_html() {
        let text = "{% raw %}{# <b> #}{{ <i> }}{% endraw %}{# <u> #}";
        let names: Vec<String> = elements(&markup_of(text)).into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["b", "i"]);
    }
}

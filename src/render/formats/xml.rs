//! A wrapper around the XML writer: elements with text, escaped and indented.

use std::borrow::Cow;
use std::io::Cursor;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesStart, BytesText, Event};

/// Writes one XML document.
pub(super) struct Xml {
    writer: Writer<Cursor<Vec<u8>>>,
}

impl Xml {
    /// Returns a document with one element around what `fill` writes.
    pub(super) fn document(root: &str, attributes: &[(&str, &str)], fill: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self { writer: Writer::new_with_indent(Cursor::new(Vec::new()), b' ', 1) };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml.element(root, attributes, fill);
        let mut bytes = xml.writer.into_inner().into_inner();
        bytes.push(b'\n');
        bytes
    }

    /// Writes an element around what `fill` writes.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], fill: impl FnOnce(&mut Self)) {
        let start = start_of(name, attributes);
        self.event(Event::Start(start.borrow()));
        fill(self);
        self.event(Event::End(start.to_end()));
    }

    /// Writes an element with text in it.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        let start = start_of(name, attributes);
        self.event(Event::Start(start.borrow()));
        self.event(Event::Text(BytesText::new(&allowed(text))));
        self.event(Event::End(start.to_end()));
    }

    /// Writes an empty element.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(start_of(name, attributes)));
    }

    fn event(&mut self, event: Event<'_>) {
        // Writing to memory cannot fail.
        let _ = self.writer.write_event(event);
    }
}

fn start_of<'n>(name: &'n str, attributes: &[(&str, &str)]) -> BytesStart<'n> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, &*allowed(value)));
    }
    start
}

/// Removes what XML 1.0 §2.2 does not allow: control characters except tab and line ends, and two
/// noncharacters.
fn allowed(text: &str) -> Cow<'_, str> {
    let is_allowed =
        |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}') || matches!(c, '\t' | '\n' | '\r');
    match text.chars().all(is_allowed) {
        true => text.into(),
        false => text.chars().filter(|c| is_allowed(*c)).collect::<String>().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_xml_does_not_allow_are_left_out() {
        let bytes = Xml::document("a", &[("x", "b\u{ffff}c")], |xml| {
            xml.text("t", &[("y", "\u{fffe}z")], "d\u{ffff}e\u{1}");
            xml.empty("l", &[("href", "/\u{1}?a&b")]);
        });
        let text = String::from_utf8(bytes).expect("a text");
        assert!(text.contains("<a x=\"bc\">"), "{text}");
        assert!(text.contains("<t y=\"z\">de</t>"), "{text}");
        assert!(text.contains("<l href=\"/?a&amp;b\"/>"), "{text}");
    }
}

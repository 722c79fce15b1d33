//! The door to the XML writer: elements with text, escaped and indented.

use std::borrow::Cow;
use std::io::Cursor;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// Writes one XML document.
pub(super) struct Xml {
    writer: Writer<Cursor<Vec<u8>>>,
}

impl Xml {
    /// A document with one element around what `fill` writes.
    pub(super) fn document(root: &str, attributes: &[(&str, &str)], fill: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self { writer: Writer::new_with_indent(Cursor::new(Vec::new()), b' ', 1) };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml.element(root, attributes, fill);
        let mut bytes = xml.writer.into_inner().into_inner();
        bytes.push(b'\n');
        bytes
    }

    /// An element around what `fill` writes.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], fill: impl FnOnce(&mut Self)) {
        let start = quick_xml::events::BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Start(start.borrow()));
        fill(self);
        self.event(Event::End(start.to_end()));
    }

    /// An element with text in it.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        let start = quick_xml::events::BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Start(start.borrow()));
        self.event(Event::Text(BytesText::new(&allowed(text))));
        self.event(Event::End(start.to_end()));
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let start = quick_xml::events::BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Empty(start));
    }

    fn event(&mut self, event: Event<'_>) {
        // Memory does not refuse to be written to.
        let _ = self.writer.write_event(event);
    }
}

/// XML 1.0 §2.2 allows no control characters but tab and line ends.
fn allowed(text: &str) -> Cow<'_, str> {
    let is_allowed = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    match text.chars().all(is_allowed) {
        true => text.into(),
        false => text.chars().filter(|c| is_allowed(*c)).collect::<String>().into(),
    }
}

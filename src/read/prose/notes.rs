//! Footnotes: collected at the end of the text as a numbered list, with links there and back.

use std::collections::BTreeMap;

use pulldown_cmark::{CowStr, Event, TagEnd};

use super::slots::word_mark;

/// The notes of one text, by their name in the source, numbered in the order of their first reference.
#[derive(Default)]
pub(super) struct Notes<'e> {
    numbers: BTreeMap<String, usize>,
    references: BTreeMap<usize, usize>,
    texts: BTreeMap<usize, Vec<Event<'e>>>,
}

impl<'e> Notes<'e> {
    fn number(&mut self, name: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(name.to_owned()).or_insert(next)
    }

    /// Returns the superscript number in the text.
    pub(super) fn reference(&mut self, name: &str) -> Event<'e> {
        let number = self.number(name);
        let times = self.references.entry(number).or_insert(0);
        *times += 1;
        let id = if *times == 1 { format!("dp-ref-{number}") } else { format!("dp-ref-{number}-{times}") };
        let label = word_mark("footnote");
        Event::InlineHtml(CowStr::from(format!(
            "<sup><a href=\"#dp-note-{number}\" id=\"{id}\" class=\"dp-noteref\" aria-label=\"{label} {number}\">{number}</a></sup>"
        )))
    }

    /// Stores the text of a note for the end.
    pub(super) fn keep(&mut self, name: &str, text: Vec<Event<'e>>) {
        let number = self.number(name);
        self.texts.insert(number, text);
    }

    /// Returns the list of notes that are referred to, each with a link back.
    pub(super) fn list(self) -> Vec<Event<'e>> {
        let referred: Vec<(usize, Vec<Event<'e>>)> =
            self.texts.into_iter().filter(|(number, _)| self.references.contains_key(number)).collect();
        if referred.is_empty() {
            return Vec::new();
        }
        let label = word_mark("footnotes");
        let mut events = vec![html(format!(
            "<section class=\"dp-notes\" role=\"doc-endnotes\" aria-label=\"{label}\">\n<ol>\n"
        ))];
        for (number, mut text) in referred {
            let label = word_mark("footnote_back");
            let back = html(format!(
                " <a href=\"#dp-ref-{number}\" class=\"dp-noteback\" aria-label=\"{label} {number}\">↩</a>"
            ));
            let inside_paragraph = matches!(text.last(), Some(Event::End(TagEnd::Paragraph)));
            text.insert(text.len() - usize::from(inside_paragraph), back);
            events.push(html(format!("<li id=\"dp-note-{number}\" value=\"{number}\">")));
            events.append(&mut text);
            events.push(html("</li>\n".to_owned()));
        }
        events.push(html("</ol>\n</section>\n".to_owned()));
        events
    }
}

fn html<'e>(text: String) -> Event<'e> {
    Event::InlineHtml(CowStr::from(text))
}

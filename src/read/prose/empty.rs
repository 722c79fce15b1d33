//! Finds headings and links without words: nobody sees them, but a screen reader announces them.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Placed;

/// An element without words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum EmptyElement {
    Heading,
    /// A link, with its target.
    Link(String),
}

/// Returns all such elements with their positions.
pub(super) fn empty_elements(events: &[Placed<'_>]) -> Vec<(Range<usize>, EmptyElement)> {
    let mut found = Vec::new();
    for (index, (event, range)) in events.iter().enumerate() {
        let (empty, end): (_, fn(&TagEnd) -> bool) = match event {
            Event::Start(Tag::Heading { .. }) => {
                (EmptyElement::Heading, |end| matches!(end, TagEnd::Heading(_)))
            }
            // A link without an address is reported elsewhere.
            Event::Start(Tag::Link { dest_url, .. }) if !dest_url.trim().is_empty() => {
                (EmptyElement::Link(dest_url.to_string()), |end| matches!(end, TagEnd::Link))
            }
            _ => continue,
        };
        let inside = events[index + 1..].iter().map(|(event, _)| event);
        let mut inside = inside.take_while(|event| !matches!(event, Event::End(tag) if end(tag)));
        if !inside.any(is_seen) {
            found.push((range.clone(), empty));
        }
    }
    found
}

/// Whether an event can be seen or heard.
fn is_seen(event: &Event<'_>) -> bool {
    match event {
        Event::Text(words) | Event::Code(words) => !words.trim().is_empty(),
        Event::Start(Tag::Image { .. }) | Event::InlineHtml(_) | Event::Html(_) => true,
        Event::FootnoteReference(_) => true,
        _ => false,
    }
}

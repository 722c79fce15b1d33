//! Headings and links without words: nobody sees them, and a screen reader says that there is one.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Placed;

/// What has no words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Empty {
    Heading,
    /// With where it leads.
    Link(String),
}

/// All of them, each with where it stands.
pub(super) fn empty_elements(events: &[Placed<'_>]) -> Vec<(Range<usize>, Empty)> {
    let mut found = Vec::new();
    for (index, (event, range)) in events.iter().enumerate() {
        let (empty, end): (_, fn(&TagEnd) -> bool) = match event {
            Event::Start(Tag::Heading { .. }) => (Empty::Heading, |end| matches!(end, TagEnd::Heading(_))),
            // Without an address it is told as such.
            Event::Start(Tag::Link { dest_url, .. }) if !dest_url.trim().is_empty() => {
                (Empty::Link(dest_url.to_string()), |end| matches!(end, TagEnd::Link))
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

/// Whether something of it is to be seen or heard.
fn is_seen(event: &Event<'_>) -> bool {
    match event {
        Event::Text(words) | Event::Code(words) => !words.trim().is_empty(),
        Event::Start(Tag::Image { .. }) | Event::InlineHtml(_) | Event::Html(_) => true,
        Event::FootnoteReference(_) => true,
        _ => false,
    }
}

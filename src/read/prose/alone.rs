//! Pictures that have a paragraph to themselves: they become figures, with room for a caption.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// Pictures with a paragraph to themselves: where the paragraph, the picture and the paragraph's end are.
pub(super) fn pictures_alone(events: &[(Event<'_>, Range<usize>)]) -> Vec<(usize, usize, usize)> {
    let mut alone = Vec::new();
    for (index, pair) in events.windows(2).enumerate() {
        if matches!(pair, [(Event::Start(Tag::Paragraph), _), (Event::Start(Tag::Image { .. }), _)]) {
            let picture = index + 1;
            let end =
                events[picture..].iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Image)));
            let behind = picture + end.unwrap_or(0) + 1;
            if matches!(events.get(behind), Some((Event::End(TagEnd::Paragraph), _))) {
                alone.push((index, picture, behind));
            }
        }
    }
    alone
}

//! Pictures that have a paragraph to themselves: they become figures, with room for a caption.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// Where pictures with a paragraph to themselves are among the events.
#[derive(Default)]
pub(super) struct Alone {
    /// Where those pictures begin.
    pub(super) pictures: BTreeSet<usize>,
    /// Where their paragraphs begin and end.
    pub(super) paragraphs: BTreeSet<usize>,
}

/// Pictures with a paragraph to themselves.
pub(super) fn pictures_alone(events: &[(Event<'_>, Range<usize>)]) -> Alone {
    let mut alone = Alone::default();
    for (index, pair) in events.windows(2).enumerate() {
        if matches!(pair, [(Event::Start(Tag::Paragraph), _), (Event::Start(Tag::Image { .. }), _)]) {
            let picture = index + 1;
            let end =
                events[picture..].iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Image)));
            let behind = picture + end.unwrap_or(0) + 1;
            if matches!(events.get(behind), Some((Event::End(TagEnd::Paragraph), _))) {
                alone.pictures.insert(picture);
                alone.paragraphs.extend([index, behind]);
            }
        }
    }
    alone
}

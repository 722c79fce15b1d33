//! Finds pictures that are alone in their paragraph: these become figures, with room for a caption.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// The indexes of the events of pictures that are alone in their paragraph.
#[derive(Default)]
pub(super) struct StandalonePictures {
    /// The start of each picture.
    pub(super) pictures: BTreeSet<usize>,
    /// The start and end of each of their paragraphs.
    pub(super) paragraphs: BTreeSet<usize>,
}

/// Finds the pictures that are alone in their paragraph.
pub(super) fn standalone_pictures(events: &[(Event<'_>, Range<usize>)]) -> StandalonePictures {
    let mut alone = StandalonePictures::default();
    for (index, pair) in events.windows(2).enumerate() {
        if matches!(pair, [(Event::Start(Tag::Paragraph), _), (Event::Start(Tag::Image { .. }), _)]) {
            let picture = index + 1;
            let end =
                events[picture..].iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Image)));
            let after = picture + end.unwrap_or(0) + 1;
            if matches!(events.get(after), Some((Event::End(TagEnd::Paragraph), _))) {
                alone.pictures.insert(picture);
                alone.paragraphs.extend([index, after]);
            }
        }
    }
    alone
}

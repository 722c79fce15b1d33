//! What stands between fences: something to show, or code as it is.

use std::ops::Range;

use pulldown_cmark::Event;

use super::Standing;
use super::inserts::{Insert, InsertKind};
use super::raw::RawHtml;
use crate::read::{messages, prose_messages};

pub(super) type Placed<'e> = (Event<'e>, Range<usize>);

/// What stands between fences, and how many events are done with it.
pub(super) enum Fenced {
    /// Something to show.
    Shown(Insert, usize),
    /// Something to show that cannot be shown here; that was said.
    LeftOut(usize),
    /// Code, or anything else that is shown as it was written.
    Code,
}

/// Looks at a fence at `at`, with this word behind it; `events` are those after its start.
pub(super) fn look_at_fence(
    raw: &mut RawHtml<'_>,
    word: &str,
    at: &Range<usize>,
    events: &[Placed<'_>],
) -> Fenced {
    let lines: Vec<&Placed<'_>> =
        events.iter().take_while(|(event, _)| matches!(event, Event::Text(_))).collect();
    let span = raw.standing.span(at);
    match (InsertKind::of(word), raw.standing) {
        (Some(kind), Standing::From(start)) => {
            let from = lines.first().map_or(at.end, |(_, range)| range.start);
            let to = lines.last().map_or(from, |(_, range)| range.end);
            let inside = start + from..start + to;
            let (insert, remarks) = Insert::read(kind, raw.file, raw.file_text, (span, inside));
            raw.remarks.extend(remarks);
            Fenced::Shown(insert, lines.len())
        }
        (Some(_), Standing::Within(_)) => {
            raw.remarks.push(messages::insert_in_field(raw.place_of(span), word));
            Fenced::LeftOut(lines.len())
        }
        (None, _) => {
            let first_line = match lines.first() {
                Some((Event::Text(text), _)) => text,
                _ => "",
            };
            if let Some(near) = InsertKind::nearly(word, first_line) {
                raw.remarks.push(prose_messages::unknown_insert(raw.place_of(span), word, near));
            }
            Fenced::Code
        }
    }
}

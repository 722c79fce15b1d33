//! Interprets what is between fences: an insert, or code that is shown as typed.

use std::ops::Range;

use pulldown_cmark::Event;

use super::TextPosition;
use super::inserts::{Insert, InsertKind};
use super::raw::RawHtml;
use crate::read::{messages, prose_messages};

/// An event and its position in the text.
pub(super) type Placed<'e> = (Event<'e>, Range<usize>);

/// What is between fences, and how many events belong to it.
pub(super) enum Fenced {
    /// Something to show.
    Shown(Insert, usize),
    /// Something to show that cannot be shown here, which has been reported.
    LeftOut(usize),
    /// Code, or anything else that is shown as typed.
    Code,
}

/// Interprets a fence at `range`, followed by this word. `events` are those after its start.
pub(super) fn parse_fence(
    raw: &mut RawHtml<'_>,
    word: &str,
    range: &Range<usize>,
    events: &[Placed<'_>],
) -> Fenced {
    let lines: Vec<&Placed<'_>> =
        events.iter().take_while(|(event, _)| matches!(event, Event::Text(_))).collect();
    let span = raw.position.span(range);
    match (InsertKind::of(word), raw.position) {
        (Some(kind), TextPosition::From(start)) => {
            let from = lines.first().map_or(range.end, |(_, range)| range.start);
            let to = lines.last().map_or(from, |(_, range)| range.end);
            let inside = start + from..start + to;
            if let Some(end) =
                end_of_unclosed(raw.file_text, (span.start as usize, start + range.end), &inside)
            {
                raw.remarks.add(prose_messages::fence_not_closed(raw.place_of(span)));
                let place = (span, inside.start..end);
                let insert = Insert::read_unclosed(kind, raw.file_text, place);
                return Fenced::Shown(insert, lines.len());
            }
            let (insert, remarks) = Insert::read(kind, raw.file_text, (span, inside));
            raw.remarks.extend(remarks);
            Fenced::Shown(insert, lines.len())
        }
        (Some(_), TextPosition::Within(_)) => {
            raw.remarks.add(messages::insert_in_field(raw.place_of(span), word));
            Fenced::LeftOut(lines.len())
        }
        (None, _) => {
            let first_line = match lines.first() {
                Some((Event::Text(text), _)) => text,
                _ => "",
            };
            if let Some(near) = InsertKind::nearly(word, first_line) {
                raw.remarks.add(prose_messages::unknown_insert(raw.place_of(span), word, near));
            } else if InsertKind::is_of_site(word) {
                raw.remarks.add(prose_messages::no_such_insert(raw.place_of(span), word));
            }
            Fenced::Code
        }
    }
}

/// Returns the likely end of the keys in a block that is not closed, or is closed only after the next block.
fn end_of_unclosed(text: &str, (start, end): (usize, usize), inside: &Range<usize>) -> Option<usize> {
    let whole = text.get(start..end).unwrap_or_default().trim_end();
    let opening = whole.lines().next().unwrap_or_default().trim_start();
    let mark = if opening.starts_with('~') { '~' } else { '`' };
    let last =
        whole.rsplit_once('\n').map_or("", |(_, last)| last.trim_start_matches([' ', '\t', '>']).trim_end());
    let is_closed = last.len() > 2 && last.trim_start_matches(mark).is_empty();
    let inside_text = text.get(inside.clone()).unwrap_or_default();
    let opens = |line: &str| {
        let words = line.trim_start().strip_prefix("```").or_else(|| line.trim_start().strip_prefix("~~~"));
        words.is_some_and(|words| InsertKind::of(words.trim_start_matches(mark)).is_some())
    };
    let (mut line_start, mut first_empty, mut next_block) = (inside.start, None, None);
    for line in inside_text.split_inclusive('\n') {
        if line.trim().is_empty() {
            first_empty = first_empty.or(Some(line_start));
        } else if opens(line) {
            next_block = Some(line_start);
            break;
        }
        line_start += line.len();
    }
    let is_wrong = !is_closed || next_block.is_some();
    is_wrong.then(|| first_empty.or(next_block).unwrap_or(inside.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the lines that are read as keys of the first block in a text, if it is not closed.
    fn keys(text: &str) -> Option<&str> {
        let inside = text.find('\n').map_or(text.len(), |end| end + 1);
        let end = text.trim_end().rfind('\n').map_or(inside, |end| end + 1).max(inside);
        let end = if text.trim_end().ends_with("```") { end } else { text.len() };
        end_of_unclosed(text, (0, text.len()), &(inside..end)).map(|end| text[inside..end].trim_end())
    }

    #[test]
    fn an_unclosed_block_ends_where_its_keys_end() {
        assert_eq!(keys("```foto\nbestand: a.jpg\n```\n"), None);
        assert_eq!(keys("```foto\nbestand: a.jpg\n\nnog: wat\n`````\n"), None);
        assert_eq!(keys("```foto\nbestand: a.jpg\n\nTekst.\n"), Some("bestand: a.jpg"));
        assert_eq!(keys("```foto\nbestand: a.jpg\nTekst."), Some("bestand: a.jpg\nTekst."));
        assert_eq!(
            keys("```foto\nbestand: a.jpg\n\nTekst.\n\n```foto\nbestand: b.jpg\n```\n"),
            Some("bestand: a.jpg")
        );
        assert_eq!(keys("```foto\nbestand: a.jpg\n``` film\nadres: b\n```\n"), Some("bestand: a.jpg"));
        assert_eq!(keys("```foto"), Some(""));
    }
}

//! Finds words that Markdown silently drops: unused definitions of links and notes, cells beyond the head of
//! a table, and braces after a heading.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, RefDefs, Tag};

use super::Placed;
use super::bars::cells;
use crate::read::prose_messages::WhyLost;

/// The position of something that is dropped, and the reason.
pub(super) type Lost = (Range<usize>, WhyLost);

/// Returns everything that is dropped from a text with these events.
pub(super) fn lost_words(text: &str, events: &[Placed<'_>], definitions: &RefDefs<'_>) -> Vec<Lost> {
    // Most texts contain none of these characters and need not be searched.
    if !text.contains("]:") && !text.contains('|') && !text.contains('{') {
        return Vec::new();
    }
    let mut used = HashSet::new();
    let mut referred = HashSet::new();
    for (event, _) in events {
        match event {
            Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. })
                if is_by_name(*link_type) =>
            {
                used.insert(comparable(id));
            }
            Event::FootnoteReference(name) => {
                referred.insert(name.as_ref());
            }
            _ => {}
        }
    }
    let unused = definitions
        .iter()
        .filter(|(name, definition)| !used.contains(&comparable(name)) && !is_target(&definition.dest));
    let mut lost: Vec<Lost> =
        unused.map(|(_, definition)| (definition.span.clone(), WhyLost::Definition)).collect();
    let mut columns = 0;
    for (event, range) in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(name)) if !referred.contains(name.as_ref()) => {
                lost.push((range.clone(), WhyLost::Note));
            }
            Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
            Event::Start(Tag::TableRow) if cells(&text[range.clone()]).len() > columns => {
                lost.push((range.clone(), WhyLost::Cells));
            }
            Event::Start(Tag::Heading { classes, attrs, .. }) if !classes.is_empty() || !attrs.is_empty() => {
                let open = text[range.clone()].rfind('{').map_or(range.start, |at| range.start + at);
                lost.push((open..range.end, WhyLost::Braces));
            }
            _ => {}
        }
    }
    lost
}

fn is_by_name(kind: LinkType) -> bool {
    matches!(kind, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut)
}

/// Normalises the name of a definition for comparison: lower case, single spaces (CommonMark 0.31, 4.7).
fn comparable(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether a definition was certainly meant as one: its target is an address or a file.
fn is_target(words: &str) -> bool {
    words.contains(['/', '@', '#']) || words.starts_with("www.") || words.ends_with(".md")
}

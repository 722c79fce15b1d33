//! Outlines a text: its title, and its headings with anchors and with levels that never skip one
//! (WCAG 2.2, technique G141).

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use crate::ground::{UniqueNames, collect_exact, escape_html_into, slug};

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The level, 2 to 6: the page itself has the only heading of level 1.
    pub level: u8,
    /// The anchor, unique on its page.
    pub id: String,
    /// The words of the heading.
    pub text: String,
    /// The words as HTML, without links.
    pub html: String,
}

/// The headings of a text; the one above everything else is its title.
pub(super) struct Outline {
    pub(super) title: Option<Heading>,
    /// How many events at the start make up the title.
    pub(super) title_events: usize,
    pub(super) headings: Vec<Heading>,
}

/// The prefix of anchors that belong to the theme.
const RESERVED: &str = "dp-";

/// Returns the outline of a text with these events.
pub(super) fn outline_of(events: &[(Event<'_>, Range<usize>)]) -> Outline {
    let mut headings: Vec<(u8, usize, Heading)> = Vec::new();
    let mut anchors = UniqueNames::default();
    let mut open: Option<(u8, usize, Option<String>, String, String)> = None;
    for (index, (event, _)) in events.iter().enumerate() {
        match (event, &mut open) {
            (Event::Start(Tag::Heading { level, id, .. }), _) => {
                open = Some((
                    number(*level),
                    index,
                    id.as_ref().map(ToString::to_string),
                    String::new(),
                    String::new(),
                ));
            }
            (Event::Text(words), Some((_, _, _, text, html))) => {
                text.push_str(words);
                escape_html_into(html, words);
            }
            (Event::Code(words), Some((_, _, _, text, html))) => {
                text.push_str(words);
                html.push_str("<code>");
                escape_html_into(html, words);
                html.push_str("</code>");
            }
            (Event::SoftBreak | Event::HardBreak, Some((_, _, _, text, html))) => {
                text.push(' ');
                html.push(' ');
            }
            (Event::End(TagEnd::Heading(_)), Some(_)) => {
                if let Some((level, first, id, text, html)) = open.take() {
                    let id = anchor(id.as_deref().unwrap_or(&text), &mut anchors);
                    headings.push((level, first, Heading { level, id, text: text.trim().to_owned(), html }));
                }
            }
            _ => {}
        }
    }
    let highest = headings.iter().map(|(level, ..)| *level).min();
    let is_only_highest = headings.iter().filter(|(level, ..)| Some(*level) == highest).count() == 1;
    let is_first = headings.first().is_some_and(|(level, first, _)| *first == 0 && Some(*level) == highest);
    let (title, title_events) = if is_only_highest && is_first {
        let (_, _, heading) = headings.remove(0);
        let end = events.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Heading(_))));
        (Some(heading), end.map_or(0, |end| end + 1))
    } else {
        (None, 0)
    };
    Outline { title, title_events, headings: levelled(headings) }
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}

/// Assigns levels: below the page's own title a text begins at level 2, and goes down one level at a time.
fn levelled(headings: Vec<(u8, usize, Heading)>) -> Vec<Heading> {
    let mut above: Vec<u8> = Vec::new();
    let levelled = headings.into_iter().map(|(level, _, heading)| {
        above.retain(|higher| *higher < level);
        above.push(level);
        let level = u8::try_from(above.len() + 1).unwrap_or(6).min(6);
        Heading { level, ..heading }
    });
    collect_exact(levelled)
}

/// Returns an anchor for these words that no other heading of the text has.
fn anchor(text: &str, anchors: &mut UniqueNames) -> String {
    let mut base = slug(text);
    if base.is_empty() || base.starts_with(RESERVED) {
        base = format!("kop-{base}").trim_end_matches('-').to_owned();
    }
    anchors.give(base)
}

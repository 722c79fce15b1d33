//! Finds list items that Markdown does not recognise, by what is in front of them: `•`, `–`, `-koffie`,
//! `1.Openen`, `a. Openen`.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::fences::Placed;
use crate::read::bullet_signs::{Bullet, bullet_of, is_non_breaking_space, without_bullet};

/// What is in front of such a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemMarker {
    /// A character other than a dash.
    Sign(char),
    /// A dash or an asterisk without a space after it.
    Tight(char),
    /// A dash, an asterisk or a dot followed by a non-breaking space.
    NonBreaking(char),
    /// A number without a space after it.
    Number,
    /// A letter.
    Letter(char),
}

impl ItemMarker {
    /// Whether a line with this in front continues a list in which the line above has `above`.
    fn follows(self, above: Self) -> bool {
        match (above, self) {
            (Self::Letter(above), Self::Letter(own)) => u32::from(own) == u32::from(above) + 1,
            (Self::Number, Self::Number) => true,
            (
                Self::Sign(_) | Self::Tight(_) | Self::NonBreaking(_),
                Self::Sign(_) | Self::Tight(_) | Self::NonBreaking(_),
            ) => true,
            _ => false,
        }
    }
}

/// The indexes of consecutive lines, and what is in front of the first.
pub(super) type Run = (Range<usize>, ItemMarker);

/// Returns the lines of a paragraph that form a list. One line is enough if a list begins directly below.
pub(super) fn run_of(text: &str, lines: &[Range<usize>], is_above_list: bool) -> Option<Run> {
    let marker = |line: &Range<usize>| marker_of(text[line.clone()].trim());
    let mut run: Option<Run> = None;
    let mut above: Option<ItemMarker> = None;
    for (index, line) in lines.iter().enumerate() {
        let own = marker(line);
        let continues = own.zip(above).is_some_and(|(own, above)| own.follows(above));
        // After a line that ends in two spaces, the next one starts on a new line on the page.
        let is_broken_off = index > 0 && is_broken_off(&text[lines[index - 1].clone()]);
        match &mut run {
            Some((lines, _)) if continues && !is_broken_off => lines.end = index + 1,
            Some((lines, _)) if lines.len() > 1 => break,
            _ => run = own.filter(|own| begins_list(*own)).map(|own| (index..index + 1, own)),
        }
        above = own;
    }
    run.filter(|(run, marker)| {
        run.len() > 1
            || is_above_list
                && run.end == lines.len()
                && matches!(marker, ItemMarker::Tight(_) | ItemMarker::NonBreaking(_))
    })
}

/// Whether a list may begin with this. A list with letters begins with an `a`.
fn begins_list(marker: ItemMarker) -> bool {
    !matches!(marker, ItemMarker::Letter(letter) if letter != 'a')
}

/// Returns lines in a list that continue the words of the line above, where a new item was meant.
pub(super) fn in_lists<'e>(text: &str, events: &[Placed<'e>]) -> Vec<(Vec<Range<usize>>, ItemMarker)> {
    let mut found: Vec<(Vec<Range<usize>>, ItemMarker)> = Vec::new();
    // For each open list, whether it is numbered.
    let mut lists: Vec<bool> = Vec::new();
    for neighbours in events.windows(2) {
        let [(event, _), (next, words)] = neighbours else { continue };
        match event {
            Event::Start(Tag::List(first)) => lists.push(first.is_some()),
            Event::End(TagEnd::List(_)) => {
                lists.pop();
            }
            Event::SoftBreak if matches!(next, Event::Text(_)) => {
                let Some(has_numbers) = lists.last() else { continue };
                let end = text[words.start..].find('\n').map_or(text.len(), |length| words.start + length);
                let Some(marker) = marker_of(text[words.start..end].trim_end()) else { continue };
                let is_item = match marker {
                    ItemMarker::Sign(sign) => !matches!(sign, '–' | '—' | '·'),
                    ItemMarker::Tight(_) | ItemMarker::NonBreaking('-' | '*') => true,
                    ItemMarker::Number | ItemMarker::NonBreaking(_) => *has_numbers,
                    ItemMarker::Letter(_) => false,
                };
                let start = text[..words.start].rfind('\n').map_or(0, |newline| newline + 1);
                if !is_item || !text[start..words.start].trim().is_empty() {
                    continue;
                }
                let line = start..end;
                match found.last_mut() {
                    Some((lines, _)) if lines.last().is_some_and(|above| above.end + 1 == start) => {
                        lines.push(line);
                    }
                    _ => found.push((vec![line], marker)),
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether a line ends in a hard break, so that the next one starts on a new line.
pub(super) fn is_broken_off(line: &str) -> bool {
    line.ends_with("  ") || line.ends_with('\\')
}

/// Returns what is in front of a line, if it is a list item that Markdown does not recognise.
fn marker_of(line: &str) -> Option<ItemMarker> {
    let mut letters = line.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    match first {
        '-' | '*' if is_non_breaking_space(second) => Some(ItemMarker::NonBreaking(first)),
        // `-5 graden` and `*words*` mean something else.
        '-' => second.is_alphabetic().then_some(ItemMarker::Tight('-')),
        '*' if second.is_alphabetic() => (!line[1..].contains('*')).then_some(ItemMarker::Tight('*')),
        '0'..='9' => {
            let rest = line.trim_start_matches(|digit: char| digit.is_ascii_digit());
            let words = rest.strip_prefix(['.', ')'])?;
            let marker = match words.chars().next()? {
                letter if letter.is_alphabetic() => ItemMarker::Number,
                space if is_non_breaking_space(space) => ItemMarker::NonBreaking('.'),
                _ => return None,
            };
            (line.len() - rest.len() <= 2).then_some(marker)
        }
        'a'..='z' if matches!(second, '.' | ')') => {
            letters.as_str().starts_with([' ', '\t']).then_some(ItemMarker::Letter(first))
        }
        _ => match bullet_of(line)? {
            Bullet::Sign(sign) => Some(ItemMarker::Sign(sign)),
            Bullet::Tight | Bullet::NonBreaking => None,
        },
    }
}

/// Returns the line in Markdown. `index` is its place in the list.
pub(super) fn repaired_line(line: &str, marker: ItemMarker, index: usize) -> String {
    let words = line.trim();
    match marker {
        ItemMarker::Sign(_) => format!("- {}", without_bullet(words)),
        ItemMarker::Tight(mark) => format!("{mark} {}", without_bullet(words)),
        ItemMarker::NonBreaking(mark @ ('-' | '*')) => format!("{mark} {}", without_bullet(words)),
        ItemMarker::Number | ItemMarker::NonBreaking(_) => {
            let rest = words.trim_start_matches(|digit: char| digit.is_ascii_digit());
            let number = &words[..words.len() - rest.len()];
            format!("{number}. {}", rest.trim_start_matches(['.', ')']).trim_start())
        }
        ItemMarker::Letter(_) => {
            format!("{}. {}", index + 1, words.get(2..).unwrap_or_default().trim_start())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_signs_at_the_start_of_a_line_are_recognised() {
        for (line, marker, better) in [
            ("• koffie", ItemMarker::Sign('•'), "- koffie"),
            ("–\tkoffie", ItemMarker::Sign('–'), "- koffie"),
            ("o\tkoffie", ItemMarker::Sign('o'), "- koffie"),
            ("-thee", ItemMarker::Tight('-'), "- thee"),
            ("*thee", ItemMarker::Tight('*'), "* thee"),
            ("-\u{a0}thee", ItemMarker::NonBreaking('-'), "- thee"),
            ("*\u{a0}thee", ItemMarker::NonBreaking('*'), "* thee"),
            ("2.\u{a0}Notulen", ItemMarker::NonBreaking('.'), "2. Notulen"),
            ("2.Notulen", ItemMarker::Number, "2. Notulen"),
            ("12)Rondvraag", ItemMarker::Number, "12. Rondvraag"),
            ("b. Notulen", ItemMarker::Letter('b'), "1. Notulen"),
        ] {
            assert_eq!(marker_of(line), Some(marker), "{line}");
            assert_eq!(repaired_line(line, marker, 0), better, "{line}");
        }
        for line in [
            "-5 graden",
            "*thee*",
            "19.30 uur",
            "3.000 leden",
            "A. de Vries",
            "o ja",
            "a.u.b.",
            "- thee",
            "–",
            "2026.Jaar",
        ] {
            assert_eq!(marker_of(line), None, "{line}");
        }
    }
}

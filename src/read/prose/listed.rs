//! Finds list items that Markdown does not recognise, by what is in front of them: `•`, `–`, `-koffie`,
//! `1.Openen`, `a. Openen`.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::fences::Placed;
use crate::read::bullet_signs::{Bullet, bullet_of, is_fixed_blank, without_bullet};

/// What is in front of such a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Front {
    /// A character other than a dash.
    Sign(char),
    /// A dash or an asterisk without a space after it.
    Tight(char),
    /// A dash, an asterisk or a dot followed by a non-breaking space.
    Fixed(char),
    /// A number without a space after it.
    Number,
    /// A letter.
    Letter(char),
}

impl Front {
    /// Whether a line with this in front continues a list in which the line above has `above`.
    fn follows(self, above: Self) -> bool {
        match (above, self) {
            (Self::Letter(above), Self::Letter(own)) => u32::from(own) == u32::from(above) + 1,
            (Self::Number, Self::Number) => true,
            (
                Self::Sign(_) | Self::Tight(_) | Self::Fixed(_),
                Self::Sign(_) | Self::Tight(_) | Self::Fixed(_),
            ) => true,
            _ => false,
        }
    }
}

/// The indexes of consecutive lines, and what is in front of the first.
pub(super) type Run = (Range<usize>, Front);

/// Returns the lines of a paragraph that form a list. One line is enough if a list begins directly below.
pub(super) fn run_of(text: &str, lines: &[Range<usize>], is_above_list: bool) -> Option<Run> {
    let front = |line: &Range<usize>| front_of(text[line.clone()].trim());
    let mut run: Option<Run> = None;
    let mut above: Option<Front> = None;
    for (index, line) in lines.iter().enumerate() {
        let own = front(line);
        let goes_on = own.zip(above).is_some_and(|(own, above)| own.follows(above));
        // After a line that ends in two spaces, the next one starts on a new line on the page.
        let is_broken_off = index > 0 && is_broken_off(&text[lines[index - 1].clone()]);
        match &mut run {
            Some((lines, _)) if goes_on && !is_broken_off => lines.end = index + 1,
            Some((lines, _)) if lines.len() > 1 => break,
            _ => run = own.filter(|own| begins_list(*own)).map(|own| (index..index + 1, own)),
        }
        above = own;
    }
    run.filter(|(run, front)| {
        run.len() > 1
            || is_above_list && run.end == lines.len() && matches!(front, Front::Tight(_) | Front::Fixed(_))
    })
}

/// Whether a list may begin with this. A list with letters begins with an `a`.
fn begins_list(front: Front) -> bool {
    !matches!(front, Front::Letter(letter) if letter != 'a')
}

/// Returns lines in a list that continue the words of the line above, where a new item was meant.
pub(super) fn in_lists<'e>(text: &str, events: &[Placed<'e>]) -> Vec<(Vec<Range<usize>>, Front)> {
    let mut found: Vec<(Vec<Range<usize>>, Front)> = Vec::new();
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
                let Some(front) = front_of(text[words.start..end].trim_end()) else { continue };
                let is_item = match front {
                    Front::Sign(sign) => !matches!(sign, '–' | '—' | '·'),
                    Front::Tight(_) | Front::Fixed('-' | '*') => true,
                    Front::Number | Front::Fixed(_) => *has_numbers,
                    Front::Letter(_) => false,
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
                    _ => found.push((vec![line], front)),
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
fn front_of(line: &str) -> Option<Front> {
    let mut letters = line.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    match first {
        '-' | '*' if is_fixed_blank(second) => Some(Front::Fixed(first)),
        // `-5 graden` and `*words*` mean something else.
        '-' => second.is_alphabetic().then_some(Front::Tight('-')),
        '*' if second.is_alphabetic() => (!line[1..].contains('*')).then_some(Front::Tight('*')),
        '0'..='9' => {
            let rest = line.trim_start_matches(|digit: char| digit.is_ascii_digit());
            let words = rest.strip_prefix(['.', ')'])?;
            let front = match words.chars().next()? {
                letter if letter.is_alphabetic() => Front::Number,
                blank if is_fixed_blank(blank) => Front::Fixed('.'),
                _ => return None,
            };
            (line.len() - rest.len() <= 2).then_some(front)
        }
        'a'..='z' if matches!(second, '.' | ')') => {
            letters.as_str().starts_with([' ', '\t']).then_some(Front::Letter(first))
        }
        _ => match bullet_of(line)? {
            Bullet::Sign(sign) => Some(Front::Sign(sign)),
            Bullet::Tight | Bullet::Fixed => None,
        },
    }
}

/// Returns the line in Markdown. `index` is its place in the list.
pub(super) fn mended_line(line: &str, front: Front, index: usize) -> String {
    let words = line.trim();
    match front {
        Front::Sign(_) => format!("- {}", without_bullet(words)),
        Front::Tight(mark) => format!("{mark} {}", without_bullet(words)),
        Front::Fixed(mark @ ('-' | '*')) => format!("{mark} {}", without_bullet(words)),
        Front::Number | Front::Fixed(_) => {
            let rest = words.trim_start_matches(|digit: char| digit.is_ascii_digit());
            let number = &words[..words.len() - rest.len()];
            format!("{number}. {}", rest.trim_start_matches(['.', ')']).trim_start())
        }
        Front::Letter(_) => format!("{}. {}", index + 1, words.get(2..).unwrap_or_default().trim_start()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_signs_at_the_start_of_a_line_are_recognised() {
        for (line, front, better) in [
            ("• koffie", Front::Sign('•'), "- koffie"),
            ("–\tkoffie", Front::Sign('–'), "- koffie"),
            ("o\tkoffie", Front::Sign('o'), "- koffie"),
            ("-thee", Front::Tight('-'), "- thee"),
            ("*thee", Front::Tight('*'), "* thee"),
            ("-\u{a0}thee", Front::Fixed('-'), "- thee"),
            ("*\u{a0}thee", Front::Fixed('*'), "* thee"),
            ("2.\u{a0}Notulen", Front::Fixed('.'), "2. Notulen"),
            ("2.Notulen", Front::Number, "2. Notulen"),
            ("12)Rondvraag", Front::Number, "12. Rondvraag"),
            ("b. Notulen", Front::Letter('b'), "1. Notulen"),
        ] {
            assert_eq!(front_of(line), Some(front), "{line}");
            assert_eq!(mended_line(line, front, 0), better, "{line}");
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
            assert_eq!(front_of(line), None, "{line}");
        }
    }
}

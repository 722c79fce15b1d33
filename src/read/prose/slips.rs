//! Finds near-Markdown that fails because of a single space or bracket: `#Kop`, `[woorden] (https://…)`,
//! `[woorden](een bestand.pdf)`.

use std::ops::Range;

use super::TextPosition;
use super::brackets::{is_address, is_picture_file, odd_links};
use super::inserts::InsertKind;
use super::raw::RawHtml;
use crate::ground::find_byte;
use crate::read::prose_messages as messages;

/// The maximum length of a heading. A longer line is a sentence that begins with a hashtag.
const LONGEST_HEADING: usize = 60;

/// Reports near-headings and near-links in a piece of text, except inside YAML, where it has no lines of its
/// own.
pub(super) fn find_slips(raw: &mut RawHtml<'_>, text: &str, range: &Range<usize>) {
    let TextPosition::From(start) = raw.position else { return };
    if let Some(word) = odd_fence(text) {
        let place = raw.place_of(raw.position.span(range));
        raw.remarks.add(messages::odd_fence(place, word));
        return;
    }
    let from = start + range.start;
    if let Some(link) = picture_after_space(raw.file_text, start + range.end).filter(|_| text.ends_with("! "))
    {
        let place = raw.place_of(raw.position.span(&(range.end - "! ".len()..range.end + link)));
        raw.remarks.add(messages::picture_with_space_before(place));
    }
    if !text.starts_with('#') && find_byte(text, b']').is_none() && !text.contains("**") {
        return;
    }
    let source = raw.file_text.get(from..start + range.end).unwrap_or_default();
    let begins_line = from == 0 || raw.file_text.as_bytes().get(from - 1) == Some(&b'\n');
    if let Some(marks) = nearly_heading(source).filter(|_| begins_line) {
        let place = raw.place_of(raw.position.span(range));
        raw.remarks.add(messages::heading_without_space(place, source, marks));
    }
    for found in nearly_links(source) {
        let place = raw.place_of(raw.position.span(&(range.start + found.start..range.start + found.end)));
        let is_picture = source[found.clone()].starts_with('!');
        raw.remarks.add(messages::link_with_space(place, &source[found], is_picture));
    }
    for (found, slip) in broken_links(source) {
        let place = raw.place_of(raw.position.span(&(range.start + found.start..range.start + found.end)));
        let typed = &source[found];
        raw.remarks.add(match slip {
            Slip::SpaceInAddress(address) => messages::space_in_address(place, typed, address),
            Slip::NotClosed => messages::link_not_closed(place, typed),
        });
    }
    for slip in odd_links(source) {
        let place =
            raw.place_of(raw.position.span(&(range.start + slip.range.start..range.start + slip.range.end)));
        raw.remarks.add(messages::odd_brackets(place, &slip.meant));
    }
    // Of unmatched asterisks, reporting the first is enough.
    if let Some(at) = source.find("**") {
        let place = raw.place_of(raw.position.span(&(range.start + at..range.start + at + 2)));
        raw.remarks.add(messages::loose_stars(place));
    }
}

/// Returns the word of an insert after three characters that look like those of a fence.
fn odd_fence(text: &str) -> Option<&str> {
    let signs = ['\'', '´', '‘', '’', '"', '“', '”', ','];
    let word = text.trim_start_matches(signs);
    let count = text.strip_suffix(word).unwrap_or_default().chars().count();
    (count == 3 && InsertKind::of(word).is_some()).then(|| word.trim())
}

/// What is wrong with `[words](target)`.
#[derive(Debug, PartialEq)]
enum Slip<'t> {
    /// The address contains spaces.
    SpaceInAddress(&'t str),
    /// The bracket after the address is missing.
    NotClosed,
}

/// Returns the links and pictures that do not work, with their positions and what is wrong.
fn broken_links(text: &str) -> impl Iterator<Item = (Range<usize>, Slip<'_>)> {
    text.match_indices("](").filter_map(|(middle, _)| broken_link(text, middle))
}

/// Returns the range of the link around `](` and what is wrong with it, or `None` if it is a valid link or
/// clearly not meant as one.
fn broken_link(text: &str, middle: usize) -> Option<(Range<usize>, Slip<'_>)> {
    let open = opening_bracket(text, middle).filter(|open| open + 1 < middle)?;
    let whole = text;
    let text = &whole[..whole.floor_char_boundary(middle + LONGEST_LINK)];
    let is_picture = text[..open].ends_with('!');
    let start = if is_picture { open - 1 } else { open };
    let inside = middle + "](".len();
    let Some(length) = closing_bracket(&text[inside..]) else {
        if text.len() < whole.len() {
            return None;
        }
        let address = text[inside..].split([' ', ')']).next().unwrap_or_default();
        let end = inside + address.trim_end_matches(['.', ',', ';', '…']).len();
        return is_address(&text[inside..end]).then_some((start..end, Slip::NotClosed));
    };
    let target = &text[inside..inside + length];
    // A title follows the address in quotes.
    let address = target.split(" \"").next().unwrap_or(target).trim();
    let page = address.split('#').next().unwrap_or(address);
    let is_slip = address.contains(' ') && !address.starts_with('<') && is_address(page);
    is_slip.then_some((start..inside + length + 1, Slip::SpaceInAddress(address)))
}

/// The maximum length of the words or the target of a link, in bytes. The search for brackets stops there.
const LONGEST_LINK: usize = 2_000;

/// Returns the last opening bracket before this position.
fn opening_bracket(text: &str, before: usize) -> Option<usize> {
    let from = text.floor_char_boundary(before.saturating_sub(LONGEST_LINK));
    text[from..before].rfind('[').map(|at| from + at)
}

/// Returns the position of the bracket that closes an address, which may itself contain brackets.
fn closing_bracket(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Returns the number of `#` at the start of a line that is most likely a heading.
fn nearly_heading(line: &str) -> Option<usize> {
    let words = line.trim_start_matches('#');
    let marks = line.len() - words.len();
    let first = words.chars().next()?;
    let is_sentence = line.ends_with(['.', '!', '?']) || line.chars().count() > LONGEST_HEADING;
    let is_intended = marks > 1 || first.is_uppercase();
    ((1..=6).contains(&marks) && first.is_alphabetic() && is_intended && !is_sentence && !words.contains('#'))
        .then_some(marks)
}

/// Returns the positions of `[words] (target)`.
fn nearly_links(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices("] (").filter_map(|(middle, _)| nearly_link(text, middle))
}

/// Returns the range of the link or picture around `] (`, if what is in the round brackets is certainly a target.
fn nearly_link(text: &str, middle: usize) -> Option<Range<usize>> {
    let open = opening_bracket(text, middle)?;
    let text = &text[..text.floor_char_boundary(middle + LONGEST_LINK)];
    let close = middle + text[middle..].find(')')?;
    let target = &text[middle + "] (".len()..close];
    let start = if text[..open].ends_with('!') { open - 1 } else { open };
    let is_target = ["https://", "http://", "www.", "mailto:", "tel:", "../", "/"]
        .iter()
        .any(|start| target.starts_with(start))
        || target.ends_with(".md")
        || is_picture_file(target);
    let has_space = target.contains(' ') && !is_picture_file(target);
    (is_target && !has_space && open + 1 < middle).then_some(start..close + 1)
}

/// Returns the length of the link to a picture here, when the `! ` before it stands apart: `! [Feest](feest.jpg)`.
fn picture_after_space(file_text: &str, at: usize) -> Option<usize> {
    let (before, link) = file_text.split_at_checked(at)?;
    let is_apart =
        before.strip_suffix("! ").is_some_and(|it| it.is_empty() || it.ends_with(char::is_whitespace));
    let link = link.get(..link.floor_char_boundary(LONGEST_LINK)).filter(|_| is_apart)?;
    let middle = link.find("](").filter(|_| link.starts_with('['))?;
    let close = middle + link[middle..].find(')')?;
    is_picture_file(&link[middle + "](".len()..close]).then_some(close + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_distinguished_from_hashtags() {
        assert_eq!(nearly_heading("#Openingstijden"), Some(1));
        assert_eq!(nearly_heading("##wie zijn wij"), Some(2));
        assert_eq!(nearly_heading("#samen aan tafel"), None);
        assert_eq!(nearly_heading("#NLdoet is op 14 maart."), None);
        assert_eq!(nearly_heading("#1 van het dorp"), None);
        assert_eq!(nearly_heading("#Samen #Dorp"), None);
    }

    #[test]
    fn links_are_distinguished_from_words_in_brackets() {
        let found = |text: &str| nearly_links(text).map(|range| text[range].to_owned()).collect::<Vec<_>>();
        assert_eq!(
            found("zie [de site] (https://dorp.nl) of [de zaal] (../locaties/zaal.md)"),
            ["[de site] (https://dorp.nl)", "[de zaal] (../locaties/zaal.md)"]
        );
        assert_eq!(found("Zo: ![Feest] (media/feest.jpg)"), ["![Feest] (media/feest.jpg)"]);
        assert!(found("koffie [gratis] (en thee)").is_empty());
        assert!(found("[] (https://dorp.nl)").is_empty());
    }

    #[test]
    fn links_with_a_space_or_without_an_end_are_found() {
        let found =
            |text: &str| broken_links(text).map(|(range, _)| text[range].to_owned()).collect::<Vec<_>>();
        for link in [
            "[de notulen](../documenten/Notulen mei.pdf)",
            "![Foto](media/Foto 1.jpg \"Een foto\")",
            "[a](media/Foto (1) b.jpg)",
            "[bel](tel:050 3021234)",
        ] {
            assert_eq!(found(&format!("Zie {link} en kom.")), [link]);
        }
        assert_eq!(found("zie [open](http://x.nl en kom"), ["[open](http://x.nl"]);
        for words in ["[gratis](zie onder)", "[a](b", "[](a b.pdf)", "f[0](x y)"] {
            assert!(found(words).is_empty(), "{words}");
        }
    }
}

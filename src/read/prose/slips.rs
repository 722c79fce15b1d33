//! What was meant as Markdown and is none, because of one blank: `#Kop`, and `[woorden] (https://…)`.

use std::ops::Range;

use super::Standing;
use super::raw::RawHtml;
use crate::read::prose_messages as messages;

/// A line that is longer is a sentence, and begins with a hashtag.
const LONGEST_HEADING: usize = 60;

/// Tells what was nearly a heading or a link in a piece of text. A text inside YAML has no lines of its own to look at.
pub(super) fn look(raw: &mut RawHtml<'_>, text: &str, range: &Range<usize>) {
    let Standing::From(start) = raw.standing else { return };
    if !text.starts_with('#') && !text.contains("] (") {
        return;
    }
    let from = start + range.start;
    let source = raw.file_text.get(from..start + range.end).unwrap_or_default();
    let begins_line = from == 0 || raw.file_text.as_bytes().get(from - 1) == Some(&b'\n');
    if let Some(marks) = nearly_heading(source).filter(|_| begins_line) {
        let place = raw.place_of(raw.standing.span(range));
        raw.remarks.push(messages::heading_without_blank(place, source, marks));
    }
    for found in nearly_links(source) {
        let place = raw.place_of(raw.standing.span(&(range.start + found.start..range.start + found.end)));
        raw.remarks.push(messages::link_with_blank(place, &source[found]));
    }
}

/// How many `#` a line begins with that is most likely a heading.
fn nearly_heading(line: &str) -> Option<usize> {
    let words = line.trim_start_matches('#');
    let marks = line.len() - words.len();
    let first = words.chars().next()?;
    let is_sentence = line.ends_with(['.', '!', '?']) || line.chars().count() > LONGEST_HEADING;
    let is_meant = marks > 1 || first.is_uppercase();
    ((1..=6).contains(&marks) && first.is_alphabetic() && is_meant && !is_sentence && !words.contains('#'))
        .then_some(marks)
}

/// Where `[words] (target)` stands.
fn nearly_links(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices("] (").filter_map(|(middle, _)| nearly_link(text, middle))
}

/// Where it stands around `] (`, when what is in the brackets is surely a target.
fn nearly_link(text: &str, middle: usize) -> Option<Range<usize>> {
    let open = text[..middle].rfind('[')?;
    let close = middle + text[middle..].find(')')?;
    let target = &text[middle + "] (".len()..close];
    let is_target = ["https://", "http://", "www.", "mailto:", "tel:", "../", "/"]
        .iter()
        .any(|start| target.starts_with(start))
        || target.ends_with(".md");
    (is_target && !target.contains(' ') && open + 1 < middle).then_some(open..close + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_hashtags() {
        assert_eq!(nearly_heading("#Openingstijden"), Some(1));
        assert_eq!(nearly_heading("##wie zijn wij"), Some(2));
        assert_eq!(nearly_heading("#samen aan tafel"), None);
        assert_eq!(nearly_heading("#NLdoet is op 14 maart."), None);
        assert_eq!(nearly_heading("#1 van het dorp"), None);
        assert_eq!(nearly_heading("#Samen #Dorp"), None);
    }

    #[test]
    fn links_are_told_from_words_in_brackets() {
        let found = |text: &str| nearly_links(text).map(|range| text[range].to_owned()).collect::<Vec<_>>();
        assert_eq!(
            found("zie [de site] (https://dorp.nl) of [de zaal] (../locaties/zaal.md)"),
            ["[de site] (https://dorp.nl)", "[de zaal] (../locaties/zaal.md)"]
        );
        assert!(found("koffie [gratis] (en thee)").is_empty());
        assert!(found("[] (https://dorp.nl)").is_empty());
    }
}

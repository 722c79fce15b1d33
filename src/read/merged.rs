//! Finds merge conflicts: two versions of a text in one file, between `<<<<<<<`, `=======` and `>>>>>>>`.

use std::ops::Range;

use crate::ground::find_words;

/// A text that contains two versions of some of its lines.
#[derive(Debug, PartialEq)]
pub(super) struct Merged {
    /// The first marker line.
    pub(super) first: Range<usize>,
    /// The number of conflicts.
    pub(super) count: usize,
    /// The text with spaces in place of the marker lines and the second versions: the same number of bytes.
    pub(super) one_version: String,
}

/// A marker line of a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Opens,
    /// Opens the common ancestor, which some programs include.
    Ancestor,
    Separator,
    Closes,
}

/// The marker lines of one conflict, as far as they are present.
#[derive(Default)]
struct Pair {
    opens: Option<Range<usize>>,
    ancestor: Option<Range<usize>>,
    separator: Option<Range<usize>>,
    closes: Option<Range<usize>>,
}

/// Returns the text with its conflicts, or `None` if it has none.
pub(super) fn merged(text: &str) -> Option<Merged> {
    let has = |mark: &[u8]| find_words(text.as_bytes(), mark).is_some();
    if !has(b"<<<<<<<") && !has(b">>>>>>>") {
        return None;
    }
    let pairs = pairs_in(text);
    let first = pairs.first().and_then(Pair::first)?;
    let mut bytes = text.as_bytes().to_vec();
    for pair in &pairs {
        let end = pair.closes.as_ref().map_or(text.len(), |line| line.start);
        let former_end = pair.separator.as_ref().map_or(end, |line| line.start);
        let own_end = pair.ancestor.as_ref().map_or(former_end, |line| line.start);
        let own = pair.opens.as_ref().map(|line| line.end..own_end);
        // If the first version is empty, the second says more.
        let is_empty = own.is_some_and(|own| text[own].trim().is_empty());
        if let Some(line) = &pair.ancestor {
            blank_out(&mut bytes, line.start..former_end);
        }
        if let Some(line) = pair.separator.as_ref().filter(|_| !is_empty && pair.opens.is_some()) {
            blank_out(&mut bytes, line.start..end);
        }
        [&pair.opens, &pair.separator, &pair.closes].into_iter().flatten().for_each(|line| {
            blank_out(&mut bytes, line.clone());
        });
    }
    let one_version = String::from_utf8(bytes).ok()?;
    Some(Merged { first, count: pairs.len(), one_version })
}

impl Pair {
    /// Returns the first marker line that is present.
    fn first(&self) -> Option<Range<usize>> {
        self.opens.clone().or_else(|| self.separator.clone())
    }

    /// Whether a program certainly made this, and not a writer who likes such characters.
    fn is_sure(&self, text: &str) -> bool {
        match &self.opens {
            Some(line) => self.separator.is_some() || text[line.clone()].trim_end().len() > "<<<<<<<".len(),
            None => self.separator.is_some() && self.closes.is_some(),
        }
    }
}

/// Finds the conflicts in a text, in order.
fn pairs_in(text: &str) -> Vec<Pair> {
    let (mut pairs, mut pair, mut line_start) = (Vec::new(), Pair::default(), 0);
    for line in text.split_inclusive('\n') {
        let range = line_start..line_start + line.trim_end_matches('\n').len();
        line_start += line.len();
        match mark_of(line.trim_end()) {
            Some(Mark::Opens) => {
                pairs.push(std::mem::take(&mut pair));
                pair.opens = Some(range);
            }
            Some(Mark::Ancestor) if pair.opens.is_some() && pair.separator.is_none() => {
                pair.ancestor = Some(range)
            }
            // Without an opening marker, an earlier `=======` may underline a heading: the last one counts.
            Some(Mark::Separator) if pair.separator.is_none() || pair.opens.is_none() => {
                pair.separator = Some(range)
            }
            Some(Mark::Closes) => {
                pair.closes = Some(range);
                pairs.push(std::mem::take(&mut pair));
            }
            _ => {}
        }
    }
    pairs.push(pair);
    pairs.retain(|pair| pair.is_sure(text));
    pairs
}

/// Recognises a marker: seven characters at the very start of a line, followed by nothing or a name.
fn mark_of(line: &str) -> Option<Mark> {
    let (signs, rest) = line.split_at_checked(7)?;
    let mark = match signs {
        "<<<<<<<" => Mark::Opens,
        "|||||||" => Mark::Ancestor,
        "=======" => Mark::Separator,
        ">>>>>>>" => Mark::Closes,
        _ => return None,
    };
    let is_name = mark != Mark::Separator && rest.starts_with(' ') && !rest.contains(['<', '>', '|']);
    (rest.is_empty() || is_name).then_some(mark)
}

/// Replaces everything but the line ends with spaces.
fn blank_out(bytes: &mut [u8], range: Range<usize>) {
    let bytes = bytes.get_mut(range).unwrap_or_default();
    bytes.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the lines that are left, and the number of conflicts.
    fn left(text: &str) -> Option<(Vec<String>, usize)> {
        let merged = merged(text)?;
        assert_eq!(merged.one_version.len(), text.len(), "{text}");
        let lines = merged.one_version.lines().map(str::trim_end).filter(|line| !line.is_empty());
        Some((lines.map(str::to_owned).collect(), merged.count))
    }

    #[test]
    fn one_version_of_a_conflict_is_kept() {
        for (text, lines, count) in [
            ("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\nd\n", vec!["a", "b", "d"], 1),
            ("<<<<<<< x\nb\n||||||| y\ne\n=======\nc\n>>>>>>> z", vec!["b"], 1),
            ("<<<<<<< HEAD\n=======\nc\n>>>>>>> main\n", vec!["c"], 1),
            ("<<<<<<< HEAD\nb\n", vec!["b"], 1),
            ("b\n=======\nc\n>>>>>>> main\n", vec!["b", "c"], 1),
            ("<<<<<<< HEAD\nb\n=======\nc\n", vec!["b"], 1),
            (
                "<<<<<<< HEAD\né\n=======\nc\n>>>>>>> main\nd\n<<<<<<<\ne\n=======\nf\n>>>>>>>",
                vec!["é", "d", "e"],
                2,
            ),
        ] {
            let lines = lines.into_iter().map(str::to_owned).collect();
            assert_eq!(left(text), Some((lines, count)), "{text}");
        }
    }

    #[test]
    fn the_first_line_of_a_conflict_is_pointed_at() {
        let text = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n";
        assert_eq!(merged(text).map(|it| text[it.first].to_owned()).as_deref(), Some("<<<<<<< HEAD"));
    }

    #[test]
    fn signs_that_are_not_a_conflict_are_left_alone() {
        for text in [
            "Titel\n=======\n\nTekst.",
            "<<<<<<< hier knippen >>>>>>>",
            "<<<<<<<<<< a\n==========\n>>>>>>>>>> b",
            " <<<<<<< HEAD\n =======\n >>>>>>> main",
            ">>>>>>> een citaat in een citaat",
            "<<<<<<<\n\n>>>>>>>",
            "",
        ] {
            assert_eq!(merged(text), None, "{text}");
        }
    }
}

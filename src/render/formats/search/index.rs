//! The index: words in alphabetical order, each also under its parts, cut into files of about the same size.
//! A browser fetches only the one or two files that can contain what the visitor types.

use std::collections::{BTreeMap, BTreeSet};

use super::compounds::parts;
use super::folding::stem;
use super::gather::{Words, is_in_text};

/// How many items share one file of words, and the most files there are.
const PER_FILE: usize = 40;
const MOST_FILES: usize = 48;

/// Into how many files the words are divided by length, for typing errors.
const LENGTHS: usize = 6;

/// The shortest and the longest word in which a typing error is recognised.
const SHORTEST: usize = 4;
const LONGEST: usize = 24;

/// A site with fewer words than this may not use a part of a compound as a word of its own, and has few words
/// that could be mistyped. With more words, guessing would make the files large for little gain.
const FEW: usize = 8_000;

/// The longest word that counts as a filler when it occurs in a quarter of all items: `de`, `van`.
const LONGEST_FILLER: usize = 3;

/// How many files there are. This is known before the index exists, because building it takes a while.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    pub(super) files: usize,
    pub(super) lengths: usize,
}

impl Size {
    pub(super) fn of(items: usize) -> Self {
        let files = items.div_ceil(PER_FILE).clamp(1, MOST_FILES);
        Self { files, lengths: if files == 1 { 1 } else { LENGTHS } }
    }
}

/// The files to publish, and what the page needs to know about them.
pub(super) struct Index {
    /// The version of the list that the numbers refer to: a page and a file of different versions do not
    /// match.
    pub(super) version: String,
    /// The letters each file begins with.
    pub(super) starts: Vec<String>,
    /// Short words that occur nearly everywhere.
    pub(super) fillers: Vec<String>,
    /// Words with the numbers of their items, each stored as the difference from the previous one.
    pub(super) files: Vec<Vec<u8>>,
    /// Which file has the words of each length.
    pub(super) file_of_length: Vec<usize>,
    /// The words by length.
    pub(super) lengths: Vec<Vec<u8>>,
}

impl Index {
    pub(super) fn of(words: &Words, items: usize, version: String) -> Self {
        let size = Size::of(items);
        let (starts, files) = cut_into_files(words, size.files);
        let mut by_length = vec![Vec::new(); size.lengths];
        let significant = words.iter().filter(|(_, numbers)| words.len() < FEW || is_significant(numbers));
        for word in significant.map(|(word, _)| word) {
            let length = word.chars().count();
            if (SHORTEST..=LONGEST).contains(&length) {
                by_length[file_of_length(length, size.lengths)].push(word.as_str());
            }
        }
        let lengths: Vec<String> =
            by_length.into_iter().map(|words| format!("\"{}\"", words.join(" "))).collect();
        let file_of_body = |body: String| format!("{{\"v\":\"{version}\",\"w\":{body}}}\n").into_bytes();
        let fillers = words
            .iter()
            .filter(|(word, numbers)| word.chars().count() <= LONGEST_FILLER && numbers.len() * 4 > items);
        Self {
            starts,
            fillers: fillers.map(|(word, _)| word.clone()).collect(),
            file_of_length: (0..=LONGEST).map(|length| file_of_length(length, size.lengths)).collect(),
            files: files.into_iter().map(file_of_body).collect(),
            lengths: lengths.into_iter().map(file_of_body).collect(),
            version,
        }
    }
}

/// Whether a word occurs in more than one item, or elsewhere than in the text.
fn is_significant(numbers: &[u32]) -> bool {
    numbers.len() > 1 || numbers.iter().any(|number| !is_in_text(*number))
}

/// Returns the file for words of this length. Two lengths share a file, so a word with one letter more or
/// fewer is in at most one other file.
fn file_of_length(length: usize, files: usize) -> usize {
    (length / 2).saturating_sub(2).min(files - 1)
}

/// A word, listed under the letters that it or one of its parts begins with.
struct Line<'w> {
    letters: &'w str,
    word: &'w str,
}

/// Cuts the lines into this many files of about the same size. Returns the letters each begins with, and its
/// content.
fn cut_into_files(words: &Words, files: usize) -> (Vec<String>, Vec<String>) {
    let line_by_word: BTreeMap<&str, String> =
        words.iter().map(|(word, numbers)| (word.as_str(), line(word, numbers))).collect();
    let stems: BTreeSet<&str> = words.keys().map(|word| stem(word)).collect();
    let mut lines: Vec<Line<'_>> = Vec::new();
    for word in words.keys() {
        let inner = parts(word, words.len() < FEW, |part| stems.contains(stem(part)));
        lines.extend(inner.into_iter().chain([word.as_str()]).map(|letters| Line { letters, word }));
    }
    lines.sort_unstable_by_key(|line| (line.letters, line.word));
    let size = |line: &Line<'_>| line_by_word.get(line.word).map_or(0, String::len);
    let whole: usize = lines.iter().map(size).sum();
    let (mut starts, mut bodies) = (Vec::with_capacity(files), Vec::with_capacity(files));
    let (mut from, mut done) = (0, 0);
    for number in 1..=files {
        let mut until = from;
        while until < lines.len() && (number == files || done < whole * number / files) {
            done += size(&lines[until]);
            until += 1;
        }
        // Lines with the same letters are never split over two files.
        while until > from && until < lines.len() && lines[until].letters == lines[until - 1].letters {
            done += size(&lines[until]);
            until += 1;
        }
        starts.push(first_letters(&lines, from));
        let own: BTreeSet<&str> = lines[from..until].iter().map(|line| line.word).collect();
        let own: Vec<&str> =
            own.into_iter().filter_map(|word| line_by_word.get(word).map(String::as_str)).collect();
        bodies.push(format!("{{{}}}", own.join(",")));
        from = until;
    }
    (starts, bodies)
}

/// Returns the shortest prefix that separates a line from the previous one.
fn first_letters(lines: &[Line<'_>], at: usize) -> String {
    let Some(before) = at.checked_sub(1).and_then(|at| lines.get(at)) else { return String::new() };
    // No line follows the last one.
    let Some(line) = lines.get(at) else { return format!("{}~", before.letters) };
    let ends = line.letters.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let parting = ends.map(|end| &line.letters[..end]).find(|front| *front > before.letters);
    parting.unwrap_or(line.letters).to_owned()
}

/// Writes a word with the numbers of its items, `"dorpshuis":[0,5,4]`; words are only letters and digits.
fn line(word: &str, numbers: &[u32]) -> String {
    let mut line = format!("\"{word}\":[");
    let mut last = 0;
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        line.push_str(&(number - last).to_string());
        last = *number;
    }
    line.push(']');
    line
}

#[cfg(test)]
mod tests {
    use super::super::gather::PLACES;
    use super::*;

    fn words(all: &[&str]) -> Words {
        (0..).zip(all).map(|(number, word)| ((*word).to_owned(), vec![number * PLACES])).collect()
    }

    #[test]
    fn a_word_is_filed_under_its_own_start_and_that_of_its_parts() {
        let words = words(&["agenda", "dorpshuis", "feest", "koffie", "zaal"]);
        let (starts, files) = cut_into_files(&words, 3);
        let of = |letters: &str| {
            let number = starts.iter().rposition(|start| start.as_str() <= letters).expect("a file");
            files[number].as_str()
        };
        assert_eq!(starts[0], "");
        assert!(of("dorp").contains("\"dorpshuis\":[4]"), "{starts:?} {files:?}");
        assert!(of("huis").contains("\"dorpshuis\":[4]"), "{starts:?} {files:?}");
    }

    #[test]
    fn a_site_without_words_still_has_its_files() {
        let (starts, files) = cut_into_files(&Words::new(), 2);
        assert_eq!((starts.len(), files), (2, vec!["{}".to_owned(), "{}".to_owned()]));
    }
}

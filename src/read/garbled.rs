//! Finds letters garbled by a program that decoded UTF-8 as a legacy encoding and saved the result: `CafÃ©`.

use std::ops::Range;

use super::decode::in_windows_1252;
use super::front_matter::TextFile;
use super::spoiled_messages as messages;
use super::yaml::Span;
use crate::ground::{Diagnostic, find_words};

/// The first letter of a garbled sequence: for `é`, for `°`, and for `–` and `€`.
const FIRST: [char; 3] = ['Ã', 'Â', 'â'];

/// The same in UTF-8. Most files contain none of these, which settles the matter quickly.
const FIRST_BYTES: [&[u8]; 3] = ["Ã".as_bytes(), "Â".as_bytes(), "â".as_bytes()];

/// Reports the first garbled letters in a file, with their line as it was meant.
pub(super) fn remark(file: &TextFile) -> Option<Diagnostic> {
    let is_in = |first: &[u8]| find_words(file.text.as_bytes(), first).is_some();
    if file.text.is_ascii() || !FIRST_BYTES.into_iter().any(is_in) {
        return None;
    }
    let mut lines = garbled_lines(&file.text);
    let (first, meant) = lines.next()?;
    Some(messages::garbled(file.place(Span::new(first.start, first.end)), &meant, lines.count()))
}

/// Returns the garbled lines: the position of the first garbled sequence, and the whole line as it was meant.
fn garbled_lines(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let mut next_start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let line_start = next_start;
        next_start += line.len();
        let (first, meant) = repaired_line(line.trim_end_matches('\n'))?;
        Some((line_start + first.start..line_start + first.end, meant))
    })
}

/// Returns the position of the first garbled sequence in a line, and the line as it was meant.
fn repaired_line(line: &str) -> Option<(Range<usize>, String)> {
    if !line.contains(FIRST) {
        return None;
    }
    let (mut meant, mut first, mut position) = (String::with_capacity(line.len()), None, 0);
    while let Some(letter) = line[position..].chars().next() {
        match decoded(&line[position..]) {
            Some((length, letter)) => {
                first.get_or_insert(position..position + length);
                meant.push(letter);
                position += length;
            }
            None => {
                meant.push(letter);
                position += letter.len_utf8();
            }
        }
    }
    first.map(|first| (first, meant))
}

/// Returns the letter that a garbled sequence at the start of a text stands for, and its length in bytes.
fn decoded(text: &str) -> Option<(usize, char)> {
    let first = text.chars().next().filter(|first| FIRST.contains(first))?;
    let count = if first == 'â' { 3 } else { 2 };
    let letters: Vec<char> = text.chars().take(count).collect();
    let bytes: Vec<u8> = letters.iter().filter_map(|letter| in_windows_1252(*letter)).collect();
    let meant = std::str::from_utf8(&bytes).ok().filter(|_| bytes.len() == count)?;
    let length = letters.iter().map(|letter| letter.len_utf8()).sum();
    meant.chars().next().map(|meant| (length, meant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn garbled_text_is_restored_as_it_was_meant() {
        let meant = |line: &str| repaired_line(line).map(|(_, meant)| meant);
        assert_eq!(meant("titel: CafÃ© â€“ Ã©Ã©n â‚¬ 5").as_deref(), Some("titel: Café – één € 5"));
        assert_eq!(meant("20Â° en zonâ€™s").as_deref(), Some("20° en zon’s"));
        for valid in ["Café “CAFÉ” – één", "â la carte", "Ã", "Â", "â€", "São Paulo", ""] {
            assert_eq!(meant(valid), None, "{valid}");
        }
    }

    #[test]
    fn garbled_text_is_found_with_its_place() {
        let lines: Vec<_> = garbled_lines("a\nCafÃ©\nb\nÃ©\n").collect();
        assert_eq!(lines, [(5..9, "Café".to_owned()), (12..16, "é".to_owned())]);
    }
}

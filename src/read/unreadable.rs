//! Finds unreadable characters: replacement characters, and symbols from a font that only Word has.

use std::ops::Range;

use super::bullet_signs::{Bullet, bullet_of, is_of_symbols, without_bullet};
use super::front_matter::TextFile;
use super::spoiled_messages;
use super::yaml::Span;
use crate::ground::{Code, Diagnostic, find_byte};

/// The first byte of all of them in UTF-8. Most files do not contain it, which settles the matter quickly.
const FIRST_BYTE: u8 = 0xEF;

/// Reports the first such character in a file. Those used as bullets of a list have already been reported.
pub(super) fn remark(file: &TextFile) -> Option<Diagnostic> {
    find_byte(&file.text, FIRST_BYTE)?;
    let is_of_list =
        |remark: &Diagnostic| matches!(remark.code, Code::LinesOutOfShape | Code::YamlSpecialStart);
    let are_lists_reported = file.remarks.iter().any(is_of_list);
    let mut lines = lines_with_signs(&file.text).filter(|(line, _)| {
        let words = file.text[line.clone()].trim_start();
        let is_reported = are_lists_reported && matches!(bullet_of(words), Some(Bullet::Sign(_)));
        !(is_reported && sign_in(without_bullet(words)).is_none())
    });
    let (line, sign) = lines.next()?;
    let typed = &file.text[line];
    let words = typed.trim_start();
    let is_bullet = words.starts_with(is_of_symbols) && bullet_of(words).is_some();
    let meant =
        is_bullet.then(|| format!("{}- {}", &typed[..typed.len() - words.len()], without_bullet(words)));
    let meant = meant.filter(|line| sign_in(line).is_none());
    let place = file.place(Span::new(sign.start, sign.end));
    Some(spoiled_messages::unreadable(place, meant, lines.count()))
}

/// Returns the lines that contain such characters, with the position of the first in each.
fn lines_with_signs(text: &str) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let mut next_start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let line_start = next_start;
        next_start += line.len();
        let sign = sign_in(line)?;
        Some((line_start..line_start + line.trim_end().len(), line_start + sign.start..line_start + sign.end))
    })
}

/// Returns the position of the first such character in a line.
fn sign_in(line: &str) -> Option<Range<usize>> {
    let is_unreadable =
        |letter: char| matches!(letter, '\u{FFFC}' | char::REPLACEMENT_CHARACTER) || is_of_symbols(letter);
    let (start, sign) = line.match_indices(is_unreadable).next()?;
    Some(start..start + sign.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unreadable_characters_are_found_with_their_place() {
        let lines: Vec<_> = lines_with_signs("a\nCaf\u{FFFD} \u{FFFD}\n\u{F0B7} b\n").collect();
        assert_eq!(lines, [(2..12, 5..8), (13..18, 13..16)]);
        for valid in ["Café – één €", "ﬁets", "👍 \u{F8FF}", "\u{FEFF}"] {
            assert_eq!(lines_with_signs(valid).count(), 0, "{valid}");
        }
    }
}

//! Finds lists with signs other than a dash, such as `•`, `–` and `*` from Word, or without a space after the
//! dash. YAML takes them for one long value.

use std::ops::Range;

use super::line::parts_of;
use super::lines::Lines;
use super::messages;
use super::repair::Repair;
use super::structure::{is_item, opens_text};
use crate::ground::Diagnostic;
use crate::read::bullet_signs::{Bullet, bullet_of, without_bullet};

/// The longest list for which corrected lines are shown.
const MOST_LINES: usize = 40;

/// A list that YAML does not recognise: the diagnostic for its first line, and how to mend each of its lines.
pub(super) struct OddList {
    pub(super) remark: Diagnostic,
    pub(super) lines: Vec<(Range<usize>, Repair)>,
}

/// Finds the lists that YAML does not recognise.
pub(super) fn odd_lists(lines: &Lines<'_>) -> Vec<OddList> {
    let typed = &lines.text[lines.range.clone()];
    if !typed.lines().any(|line| bullet_of(line.trim_start()).is_some()) {
        return Vec::new();
    }
    let mut odd_lists = Vec::new();
    let mut run: Vec<Range<usize>> = Vec::new();
    // The indentation of the key with a text below it.
    let mut text_column: Option<usize> = None;
    // How far list items may be indented here.
    let mut deepest_bullet: Option<usize> = None;
    // The indentation of the surrounding items, and whether the last one lacks the space after its dash.
    let (mut item_column, mut is_tight): (Option<usize>, bool) = (None, false);
    for line in lines.below(lines.range.start) {
        let words = lines.as_typed(&line);
        let indent = words.len() - words.trim_start().len();
        if is_tight && item_column.is_some_and(|column| indent > column) {
            if let Some(OddList { lines, .. }) = odd_lists.last_mut() {
                lines.push((line, Repair::Skip));
            }
            continue;
        }
        is_tight = false;
        if text_column.is_some_and(|column| indent > column) {
            continue;
        }
        text_column = opens_text(words).then_some(indent);
        if item_column == Some(indent) && is_tight_item(words) {
            push_run(lines, std::mem::take(&mut run), &mut odd_lists);
            odd_lists.push(tight_item(lines, line));
            (deepest_bullet, is_tight) = (None, true);
            continue;
        }
        let is_bullet =
            deepest_bullet.is_some_and(|most| indent <= most) && bullet_of(words.trim()).is_some();
        if is_bullet {
            run.push(line);
            continue;
        }
        item_column =
            if is_item(words) { Some(indent) } else { item_column.filter(|column| indent > *column) };
        let parts = parts_of(words);
        let opens = parts.key.is_some() && parts.value.0 == parts.value.1;
        deepest_bullet = match is_item(words) {
            // Lines indented further continue the words of the item.
            true if !opens => Some(indent),
            _ => opens.then_some(usize::MAX),
        };
        push_run(lines, std::mem::take(&mut run), &mut odd_lists);
    }
    push_run(lines, run, &mut odd_lists);
    odd_lists
}

/// Whether a line is like `-titel: Koffie`, in a list whose other items have fields too.
fn is_tight_item(line: &str) -> bool {
    let words = line.trim();
    matches!(bullet_of(words), Some(Bullet::Tight)) && parts_of(&words[1..]).key.is_some()
}

/// Reports an item without a space after its dash, and skips it: the rest would belong to the item above.
fn tight_item(lines: &Lines<'_>, line: Range<usize>) -> OddList {
    let typed = lines.as_typed(&line);
    let start = line.start + typed.len() - typed.trim_start().len();
    let place = lines.place(start, start + 1);
    OddList {
        remark: messages::odd_bullet(place, Bullet::Tight, Some(with_dash(typed))),
        lines: vec![(line, Repair::Skip)],
    }
}

/// Adds the lines of one list with the diagnostic for its first, if there are any.
fn push_run(lines: &Lines<'_>, run: Vec<Range<usize>>, odd_lists: &mut Vec<OddList>) {
    let Some(first) = run.first() else { return };
    let Some(bullet) = bullet_of(lines.as_typed(first).trim()) else { return };
    let start = first.start + lines.as_typed(first).len() - lines.as_typed(first).trim_start().len();
    let place = lines.place(start, first.end);
    let correction = (run.len() <= MOST_LINES)
        .then(|| run.iter().map(|line| with_dash(lines.as_typed(line))).collect::<Vec<String>>().join("\n"));
    let remark = messages::odd_bullet(place, bullet, correction);
    let is_after_items = lines.line_before(first).is_some_and(|above| is_item(lines.as_typed(&above)));
    let all_tight =
        run.iter().all(|line| matches!(bullet_of(lines.as_typed(line).trim()), Some(Bullet::Tight)));
    let with_repair = |line: Range<usize>| {
        let repair = repair_of(lines.as_typed(&line), all_tight && !is_after_items);
        (line, repair)
    };
    odd_lists.push(OddList { remark, lines: run.into_iter().map(with_repair).collect() });
}

/// Returns the line with a dash and a space.
fn with_dash(line: &str) -> String {
    let words = line.trim_start();
    let leading = &line[..line.len() - words.len()];
    format!("{leading}- {}", without_bullet(words))
}

/// Returns how a line gets a dash and a space without changing its number of bytes, where possible.
fn repair_of(line: &str, may_move: bool) -> Repair {
    let words = line.trim_start();
    let indent = line.len() - words.len();
    let mut letters = words.chars();
    match letters.next() {
        Some('-') if matches!(bullet_of(words), Some(Bullet::NonBreaking)) => {
            let space = letters.next().map_or(0, char::len_utf8);
            Repair::Line(format!("{}-{}{}", &line[..indent], " ".repeat(space), letters.as_str()))
        }
        Some('-') if may_move && indent > 0 => {
            Repair::Line(format!("{}- {}", " ".repeat(indent - 1), &words[1..]))
        }
        Some(sign) if sign != '-' => {
            let spaces = " ".repeat(sign.len_utf8() - 1);
            Repair::Line(format!("{}-{spaces}{}", &line[..indent], &words[sign.len_utf8()..]))
        }
        _ => Repair::Skip,
    }
}

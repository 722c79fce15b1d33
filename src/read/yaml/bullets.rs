//! Lists with another sign than a dash in front of their lines, as Word makes them: `•`, `–`, `*`; or with no blank behind
//! the dash. YAML takes them for one long value.

use std::ops::Range;

use super::line::parts_of;
use super::lines::Lines;
use super::messages;
use super::repair::Repair;
use super::structure::{is_item, opens_text};
use crate::ground::Diagnostic;
use crate::read::bullet_signs::{Bullet, bullet_of, without_bullet};

/// Of longer lists no corrected lines are shown.
const MOST_LINES: usize = 40;

/// A list that is none yet: what is said of its first line, and how each of its lines is mended.
pub(super) struct OddList {
    pub(super) remark: Diagnostic,
    pub(super) lines: Vec<(Range<usize>, Repair)>,
}

/// The lists that are none yet.
pub(super) fn odd_lists(lines: &Lines<'_>) -> Vec<OddList> {
    let typed = &lines.text[lines.range.clone()];
    if !typed.lines().any(|line| bullet_of(line.trim_start()).is_some()) {
        return Vec::new();
    }
    let mut odd_lists = Vec::new();
    let mut run: Vec<Range<usize>> = Vec::new();
    // How far the key is indented that has a text below it.
    let mut text_column: Option<usize> = None;
    // How far lines of a list may be indented here.
    let mut deepest_bullet: Option<usize> = None;
    // How far the items are indented among which a line stands, and whether the blank of the last one is missing.
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
            // What is indented further goes on with the words of the item.
            true if !opens => Some(indent),
            _ => opens.then_some(usize::MAX),
        };
        push_run(lines, std::mem::take(&mut run), &mut odd_lists);
    }
    push_run(lines, run, &mut odd_lists);
    odd_lists
}

/// `-titel: Koffie`, where others of the list have fields as well.
fn is_tight_item(line: &str) -> bool {
    let words = line.trim();
    matches!(bullet_of(words), Some(Bullet::Tight)) && parts_of(&words[1..]).key.is_some()
}

/// Of what stands in such an item nothing more is said: without its first line it would belong to the item above.
fn tight_item(lines: &Lines<'_>, line: Range<usize>) -> OddList {
    let typed = lines.as_typed(&line);
    let start = line.start + typed.len() - typed.trim_start().len();
    let place = lines.place(start, start + 1);
    OddList {
        remark: messages::odd_bullet(place, Bullet::Tight, Some(with_dash(typed))),
        lines: vec![(line, Repair::Skip)],
    }
}

/// Adds the lines of one list, with what is said of its first; nothing when there are none.
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

/// The line with a dash and a blank.
fn with_dash(line: &str) -> String {
    let words = line.trim_start();
    let front = &line[..line.len() - words.len()];
    format!("{front}- {}", without_bullet(words))
}

/// How a line gets a dash and a blank in as many bytes, where that can be done.
fn repair_of(line: &str, may_move: bool) -> Repair {
    let words = line.trim_start();
    let indent = line.len() - words.len();
    let mut letters = words.chars();
    match letters.next() {
        Some('-') if matches!(bullet_of(words), Some(Bullet::Fixed)) => {
            let blank = letters.next().map_or(0, char::len_utf8);
            Repair::Line(format!("{}-{}{}", &line[..indent], " ".repeat(blank), letters.as_str()))
        }
        Some('-') if may_move && indent > 0 => {
            Repair::Line(format!("{}- {}", " ".repeat(indent - 1), &words[1..]))
        }
        Some(sign) if sign != '-' => {
            let blanks = " ".repeat(sign.len_utf8() - 1);
            Repair::Line(format!("{}-{blanks}{}", &line[..indent], &words[sign.len_utf8()..]))
        }
        _ => Repair::Skip,
    }
}

//! Finds Dutch mobile numbers: `06` and eight digits, also with `+31`, grouped as people write them.

use std::ops::Range;

use super::boundaries::{ends_separately, starts_separately};

/// Returns the number that starts at this byte.
pub(super) fn range_at(text: &str, start: usize) -> Option<Range<usize>> {
    if !starts_separately(text, start) {
        return None;
    }
    let rest = &text[start..];
    let country = ["+31", "0031"].into_iter().find_map(|prefix| rest.strip_prefix(prefix));
    let after_prefix = match country {
        Some(after_prefix) => {
            let after_prefix = after_prefix.trim_start_matches([' ', '-']);
            let after_prefix =
                after_prefix.strip_prefix("(0)").unwrap_or(after_prefix).trim_start_matches([' ', '-']);
            after_prefix.strip_prefix('6')?
        }
        None => rest.strip_prefix("06")?,
    };
    let mut remaining = after_prefix;
    let mut groups: Vec<usize> = Vec::new();
    let mut digits = 0;
    while digits < 8 {
        // One separator between two groups, or a dash with spaces around it.
        let next = remaining
            .strip_prefix(" - ")
            .or_else(|| remaining.strip_prefix([' ', '-', '.', '\u{a0}', '‑', '–']));
        let next = next.unwrap_or(remaining);
        let length = next.bytes().take_while(u8::is_ascii_digit).count();
        if length == 0 || digits + length > 8 {
            return None;
        }
        groups.push(length);
        digits += length;
        remaining = &next[length..];
    }
    let end = text.len() - remaining.len();
    (ends_separately(text, end) && !is_day(&after_prefix[..after_prefix.len() - remaining.len()], &groups))
        .then_some(start..end)
}

/// Whether it is a date and a time instead: `06-12-2026 10` is in December.
fn is_day(after_prefix: &str, groups: &[usize]) -> bool {
    let year = || after_prefix.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).nth(1);
    matches!(groups, [2, 4, ..])
        && year().is_some_and(|year| year.starts_with("19") || year.starts_with("20"))
}

//! Explains a dash in front of a field of a block that is no list.

use std::ops::Range;

use super::lines::Lines;
use super::messages;
use super::repair::{Explained, Repair};
use super::structure::is_item;
use super::words::is_field;

/// Explains a dash in front of a field at the left, below a field that has a value: `- begin: 20.00`.
pub(super) fn stray_dash(lines: &Lines<'_>, line: &Range<usize>) -> Option<Explained> {
    let text = lines.as_typed(line);
    let (start, end) = lines.parts(line).key?;
    let above = lines.line_before(line)?;
    let is_beside = !is_item(lines.as_read(&above)) && lines.parts(&above).key.is_some();
    if !is_item(text) || !text.starts_with('-') || !is_beside || !is_field(&text[start..end]) {
        return None;
    }
    let place = lines.place(line.start, line.start + 1);
    // A line end takes the place of the dash, so that the field stays where it is.
    let repair = Repair::Line(format!("{}\n{}", " ".repeat(start - 1), &text[start..]));
    Some((line.clone(), messages::stray_dash(place, text[start..].to_owned()), repair))
}

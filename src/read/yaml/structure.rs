//! Finds mistakes that concern several lines together: indentation, and quotes that stay open. The parser
//! stumbles over these somewhere further on, or earlier.

use std::ops::Range;

use super::line::{LineParts, parts_of};
use super::lines::Lines;
use super::messages;
use super::quoted::{begins_with_apostrophe_word, closing, end_of_quoted, in_quotes};
use super::repair::{Explained, Repair};

/// A text below a key: the column of the key, and how far the text is indented.
struct TextBelow {
    column: usize,
    indent: Option<usize>,
}

/// Returns the first wrong line in a text that cannot be read.
pub(super) fn first_wrong(lines: &Lines<'_>) -> Option<Explained> {
    let mut text_below: Option<TextBelow> = None;
    let mut first: Option<Range<usize>> = None;
    for line in lines.below(lines.range.start) {
        let words = lines.as_read(&line);
        let indent = lines.indent_of(&line);
        let width = width_on_screen(lines.as_typed(&line)).max(indent);
        if let Some(text) = text_below.as_mut().filter(|text| width > text.column) {
            match odd_in_text(lines, &line, text) {
                None => continue,
                found => return found,
            }
        }
        let parts = parts_of(words);
        let is_text = is_text_mark(&words[parts.value.0..parts.value.1]);
        text_below = is_text.then(|| TextBelow { column: indent + width_of_dashes(words), indent: None });
        if parts.key.is_none() && !is_item(words) {
            continue;
        }
        if words[..parts.indent].contains('\t') {
            return Some(tab(lines, line));
        }
        let top = first.get_or_insert_with(|| line.clone());
        if indent < lines.indent_of(top) {
            let meant = messages::MeantIndent { indent, than: messages::ComparedWith::Below };
            return Some(with_indent(lines, top.clone(), meant));
        }
        // A mended line may have a quote where the writer's line has none.
        if has_open_quote(lines, &line, words, parts)
            && let Some(found) = open_quote(lines, line)
        {
            return Some(found);
        }
    }
    None
}

/// Explains a line of a text that is not indented like its first line. Nothing else in that line can be
/// wrong.
fn odd_in_text(lines: &Lines<'_>, line: &Range<usize>, text: &mut TextBelow) -> Option<Explained> {
    let typed = lines.as_typed(line);
    let indent = lines.indent_of(line);
    let leading = &typed[..lines.parts(line).indent];
    let meant = text.indent.unwrap_or(text.column + 2);
    if !leading.contains('\t') {
        let is_odd = indent < *text.indent.get_or_insert(indent);
        let meant_indent = messages::MeantIndent { indent: meant, than: messages::ComparedWith::Around };
        return is_odd
            .then(|| (line.clone(), with_indent(lines, line.clone(), meant_indent).1, blanked(typed)));
    }
    let tab = line.start + leading.find('\t').unwrap_or(0);
    let correction = format!("{}{}", " ".repeat(meant), typed.trim_start());
    Some((line.clone(), messages::tab(lines.place(tab, tab + 1), meant, correction), blanked(typed)))
}

fn blanked(line: &str) -> Repair {
    Repair::Line(" ".repeat(line.len()))
}

/// Whether a value is `|` or `>`, perhaps followed by a sign or number: what is indented below is a text.
pub(super) fn is_text_mark(value: &str) -> bool {
    let mark = value.split(" #").next().unwrap_or_default().trim_end();
    mark.strip_prefix(['|', '>'])
        .is_some_and(|rest| rest.chars().all(|sign| matches!(sign, '+' | '-' | '1'..='9')))
}

/// Whether what is indented below a line is a text.
pub(in crate::read) fn opens_text(line: &str) -> bool {
    let parts = parts_of(line);
    is_text_mark(&line[parts.value.0..parts.value.1])
}

/// Whether a line begins with a dash.
pub(super) fn is_item(line: &str) -> bool {
    let words = line.trim();
    words == "-" || words.starts_with("- ")
}

/// Explains a line that is indented differently from its neighbours.
pub(super) fn odd_indent(lines: &Lines<'_>, line: &Range<usize>) -> Option<Explained> {
    let above = lines.line_before(line)?;
    let words = lines.as_read(line);
    let parts = parts_of(words);
    let is_key = parts.key.is_some();
    let indent = lines.indent_of(line);
    let meant = meant_indent(lines, line, indent);
    let is_group = opens_group(lines.as_read(&above));
    if !(is_key || is_item(words)) || indent == meant || (is_group && indent > lines.indent_of(&above)) {
        return None;
    }
    let is_deeper = indent > lines.indent_of(&above) && !is_group && is_key;
    let than = if is_deeper { messages::ComparedWith::Above } else { messages::ComparedWith::Around };
    Some(with_indent(lines, line.clone(), messages::MeantIndent { indent: meant, than }))
}

/// Explains how far a line is to be indented.
fn with_indent(lines: &Lines<'_>, line: Range<usize>, meant: messages::MeantIndent) -> Explained {
    let typed_indent = lines.parts(&line).indent;
    let place = lines.place(line.start, line.start + typed_indent.max(1));
    let correction = format!("{}{}", " ".repeat(meant.indent), &lines.as_typed(&line)[typed_indent..]);
    let repair = Repair::Indent(meant.indent);
    (line, messages::indented(place, &meant, correction), repair)
}

/// Explains a line indented with a tab instead of spaces.
fn tab(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let words = lines.as_typed(&line);
    let tab_start = words.find('\t').unwrap_or(0);
    let width = width_on_screen(words);
    let meant = as_the_tabs_above(lines, &line).unwrap_or_else(|| meant_indent(lines, &line, width));
    let place = lines.place(line.start + tab_start, line.start + tab_start + 1);
    let correction = format!("{}{}", " ".repeat(meant), words.trim_start());
    (line, messages::tab(place, meant, correction), Repair::Indent(meant))
}

/// Returns how far a line with tabs in front appears to be indented: a tab is about four spaces wide.
fn width_on_screen(line: &str) -> usize {
    let leading = &line[..line.len() - line.trim_start().len()];
    if !leading.contains('\t') {
        return 0;
    }
    leading.chars().map(|space| if space == '\t' { 4 } else { 1 }).sum()
}

/// Returns the intended indentation of the nearest line above that begins with the same tabs.
fn as_the_tabs_above(lines: &Lines<'_>, line: &Range<usize>) -> Option<usize> {
    let leading = |line: &Range<usize>| &lines.as_typed(line)[..lines.parts(line).indent];
    let is_alike = |other: &Range<usize>| is_item(lines.as_typed(other)) == is_item(lines.as_typed(line));
    let mut above = lines.line_before(line)?;
    while leading(&above).contains('\t') {
        if leading(&above) == leading(line) && is_alike(&above) {
            return Some(lines.indent_of(&above));
        }
        above = lines.line_before(&above)?;
    }
    None
}

/// Returns how far a line that appears indented by `here` should be indented to fit the lines above it.
fn meant_indent(lines: &Lines<'_>, line: &Range<usize>, here: usize) -> usize {
    let Some(above) = lines.line_before(line) else { return 0 };
    let words = lines.as_read(line);
    let column = |line: &Range<usize>| lines.indent_of(line) + width_of_dashes(lines.as_read(line));
    let below_above = column(&above) + 2;
    let mut best: Option<usize> = None;
    let mut consider = |indent: usize| {
        if best.is_none_or(|best| indent.abs_diff(here) < best.abs_diff(here)) {
            best = Some(indent);
        }
    };
    if opens_group(lines.as_read(&above)) {
        consider(below_above);
    }
    let mut level = usize::MAX;
    let mut next = Some(above);
    while let Some(other) = next.filter(|_| level > 0) {
        let (indent, has_dash) = (lines.indent_of(&other), is_item(lines.as_read(&other)));
        if indent < level {
            if is_item(words) {
                if has_dash {
                    consider(indent);
                }
            } else {
                consider(column(&other));
            }
            level = indent;
        }
        next = lines.line_before(&other);
    }
    best.unwrap_or(0)
}

/// Returns the width of the dashes in front of a line.
fn width_of_dashes(line: &str) -> usize {
    let parts = parts_of(line);
    parts.key.map_or(parts.value.0, |(start, _)| start) - parts.indent
}

/// Whether a line is a key with nothing after it, so that what is indented below belongs to it.
fn opens_group(line: &str) -> bool {
    let parts = parts_of(line);
    parts.key.is_some() && (parts.value.0 == parts.value.1 || line[parts.value.0..].starts_with('#'))
}

/// Whether a value begins with a quotation mark that is not closed before the next key.
fn has_open_quote(lines: &Lines<'_>, line: &Range<usize>, words: &str, parts: LineParts) -> bool {
    let value = &words[parts.value.0..parts.value.1];
    let Some(quote) = value.chars().next().filter(|mark| matches!(mark, '"' | '\'')) else { return false };
    if begins_with_apostrophe_word(value) || end_of_quoted(value).is_some() {
        return false;
    }
    for below in lines.below(line.end + 1) {
        let words = lines.as_read(&below);
        if lines.indent_of(&below) <= lines.indent_of(line) && (is_key(words) || is_item(words)) {
            return true;
        }
        if closing(words, quote).is_some() {
            return false;
        }
    }
    true
}

/// Whether a line begins with a word and a colon.
fn is_key(line: &str) -> bool {
    parts_of(line).key.is_some_and(|(start, end)| !line[start..end].trim_end().contains(' '))
}

/// Explains a value whose quotation mark is not closed.
fn open_quote(lines: &Lines<'_>, line: Range<usize>) -> Option<Explained> {
    let parts = lines.parts(&line);
    let inside = lines.as_typed(&line)[parts.value.0..parts.value.1].strip_prefix(['"', '\''])?;
    let place = lines.place(line.start + parts.value.0, line.start + parts.value.1);
    let continues = lines.below(line.end + 1).next().is_some_and(|below| {
        lines.indent_of(&below) > lines.indent_of(&line) || parts_of(lines.as_read(&below)).key.is_none()
    });
    // If the value continues further down, the second quotation mark belongs there.
    // `'19.30"`: the closing mark is of the other kind.
    let own = inside.strip_suffix(['"', '\'', '”', '’']).filter(|own| !own.contains(['"', '\'', '“', '‘']));
    let meant = (!continues).then(|| lines.with_value(&line, parts, &in_quotes(own.unwrap_or(inside))));
    let words = lines.as_typed(&line);
    let end = own.filter(|_| !continues).map_or(words.len(), |own| parts.value.0 + 1 + own.len());
    let spaces = " ".repeat(words.len() - end);
    let without = format!("{} {}{spaces}", &words[..parts.value.0], &words[parts.value.0 + 1..end]);
    Some((line, messages::unclosed_quote(place, meant), Repair::Line(without)))
}

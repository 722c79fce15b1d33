//! What is wrong with a line that YAML cannot read, told in plain words. The parser's own reason rarely helps a
//! writer: the line itself tells more.

use std::ops::Range;
use std::sync::Arc;

use serde_yaml::granit_parser::ErrorKind;

use super::line::in_quotes;
use super::lines::Lines;
use super::messages;
use crate::ground::Diagnostic;

/// Why a text could not be read to its end.
pub(super) enum Fault {
    /// The parser stopped here.
    Scan {
        /// Its reason.
        kind: ErrorKind,
        /// Byte position in the file.
        at: usize,
    },
    /// A value that begins with a mark of YAML's own: `*`, `&` or `!`.
    Mark {
        /// Byte position in the file.
        at: usize,
    },
    /// A list or mapping where a key should be.
    OddKey(usize),
    /// A `---` with more behind it.
    SecondDocument(usize),
    /// Far deeper than anything a village has to tell.
    TooDeep(usize),
}

/// What a line is made into, so that reading can go on.
pub(super) enum Repair {
    /// These bytes of the line become a harmless letter.
    Letters(Vec<usize>),
    /// Blanks in front become spaces.
    Tabs,
    /// The line is passed over.
    Skip,
    /// Everything from this line on is passed over.
    SkipRest,
}

/// The line that is wrong, what is said of it, and how it is made readable.
type Explained = (Range<usize>, Diagnostic, Repair);

/// Explains a fault at a byte position of the file.
pub(super) fn explain(lines: &Lines<'_>, fault: &Fault, at: usize) -> Explained {
    use ErrorKind as Kind;
    let line = lines.line_at(at);
    match fault {
        Fault::SecondDocument(_) => {
            (line.clone(), messages::second_document(lines.place(line.start, line.end)), Repair::SkipRest)
        }
        Fault::Mark { .. } => special_start(lines, line),
        Fault::OddKey(_) => unreadable(lines, line),
        Fault::TooDeep(_) => (line.clone(), messages::too_deep(lines.place(at, at + 1)), Repair::Skip),
        Fault::Scan { kind, .. } => match kind {
            Kind::UnclosedQuotedScalar | Kind::DocumentIndicatorInQuotedScalar => unclosed_quote(lines, line),
            Kind::InvalidTrailingSingleQuotedScalar | Kind::InvalidTrailingDoubleQuotedScalar => {
                text_after_quote(lines, line)
            }
            Kind::UnknownQuotedScalarEscape | Kind::InvalidQuotedScalarHexEscape => backslash(lines, line),
            Kind::TabInBlockIndentation | Kind::TabInIndentation | Kind::TabNotAllowed => tab(lines, line),
            Kind::UnclosedFlowCollection { .. }
            | Kind::MismatchedFlowCollectionEnd { .. }
            | Kind::ExpectedFlowSequenceSeparator
            | Kind::ExpectedFlowMappingSeparator
            | Kind::InvalidColonPlacement => unclosed_bracket(lines, line),
            Kind::BlockSequenceEntryNotAllowed => list_on_one_line(lines, line),
            _ => by_its_looks(lines, line),
        },
    }
}

/// The reasons a parser gives for these are of no help to a writer: the line itself tells more.
fn by_its_looks(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let text = lines.on(&line);
    let value = &text[parts.value.0..parts.value.1];
    if text[..parts.indent].contains('\t') {
        return tab(lines, line);
    }
    if parts.key.is_some() {
        if value.starts_with(['@', '`', '%', '*', '&', '!', '|', '>', '?', ',', ']', '}']) {
            return special_start(lines, line);
        }
        if value.contains(": ") || value.ends_with(':') {
            return colon_in_value(lines, line);
        }
    }
    if let Some(before) = lines.line_before(&line)
        && let Some(found) = wrong_above(lines, &line, before)
    {
        return found;
    }
    if parts.key.is_none() && !text.trim_start().starts_with("- ") {
        return missing_colon(lines, line);
    }
    unreadable(lines, line)
}

/// The parser stumbles over this line because of the one above it.
fn wrong_above(lines: &Lines<'_>, line: &Range<usize>, before: Range<usize>) -> Option<Explained> {
    let (above, here) = (lines.parts(&before), lines.parts(line));
    if above.key.is_none() && !lines.on(&before).trim_start().starts_with("- ") && above.indent == here.indent
    {
        return Some(missing_colon(lines, before));
    }
    if here.indent > above.indent && above.key.is_some() && above.value.0 < above.value.1 {
        let place = lines.place(line.start, line.start + here.indent.max(1));
        let meant = format!("{}{}", &lines.on(&before)[..above.indent], &lines.on(line)[here.indent..]);
        return Some((line.clone(), messages::indented(place, meant), Repair::Skip));
    }
    None
}

fn colon_in_value(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let text = lines.on(&line);
    let value = &text[parts.value.0..parts.value.1];
    let colons: Vec<usize> = value
        .match_indices(':')
        .map(|(at, _)| at)
        .filter(|at| matches!(value.as_bytes().get(at + 1), None | Some(b' ')))
        .map(|at| parts.value.0 + at)
        .collect();
    let first = colons.first().copied().unwrap_or(parts.value.0);
    let place = lines.place(line.start + first, line.start + first + 1);
    let diagnostic = messages::colon_in_value(place, lines.with_quotes(&line, parts));
    (line, diagnostic, Repair::Letters(colons))
}

fn missing_colon(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let text = lines.on(&line);
    let words = text[parts.value.0..parts.value.1].to_owned();
    let place = lines.place(line.start + parts.value.0, line.start + parts.value.1);
    let front = &text[..parts.value.0];
    let diagnostic = match (words.split_once(':'), words.split_once(char::is_whitespace)) {
        (Some((key, value)), _) if !key.contains(' ') => {
            messages::no_blank_after_colon(place, format!("{front}{key}: {value}"))
        }
        (_, Some((key, value))) => {
            messages::missing_colon(place, Some(format!("{front}{key}: {}", value.trim())))
        }
        (_, None) => messages::missing_colon(place, None),
    };
    (line, diagnostic, Repair::Skip)
}

/// What is wrong with lines that hold no key at all, because each misses its colon or the blank behind it; nothing when
/// they are something else. Without `bare` only those with a colon are known.
pub(in crate::read) fn loose_lines(
    file: &Arc<str>,
    text: &str,
    range: Range<usize>,
    bare: bool,
) -> Vec<Diagnostic> {
    let lines = Lines { file, text, range: range.clone() };
    let mut said = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let line = lines.line_at(at);
        at = line.end + 1;
        let words = lines.on(&line).trim();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let (key, behind) = words.split_once([':', ' ']).unwrap_or((words, ""));
        let is_key = key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let has_colon = words[key.len()..].starts_with(':');
        if key.is_empty() || behind.is_empty() || !is_key || !(has_colon || bare) {
            return Vec::new();
        }
        said.push(missing_colon(&lines, line).1);
    }
    said
}

fn special_start(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let start = parts.value.0;
    let place = lines.place(line.start + start, line.start + start + 1);
    let diagnostic = messages::special_start(place, lines.with_quotes(&line, parts));
    (line, diagnostic, Repair::Letters(vec![start]))
}

fn unclosed_quote(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let text = lines.on(&line);
    let value = &text[parts.value.0..parts.value.1];
    let (at, meant) = match value.find(['"', '\'']) {
        Some(at) => {
            (parts.value.0 + at, lines.with_value(&line, parts, &in_quotes(value.trim_matches(['"', '\'']))))
        }
        None => (parts.value.0, text.to_owned()),
    };
    let place = lines.place(line.start + at, line.start + parts.value.1.max(at + 1));
    (line, messages::unclosed_quote(place, meant), Repair::Letters(vec![at]))
}

fn text_after_quote(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let text = lines.on(&line);
    let value = &text[parts.value.0..parts.value.1];
    let place = lines.place(line.start + parts.value.0, line.start + parts.value.1);
    let inside = match value.chars().next() {
        Some(quote @ ('"' | '\'')) if value.len() > 1 && value.ends_with(quote) => &value[1..value.len() - 1],
        _ => value,
    };
    let diagnostic = messages::text_after_quote(place, lines.with_value(&line, parts, &in_quotes(inside)));
    let quotes = value.match_indices(['"', '\'']).map(|(at, _)| parts.value.0 + at).collect();
    (line, diagnostic, Repair::Letters(quotes))
}

fn backslash(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let text = lines.on(&line);
    let slashes: Vec<usize> = text.match_indices('\\').map(|(at, _)| at).collect();
    let first = line.start + slashes.first().copied().unwrap_or(0);
    let diagnostic = messages::backslash(lines.place(first, first + 1), text.replace('\\', "/"));
    (line, diagnostic, Repair::Letters(slashes))
}

fn unclosed_bracket(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let mut open = line.clone();
    while !lines.on(&open).contains(['[', '{']) {
        match lines.line_before(&open) {
            Some(before) => open = before,
            None => return unreadable(lines, line),
        }
    }
    let text = lines.on(&open);
    let brackets: Vec<usize> = text.match_indices(['[', '{', ']', '}', ',']).map(|(at, _)| at).collect();
    let at = text.find(['[', '{']).unwrap_or(0);
    let close = if text[at..].starts_with('[') { "]" } else { "}" };
    let place = lines.place(open.start + at, open.end);
    let meant = format!("{}{close}", text.trim_end().trim_end_matches([',', ']', '}']));
    (open, messages::unclosed_bracket(place, close, meant), Repair::Letters(brackets))
}

fn list_on_one_line(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let place = lines.place(line.start + parts.value.0, line.start + parts.value.1);
    let text = lines.on(&line);
    let meant = format!(
        "{}\n{}  {}",
        text[..parts.value.0].trim_end(),
        &text[..parts.indent],
        &text[parts.value.0..]
    );
    (line, messages::list_on_one_line(place, meant), Repair::Letters(vec![parts.value.0]))
}

fn tab(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let text = lines.on(&line);
    let tab = text.find('\t').unwrap_or(0);
    let place = lines.place(line.start + tab, line.start + tab + 1);
    let diagnostic = messages::tab(place, text.replace('\t', "  "));
    let in_front = tab < lines.parts(&line).indent;
    (line, diagnostic, if in_front { Repair::Tabs } else { Repair::Skip })
}

fn unreadable(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let place = lines.place(line.start + parts.indent, line.end);
    (line, messages::unreadable_line(place), Repair::Skip)
}

//! Explains in plain words what is wrong with a line that YAML cannot read. The parser's own reason rarely
//! helps a writer; the line itself says more.

use std::ops::Range;

use serde_yaml::granit_parser::ErrorKind;

use super::line::{NearlyKey, nearly_key, parts_of};
use super::lines::Lines;
use super::messages;
use super::quoted::{closing, fit_for_value, in_quotes, without_outer_marks};
use super::repair::{Explained, Repair};
use super::stray_dash::stray_dash;
use super::structure::{is_item, is_text_mark, odd_indent};
use super::words::{begins_field, is_field, is_prose, is_single_value_field};
use crate::ground::{Diagnostic, FileText, RemarkList};

/// Why a text could not be read to the end.
pub(super) enum Fault {
    /// The parser stopped here.
    Scan {
        /// Its reason.
        kind: ErrorKind,
        /// Byte position in the file.
        at: usize,
    },
    /// A value that begins with one of YAML's own markers: `*`, `&` or `!`.
    Mark {
        /// Byte position in the file.
        at: usize,
    },
    /// A list or mapping in place of a key.
    OddKey(usize),
    /// A `---` with more content after it.
    SecondDocument(usize),
    /// Nested far deeper than any content of a village.
    TooDeep(usize),
}

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

/// Explains a fault by the looks of the line, where the parser's reason is of no help to a writer.
fn by_its_looks(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let text = lines.as_typed(&line);
    let value = &text[parts.value.0..parts.value.1];
    if text[..parts.indent].contains('\t') {
        return tab(lines, line);
    }
    if value.starts_with(['@', '`', '%', '*', '&', '!', '|', '>', '?', ',', ']', '}'])
        && (parts.key.is_some() || value.starts_with('*'))
        || continues_after_bracket(value)
    {
        return special_start(lines, line);
    }
    if let Some(found) = stray_dash(lines, &line).or_else(|| continued(lines, &line)) {
        return found;
    }
    if parts.key.is_some() && (value.contains(": ") || value.ends_with(':')) {
        return colon_in_value(lines, line);
    }
    if let Some(found) = odd_indent(lines, &line) {
        return found;
    }
    if let Some(before) = lines.line_before(&line).filter(|before| is_loose_line(lines, before, &line)) {
        return missing_colon(lines, before);
    }
    if parts.key.is_none() && !is_item(text) {
        return missing_colon(lines, line);
    }
    unreadable(lines, line)
}

/// Whether the line above has no key, which makes the parser stumble over this one.
fn is_loose_line(lines: &Lines<'_>, above: &Range<usize>, line: &Range<usize>) -> bool {
    let words = lines.as_read(above);
    parts_of(words).key.is_none() && !is_item(words) && lines.indent_of(above) == lines.indent_of(line)
}

/// Whether a bracket is closed before the end of the value: `[Bingo] avond`.
fn continues_after_bracket(value: &str) -> bool {
    let close = match value.chars().next() {
        Some('[') => ']',
        Some('{') => '}',
        _ => return false,
    };
    let end = value.rfind(close).map_or(value.len(), |at| at + 1);
    let rest = value[end..].trim_start();
    !rest.is_empty() && !rest.starts_with('#')
}

/// Explains a line with a colon that continues the value above it and does not begin with a field.
fn continued(lines: &Lines<'_>, line: &Range<usize>) -> Option<Explained> {
    let parts = lines.parts(line);
    let (start, end) = parts.key?;
    let key = &lines.as_typed(line)[start..end];
    let mut above = lines.line_before(line)?;
    // There may be other lines of the value in between.
    while lines.indent_of(&above) >= lines.indent_of(line) {
        above = lines.line_before(&above)?;
    }
    let (owner, text) = (lines.parts(&above), lines.as_typed(&above));
    let (name, value) = (text.get(owner.key?.0..owner.key?.1)?, text.get(owner.value.0..owner.value.1)?);
    let is_word = is_field(key) || !(key.contains(' ') || is_prose(name));
    if is_word || value.is_empty() || is_item(lines.as_typed(line)) {
        return None;
    }
    let is_plain = !value.starts_with(['"', '\'', '[', '{', '#']) && !value.contains(" #");
    let (leading, indent) = (text[..owner.value.0].trim_end(), &lines.as_typed(line)[..parts.indent]);
    let meant = is_plain.then(|| format!("{leading} >\n{indent}{value}"));
    let place = lines.place(above.start + owner.value.0, above.start + owner.value.1);
    let colons = lines.as_typed(line).match_indices(':').map(|(at, _)| at).collect();
    let remark = messages::colon_in_long_value(place, &format!("{key}:"), meant);
    Some((line.clone(), remark, Repair::Letters(colons)))
}

/// Explains a second colon: `titel: Bingo: nu met prijzen`.
fn colon_in_value(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let text = lines.as_typed(&line);
    let value = &text[parts.value.0..parts.value.1];
    let colons: Vec<usize> = value
        .match_indices(':')
        .map(|(at, _)| at)
        .filter(|at| matches!(value.as_bytes().get(at + 1), None | Some(b' ')))
        .map(|at| parts.value.0 + at)
        .collect();
    let first = colons.first().copied().unwrap_or(parts.value.0);
    let place = lines.place(line.start + first, line.start + first + 1);
    let remark = messages::colon_in_value(place, lines.with_quotes(&line, parts));
    (line, remark, Repair::Letters(colons))
}

fn missing_colon(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let words = &lines.as_typed(&line)[parts.value.0..parts.value.1];
    let nearly = nearly_key(words);
    let begins_as_field = nearly.as_ref().map_or(begins_field(words), |nearly| match nearly.sign {
        Some(_) => is_field(nearly.key),
        None => begins_field(nearly.key),
    });
    if let Some(found) = belonging_above(lines, &line, begins_as_field) {
        return found;
    }
    let place = lines.place(line.start + parts.value.0, line.start + parts.value.1);
    let Some(nearly) = nearly else { return (line, messages::missing_colon(place, None), Repair::Skip) };
    let NearlyKey { key, sign, has_stars, value } = nearly;
    let meant = format!("{}{key}: {}", &lines.as_typed(&line)[..parts.value.0], fit_for_value(value));
    let meant = meant.trim_end().to_owned();
    let repair = colon_repair(lines.as_typed(&line), parts.value.0, &nearly);
    let remark = match sign {
        _ if has_stars => messages::stars_around_key(place, key, meant),
        Some((':', _)) => messages::no_space_after_colon(place, meant),
        Some((sign, at)) => {
            let at = line.start + parts.value.0 + at;
            messages::other_sign(lines.place(at, at + sign.len_utf8()), key, sign, meant)
        }
        None => messages::missing_colon(place, Some(meant)),
    };
    (line, remark, repair)
}

/// Returns the line with an ordinary colon, keeping its length and the position of its value, if that fits.
fn colon_repair(line: &str, start: usize, nearly: &NearlyKey<'_>) -> Repair {
    let Some((_, at)) = nearly.sign else { return Repair::Skip };
    let words = line[start..].trim_end();
    let value_start = words.len() - nearly.value.len();
    let stars = words.len() - words.trim_start_matches('*').len();
    let key_end = stars + nearly.key.len();
    if at < key_end || value_start < key_end + 2 || !line[..start].trim().is_empty() && stars > 0 {
        return Repair::Skip;
    }
    // Where asterisks are removed in front, a line end takes their place and the line starts after it.
    let leading = if stars == 0 { String::new() } else { format!("{}\n", " ".repeat(stars - 1)) };
    let (spaces, rest) = (" ".repeat(value_start - key_end - 1), &line[start + value_start..]);
    Repair::Line(format!("{leading}{}{}:{spaces}{rest}", &line[..start], nearly.key))
}

/// Explains a line without a key that most likely continues the text or sentence of the key above it.
fn belonging_above(lines: &Lines<'_>, line: &Range<usize>, begins_as_field: bool) -> Option<Explained> {
    let above = lines.line_before(line)?;
    let owner = lines.parts(&above);
    let text = lines.as_typed(&above);
    let column = lines.indent_of(&above) + owner.key?.0 - owner.indent;
    let key = text.get(owner.key?.0..owner.key?.1)?;
    let value = text.get(owner.value.0..owner.value.1)?;
    let is_sentence = !value.starts_with(['"', '\'', '[', '{', '#']) && !value.contains(" #");
    // Directly below `tekst: |` even a word that is a field belongs to the text: `Welkom in ons dorp`.
    let is_text = is_text_mark(value) && (!begins_as_field || above.end + 1 == line.start);
    let typed = lines.as_typed(line);
    let may_belong = is_text || (is_sentence && !begins_as_field);
    if !may_belong || is_item(typed) || lines.indent_of(line) > column {
        return None;
    }
    let parts = lines.parts(line);
    let meant = format!("{}{}", " ".repeat(column + 2), &typed[parts.indent..]);
    let place = lines.place(line.start + parts.value.0, line.start + parts.value.1);
    Some((line.clone(), messages::belongs_above(place, key, meant), Repair::Skip))
}

/// Explains lines without any key, because each lacks its colon or the space after it, and returns nothing if
/// they are something else. Unless `bare`, a line without a colon counts only if it begins with a field.
pub(in crate::read) fn stray_lines(text: &FileText, range: Range<usize>, bare: bool) -> Vec<Diagnostic> {
    let lines = Lines::new(text, range.clone());
    let mut remarks = RemarkList::default();
    let mut line_start = range.start;
    while line_start < range.end {
        let line = lines.line_at(line_start);
        line_start = line.end + 1;
        let words = lines.as_typed(&line).trim();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let Some(nearly) = nearly_key(words) else { return Vec::new() };
        let is_key = nearly.key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let is_intended = bare || nearly.sign.is_some() || begins_field(nearly.key);
        if nearly.value.is_empty() || !(is_key && is_intended || is_field(nearly.key)) {
            return Vec::new();
        }
        remarks.add(missing_colon(&lines, line).1);
    }
    remarks.into_list()
}

fn special_start(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let start = parts.value.0;
    let text = lines.as_typed(&line);
    let leading = parts.key.map_or(start, |(start, _)| start);
    let words = &text[leading..parts.value.1];
    if let Some(nearly) = nearly_key(words).filter(|nearly| nearly.has_stars && nearly.sign.is_some()) {
        let place = lines.place(line.start + leading, line.start + parts.value.1);
        let meant = format!("{}{}: {}", &text[..leading], nearly.key, fit_for_value(nearly.value));
        let repair = colon_repair(text, leading, &nearly);
        return (line, messages::stars_around_key(place, nearly.key, meant), repair);
    }
    if text[start..].starts_with(char::is_alphanumeric) {
        return unreadable(lines, line);
    }
    let value = &text[start..parts.value.1];
    if parts.key.is_some()
        && !value.is_empty()
        && value.chars().all(|sign| matches!(sign, '?' | '!' | '*' | '-'))
    {
        let place = lines.place(line.start + start, line.start + parts.value.1);
        let without = format!("{}{}{}", &text[..start], " ".repeat(value.len()), &text[parts.value.1..]);
        return (line, messages::only_signs(place), Repair::Line(without));
    }
    let place = lines.place(line.start + start, line.start + start + 1);
    let remark = messages::special_start(place, lines.with_quotes(&line, parts));
    (line, remark, Repair::Letters(vec![start]))
}

fn unclosed_quote(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let value = &lines.as_typed(&line)[parts.value.0..parts.value.1];
    let Some((at, quote)) = value.char_indices().find(|(_, mark)| matches!(mark, '"' | '\'')) else {
        return unreadable(lines, line);
    };
    let value_start = &value[at + 1..];
    // In a list, the word ends where the list ends.
    let bare = value_start.trim_end_matches([']', '}']).trim_end();
    let meant = (at == 0 || value.starts_with(['[', '{'])).then(|| match at {
        0 => lines.with_value(&line, parts, &in_quotes(value_start)),
        _ => {
            format!(
                "{}{bare}{quote}{}",
                lines.with_value(&line, parts, &value[..=at]),
                &value_start[bare.len()..]
            )
        }
    });
    let meant = meant.filter(|_| closing(value_start, quote).is_none());
    let place = lines.place(line.start + parts.value.0 + at, line.start + parts.value.1.max(at + 1));
    (line, messages::unclosed_quote(place, meant), Repair::Letters(vec![parts.value.0 + at]))
}

fn text_after_quote(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let text = lines.as_typed(&line);
    let value = &text[parts.value.0..parts.value.1];
    let place = lines.place(line.start + parts.value.0, line.start + parts.value.1);
    let meant = lines.with_value(&line, parts, &in_quotes(without_outer_marks(value)));
    let quotes = value.match_indices(['"', '\'']).map(|(at, _)| parts.value.0 + at).collect();
    (line, messages::text_after_quote(place, meant), Repair::Letters(quotes))
}

fn backslash(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let text = lines.as_typed(&line);
    let mut slashes = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        // In front of a quotation mark or another backslash it is intended.
        if letter == '\\' && letters.next_if(|(_, next)| matches!(next, '"' | '\\')).is_none() {
            slashes.push(at);
        }
    }
    let first = line.start + slashes.first().copied().unwrap_or(0);
    let is_slash = |at: usize| slashes.binary_search(&at).is_ok();
    let corrected = text.char_indices().map(|(at, letter)| if is_slash(at) { '/' } else { letter });
    let remark = messages::backslash(lines.place(first, first + 1), corrected.collect());
    (line, remark, Repair::Letters(slashes))
}

fn unclosed_bracket(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let mut opening = line.clone();
    let opens_bracket = |line: &Range<usize>| {
        let parts = lines.parts(line);
        lines.as_typed(line)[parts.value.0..].starts_with(['[', '{'])
    };
    while !opens_bracket(&opening) {
        match lines.line_before(&opening) {
            Some(before) => opening = before,
            None => return unreadable(lines, line),
        }
    }
    let text = lines.as_typed(&opening);
    let parts = lines.parts(&opening);
    if continues_after_bracket(&text[parts.value.0..parts.value.1]) {
        return special_start(lines, opening);
    }
    let brackets: Vec<usize> = text.match_indices(['[', '{', ']', '}', ',']).map(|(at, _)| at).collect();
    let at = text.find(['[', '{']).unwrap_or(0);
    let close = if text[at..].starts_with('[') { "]" } else { "}" };
    let place = lines.place(opening.start + at, opening.end);
    let meant = format!("{}{close}", text.trim_end().trim_end_matches([',', ']', '}']));
    (opening, messages::unclosed_bracket(place, close, meant), Repair::Letters(brackets))
}

fn list_on_one_line(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let place = lines.place(line.start + parts.value.0, line.start + parts.value.1);
    let text = lines.as_typed(&line);
    let key = parts.key.map_or("", |(start, end)| &text[start..end]);
    // After a second dash the parts of the line begin further on.
    let dash = text[..parts.value.0].trim_end();
    let value = &text[parts.value.0..parts.value.1];
    if value == "-" && !key.is_empty() {
        let empty = format!("{} {}", &text[..parts.value.0], &text[parts.value.1..]);
        return (line, messages::lone_dash(place, key, dash.to_owned()), Repair::Line(empty));
    }
    if value.starts_with("- ") && is_single_value_field(key) {
        return special_start(lines, line);
    }
    // With the dash removed the value is read too, and mistakes in it are reported.
    let repair = match value.strip_prefix("- ") {
        Some(bare) => Repair::Line(format!("{}  {bare}{}", &text[..parts.value.0], &text[parts.value.1..])),
        None => Repair::Letters(vec![parts.value.0]),
    };
    let meant = format!("{dash}\n{}  {value}", &text[..parts.indent]);
    (line, messages::list_on_one_line(place, meant), repair)
}

/// Explains a tab, in the indentation or elsewhere in the line.
fn tab(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let text = lines.as_typed(&line);
    let tab = text.find('\t').unwrap_or(0);
    let place = lines.place(line.start + tab, line.start + tab + 1);
    if tab < lines.parts(&line).indent {
        let indent = lines.line_before(&line).map_or(0, |above| lines.indent_of(&above) + 2);
        let meant = format!("{}{}", " ".repeat(indent), text.trim_start());
        return (line, messages::tab(place, indent, meant), Repair::Indent(indent));
    }
    (line, messages::tab(place, 2, text.replace('\t', "  ")), Repair::Skip)
}

/// Reports a line for which there is no better explanation.
fn unreadable(lines: &Lines<'_>, line: Range<usize>) -> Explained {
    let parts = lines.parts(&line);
    let place = lines.place(line.start + parts.indent, line.end);
    (line, messages::unreadable_line(place), Repair::Skip)
}

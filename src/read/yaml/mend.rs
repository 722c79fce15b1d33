//! What is wrong with a line that YAML cannot read, told in plain words, and the line made readable so that
//! the rest of the file is checked as well. Mending never changes how many bytes a text has: places stay.

use std::ops::Range;
use std::sync::Arc;

use serde_yaml::granit_parser::ErrorKind;

use super::line::{LineParts, begins_with_apostrophe_word, in_quotes, parts_of};
use super::tree::{Node, Span, Value};
use crate::ground::{Diagnostic, Place};
use crate::read::messages;

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

pub(super) struct Mender<'t> {
    file: &'t Arc<str>,
    text: &'t str,
    range: Range<usize>,
    readable: String,
    remarks: Vec<Diagnostic>,
    told_lines: Vec<usize>,
}

/// What a line is made into, so that reading can go on.
enum Repair {
    /// These bytes of the line become a harmless letter.
    Letters(Vec<usize>),
    /// Blanks in front become spaces.
    Tabs,
    /// The line is passed over.
    Skip,
}

impl<'t> Mender<'t> {
    pub(super) fn new(file: &'t Arc<str>, text: &'t str, range: Range<usize>) -> Self {
        let readable = text[range.clone()].to_owned();
        Self { file, text, range, readable, remarks: Vec::new(), told_lines: Vec::new() }
    }

    pub(super) fn readable(&self) -> &str {
        &self.readable
    }

    pub(super) fn into_remarks(self) -> Vec<Diagnostic> {
        self.remarks
    }

    /// Tells what is wrong and makes it readable. Says no when nothing more can be done.
    pub(super) fn mend(&mut self, fault: &Fault) -> bool {
        let at = match fault {
            Fault::Scan { at, .. } | Fault::Mark { at } => *at,
            Fault::OddKey(at) | Fault::SecondDocument(at) | Fault::TooDeep(at) => *at,
        };
        let at = at.clamp(self.range.start, self.range.end);
        if let Fault::TooDeep(_) = fault {
            self.tell(at, messages::too_deep(self.place(at, at + 1)));
            return false;
        }
        if let Some(line) = self.line_with_dutch_apostrophe_before(at) {
            let (value, _) = self.parts(&line).value;
            return self.repair(&line, Repair::Letters(vec![value]));
        }
        let (line, diagnostic, repair) = self.explain(fault, at);
        let again = self.told_lines.contains(&line.start);
        self.tell(line.start, diagnostic);
        self.repair(&line, if again { Repair::Skip } else { repair })
    }

    fn tell(&mut self, line_start: usize, diagnostic: Diagnostic) {
        if !self.told_lines.contains(&line_start) {
            self.told_lines.push(line_start);
            self.remarks.push(diagnostic);
        }
    }

    fn explain(&self, fault: &Fault, at: usize) -> (Range<usize>, Diagnostic, Repair) {
        use ErrorKind as Kind;
        let line = self.line_at(at);
        match fault {
            Fault::SecondDocument(_) => {
                (line.clone(), messages::second_document(self.place(line.start, line.end)), Repair::Skip)
            }
            Fault::Mark { .. } => self.special_start(line),
            Fault::OddKey(_) => self.unreadable(line),
            Fault::TooDeep(_) => (line.clone(), messages::too_deep(self.place(at, at + 1)), Repair::Skip),
            Fault::Scan { kind, .. } => match kind {
                Kind::UnclosedQuotedScalar | Kind::DocumentIndicatorInQuotedScalar => self.unclosed_quote(line),
                Kind::InvalidTrailingSingleQuotedScalar | Kind::InvalidTrailingDoubleQuotedScalar => {
                    self.text_after_quote(line)
                }
                Kind::UnknownQuotedScalarEscape | Kind::InvalidQuotedScalarHexEscape => self.backslash(line),
                Kind::TabInBlockIndentation | Kind::TabInIndentation | Kind::TabNotAllowed => self.tab(line),
                Kind::UnclosedFlowCollection { .. }
                | Kind::MismatchedFlowCollectionEnd { .. }
                | Kind::ExpectedFlowSequenceSeparator
                | Kind::ExpectedFlowMappingSeparator
                | Kind::InvalidColonPlacement => self.unclosed_bracket(line),
                Kind::BlockSequenceEntryNotAllowed => self.list_on_one_line(line),
                _ => self.by_its_looks(line),
            },
        }
    }

    /// The reasons a parser gives for these are of no help to a writer: the line itself tells more.
    fn by_its_looks(&self, line: Range<usize>) -> (Range<usize>, Diagnostic, Repair) {
        let parts = self.parts(&line);
        let text = self.on(&line);
        let value = &text[parts.value.0..parts.value.1];
        if text[..parts.indent].contains('\t') {
            return self.tab(line);
        }
        if parts.key.is_some() {
            if value.starts_with(['@', '`', '%', '*', '&', '!', '|', '>', '?', ',', ']', '}']) {
                return self.special_start(line);
            }
            if value.contains(": ") || value.ends_with(':') {
                return self.colon_in_value(line);
            }
        }
        if let Some(before) = self.line_before(&line)
            && let Some(found) = self.wrong_above(&line, before)
        {
            return found;
        }
        if parts.key.is_none() && !text.trim_start().starts_with("- ") {
            return self.missing_colon(line);
        }
        self.unreadable(line)
    }

    /// The parser stumbles over this line because of the one above it.
    fn wrong_above(&self, line: &Range<usize>, before: Range<usize>) -> Option<(Range<usize>, Diagnostic, Repair)> {
        let (above, here) = (self.parts(&before), self.parts(line));
        if above.key.is_none() && !self.on(&before).trim_start().starts_with("- ") && above.indent == here.indent {
            return Some(self.missing_colon(before));
        }
        if here.indent > above.indent && above.key.is_some() && above.value.0 < above.value.1 {
            let place = self.place(line.start, line.start + here.indent.max(1));
            let meant = format!("{}{}", &self.on(&before)[..above.indent], &self.on(line)[here.indent..]);
            return Some((line.clone(), messages::indented(place, meant), Repair::Skip));
        }
        None
    }

    fn colon_in_value(&self, line: Range<usize>) -> (Range<usize>, Diagnostic, Repair) {
        let parts = self.parts(&line);
        let text = self.on(&line);
        let value = &text[parts.value.0..parts.value.1];
        let colons: Vec<usize> = value
            .match_indices(':')
            .map(|(at, _)| at)
            .filter(|at| matches!(value.as_bytes().get(at + 1), None | Some(b' ')))
            .map(|at| parts.value.0 + at)
            .collect();
        let first = colons.first().copied().unwrap_or(parts.value.0);
        let place = self.place(line.start + first, line.start + first + 1);
        let diagnostic = messages::colon_in_value(place, self.with_quotes(&line, parts));
        (line, diagnostic, Repair::Letters(colons))
    }

    fn missing_colon(&self, line: Range<usize>) -> (Range<usize>, Diagnostic, Repair) {
        let parts = self.parts(&line);
        let text = self.on(&line);
        let words = text[parts.value.0..parts.value.1].to_owned();
        let place = self.place(line.start + parts.value.0, line.start + parts.value.1);
        let front = &text[..parts.value.0];
        let diagnostic = match (words.split_once(':'), words.split_once(char::is_whitespace)) {
            (Some((key, value)), _) if !key.contains(' ') => {
                messages::no_blank_after_colon(place, format!("{front}{key}: {value}"))
            }
            (_, Some((key, value))) => messages::missing_colon(place, Some(format!("{front}{key}: {}", value.trim()))),
            (_, None) => messages::missing_colon(place, None),
        };
        (line, diagnostic, Repair::Skip)
    }

    fn special_start(&self, line: Range<usize>) -> (Range<usize>, Diagnostic, Repair) {
        let parts = self.parts(&line);
        let start = parts.value.0;
        let place = self.place(line.start + start, line.start + start + 1);
        let diagnostic = messages::special_start(place, self.with_quotes(&line, parts));
        (line, diagnostic, Repair::Letters(vec![start]))
    }

    fn unclosed_quote(&self, line: Range<usize>) -> (Range<usize>, Diagnostic, Repair) {
        let parts = self.parts(&line);
        let text = self.on(&line);
        let value = &text[parts.value.0..parts.value.1];
        let (at, meant) = match value.find(['"', '\'']) {
            Some(at) => (parts.value.0 + at, self.with_value(&line, parts, &in_quotes(value.trim_matches(['"', '\''])))),
            None => (parts.value.0, text.to_owned()),
        };
        let place = self.place(line.start + at, line.start + parts.value.1.max(at + 1));
        (line, messages::unclosed_quote(place, meant), Repair::Letters(vec![at]))
    }

    fn text_after_quote(&self, line: Range<usize>) -> (Range<usize>, Diagnostic, Repair) {
        let parts = self.parts(&line);
        let text = self.on(&line);
        let value = &text[parts.value.0..parts.value.1];
        let place = self.place(line.start + parts.value.0, line.start + parts.value.1);
        let inside = match value.chars().next() {
            Some(quote @ ('"' | '\'')) if value.len() > 1 && value.ends_with(quote) => &value[1..value.len() - 1],
            _ => value,
        };
        let diagnostic = messages::text_after_quote(place, self.with_value(&line, parts, &in_quotes(inside)));
        let quotes = value.match_indices(['"', '\'']).map(|(at, _)| parts.value.0 + at).collect();
        (line, diagnostic, Repair::Letters(quotes))
    }

    fn backslash(&self, line: Range<usize>) -> (Range<usize>, Diagnostic, Repair) {
        let text = self.on(&line);
        let slashes: Vec<usize> = text.match_indices('\\').map(|(at, _)| at).collect();
        let first = line.start + slashes.first().copied().unwrap_or(0);
        let diagnostic = messages::backslash(self.place(first, first + 1), text.replace('\\', "/"));
        (line, diagnostic, Repair::Letters(slashes))
    }

    fn unclosed_bracket(&self, line: Range<usize>) -> (Range<usize>, Diagnostic, Repair) {
        let mut open = line.clone();
        while !self.on(&open).contains(['[', '{']) {
            match self.line_before(&open) {
                Some(before) => open = before,
                None => return self.unreadable(line),
            }
        }
        let text = self.on(&open);
        let brackets: Vec<usize> = text.match_indices(['[', '{', ']', '}', ',']).map(|(at, _)| at).collect();
        let at = text.find(['[', '{']).unwrap_or(0);
        let close = if text[at..].starts_with('[') { "]" } else { "}" };
        let place = self.place(open.start + at, open.end);
        let meant = format!("{}{close}", text.trim_end().trim_end_matches([',', ']', '}']));
        (open, messages::unclosed_bracket(place, close, meant), Repair::Letters(brackets))
    }

    fn list_on_one_line(&self, line: Range<usize>) -> (Range<usize>, Diagnostic, Repair) {
        let parts = self.parts(&line);
        let place = self.place(line.start + parts.value.0, line.start + parts.value.1);
        let text = self.on(&line);
        let meant = format!("{}\n{}  {}", text[..parts.value.0].trim_end(), &text[..parts.indent], &text[parts.value.0..]);
        (line, messages::list_on_one_line(place, meant), Repair::Letters(vec![parts.value.0]))
    }

    fn tab(&self, line: Range<usize>) -> (Range<usize>, Diagnostic, Repair) {
        let text = self.on(&line);
        let tab = text.find('\t').unwrap_or(0);
        let place = self.place(line.start + tab, line.start + tab + 1);
        let diagnostic = messages::tab(place, text.replace('\t', "  "));
        let in_front = tab < self.parts(&line).indent;
        (line, diagnostic, if in_front { Repair::Tabs } else { Repair::Skip })
    }

    fn unreadable(&self, line: Range<usize>) -> (Range<usize>, Diagnostic, Repair) {
        let parts = self.parts(&line);
        let place = self.place(line.start + parts.indent, line.end);
        (line, messages::unreadable_line(place), Repair::Skip)
    }

    /// Changes the readable copy of a line; says whether anything changed.
    fn repair(&mut self, line: &Range<usize>, repair: Repair) -> bool {
        let here = line.start - self.range.start..line.end - self.range.start;
        let mut bytes = self.readable[here.clone()].as_bytes().to_vec();
        let before = bytes.clone();
        match repair {
            Repair::Letters(positions) => {
                for at in positions {
                    // Only single-byte marks are ever named, so the text stays valid.
                    if let Some(byte) = bytes.get_mut(at).filter(|byte| byte.is_ascii()) {
                        *byte = b'x';
                    }
                }
            }
            Repair::Tabs => bytes.iter_mut().filter(|byte| **byte == b'\t').for_each(|byte| *byte = b' '),
            Repair::Skip => {}
        }
        if bytes == before {
            let first = bytes.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
            for (at, byte) in bytes.iter_mut().enumerate() {
                *byte = if at == first { b'#' } else { b' ' };
            }
        }
        let changed = bytes != before;
        if let Ok(line) = String::from_utf8(bytes) {
            self.readable.replace_range(here, &line);
        }
        changed
    }

    /// The nearest line at or above this place that begins its value with `'t`, `'s` and the like, while the
    /// copy still has the apostrophe that YAML takes for a quote.
    fn line_with_dutch_apostrophe_before(&self, at: usize) -> Option<Range<usize>> {
        let mut line = self.line_at(at);
        loop {
            let (start, end) = self.parts(&line).value;
            let value = &self.readable[line.start - self.range.start..][start..end];
            if begins_with_apostrophe_word(value) {
                return Some(line);
            }
            line = self.line_before(&line)?;
        }
    }

    /// Words behind a `#` that YAML took for a note to oneself: `kleur: #1a7f5a`.
    pub(super) fn note_what_a_hash_cut_off(&mut self, node: &Node) {
        match &node.value {
            Value::List(items) => items.iter().for_each(|item| self.note_what_a_hash_cut_off(item)),
            Value::Map(mapping) => {
                for (key, value) in &mapping.entries {
                    match value.value {
                        Value::Absent => self.note_hash(key.span),
                        Value::Scalar(_) => self.note_hash(value.span),
                        _ => self.note_what_a_hash_cut_off(value),
                    }
                }
            }
            Value::Absent | Value::Scalar(_) => {}
        }
    }

    fn note_hash(&mut self, span: Span) {
        let line = self.line_at(span.end as usize);
        let rest = self.text.get(span.end as usize..line.end).unwrap_or("");
        let behind = rest.trim_start_matches(':').trim_start();
        let typed = behind.strip_prefix('#').unwrap_or(" ");
        if typed.is_empty() || typed.starts_with([' ', '#', '\t']) || !rest.trim_start_matches(':').starts_with(' ') {
            return;
        }
        let at = line.end - behind.len();
        let parts = self.parts(&line);
        let diagnostic = messages::hash_cuts(self.place(at, line.end), self.with_quotes(&line, parts));
        self.remarks.push(diagnostic);
    }

    fn with_quotes(&self, line: &Range<usize>, parts: LineParts) -> String {
        let value = &self.on(line)[parts.value.0..parts.value.1];
        self.with_value(line, parts, &in_quotes(value))
    }

    fn with_value(&self, line: &Range<usize>, parts: LineParts, value: &str) -> String {
        format!("{}{value}", &self.on(line)[..parts.value.0])
    }

    fn parts(&self, line: &Range<usize>) -> LineParts {
        parts_of(self.on(line))
    }

    fn on(&self, line: &Range<usize>) -> &'t str {
        &self.text[line.clone()]
    }

    fn place(&self, start: usize, end: usize) -> Place {
        Place::in_text(Arc::clone(self.file), self.text, start, end)
    }

    /// The line that holds this byte, without its line end.
    fn line_at(&self, at: usize) -> Range<usize> {
        let at = self.text.floor_char_boundary(at.clamp(self.range.start, self.range.end));
        let start = self.text[self.range.start..at].rfind('\n').map_or(self.range.start, |newline| self.range.start + newline + 1);
        let end = self.text[at..self.range.end].find('\n').map_or(self.range.end, |newline| at + newline);
        start..end
    }

    /// The nearest line above that is not empty and no note.
    fn line_before(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let mut start = line.start;
        while start > self.range.start {
            let before = self.line_at(start - 1);
            let text = self.on(&before).trim();
            if !text.is_empty() && !text.starts_with('#') {
                return Some(before);
            }
            start = before.start;
        }
        None
    }
}

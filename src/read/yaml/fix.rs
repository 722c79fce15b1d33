//! Reports a wrong line and makes it readable, so that the rest of the file is checked too. Mending never
//! changes the number of bytes in a text, so places stay valid.

use std::ops::Range;

use super::bullets::odd_lists;
use super::explain::{Fault, explain};
use super::line::parts_of;
use super::lines::Lines;
use super::messages;
use super::quoted::begins_with_apostrophe_word;
use super::repair::Repair;
use super::structure::first_wrong;
use super::tree::{Node, Span, Value};
use super::words::{is_name, takes_link};
use crate::ground::{Diagnostic, FileText};

pub(super) struct Repairer<'t> {
    lines: Lines<'t>,
    remarks: Vec<Diagnostic>,
    reported_lines: Vec<usize>,
}

impl<'t> Repairer<'t> {
    pub(super) fn new(text: &'t FileText, range: Range<usize>) -> Self {
        Self { lines: Lines::new(text, range), remarks: Vec::new(), reported_lines: Vec::new() }
    }

    pub(super) fn readable(&self) -> &str {
        &self.lines.readable
    }

    /// Returns the diagnostics, in line order.
    pub(super) fn into_remarks(mut self) -> Vec<Diagnostic> {
        self.remarks.sort_by_key(|remark| (remark.place.line, remark.place.column));
        self.remarks
    }

    /// Turns lines with other signs than a dash in front into lists: to YAML they are valid, but no list.
    pub(super) fn repair_lists(&mut self) {
        let start = self.lines.range.start;
        for list in odd_lists(&self.lines) {
            self.remarks.push(list.remark);
            // A list may be long, so its lines are changed in place, without copying the whole text.
            for (line, repair) in list.lines {
                let here = line.start - start..line.end - start;
                self.reported_lines.push(line.start);
                match repair {
                    Repair::Line(other) if other.len() == line.len() => {
                        self.lines.readable.replace_range(here, &other);
                    }
                    _ => self.blank_out(here),
                }
            }
        }
    }

    /// Reports what is wrong and makes it readable. Returns false if nothing more can be done.
    pub(super) fn fix(&mut self, fault: &Fault) -> bool {
        let at = match fault {
            Fault::Scan { at, .. } | Fault::Mark { at } => *at,
            Fault::OddKey(at) | Fault::SecondDocument(at) | Fault::TooDeep(at) => *at,
        };
        let at = at.clamp(self.lines.range.start, self.lines.range.end);
        if let Fault::TooDeep(_) = fault {
            self.report(at, messages::too_deep(self.lines.place(at, at + 1)));
            return false;
        }
        if let Some(line) = self.line_with_dutch_apostrophe_before(at) {
            let (value, _) = self.lines.parts(&line).value;
            return self.repair(&line, Repair::Letters(vec![value]));
        }
        if let Some((line, signs)) = self.line_with_link_before(at) {
            return self.repair(&line, Repair::Letters(signs));
        }
        if let Some(line) = self.line_below_nameless_item(at) {
            return self.repair(&line, Repair::Skip);
        }
        let found = first_wrong(&self.lines);
        let (line, remark, repair) = found.unwrap_or_else(|| explain(&self.lines, fault, at));
        let is_reported = self.reported_lines.contains(&line.start);
        self.report(line.start, remark);
        self.repair(&line, if is_reported { Repair::Skip } else { repair })
    }

    /// Adds a diagnostic, unless the line already has one.
    fn report(&mut self, line_start: usize, remark: Diagnostic) {
        if self.reported_lines.contains(&line_start) {
            return;
        }
        self.reported_lines.push(line_start);
        // A value that spans several lines is reported once, whatever is wrong in each of them.
        let is_reported =
            |reported: &Diagnostic| reported.code == remark.code && reported.place == remark.place;
        if !self.remarks.iter().any(is_reported) {
            self.remarks.push(remark);
        }
    }

    /// Changes the readable copy of a line, and returns whether anything changed.
    fn repair(&mut self, line: &Range<usize>, repair: Repair) -> bool {
        let here = line.start - self.lines.range.start..line.end - self.lines.range.start;
        let before = self.lines.readable.clone();
        let typed = &before[here.clone()];
        match repair {
            Repair::Letters(positions) => {
                // The positions are always of single-byte characters, so the text stays valid UTF-8.
                let mut repaired = typed.as_bytes().to_vec();
                for at in positions {
                    if let Some(byte) = repaired.get_mut(at).filter(|byte| byte.is_ascii()) {
                        *byte = b'x';
                    }
                }
                if let Ok(line) = String::from_utf8(repaired) {
                    self.lines.readable.replace_range(here.clone(), &line);
                }
            }
            Repair::Indent(indent) => {
                self.lines.indents.insert(line.start, indent);
                self.lines.readable.replace_range(here.clone(), &indented(typed, indent));
            }
            Repair::Line(other) if other.len() == typed.len() => {
                self.lines.readable.replace_range(here.clone(), &other);
            }
            Repair::Line(_) | Repair::Skip => {}
            Repair::SkipRest => self.blank_out(here.start..self.lines.readable.len()),
        }
        if self.lines.readable == before {
            self.blank_out(here);
        }
        self.lines.readable != before
    }

    /// Replaces a piece of the copy with a `#` and spaces, line by line.
    fn blank_out(&mut self, piece: Range<usize>) {
        let lines = self.lines.readable[piece.clone()].split('\n').map(|line| match line.len() {
            0 => String::new(),
            length => format!("#{}", " ".repeat(length - 1)),
        });
        let spaces = lines.collect::<Vec<_>>().join("\n");
        self.lines.readable.replace_range(piece, &spaces);
    }

    /// Returns the nearest line at or above this position whose value begins with `'t`, `'s` and the like,
    /// while the copy still has the apostrophe that YAML takes for a quote.
    fn line_with_dutch_apostrophe_before(&self, at: usize) -> Option<Range<usize>> {
        let mut line = self.lines.line_at(at);
        loop {
            let (start, end) = self.lines.parts(&line).value;
            let value = &self.lines.readable[line.start - self.lines.range.start..][start..end];
            if begins_with_apostrophe_word(value) {
                return Some(line);
            }
            line = self.lines.line_before(&line)?;
        }
    }

    /// Returns the nearest line at or above this position whose value is a link or a photo as in a text, and the
    /// signs that YAML takes for something else. The field itself says what belongs there.
    fn line_with_link_before(&self, at: usize) -> Option<(Range<usize>, Vec<usize>)> {
        let mut line = self.lines.line_at(at);
        loop {
            let parts = self.lines.parts(&line);
            let words =
                &self.lines.readable[line.start - self.lines.range.start..line.end - self.lines.range.start];
            let value = words.get(parts.value.0..parts.value.1).unwrap_or_default();
            let is_of_link =
                parts.key.is_some_and(|(start, end)| words.get(start..end).is_some_and(takes_link));
            let is_link = value.starts_with(['[', '!']) && value.contains("](") && value.ends_with(')');
            if is_of_link && is_link {
                let signs =
                    value.match_indices(['!', '[']).take(2).map(|(at, _)| parts.value.0 + at).collect();
                return Some((line, signs));
            }
            line = self.lines.line_before(&line)?;
        }
    }

    /// Returns the line at this position if it is below an item without a colon, `- naam Grote zaal`. The item
    /// itself is reported where its fields are read.
    fn line_below_nameless_item(&self, at: usize) -> Option<Range<usize>> {
        let line = self.lines.line_at(at);
        let item = self.lines.line_before(&line)?;
        let words = self.lines.as_read(&item);
        let bare = words.trim_start().strip_prefix("- ")?.trim();
        let (name, _) = bare.split_once(' ')?;
        let is_nameless = parts_of(words).key.is_none() && is_name(name);
        let is_below = self.lines.indent_of(&line) > self.lines.indent_of(&item);
        (is_nameless && is_below).then_some(line)
    }

    /// Reports words after a `#` that YAML took for a comment: `kleur: #1a7f5a`.
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
        let line = self.lines.line_at(span.end as usize);
        let rest = self.lines.text.get(span.end as usize..line.end).unwrap_or("");
        let note = rest.trim_start_matches(':').trim_start();
        let typed = note.strip_prefix('#').unwrap_or(" ");
        if typed.is_empty()
            || typed.starts_with([' ', '#', '\t'])
            || !rest.trim_start_matches(':').starts_with(' ')
        {
            return;
        }
        let note_start = line.end - note.len();
        let parts = self.lines.parts(&line);
        let remark =
            messages::hash_cuts(self.lines.place(note_start, line.end), self.lines.with_quotes(&line, parts));
        self.remarks.push(remark);
    }
}

/// Indents a line by `indent` without changing its number of bytes, as far as possible. To begin further to
/// the left, it gets a line end in front.
fn indented(line: &str, indent: usize) -> String {
    let words = line.trim_start();
    let spaces = line.len() - words.len();
    match spaces.checked_sub(indent + 1) {
        Some(left_over) => format!("{}\n{}{words}", " ".repeat(left_over), " ".repeat(indent)),
        None => format!("{}{words}", " ".repeat(spaces)),
    }
}

//! Builds a tree from the parser's events, and starts over after every mistake that could be mended.

use std::ops::Range;

use serde_yaml::granit_parser::{
    Event, Options, Parser, ScalarStyle, ScanError, Span as EventSpan, StrInput,
};

use super::explain::Fault;
use super::fix::Repairer;
use super::tree::{Key, Mapping, Node, Span, Value};
use crate::ground::{Diagnostic, FileText, collect_exact};

/// How deeply lists and keys may be nested. Ours go four deep.
const DEEPEST: usize = 32;

/// How many mistakes in one text are reported. A text with more is something else saved as YAML.
const MOST_MISTAKES: usize = 60;

/// Parses the YAML at `range` of a file's text and returns a tree, as far as there is one, and every mistake.
/// After a mistake, parsing continues with the wrong line mended to what was most likely meant.
pub fn parse_yaml(text: &FileText, range: Range<usize>) -> (Option<Node>, Vec<Diagnostic>) {
    let mut repairer = Repairer::new(text, range.clone());
    repairer.repair_lists();
    let mut rounds = 0;
    let tree = loop {
        match Builder::new(text, repairer.readable(), range.start).build() {
            Ok(tree) => break Some(tree),
            Err(fault) => {
                rounds += 1;
                if !repairer.fix(&fault) || rounds > MOST_MISTAKES {
                    break None;
                }
            }
        }
    };
    if let Some(tree) = &tree {
        repairer.note_what_a_hash_cut_off(tree);
    }
    (tree, repairer.into_remarks())
}

struct Builder<'t> {
    /// The text of the file as it was written.
    original: &'t str,
    /// The mended text that is parsed: the same number of bytes, from `offset` of the original.
    readable: &'t str,
    offset: usize,
    events: Parser<'t, StrInput<'t>>,
}

type Step<'t> = (Event<'t>, EventSpan);

impl<'t> Builder<'t> {
    fn new(original: &'t str, readable: &'t str, offset: usize) -> Self {
        let mut options = Options::default();
        options.emit_unresolved_aliases = true;
        options.emit_anchor_events = true;
        let events = Parser::new_from_str_with_options(readable, options);
        Self { original, readable, offset, events }
    }

    fn build(mut self) -> Result<Node, Fault> {
        let nothing = Node { value: Value::Absent, span: Span::new(self.offset, self.offset) };
        let mut tree = None;
        while let Some(step) = self.next()? {
            match step.0 {
                Event::StreamStart | Event::DocumentEnd | Event::StreamEnd => {}
                Event::DocumentStart(..) if tree.is_none() => {}
                Event::DocumentStart(..) if self.is_fully_parsed(&step.1) => break,
                Event::DocumentStart(..) => return Err(self.fault(Fault::SecondDocument, &step.1)),
                _ => tree = Some(self.node(step, 0)?),
            }
        }
        Ok(tree.unwrap_or(nothing))
    }

    /// Whether there is nothing after the dashes that end a file.
    fn is_fully_parsed(&self, span: &EventSpan) -> bool {
        let rest = span.start.byte_offset().and_then(|at| self.readable.get(at..)).unwrap_or_default();
        let mut lines = rest.trim_start_matches('-').lines().map(str::trim);
        lines.all(|line| line.is_empty() || line.starts_with('#') || line == "...")
    }

    fn next(&mut self) -> Result<Option<Step<'t>>, Fault> {
        let step = self.events.next().transpose().map_err(|error: ScanError| {
            let at = error.marker().byte_offset().unwrap_or(self.readable.len());
            Fault::Scan { kind: error.kind().clone(), at: self.offset + at }
        })?;
        match step {
            Some((Event::Anchor(..), span)) => Err(self.fault(|at| Fault::Mark { at }, &span)),
            step => Ok(step),
        }
    }

    fn fault(&self, make: fn(usize) -> Fault, span: &EventSpan) -> Fault {
        make(self.offset + span.start.byte_offset().unwrap_or(0))
    }

    fn node(&mut self, (event, span): Step<'t>, depth: usize) -> Result<Node, Fault> {
        if depth > DEEPEST {
            return Err(self.fault(Fault::TooDeep, &span));
        }
        if event.tag().is_some() {
            let at = span.tag_start().and_then(|start| start.byte_offset()).unwrap_or(0);
            return Err(Fault::Mark { at: self.offset + at });
        }
        let place = self.span(&span);
        let value = match event {
            Event::Scalar(text, style, ..) => self.scalar(&text, style, place),
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        Some((Event::SequenceEnd, _)) | None => break,
                        Some(step) => items.push(self.node(step, depth + 1)?),
                    }
                }
                if items.is_empty() { Value::Absent } else { Value::List(items) }
            }
            Event::MappingStart(..) => self.mapping(depth)?,
            _ => return Err(self.fault(|at| Fault::Mark { at }, &span)),
        };
        Ok(Node { value, span: place })
    }

    fn mapping(&mut self, depth: usize) -> Result<Value, Fault> {
        let mut entries = Vec::new();
        loop {
            let (event, span) = match self.next()? {
                Some((Event::MappingEnd, _)) | None => break,
                Some(step) => step,
            };
            let Event::Scalar(text, style, ..) = event else { return Err(self.fault(Fault::OddKey, &span)) };
            let place = self.span(&span);
            let key = Key { text: self.typed(&text, style, place).trim().to_owned(), span: place };
            let Some(step) = self.next()? else { break };
            let node = self.node(step, depth + 1)?;
            entries.push((key, node));
        }
        Ok(match entries.is_empty() {
            true => Value::Absent,
            false => Value::Map(Mapping { entries: collect_exact(entries.into_iter()) }),
        })
    }

    fn scalar(&self, text: &str, style: ScalarStyle, place: Span) -> Value {
        let typed = self.typed(text, style, place);
        let is_plain_nothing = style == ScalarStyle::Plain && matches!(typed, "~" | "null" | "Null" | "NULL");
        if typed.trim().is_empty() || is_plain_nothing {
            Value::Absent
        } else {
            Value::Scalar(typed.to_owned())
        }
    }

    /// Returns the characters of a plain word from the file itself, because mending may have changed one.
    fn typed<'s>(&'s self, text: &'s str, style: ScalarStyle, place: Span) -> &'s str {
        match style {
            ScalarStyle::Plain if !text.contains('\n') => {
                self.original.get(place.range()).filter(|typed| typed.len() == text.len()).unwrap_or(text)
            }
            _ => text,
        }
    }

    fn span(&self, span: &EventSpan) -> Span {
        let position = |offset: Option<usize>| self.offset + offset.unwrap_or(0);
        Span::new(position(span.start.byte_offset()), position(span.end.byte_offset()))
    }
}

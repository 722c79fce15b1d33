//! Parses a text file into entries: a block between dashes with the text below it, or a list of entries.

use std::ops::Range;
use std::sync::Arc;

use super::merged::merged;
use super::messages;
use super::prose::{Prose, parse_body};
use super::spoiled_messages;
use super::yaml::{Mapping, Node, Span, Value, opens_text, parse_yaml, stray_lines};
use crate::ground::{Diagnostic, FileText, Place, SitePath};

/// A text file that was read.
#[derive(Debug)]
pub struct TextFile {
    /// Its path.
    pub path: SitePath,
    /// Its text, with `\n` as line ending.
    pub text: FileText,
    /// The entries it holds.
    pub entries: Vec<RawEntry>,
    /// Diagnostics about the way it is written.
    pub remarks: Vec<Diagnostic>,
}

/// One entry, before its kind is known.
#[derive(Debug, Default, PartialEq)]
pub struct RawEntry {
    /// The keys and their values.
    pub fields: Mapping,
    /// The text below the block.
    pub prose: Arc<Prose>,
    /// The position of that text.
    pub body: Span,
    /// The position of the entry: its first key, or the start of the file.
    pub span: Span,
    /// Whether it is part of a list, in which case the file name says nothing about it.
    pub listed: bool,
    /// Whether keys were lost in unreadable lines, in which case missing keys need not be reported as well.
    pub damaged: bool,
}

impl TextFile {
    /// Returns the place of a span in this file.
    pub fn place(&self, span: Span) -> Place {
        self.text.place(span.range())
    }
}

/// Reads the text of a file according to its extension: `.md` is a block with a text, the rest is YAML.
pub fn read_text(path: SitePath, text: &str) -> TextFile {
    let merged = merged(text);
    let readable = merged.as_ref().map_or(text, |merged| &merged.one_version);
    let text_of = |text: &str| FileText::new(path.shared(), text);
    let mut file =
        TextFile { path: path.clone(), text: text_of(readable), entries: Vec::new(), remarks: Vec::new() };
    match file.path.extension().as_str() {
        "md" | "markdown" => read_markdown(&mut file),
        _ => read_yaml(&mut file),
    }
    if let Some(merged) = merged {
        file.text = text_of(text);
        let place = file.place(Span::new(merged.first.start, merged.first.end));
        file.remarks.push(spoiled_messages::two_versions(place, merged.count - 1));
        // Missing keys may be in the other version.
        file.entries.iter_mut().for_each(|entry| entry.damaged = true);
    }
    file
}

fn read_markdown(file: &mut TextFile) {
    let text = file.text.clone();
    let is_empty = text.trim().is_empty();
    if is_empty {
        file.remarks.push(messages::empty_file(Place::of_file(file.path.shared())));
    }
    let block = find_block(&text);
    // For keys between pluses, that is the only thing to report.
    let is_of_pluses = block.mistakes.iter().any(|mistake| matches!(mistake, BlockMistake::Pluses(_)));
    for mistake in block.mistakes {
        let remark = block_remark(file, mistake);
        file.remarks.push(remark);
    }
    let mut entry = RawEntry {
        span: Span::new(block.yaml.start, block.yaml.start),
        damaged: is_of_pluses,
        ..RawEntry::default()
    };
    if !block.yaml.is_empty() {
        let (tree, remarks) = parse_yaml(&text, block.yaml.clone());
        entry.damaged = !remarks.is_empty();
        file.remarks.extend(remarks);
        match tree.map(|node| (node.value, node.span)) {
            Some((Value::Map(fields), _)) => {
                entry.span = fields.entries.first().map_or(entry.span, |(key, _)| key.span);
                entry.fields = fields;
            }
            Some((Value::Absent, _)) | None => {}
            Some((Value::List(items), _)) if items.iter().all(|item| matches!(item.value, Value::Map(_))) => {
                entry.damaged = true;
                entry.fields = without_dashes(file, items);
            }
            Some((Value::Scalar(_) | Value::List(_), span)) => {
                entry.damaged = true;
                let stray = stray_lines(&text, block.yaml.clone(), false);
                if stray.is_empty() {
                    file.remarks.push(messages::block_without_keys(file.place(span)));
                }
                file.remarks.extend(stray);
            }
        }
    }
    // For an empty file, being empty is the only thing to report.
    entry.damaged |= is_empty;
    entry.body = Span::new(block.body.start, block.body.end);
    let (prose, remarks) = parse_body(&text, block.body);
    entry.prose = Arc::new(prose);
    file.remarks.extend(remarks);
    file.entries = vec![entry];
}

/// Returns the keys of a block in which they have dashes in front of them.
fn without_dashes(file: &mut TextFile, items: Vec<Node>) -> Mapping {
    let text = file.text.clone();
    let is_one_item = items.len() == 1;
    let maps = items.into_iter().filter_map(|item| match item.value {
        Value::Map(fields) => Some(fields),
        _ => None,
    });
    let maps: Vec<Mapping> = maps.collect();
    let is_single = |fields: &Mapping| fields.entries.len() == 1;
    let are_entries = !is_one_item && !maps.iter().all(is_single);
    for (key, _) in maps.iter().filter_map(|fields| fields.entries.first()) {
        let key_start = key.span.start as usize;
        let line_start = text[..key_start].rfind('\n').map_or(0, |end| end + 1);
        let dash = text[line_start..key_start].find('-').map_or(key_start, |dash| line_start + dash);
        let place = file.place(Span::new(dash, dash + 1));
        if are_entries {
            file.remarks.push(messages::list_in_markdown(place));
            break;
        }
        // With one dash the other keys are indented, and this one gets the same indentation.
        let indent = if is_one_item { " ".repeat(key_start - line_start) } else { String::new() };
        let words = place.excerpt.get(key_start - line_start..).unwrap_or_default();
        let correction = format!("{indent}{words}");
        file.remarks.push(messages::dash_before_key(place, correction));
    }
    let kept_count = if are_entries { 1 } else { maps.len() };
    Mapping { entries: maps.into_iter().take(kept_count).flat_map(|fields| fields.entries).collect() }
}

fn read_yaml(file: &mut TextFile) {
    let text = file.text.clone();
    let (tree, remarks) = parse_yaml(&text, 0..text.len());
    let damaged = !remarks.is_empty();
    file.remarks.extend(remarks);
    let Some(tree) = tree else {
        file.entries.push(RawEntry { damaged: true, ..RawEntry::default() });
        return;
    };
    match tree.value {
        Value::List(items) => {
            for Node { value, span } in items {
                match value {
                    Value::Map(fields) => {
                        let span = fields.entries.first().map_or(span, |(key, _)| key.span);
                        let entry = RawEntry { fields, span, listed: true, damaged, ..RawEntry::default() };
                        file.entries.push(entry);
                    }
                    _ => file.remarks.push(messages::entry_without_keys(file.place(span))),
                }
            }
        }
        Value::Map(fields) => {
            let span = fields.entries.first().map_or(tree.span, |(key, _)| key.span);
            file.entries.push(RawEntry { fields, span, damaged, ..RawEntry::default() });
        }
        Value::Absent => file.entries.push(RawEntry { damaged, ..RawEntry::default() }),
        Value::Scalar(_) => {
            let stray = stray_lines(&text, 0..text.len(), true);
            if stray.is_empty() {
                file.remarks.push(messages::entry_without_keys(file.place(tree.span)));
            }
            file.remarks.extend(stray);
        }
    }
}

/// The parts of a Markdown file.
struct Block {
    yaml: Range<usize>,
    body: Range<usize>,
    mistakes: Vec<BlockMistake>,
}

enum BlockMistake {
    /// The block is not closed: its opening line.
    NotClosed(Range<usize>),
    /// The block is not opened: its first line.
    NotOpened(Range<usize>),
    /// The block has no lines of dashes at all: its first line.
    NoDashes(Range<usize>),
    /// The block is opened or closed with something other than three dashes.
    OddDashes(Range<usize>),
    /// Three dashes with spaces in front.
    IndentedDashes(Range<usize>),
    /// Three dashes with words after them.
    WordsAfterDashes(Range<usize>),
    /// The block is opened with `+++`, as in other programs.
    Pluses(Range<usize>),
    /// Another block below the text: the line with its title.
    Second(Range<usize>),
}

/// Reports a mistake in the lines around a block.
fn block_remark(file: &TextFile, mistake: BlockMistake) -> Diagnostic {
    let place = |range: Range<usize>| file.place(Span::new(range.start, range.end));
    match mistake {
        BlockMistake::NotClosed(range) => messages::block_not_closed(place(range)),
        BlockMistake::NotOpened(range) => messages::block_not_opened(place(range)),
        BlockMistake::NoDashes(range) => messages::block_without_dashes(place(range)),
        BlockMistake::OddDashes(range) => messages::odd_dashes(place(range)),
        BlockMistake::IndentedDashes(range) => messages::indented_dashes(place(range)),
        BlockMistake::WordsAfterDashes(range) => messages::words_after_dashes(place(range)),
        BlockMistake::Pluses(range) => messages::block_with_pluses(place(range)),
        BlockMistake::Second(range) => messages::second_block(place(range)),
    }
}

/// Finds the block and the text below it, and mistakes in the lines around the block.
fn find_block(text: &str) -> Block {
    let start = text.len() - text.trim_start().len();
    let mut lines = lines_of(text, start);
    let first = lines.next().unwrap_or(start..start);
    let mut mistakes = Vec::new();
    match text[first.clone()].trim_end() {
        "---" => {}
        "+++" => {
            let mistakes = vec![BlockMistake::Pluses(first.clone())];
            return Block { yaml: 0..0, body: text_after(text, &first), mistakes };
        }
        odd if is_like_dashes(odd) && lines.clone().next().is_some_and(|next| is_key(&text[next])) => {
            mistakes.push(BlockMistake::OddDashes(first.clone()));
        }
        _ => return block_without_opening(text, start),
    }
    let yaml_start = text_after(text, &first).start;
    if let Some((yaml_end, body, mistake)) = closing(text, lines.clone()) {
        mistakes.extend(mistake);
        let (body, second) = until_second_block(text, body);
        mistakes.extend(second.map(BlockMistake::Second));
        return Block { yaml: yaml_start..yaml_end, body, mistakes };
    }
    // Not closed: the block most likely ends at the first empty line, or at ordinary words above it.
    let lines_to_empty: Vec<Range<usize>> =
        lines.clone().take_while(|line| !text[line.clone()].trim().is_empty()).collect();
    let is_of_block = |line: &Range<usize>| {
        let line = &text[line.clone()];
        is_key(line) || line.starts_with([' ', '\t', '-', '#'])
    };
    let count = lines_to_empty.iter().rposition(is_of_block).map_or(0, |last| last + 1);
    let end = lines.nth(count).map_or(text.len(), |line| line.start);
    mistakes.push(BlockMistake::NotClosed(first));
    Block { yaml: yaml_start..end.max(yaml_start), body: end..text.len(), mistakes }
}

/// Finds the end of a block and the text below it, with what is wrong with the line between them.
fn closing(
    text: &str,
    lines: impl Iterator<Item = Range<usize>>,
) -> Option<(usize, Range<usize>, Option<BlockMistake>)> {
    let mut text_below: Option<usize> = None;
    for line in lines {
        let typed = text[line.clone()].trim_end();
        let words = typed.trim_start();
        let indent = typed.len() - words.len();
        if words.is_empty() || text_below.is_some_and(|above| indent > above) {
            continue;
        }
        text_below = opens_text(typed).then_some(indent);
        let mistake = match indent {
            0 if matches!(words, "---" | "...") => None,
            0 if is_like_dashes(words) => Some(BlockMistake::OddDashes(line.clone())),
            0 if words.starts_with("--- ") => {
                let body = line.start + "--- ".len()..text.len();
                return Some((line.start, body, Some(BlockMistake::WordsAfterDashes(line))));
            }
            _ if indent > 0 && words == "---" => Some(BlockMistake::IndentedDashes(line.clone())),
            _ => continue,
        };
        return Some((line.start, text_after(text, &line), mistake));
    }
    None
}

/// Cuts off the text below a block where a second block starts, and returns the line with that block's title.
fn until_second_block(text: &str, body: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let mut fence: Option<&str> = None;
    for line in lines_of(text, body.start).filter(|line| line.start < text.len()) {
        let words = text[line.clone()].trim();
        match fence {
            Some(mark) if words.starts_with(mark) => fence = None,
            Some(_) => {}
            None => fence = ["```", "~~~"].into_iter().find(|mark| words.starts_with(mark)),
        }
        if fence.is_some() || text[line.clone()].trim_end() != "---" {
            continue;
        }
        if let Some(title) = title_of_block(text, text_after(text, &line).start) {
            return (body.start..line.start, Some(title));
        }
    }
    (body, None)
}

/// Returns the title line, if there are only keys from here to the next line of dashes or empty line.
fn title_of_block(text: &str, start: usize) -> Option<Range<usize>> {
    let (mut keys, mut title) = (0, None);
    for line in lines_of(text, start).filter(|line| line.start < text.len()) {
        let words = text[line.clone()].trim_end();
        if is_key(words) {
            keys += 1;
            title = title.or_else(|| is_title(words).then(|| line.clone()));
        } else if words == "---" || is_like_dashes(words) {
            return title;
        } else if words.is_empty() {
            break;
        } else if !words.starts_with([' ', '-']) {
            return None;
        }
    }
    title.filter(|_| keys > 1)
}

/// Whether a line is `--`, `----`, `***`, or the long dash that Word makes of three short ones.
fn is_like_dashes(line: &str) -> bool {
    let is_mark = line.chars().all(|mark| matches!(mark, '-' | '–' | '—' | '*' | '_' | '=' | ' '));
    is_mark && line != "---" && (line.chars().count() > 1 || line == "—")
}

/// Whether a line is like `titel: Koffie`, and not a sentence that happens to contain a colon.
fn is_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| !key.trim().is_empty() && !key.trim().contains(' '))
}

/// Handles keys at the start of a text without the line of dashes above them, and perhaps the one below.
fn block_without_opening(text: &str, start: usize) -> Block {
    let (mut keys, mut has_title) = (0, false);
    let first = lines_of(text, start).next().unwrap_or(start..start);
    let no_block = || Block { yaml: 0..0, body: 0..text.len(), mistakes: Vec::new() };
    let block_without_dashes = |first, end: Range<usize>| {
        let mistakes = vec![BlockMistake::NoDashes(first)];
        Block { yaml: start..end.start, body: text_after(text, &end), mistakes }
    };
    // A single line to fill in, such as `Naam: ......`, is no block.
    let has_answer =
        text[first.clone()].split_once(':').is_some_and(|(_, it)| it.contains(char::is_alphanumeric));
    for line in lines_of(text, start) {
        let words = text[line.clone()].trim_end();
        if keys > 0 && (words == "---" || is_like_dashes(words)) {
            let mistakes = vec![BlockMistake::NotOpened(first)];
            return Block { yaml: start..line.start, body: text_after(text, &line), mistakes };
        }
        if is_key(words) {
            keys += 1;
            has_title |= is_title(words);
        } else if words.is_empty() && has_title && (keys > 1 || has_answer) {
            return block_without_dashes(first, line);
        } else if !words.starts_with([' ', '-']) || keys == 0 {
            return no_block();
        }
    }
    let is_block = has_title && (keys > 1 || has_answer);
    if is_block { block_without_dashes(first, text.len()..text.len()) } else { no_block() }
}

/// Whether a line holds the title. A text may begin with `Datum:` and `Plaats:`; a title makes it a block.
fn is_title(line: &str) -> bool {
    let key = line.split(':').next().unwrap_or("").trim().to_lowercase();
    matches!(key.as_str(), "titel" | "title" | "naam" | "name")
}

/// Returns the lines of a text from a position on, without their line ends.
fn lines_of(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> + Clone {
    let mut next_start = Some(start);
    std::iter::from_fn(move || {
        let start = next_start?;
        let end = text[start..].find('\n').map(|newline| start + newline);
        next_start = end.map(|end| end + 1).filter(|next| *next < text.len());
        Some(start..end.unwrap_or(text.len()))
    })
}

/// Returns everything below a line.
fn text_after(text: &str, line: &Range<usize>) -> Range<usize> {
    (line.end + 1).min(text.len())..text.len()
}

//! Finds lines that lose their layout on the page: tables from a spreadsheet or without dashes, lists and
//! programmes of times that run together in one paragraph, and text turned into code by leading spaces.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::bars;
use super::fences::Placed;
use super::listed::{ItemMarker, in_lists, is_broken_off, repaired_line, run_of};
use crate::ground::weekday_from_word;

/// The maximum length of a line in a programme, in characters. A longer one is a sentence.
const LONGEST: usize = 80;

/// The maximum number of lines for which a correction is given.
const MOST_LINES: usize = 40;

/// The maximum number of findings that are reported.
const MOST: usize = 60;

/// Lines that lose their layout on the page.
pub(super) struct LostLayout {
    /// The position of the lines in the text.
    pub(super) lines: Range<usize>,
    /// What they were meant to be.
    pub(super) meant: MeantLayout,
    /// How to write them as such.
    pub(super) correction: Option<String>,
}

/// What lines were meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MeantLayout {
    /// Cells with tabs between them.
    Table,
    /// Cells with bars between them.
    Bars,
    /// A programme: times and what happens, one below the other.
    List,
    /// A list with this in front of its lines.
    Listed(ItemMarker),
    /// One more line of a list, with this in front.
    OneOfList(ItemMarker),
    /// Ordinary words.
    Words,
}

/// Returns all such lines of a text with these events.
pub(super) fn lines_with_lost_layout(text: &str, events: &[Placed<'_>]) -> Vec<LostLayout> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in events {
        match event {
            // Inside a list or quotation, lines begin with characters that belong to it.
            Event::Start(Tag::Paragraph) if depth == 0 => {
                found.extend(paragraph_with_lost_layout(text, range))
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                found.push(code_with_lost_layout(text, range))
            }
            _ => {}
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    found.extend(
        in_lists(text, events).into_iter().map(|(lines, marker)| list_with_lost_layout(text, &lines, marker)),
    );
    found.truncate(MOST);
    found
}

/// Returns the first lines of a paragraph that lose their layout.
fn paragraph_with_lost_layout(text: &str, range: &Range<usize>) -> Option<LostLayout> {
    // Most paragraphs are one line with an empty line below.
    let is_above_list = text[range.end..].starts_with(['-', '*', '+']);
    if !is_above_list && !text[range.clone()].trim_end().contains('\n') {
        return None;
    }
    let lines = lines_of(text, range);
    if let Some((run, marker)) = run_of(text, &lines, is_above_list) {
        return Some(list_with_lost_layout(text, &lines[run], marker));
    }
    let run_with = |holds: &dyn Fn(&str) -> bool| {
        let first = lines.windows(2).position(|two| two.iter().all(|line| holds(&text[line.clone()])))?;
        let count = lines[first..].iter().take_while(|line| holds(&text[(*line).clone()])).count();
        Some(&lines[first..first + count])
    };
    if let Some(rows) = run_with(&|line| line.trim().contains('\t')) {
        return Some(with_correction(MeantLayout::Table, rows, || table(&tabbed(text, rows))));
    }
    if let Some(rows) = bars::rows(text, &lines, opens_with_time) {
        return Some(with_correction(MeantLayout::Bars, &lines[rows.clone()], || {
            table(&barred(text, &lines[rows]))
        }));
    }
    let times = run_with(&|line| opens_with_time(line) && !is_broken_off(line))?;
    let correction =
        || times.iter().map(|line| format!("- {}", text[line.clone()].trim())).collect::<Vec<_>>();
    Some(with_correction(MeantLayout::List, times, || correction().join("\n")))
}

/// Returns lines that leading spaces turn into code.
fn code_with_lost_layout(text: &str, range: &Range<usize>) -> LostLayout {
    let lines = lines_of(text, range);
    let correction = || lines.iter().map(|line| text[line.clone()].trim()).collect::<Vec<&str>>();
    with_correction(MeantLayout::Words, &lines, || correction().join("\n").trim_end().to_owned())
}

/// Returns the lines of a list, each with its leading spaces.
fn list_with_lost_layout(text: &str, lines: &[Range<usize>], marker: ItemMarker) -> LostLayout {
    let correction = lines.iter().enumerate().map(|(index, line)| {
        let typed = &text[line.clone()];
        format!("{}{}", &typed[..typed.len() - typed.trim_start().len()], repaired_line(typed, marker, index))
    });
    let meant = if lines.len() == 1 { MeantLayout::OneOfList(marker) } else { MeantLayout::Listed(marker) };
    with_correction(meant, lines, || correction.collect::<Vec<_>>().join("\n"))
}

fn with_correction(
    meant: MeantLayout,
    lines: &[Range<usize>],
    correction: impl FnOnce() -> String,
) -> LostLayout {
    let start = lines.first().map_or(0, |line| line.start);
    let end = lines.last().map_or(start, |line| line.end);
    LostLayout { lines: start..end, meant, correction: (lines.len() <= MOST_LINES).then(correction) }
}

/// Returns the cells of rows with bars, leaving out any line of dashes.
fn barred(text: &str, rows: &[Range<usize>]) -> Vec<Vec<String>> {
    let kept = rows.iter().map(|row| text[row.clone()].trim()).filter(|row| !bars::is_dashes(row));
    kept.map(|row| bars::cells(row).into_iter().map(str::to_owned).collect()).collect()
}

/// Returns the cells of rows with tabs.
fn tabbed(text: &str, rows: &[Range<usize>]) -> Vec<Vec<String>> {
    let cells = |row: &str| row.split('\t').map(|cell| cell.trim().replace('|', "\\|")).collect();
    rows.iter().map(|row| cells(text[row.clone()].trim_end())).collect()
}

/// Formats rows as a Markdown table.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let line = |cells: &[String]| {
        let cells = (0..columns).map(|index| cells.get(index).map_or("", String::as_str));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let dashes = line(&vec!["---".to_owned(); columns]);
    let mut rows = rows.iter().map(|row| line(row));
    let head = rows.next().unwrap_or_default();
    [head, dashes].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

/// Whether a line opens with a time: `19.30 inloop`, `10 uur koffie`, `maandag 10.00 – 12.00`.
fn opens_with_time(line: &str) -> bool {
    let line = line.trim();
    let (first, rest) = line.split_once([' ', '\t']).unwrap_or((line, ""));
    let is_day = weekday_from_word(first.trim_end_matches([':', ',', '.'])).is_some();
    let digit = |text: &str| text.starts_with(|letter: char| letter.is_ascii_digit());
    let after_day = rest.trim_start();
    let is_time = is_time(first) || digit(first) && first.len() <= 2 && rest.starts_with("uur");
    line.chars().count() <= LONGEST && (is_time || is_day && digit(after_day))
}

/// Whether a word is a time: `19.30`, `9:00-12:00`, `19.30u`, `19.30:`.
fn is_time(word: &str) -> bool {
    let first = word.split(['-', '–', '—']).next().unwrap_or(word);
    let first = first.trim_end_matches([':', ',', 'u', 'h']);
    let Some((hour, minute)) = first.split_once(['.', ':']) else { return false };
    let number = |text: &str, most: u8| {
        (1..=2).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && text.parse::<u8>().is_ok_and(|number| number <= most)
    };
    number(hour, 24) && minute.len() == 2 && number(minute, 59)
}

/// Returns the lines of a piece of text, each with its surrounding spaces.
fn lines_of(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut line_start = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let mut lines = Vec::new();
    for line in text[line_start..range.end].split_inclusive('\n') {
        lines.push(line_start..line_start + line.trim_end_matches('\n').len());
        line_start += line.len();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_program_begins_with_a_time() {
        for line in [
            "19.30 inloop",
            "9:00-12:00 yoga",
            "19.30u film",
            "10 uur koffie",
            "ma 10.00 – 12.00",
            "Vrijdag: 20.00 dans",
        ] {
            assert!(opens_with_time(line), "{line}");
        }
        for line in [
            "19.30.",
            "12.10.2026 feest",
            "Zo was het",
            "do re mi",
            "30 mensen kwamen",
            "2,50 koffie",
            "Maandag is het feest",
        ] {
            assert!(!opens_with_time(line), "{line}");
        }
    }

    #[test]
    fn rows_with_tabs_become_a_table() {
        let text = "Dag\tWat\nma\tkoffie|thee\tgratis";
        let rows = lines_of(text, &(0..text.len()));
        assert_eq!(
            table(&tabbed(text, &rows)),
            "| Dag | Wat |  |\n| --- | --- | --- |\n| ma | koffie\\|thee | gratis |"
        );
    }
}

//! Reports fields that were written below the block: there they are just text, and have no effect.

use std::ops::Range;

use crate::field::{FieldInfo, FieldSet, Given};
use crate::ground::{Code, Diagnostic, both};
use crate::read::{RawEntry, Span, TextFile};

/// In bytes. Anything longer before a colon is part of a sentence.
const LONGEST_KEY: usize = 40;

/// Returns the diagnostics about lines in the text of an entry that look like fields.
pub(super) fn remarks_below_block(
    file: &TextFile,
    raw: &RawEntry,
    set: &FieldSet<'_>,
    given: &Given<'_>,
) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    let mut is_first = true;
    for paragraph in paragraphs(&file.text, raw.body.range()) {
        // Nearly every paragraph starts with plain words; the search stops at the first line without a field.
        let fields: Vec<FieldLine> =
            paragraph.iter().map_while(|line| field_of(&file.text, line, set)).collect();
        let is_plain = fields.iter().all(|line| line.is_lowercase);
        // A text may well start with `Kosten: neem gepast geld mee`, even if the costs are filled in above.
        let is_meant = match is_first {
            true => is_plain || fields.len() > 1,
            false => {
                is_plain
                    && fields.len() > 1
                    && fields.len() == paragraph.len() - closing_lines(&file.text, &paragraph)
            }
        };
        let starts_new_entry = !is_first && fields.iter().any(|line| line.field.is_name());
        let is_not_given = |line: &&FieldLine| starts_new_entry || !given.has(line.field.en);
        if is_meant {
            remarks.extend(
                fields
                    .iter()
                    .filter(is_not_given)
                    .map(|line| below_block_remark(file, line, starts_new_entry)),
            );
        }
        is_first = false;
    }
    remarks
}

/// A line that looks like a field.
struct FieldLine {
    field: &'static FieldInfo,
    key: Range<usize>,
    /// Whether its key is in lower case, as keys are written.
    is_lowercase: bool,
}

fn field_of(text: &str, line: &Range<usize>, set: &FieldSet<'_>) -> Option<FieldLine> {
    let (key, value) = text.get(line.clone())?.split_once(':')?;
    let is_key = !key.is_empty() && key.len() <= LONGEST_KEY && (value.is_empty() || value.starts_with(' '));
    let field = is_key.then(|| set.find(key)).flatten()?;
    Some(FieldLine {
        field,
        key: line.start..line.start + key.len(),
        is_lowercase: !key.chars().any(char::is_uppercase),
    })
}

/// Returns 1 if the last line closes a block (`---`), else 0.
fn closing_lines(text: &str, paragraph: &[Range<usize>]) -> usize {
    let last = paragraph.last().and_then(|line| text.get(line.clone())).unwrap_or_default();
    usize::from(last.len() >= 3 && last.bytes().all(|byte| byte == b'-'))
}

/// Returns the lines of each paragraph; paragraphs are separated by empty lines.
fn paragraphs(text: &str, body: Range<usize>) -> Vec<Vec<Range<usize>>> {
    let mut paragraphs = Vec::new();
    let mut lines = Vec::new();
    let mut at = body.start;
    for line in text.get(body).unwrap_or_default().split_inclusive('\n') {
        let words = line.trim_end();
        match words.is_empty() {
            true if lines.is_empty() => {}
            true => paragraphs.push(std::mem::take(&mut lines)),
            false => lines.push(at..at + words.len()),
        }
        at += line.len();
    }
    paragraphs.extend((!lines.is_empty()).then_some(lines));
    paragraphs
}

fn below_block_remark(file: &TextFile, line: &FieldLine, starts_new_entry: bool) -> Diagnostic {
    let place = file.place(Span::new(line.key.start, line.key.end));
    let key = place.marked();
    let hint = match starts_new_entry {
        true => both(
            "is dit een ander onderdeel, geef het dan een eigen bestand; hoort het hierbij, zet het dan boven de tweede regel met streepjes",
            "if this is another entry, put it in a file of its own; if it belongs here, put it above the second line of dashes",
        ),
        false => both(
            "zet deze regel boven de tweede regel met streepjes",
            "put this line above the second line of dashes",
        ),
    };
    Diagnostic::new(
        Code::FieldBelowBlock,
        place,
        both(
            format!("'{key}' staat onder de streepjes, en is zo gewone tekst"),
            format!("'{key}' is below the dashes, so it counts as plain text"),
        ),
    )
    .hint(hint)
}

//! Diagnostics for a person: the line, the marked words, and the line as it should be. Readable without
//! colour, and from top to bottom with a screen reader.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet, normalize_untrusted_str};

use super::shown::ShownRemark;
use crate::ground::Severity;

/// Whether to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// With escape codes for a terminal.
    Colours,
    /// Plain text.
    Plain,
}

/// In characters. Hints up to this length appear next to the marked words, longer ones below them.
const SHORT_HINT: usize = 60;

/// Renders the diagnostics one below the other, each followed by an empty line.
pub fn human(remarks: &[ShownRemark], paint: Paint) -> String {
    let renderer = match paint {
        Paint::Colours => Renderer::styled(),
        Paint::Plain => Renderer::plain(),
    };
    remarks.iter().map(|remark| format!("{}\n\n", remark_text(remark, renderer.clone()))).collect()
}

/// Renders one diagnostic as the terminal shows it.
fn remark_text(remark: &ShownRemark, renderer: Renderer) -> String {
    let level = match remark.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = normalize_untrusted_str(&remark.message);
    let excerpt = without_controls(&remark.excerpt);
    let hint = remark.hint.as_deref().map(normalize_untrusted_str);
    let beside = hint
        .clone()
        .filter(|hint| hint.chars().count() <= SHORT_HINT && remark.line > 0 && remark.skipped == 0);
    let mut group = level.with_name(remark.severity_word()).primary_title(message).elements(place_elements(
        remark,
        &excerpt,
        beside.clone(),
    ));
    if let Some(hint) = hint.filter(|_| beside.is_none()) {
        group = group.element(Level::HELP.with_name("tip").message(hint));
    }
    if let Some(correction) = &remark.correction {
        group = group
            .element(Level::HELP.with_name(remark.correction_word()).message(without_controls(correction)));
    }
    renderer.render(&[group])
}

/// Returns the part that shows the place: the line with the words marked, or only the file or the position.
fn place_elements<'t>(
    remark: &ShownRemark,
    excerpt: &'t str,
    label: Option<String>,
) -> Vec<annotate_snippets::Element<'t>> {
    if remark.line == 0 {
        return vec![Origin::path(remark.file.clone()).into()];
    }
    // With only part of a line, the renderer would count the column from the start of that part.
    if remark.skipped > 0 {
        let (line, column) = (remark.line as usize, remark.column as usize);
        return vec![Origin::path(remark.file.clone()).line(line).char_column(column).into()];
    }
    let byte =
        |characters: u32| excerpt.char_indices().nth(characters as usize).map_or(excerpt.len(), |(at, _)| at);
    let start = byte(remark.column.saturating_sub(1));
    let end = byte(remark.column.saturating_sub(1) + remark.length).max(start);
    let annotation = AnnotationKind::Primary.span(start..end).label(label);
    let snippet = Snippet::source(excerpt)
        .line_start(remark.line as usize)
        .path(remark.file.clone())
        .annotation(annotation);
    vec![snippet.into()]
}

/// Replaces control characters, which could control the terminal, by spaces. Newlines in a correction stay.
fn without_controls(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}

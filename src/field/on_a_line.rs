//! Several values on one line: whether a field allows that, and where each of them is.

use super::reader::FieldReader;
use super::shape::Shape;
use crate::read::{Node, Span, Value};

/// Whether `keuken, bar, podium` on one line is a list: it is where a comma cannot be part of a value.
pub(super) fn is_list_on_a_line(shape: &Shape) -> bool {
    if let Shape::Either(short, _) = shape {
        return is_list_on_a_line(short);
    }
    matches!(
        shape,
        Shape::OpenWord(_)
            | Shape::Choice(_)
            | Shape::Reference(_)
            | Shape::Slug
            | Shape::Day
            | Shape::Except
            | Shape::Email
    )
}

/// Returns the files of `a.pdf, b.pdf` and `a.pdf en b.pdf`, for a field whose items are files.
pub(super) fn files_on_a_line<'l>(line: &'l str, shape: &Shape) -> Option<Vec<&'l str>> {
    let first = shape.fields().first()?;
    if !matches!(first.shape, Shape::File) {
        return None;
    }
    let is_file = |piece: &&str| {
        let ending = piece.rsplit_once('.').map_or("", |(_, ending)| ending);
        (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let pieces_between = |sign| line.split(sign).map(str::trim).collect::<Vec<&str>>();
    let several = [",", ";", " en ", " and ", " & ", " "].into_iter().map(pieces_between);
    several.into_iter().find(|pieces| pieces.len() > 1 && pieces.iter().all(is_file))
}

/// Whether a field takes days, alone or by a name that stands for many.
pub(super) fn is_of_days(shape: &Shape) -> bool {
    matches!(shape, Shape::Except | Shape::Either(Shape::Day, _))
}

/// Returns the lines below a key, if each of them is an item that lacks its dash. Of a field that takes
/// sentences, one may go on over several lines.
pub(super) fn lines_without_dashes<'r>(
    node: &Node,
    shape: &Shape,
    reader: &FieldReader<'r>,
) -> Option<Vec<&'r str>> {
    let is_of_sentences = matches!(shape, Shape::Line);
    if !is_of_sentences && !is_list_on_a_line(shape) {
        return None;
    }
    let lines = lines_below(node, reader);
    let begins = |line: &&str| line.trim_start().starts_with(char::is_uppercase);
    let are_items = lines.len() > 1 && (!is_of_sentences || lines.iter().all(begins));
    are_items.then_some(lines)
}

/// Returns the lines of a value that begins below its key, as written in the file.
fn lines_below<'r>(node: &Node, reader: &FieldReader<'r>) -> Vec<&'r str> {
    let text = &reader.file().text;
    let start = node.span.start as usize;
    let line_start = text.get(..start).and_then(|above| above.rfind('\n')).map_or(0, |end| end + 1);
    let before_value = text.get(line_start..start).unwrap_or("-");
    let typed = text.get(line_start..node.span.end as usize).unwrap_or_default();
    if before_value.trim().is_empty() {
        typed.lines().filter(|line_start| !line_start.trim().is_empty()).collect()
    } else {
        Vec::new()
    }
}

/// Returns the lines of a value that was written on several; YAML joins them with spaces.
pub(crate) fn lines_as_written<'l>(
    line: &'l str,
    node: &Node,
    reader: &FieldReader<'l>,
) -> Option<Vec<&'l str>> {
    let lines_of = |text: &'l str| -> Vec<&'l str> {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    };
    if line.trim().contains('\n') {
        return Some(lines_of(line));
    }
    let lines = lines_of(reader.file().text.get(node.span.range())?);
    (lines.len() > 1 && lines.join(" ") == line.trim()).then_some(lines)
}

/// Appends words to a piece from which a comma separated them.
fn append(piece: &mut Node, words: &str, span: Span) {
    if let Value::Scalar(text) = &mut piece.value {
        *text = format!("{text}, {words}");
        piece.span = Span::new(piece.span.start as usize, span.end as usize);
    }
}

/// Returns pieces of a line in their order, each with its own place if the line is in the file as it is.
pub(super) fn each_in_place(line: &str, pieces: Vec<&str>, node: &Node) -> Vec<Node> {
    let is_as_written = node.span.range().len() == line.len();
    let mut searched_to = 0;
    let in_place = pieces.into_iter().map(|piece| {
        let found = line[searched_to..].find(piece).filter(|_| is_as_written);
        let span = found.map_or(node.span, |offset| {
            let start = searched_to + offset;
            searched_to = start + piece.len();
            let in_file = node.span.start as usize + start;
            Span::new(in_file, in_file + piece.len())
        });
        Node { value: Value::Scalar(piece.to_owned()), span }
    });
    in_place.collect()
}

/// Splits a line at its commas, and gives each piece its own place if the line is in the file as it is.
pub(super) fn pieces_between_commas(line: &str, node: &Node) -> Vec<Node> {
    let is_as_written = node.span.range().len() == line.len();
    let mut piece_start = 0;
    let mut pieces = Vec::new();
    for piece in line.split(',') {
        let words = piece.trim();
        let words_start = piece_start + piece.len() - piece.trim_start().len();
        let span = if is_as_written {
            let in_file = node.span.start as usize + words_start;
            Span::new(in_file, in_file + words.len())
        } else {
            node.span
        };
        // `December 24, 2026` is one day, not two things.
        let is_year = words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit());
        if let (true, Some(previous)) = (is_year, pieces.last_mut()) {
            append(previous, words, span);
        } else if !words.is_empty() {
            pieces.push(Node { value: Value::Scalar(words.to_owned()), span });
        }
        piece_start += piece.len() + 1;
    }
    pieces
}

//! Several values on one line: whether that may be, and where each of them stands.

use super::reader::FieldReader;
use super::shape::Shape;
use crate::read::{Node, Span, Value};

/// `keuken, bar, podium` on one line is a list where a comma cannot be part of a value.
pub(super) fn is_list_on_a_line(shape: &Shape) -> bool {
    if let Shape::Either(short, _) = shape {
        return is_list_on_a_line(short);
    }
    matches!(
        shape,
        Shape::Open(_)
            | Shape::Choice(_)
            | Shape::Reference(_)
            | Shape::Slug
            | Shape::Day
            | Shape::Except
            | Shape::Email
    )
}

/// Days, alone or by a name that stands for many.
pub(super) fn is_of_days(shape: &Shape) -> bool {
    matches!(shape, Shape::Except | Shape::Either(Shape::Day, _))
}

/// The lines of a value that begins below its key, as they stand in the file.
pub(super) fn lines_below<'r>(node: &Node, reader: &FieldReader<'r>) -> Vec<&'r str> {
    let text = &reader.file().text;
    let start = node.span.start as usize;
    let line = text.get(..start).and_then(|above| above.rfind('\n')).map_or(0, |end| end + 1);
    let front = text.get(line..start).unwrap_or("-");
    let typed = text.get(line..node.span.end as usize).unwrap_or_default();
    if front.trim().is_empty() {
        typed.lines().filter(|line| !line.trim().is_empty()).collect()
    } else {
        Vec::new()
    }
}

/// Puts words behind a piece.
fn join(before: &mut Node, words: &str, span: Span) {
    if let Value::Scalar(text) = &mut before.value {
        *text = format!("{text}, {words}");
        before.span = Span::new(before.span.start as usize, span.end as usize);
    }
}

/// Pieces of a line in their order, each with its own place when the line stands in the file as it is.
pub(super) fn each_in_place(line: &str, pieces: Vec<&str>, node: &Node) -> Vec<Node> {
    let is_as_written = node.span.range().len() == line.len();
    let mut from = 0;
    let in_place = pieces.into_iter().map(|piece| {
        let found = line[from..].find(piece).filter(|_| is_as_written);
        let span = found.map_or(node.span, |at| {
            let start = from + at;
            from = start + piece.len();
            let at = node.span.start as usize + start;
            Span::new(at, at + piece.len())
        });
        Node { value: Value::Scalar(piece.to_owned()), span }
    });
    in_place.collect()
}

/// The pieces of a line between commas, each with its own place when the line stands in the file as it is.
pub(super) fn pieces(line: &str, node: &Node) -> Vec<Node> {
    let plain = node.span.range().len() == line.len();
    let mut start = 0;
    let mut pieces = Vec::new();
    for piece in line.split(',') {
        let words = piece.trim();
        let at = start + piece.len() - piece.trim_start().len();
        let span = if plain {
            let from = node.span.start as usize + at;
            Span::new(from, from + words.len())
        } else {
            node.span
        };
        // `December 24, 2026` is one day, not two things.
        let is_year = words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit());
        if let (true, Some(before)) = (is_year, pieces.last_mut()) {
            join(before, words, span);
        } else if !words.is_empty() {
            pieces.push(Node { value: Value::Scalar(words.to_owned()), span });
        }
        start += piece.len() + 1;
    }
    pieces
}

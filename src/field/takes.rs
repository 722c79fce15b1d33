//! What it means to be a value of a field.

use super::fact::{Fact, Facts, Visitor};
use super::given::{Given, SetOfFields, is_blank};
use super::list_messages::dashes_missing;
use super::messages;
use super::reader::{At, Field, FieldReader};
use super::shape::{FieldInfo, Shape};
use super::strange_keys::as_items;
use crate::read::{Node, Value};

/// A value that a field can take.
pub trait Takes: Sized {
    /// What it looks like, for schemas and messages.
    const SHAPE: Shape;

    /// Reads it. `None` when it is something else; then that has been said.
    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self>;

    /// A line that holds several, where that can be told from the words: `feestdagen en schoolvakanties`.
    fn several_of(_line: &str) -> Option<Vec<&str>> {
        None
    }

    /// Says what is wrong with a line of several, where its parts make no sense alone; whether it did.
    fn says_of_line(_line: &str, _node: &Node, _reader: &mut FieldReader<'_>) -> bool {
        false
    }

    /// What it says.
    fn fact(&self) -> Fact<'_>;

    /// Shows everything in it that points outside the entry.
    fn visit<'a>(&'a self, _visitor: &mut dyn Visitor<'a>) {}
}

impl Given<'_> {
    /// The value of a field, read as what it takes.
    pub fn take<T: Takes>(&self, field: &FieldInfo, reader: &mut FieldReader<'_>) -> Field<T> {
        let (field, node) = self.found(field)?;
        let value = reader.of_field(field, |reader| T::take(node, reader));
        value.map(|value| At { value, span: node.span })
    }
}

/// A set of fields: a kind of entry, or a group inside one.
pub trait Described: Sized {
    /// The fields, in the order in which they are documented.
    const FIELDS: &'static [FieldInfo];

    /// Reads the fields that were given.
    fn read(given: &Given<'_>, reader: &mut FieldReader<'_>) -> Self;

    /// What was written, by the English key, in the order of the description; nothing where nothing was.
    fn facts(&self) -> Facts<'_>;

    /// Shows everything that points outside the entry.
    fn visit_fields<'a>(&'a self, visitor: &mut dyn Visitor<'a>);
}

/// Reads a group from a single line.
pub type Short<T> = fn(&str, &Node, &mut FieldReader<'_>) -> Option<T>;

/// Reads a group of fields from a mapping, or from a single line when it has a short form.
pub fn take_group<T: Described>(
    node: &Node,
    reader: &mut FieldReader<'_>,
    short: Option<Short<T>>,
) -> Option<T> {
    match (&node.value, short) {
        (Value::Map(mapping), _) => reader.within(|reader| {
            let given = SetOfFields::new(&[T::FIELDS]).sort(mapping, node.span, false, reader);
            Some(T::read(&given, reader))
        }),
        (Value::Scalar(line), Some(short)) => short(line, node, reader),
        _ => {
            let locale = reader.locale().unwrap_or_default();
            reader.say(messages::group_expected(reader.place(node.span), T::FIELDS, locale));
            None
        }
    }
}

/// What few entries have may stand apart, so that all others stay small.
impl<T: Takes> Takes for Box<T> {
    const SHAPE: Shape = T::SHAPE;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        T::take(node, reader).map(Self::new)
    }

    fn fact(&self) -> Fact<'_> {
        T::fact(self)
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        T::visit(self, visitor);
    }
}

/// One value or a list of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Many<T>(pub Vec<At<T>>);

impl<T> Many<T> {
    /// The values, one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, At<T>> {
        self.0.iter()
    }
}

impl<T: Takes> Takes for Many<T> {
    const SHAPE: Shape = Shape::Many(&T::SHAPE);

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let one = |node: &Node, reader: &mut FieldReader<'_>| {
            T::take(node, reader).map(|value| At { value, span: node.span })
        };
        if let Value::Scalar(line) = &node.value
            && T::says_of_line(line, node, reader)
        {
            return None;
        }
        if let (Value::Map(mapping), Shape::Group { fields, .. }) = (&node.value, T::SHAPE)
            && let Some(said) = as_items(reader.place(node.span), mapping, fields, reader.locale())
        {
            reader.say(said);
            return None;
        }
        let is_group = matches!(T::SHAPE, Shape::Group { .. });
        let values = match &node.value {
            Value::List(items) => items
                .iter()
                .filter(|item| item.value != Value::Absent && !(is_group && is_blank(item)))
                .filter_map(|item| one(item, reader))
                .collect(),
            Value::Scalar(line) if let Some(several) = T::several_of(line) => {
                each_in_place(line, several, node).iter().filter_map(|piece| one(piece, reader)).collect()
            }
            Value::Scalar(_) if is_list_on_a_line(&T::SHAPE) && lines_below(node, reader).len() > 1 => {
                let lines = lines_below(node, reader);
                reader.say(dashes_missing(reader.place(node.span), &lines));
                return None;
            }
            Value::Scalar(line) if line.contains(',') && is_list_on_a_line(&T::SHAPE) => {
                pieces(line, node).iter().filter_map(|piece| one(piece, reader)).collect()
            }
            Value::Scalar(line) if let Some(first) = name_of_items(&T::SHAPE) => {
                let name = first.name(reader.locale().unwrap_or_default());
                reader.say(messages::list_expected(reader.place(node.span), line, Some(name)));
                return None;
            }
            _ => one(node, reader).into_iter().collect(),
        };
        Some(Self(values))
    }

    fn fact(&self) -> Fact<'_> {
        Fact::List(self.0.iter().map(|item| item.value.fact()).collect())
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.iter().for_each(|item| item.value.visit(visitor));
    }
}

/// The field by which items are called that can be nothing but groups.
fn name_of_items(shape: &Shape) -> Option<&'static FieldInfo> {
    let Shape::Group { fields, short: None } = shape else { return None };
    fields.first().filter(|first| first.is_name())
}

/// `keuken, bar, podium` on one line is a list where a comma cannot be part of a value.
fn is_list_on_a_line(shape: &Shape) -> bool {
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

/// The lines of a value that begins below its key, as they stand in the file.
fn lines_below<'r>(node: &Node, reader: &FieldReader<'r>) -> Vec<&'r str> {
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
fn join(before: &mut Node, words: &str, span: crate::read::Span) {
    if let Value::Scalar(text) = &mut before.value {
        *text = format!("{text}, {words}");
        before.span = crate::read::Span::new(before.span.start as usize, span.end as usize);
    }
}

/// Pieces of a line in their order, each with its own place when the line stands in the file as it is.
fn each_in_place(line: &str, pieces: Vec<&str>, node: &Node) -> Vec<Node> {
    let is_as_written = node.span.range().len() == line.len();
    let mut from = 0;
    let in_place = pieces.into_iter().map(|piece| {
        let found = line[from..].find(piece).filter(|_| is_as_written);
        let span = found.map_or(node.span, |at| {
            let start = from + at;
            from = start + piece.len();
            let at = node.span.start as usize + start;
            crate::read::Span::new(at, at + piece.len())
        });
        Node { value: Value::Scalar(piece.to_owned()), span }
    });
    in_place.collect()
}

/// The pieces of a line between commas, each with its own place when the line stands in the file as it is.
fn pieces(line: &str, node: &Node) -> Vec<Node> {
    let plain = node.span.range().len() == line.len();
    let mut start = 0;
    let mut pieces = Vec::new();
    for piece in line.split(',') {
        let words = piece.trim();
        let at = start + piece.len() - piece.trim_start().len();
        let span = if plain {
            let from = node.span.start as usize + at;
            crate::read::Span::new(from, from + words.len())
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

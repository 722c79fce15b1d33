//! How fields take what was typed: the trait that every kind of value has, and how groups and lists are read.

use super::answers;
use super::block_as_list::block_as_list;
use super::fact::{Fact, Facts, Visitor};
use super::given::{FieldSet, Given, is_blank};
use super::list_messages::dashes_missing;
use super::messages;
use super::no_answer::reports_no_answer;
use super::on_a_line::{
    each_in_place, files_on_a_line, is_list_on_a_line, is_of_days, lines_without_dashes,
    pieces_between_commas,
};
use super::pairs::dashless_items;
use super::reader::{At, Field, FieldReader};
use super::shape::{FieldInfo, Shape};
use crate::ground::parse_date;
use crate::read::{Key, Mapping, Node, Span, Value, between_bullets};

/// A value that a field can take.
pub trait FieldValue: Sized {
    /// What it looks like, for schemas and messages.
    const SHAPE: Shape;

    /// Reads it. Reports anything else, and returns `None`.
    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self>;

    /// Splits a line that holds several values, if the words show that: `feestdagen en schoolvakanties`.
    fn several_of(_line: &str) -> Option<Vec<&str>> {
        None
    }

    /// Reports a line of several values whose parts make no sense alone, and returns whether it did.
    fn reports_line(_line: &str, _node: &Node, _reader: &mut FieldReader<'_>) -> bool {
        false
    }

    /// Returns what it says.
    fn fact(&self) -> Fact<'_>;

    /// Shows the visitor everything in it that points outside the entry.
    fn visit<'a>(&'a self, _visitor: &mut dyn Visitor<'a>) {}
}

impl Given<'_> {
    /// Returns the value of a field, read as what the field takes.
    pub fn take<T: FieldValue>(&self, field: &FieldInfo, reader: &mut FieldReader<'_>) -> Field<T> {
        let (field, node) = self.field_and_node(field)?;
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

    /// Returns what was written, by the English keys, in the order of the description.
    fn facts(&self) -> Facts<'_>;

    /// Shows the visitor everything that points outside the entry.
    fn visit_fields<'a>(&'a self, visitor: &mut dyn Visitor<'a>);
}

/// Reads a group from a single line.
pub type Short<T> = fn(&str, &Node, &mut FieldReader<'_>) -> Option<T>;

/// Reads a group of fields from a mapping, or from a single line if it has a short form.
pub fn take_group<T: Described>(
    node: &Node,
    reader: &mut FieldReader<'_>,
    short: Option<Short<T>>,
) -> Option<T> {
    match (&node.value, short) {
        (Value::Map(mapping), _) => reader.within(|reader| {
            let is_damaged = reader.has_mistake_near(node.span);
            let given = FieldSet::new(&[T::FIELDS]).sort(mapping, node.span, is_damaged, reader);
            Some(T::read(&given, reader))
        }),
        (Value::Scalar(line), Some(short)) => short(line, node, reader),
        _ => {
            let locale = reader.locale().unwrap_or_default();
            let place = reader.place(node.span);
            let remark = match answers::is_answerable(T::FIELDS) {
                true => answers::group_expected(place.clone(), node, &reader.file().text, T::FIELDS, locale),
                false => None,
            };
            let remark = remark.or_else(|| block_as_list(&place, node, T::FIELDS));
            reader.report(remark.unwrap_or_else(|| messages::group_expected(place, T::FIELDS, locale)));
            None
        }
    }
}

/// A value that few entries have may be boxed, so that all others stay small.
impl<T: FieldValue> FieldValue for Box<T> {
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

/// One value, or a list of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Many<T>(pub Vec<At<T>>);

impl<T> Many<T> {
    /// Returns the values, one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, At<T>> {
        self.0.iter()
    }
}

impl<T: FieldValue> FieldValue for Many<T> {
    const SHAPE: Shape = Shape::Many(&T::SHAPE);

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let take = read_value::<T>;
        if let Value::Scalar(line) = &node.value
            && T::reports_line(line, node, reader)
        {
            return None;
        }
        if let (Value::Map(mapping), Shape::Group { fields, .. }) = (&node.value, T::SHAPE)
            && let Some(remark) = dashless_items(reader.place(node.span), mapping, fields, reader.locale())
        {
            reader.report(remark);
            return None;
        }
        if let (Value::Map(mapping), Shape::OpenWord(_)) = (&node.value, T::SHAPE)
            && let Some(remark) = reader.answers_for_list(node, mapping)
        {
            reader.report(remark);
            return None;
        }
        let is_group = matches!(T::SHAPE, Shape::Group { .. });
        let values = match &node.value {
            // One item may hold several days.
            Value::List(items) if is_of_days(&T::SHAPE) => {
                items.iter().flat_map(|item| values_of_item(item, reader)).collect()
            }
            Value::Map(days) if is_of_days(&T::SHAPE) && is_by_day(days) => {
                days.entries.iter().filter_map(|day| take(&as_own_mapping(day), reader)).collect()
            }
            Value::List(items) => items
                .iter()
                .filter(|item| item.value != Value::Absent && !(is_group && is_blank(item)))
                .filter_map(|item| take(item, reader))
                .collect(),
            Value::Scalar(line) if let Some(several) = T::several_of(line) => {
                each_in_place(line, several, node).iter().filter_map(|piece| take(piece, reader)).collect()
            }
            Value::Scalar(_) if let Some(lines) = lines_without_dashes(node, &T::SHAPE, reader) => {
                reader.report(dashes_missing(reader.place(node.span), &lines));
                return None;
            }
            Value::Scalar(line)
                if is_list_on_a_line(&T::SHAPE)
                    && let Some(several) = between_bullets(line) =>
            {
                let pieces = each_in_place(line, several, node);
                pieces.iter().flat_map(|piece| values_of_item(piece, reader)).collect()
            }
            Value::Scalar(line) if line.contains(',') && is_list_on_a_line(&T::SHAPE) => {
                pieces_between_commas(line, node).iter().filter_map(|piece| take(piece, reader)).collect()
            }
            Value::Scalar(line) if reports_list_expected(line, &T::SHAPE, node, reader) => return None,
            _ => take(node, reader).into_iter().collect(),
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

/// Reports items on one line that need a line each, and returns whether it did.
fn reports_list_expected(line: &str, shape: &Shape, node: &Node, reader: &mut FieldReader<'_>) -> bool {
    let remark = if let Some(first) = name_field_of_items(shape) {
        if reports_no_answer(line, node, reader) {
            return true;
        }
        let name = first.name(reader.locale().unwrap_or_default());
        messages::list_expected(reader.place(node.span), line, Some(name))
    } else if let Some(files) = files_on_a_line(line, shape) {
        messages::list_expected(reader.place(node.span), &files.join(","), None)
    } else {
        return false;
    };
    reader.report(remark);
    true
}

/// Reads a value, and keeps its place.
fn read_value<T: FieldValue>(node: &Node, reader: &mut FieldReader<'_>) -> Field<T> {
    T::take(node, reader).map(|value| At { value, span: node.span })
}

/// Reads the values of an item that may hold several.
fn values_of_item<T: FieldValue>(item: &Node, reader: &mut FieldReader<'_>) -> Vec<At<T>> {
    let pieces = match &item.value {
        Value::Absent => return Vec::new(),
        Value::Scalar(line) if T::reports_line(line, item, reader) => return Vec::new(),
        Value::Scalar(line) => match T::several_of(line) {
            Some(several) => each_in_place(line, several, item),
            None if line.contains(',') && matches!(T::SHAPE, Shape::Except) => {
                pieces_between_commas(line, item)
            }
            None => return read_value(item, reader).into_iter().collect(),
        },
        _ => return read_value(item, reader).into_iter().collect(),
    };
    pieces.iter().filter_map(|piece| read_value(piece, reader)).collect()
}

/// Whether the keys are several days, each with its own value, where the names of fields belong.
fn is_by_day(days: &Mapping) -> bool {
    days.entries.len() > 1 && days.entries.iter().all(|(key, _)| parse_date(&key.text).is_ok())
}

/// Turns an entry of a mapping into a mapping of its own.
fn as_own_mapping((key, value): &(Key, Node)) -> Node {
    let span = Span { start: key.span.start, end: value.span.end };
    Node { value: Value::Map(Mapping { entries: vec![(key.clone(), value.clone())] }), span }
}

/// Returns the field that names the items, if they can be nothing but groups.
fn name_field_of_items(shape: &Shape) -> Option<&'static FieldInfo> {
    let Shape::Group { fields, short: None } = shape else { return None };
    fields.first().filter(|first| first.is_name())
}

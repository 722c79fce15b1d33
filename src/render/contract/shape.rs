//! The shape of values: which fields they have, what those are, and which of them may be absent.

use std::collections::BTreeMap;

use crate::render::templates::Value;

/// What a value was each time it was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// How often it was seen.
    times: usize,
    /// How often it was absent (`none` or undefined).
    absent: usize,
    /// The kinds of value that it was.
    types: Vec<ValueType>,
    /// The fields, when it is a group.
    fields: BTreeMap<String, Shape>,
    /// The items, when it is a list.
    items: Option<Box<Shape>>,
}

/// A kind of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ValueType {
    /// Text, escaped where it is shown.
    Text,
    /// HTML that is ready to be shown.
    Html,
    /// A number.
    Number,
    /// Yes or no.
    YesNo,
    /// A list.
    List,
    /// Fields by name.
    Group,
}

/// Tests whether a value is of a sort.
type Is = fn(&Value) -> bool;

impl ValueType {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Number => "number",
            Self::YesNo => "yes/no",
            Self::List => "list",
            Self::Group => "group",
        }
    }

    fn of(value: &Value) -> Option<Self> {
        let tests: [(Is, Self); 6] = [
            (Value::is_bool, Self::YesNo),
            (|value| value.is_string() && value.is_safe(), Self::Html),
            (Value::is_string, Self::Text),
            (Value::is_number, Self::Number),
            (Value::is_array, Self::List),
            (Value::is_map, Self::Group),
        ];
        tests.into_iter().find(|(is, _)| is(value)).map(|(_, value_type)| value_type)
    }
}

impl Shape {
    /// Records a value that was seen.
    pub fn observe(&mut self, value: &Value) {
        self.times += 1;
        let Some(value_type) = ValueType::of(value) else {
            self.absent += 1;
            return;
        };
        self.add(value_type);
        for item in value.as_array().unwrap_or_default() {
            self.items.get_or_insert_default().observe(item);
        }
        let Some(map) = value.as_map() else { return };
        for (key, value) in map {
            if let Some(key) = key.as_str() {
                self.fields.entry(key.to_owned()).or_default().observe(value);
            }
        }
    }

    /// Adds what another shape has seen.
    pub fn merge(&mut self, other: &Self) {
        self.times += other.times;
        self.absent += other.absent;
        other.types.iter().for_each(|value_type| self.add(*value_type));
        if let Some(items) = &other.items {
            self.items.get_or_insert_default().merge(items);
        }
        for (key, shape) in &other.fields {
            self.fields.entry(key.clone()).or_default().merge(shape);
        }
    }

    fn add(&mut self, value_type: ValueType) {
        if let Err(at) = self.types.binary_search(&value_type) {
            self.types.insert(at, value_type);
        }
    }

    /// The fields of a group.
    pub(super) fn fields(&self) -> &BTreeMap<String, Shape> {
        &self.fields
    }

    /// The items of a list.
    pub(super) fn items(&self) -> Option<&Shape> {
        self.items.as_deref()
    }

    /// How often it was a group; a field seen that often is always present.
    fn groups(&self) -> usize {
        if self.types.contains(&ValueType::Group) { self.times - self.absent } else { 0 }
    }

    /// The kinds that it was seen as, with a question mark when it is sometimes absent.
    pub(super) fn kind(&self, is_always_there: bool) -> String {
        let at_times = if is_always_there && self.absent == 0 { "" } else { "?" };
        let names: Vec<&str> = self.types.iter().map(|value_type| value_type.name()).collect();
        let kind = if names.is_empty() { "nothing".to_owned() } else { names.join(" or ") };
        format!("{kind}{at_times}")
    }

    /// Whether one of its fields is always present.
    pub(super) fn always_has(&self, field: &Shape) -> bool {
        field.times == self.groups()
    }
}

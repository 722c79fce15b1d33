//! JSON that is only written: it keeps keys in insertion order and borrows texts, as every page has some and
//! nothing is ever looked up in it.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// An object.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Object<'a>(Vec<(&'static str, JsonValue<'a>)>);

/// The value of a key.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum JsonValue<'a> {
    Text(Cow<'a, str>),
    Whole(i64),
    Decimal(f64),
    YesNo(bool),
    List(Vec<JsonValue<'a>>),
    Object(Object<'a>),
}

/// A nested schema.org object of this type.
pub(super) fn thing<'a>(kind: &'static str) -> Object<'a> {
    Object::default().with("@type", kind)
}

impl<'a> Object<'a> {
    /// Puts a value at a key, if there is one.
    pub(super) fn put(&mut self, key: &'static str, value: Option<impl Into<JsonValue<'a>>>) {
        self.0.extend(value.map(|value| (key, value.into())));
    }

    /// Returns the object with a value at a key.
    pub(super) fn with(mut self, key: &'static str, value: impl Into<JsonValue<'a>>) -> Self {
        self.put(key, Some(value));
        self
    }

    /// Puts a list at a key, unless it is empty.
    pub(super) fn put_all<S: Into<JsonValue<'a>>>(&mut self, key: &'static str, values: Vec<S>) {
        self.put(key, (!values.is_empty()).then_some(values));
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
        map.end()
    }
}

impl Serialize for JsonValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Whole(number) => serializer.serialize_i64(*number),
            Self::Decimal(number) => serializer.serialize_f64(*number),
            Self::YesNo(yes) => serializer.serialize_bool(*yes),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

impl<'a> From<&'a str> for JsonValue<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for JsonValue<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<N: Into<i64>> From<Number<N>> for JsonValue<'_> {
    fn from(number: Number<N>) -> Self {
        Self::Whole(number.0.into())
    }
}

/// A whole number.
pub(super) struct Number<N>(pub(super) N);

impl From<f64> for JsonValue<'_> {
    fn from(number: f64) -> Self {
        Self::Decimal(number)
    }
}

impl From<bool> for JsonValue<'_> {
    fn from(yes: bool) -> Self {
        Self::YesNo(yes)
    }
}

impl<'a> From<Object<'a>> for JsonValue<'a> {
    fn from(object: Object<'a>) -> Self {
        Self::Object(object)
    }
}

impl<'a, S: Into<JsonValue<'a>>> From<Vec<S>> for JsonValue<'a> {
    fn from(items: Vec<S>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::compact_json;

    #[test]
    fn an_object_is_written_in_the_order_it_was_filled() {
        let mut object = Object::default().with("b", "x\"y").with("a", Number(3_u32)).with("d", 52.5);
        object.put("nothing", None::<&str>);
        object.put_all("empty", Vec::<bool>::new());
        object
            .put_all("list", vec![JsonValue::from(true), Object::default().with("c", "z".to_owned()).into()]);
        assert_eq!(compact_json(&object), r#"{"b":"x\"y","a":3,"d":52.5,"list":[true,{"c":"z"}]}"#);
    }
}

//! The types that `dorp.json` is read with: unknown keys are skipped, and a value in another format than
//! expected is lost without affecting the values around it. Each type describes itself for anyone who writes
//! the format (JSON Schema).

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::odd::{At, OddValues, Seen};
use crate::ground::{Json, json};

/// A value in the expected format, or something else.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Checked<T> {
    /// The expected value.
    Expected(T),
    /// Something else, in a form that can be shown.
    Other(Seen),
}

impl<T> Checked<T> {
    /// Returns the expected value, if it is one.
    pub(super) fn expected(self) -> Option<T> {
        match self {
            Self::Expected(value) => Some(value),
            Self::Other(_) => None,
        }
    }

    /// Returns a reference to the expected value, if it is one.
    pub(super) fn as_expected(&self) -> Option<&T> {
        match self {
            Self::Expected(value) => Some(value),
            Self::Other(_) => None,
        }
    }
}

/// A value that may be absent.
pub(super) type Maybe<T> = Option<Checked<T>>;

/// A type that knows its format and finds the values in it that do not match.
pub(super) trait HasFormat {
    /// Adds the values in it that have another format than expected, at any depth, except those [`List`]
    /// counts itself.
    fn odd_values(&self, at: At<'_>, odd: &mut OddValues);

    /// Returns the expected format as JSON Schema.
    fn schema() -> Json;
}

impl<T: HasFormat> HasFormat for Maybe<T> {
    fn odd_values(&self, at: At<'_>, odd: &mut OddValues) {
        match self {
            Some(Checked::Expected(value)) => value.odd_values(at, odd),
            Some(Checked::Other(seen)) => odd.add(at, || seen.clone()),
            None => {}
        }
    }

    fn schema() -> Json {
        T::schema()
    }
}

impl<T: HasFormat, const MOST: usize> HasFormat for List<T, MOST> {
    fn odd_values(&self, at: At<'_>, odd: &mut OddValues) {
        self.values.iter().for_each(|value| value.odd_values(at, odd));
    }

    fn schema() -> Json {
        json!({ "type": "array", "items": T::schema(), "maxItems": MOST })
    }
}

/// Returns the expected value, if it is present and matches.
pub(super) fn expected<T>(value: Maybe<T>) -> Option<T> {
    value.and_then(Checked::expected)
}

/// Returns the expected text by reference.
pub(super) fn text_of(value: &Maybe<String>) -> Option<&str> {
    value.as_ref().and_then(Checked::as_expected).map(String::as_str)
}

/// A list of at most `MOST` values; more are counted and skipped, so that no list takes more memory than
/// that.
pub(super) struct List<T, const MOST: usize> {
    /// The first of them, as far as they have the expected format.
    pub(super) values: Vec<T>,
    /// How many of the first have another format.
    pub(super) odd: usize,
    /// How many more there were.
    pub(super) over_limit: usize,
    /// Whether the value is not a list.
    pub(super) is_no_list: bool,
}

impl<T, const MOST: usize> Default for List<T, MOST> {
    fn default() -> Self {
        Self { values: Vec::new(), odd: 0, over_limit: 0, is_no_list: false }
    }
}

impl<'de, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for List<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T, const MOST: usize>(PhantomData<T>);

/// A value that is not a list gives an empty one.
macro_rules! not_a_list {
    ($($visit:ident: $of:ty),*) => { $(
        fn $visit<E>(self, _: $of) -> Result<Self::Value, E> {
            Ok(List { is_no_list: true, ..List::default() })
        }
    )* };
}

impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for ListVisitor<T, MOST> {
    type Value = List<T, MOST>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = List::default();
        while list.values.len() + list.odd < MOST {
            match items.next_element::<Checked<T>>()? {
                Some(Checked::Expected(item)) => list.values.push(item),
                Some(Checked::Other(_)) => list.odd += 1,
                None => return Ok(list),
            }
        }
        while items.next_element::<IgnoredAny>()?.is_some() {
            list.over_limit += 1;
        }
        Ok(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(List { is_no_list: true, ..List::default() })
    }

    /// `null` means that there is nothing.
    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(List::default())
    }

    not_a_list!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str);
}

/// Implements the format of a value without parts.
macro_rules! single {
    ($($single:ty: $schema:tt,)*) => { $(
        impl HasFormat for $single {
            fn odd_values(&self, _: At<'_>, _: &mut OddValues) {}

            fn schema() -> Json {
                json!($schema)
            }
        }
    )* };
}

single! {
    String: { "type": "string" },
    u8: { "type": "integer", "minimum": 0, "maximum": 255 },
    u64: { "type": "integer", "minimum": 0 },
    f64: { "type": "number" },
}

/// Defines an object by its keys, each with a description in Dutch and in English. Without one of the keys it
/// `needs`, an object is left out; all others may be absent. The key it is `called` by identifies it in
/// diagnostics.
macro_rules! object {
    ($(#[$doc:meta])* $name:ident needs [$($need:ident)*] $(called $called:ident)? {
        $($(#[$of:meta])* $key:ident: $form:ty, $nl:literal | $en:literal;)*
    }) => {
        $(#[$doc])*
        #[derive(serde::Deserialize)]
        pub(super) struct $name {
            $($(#[$of])* pub(super) $key: $form,)*
        }

        impl HasFormat for $name {
            fn odd_values(&self, at: At<'_>, odd: &mut OddValues) {
                let called: Option<&str> = None$(.or(text_of(&self.$called)))?;
                $(self.$key.odd_values(at.below(called, stringify!($key)), odd);)*
            }

            fn schema() -> Json {
                let mut keys = JsonMap::new();
                $(
                    let mut schema = <$form>::schema();
                    schema["description"] = format!("{}\n{}", $nl, $en).into();
                    keys.insert(stringify!($key).to_owned(), schema);
                )*
                let needs: &[&str] = &[$(stringify!($need)),*];
                json!({ "type": "object", "properties": keys, "required": needs })
            }
        }
    };
}

pub(super) use object;

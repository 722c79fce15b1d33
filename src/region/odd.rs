//! Values that cannot be used: how many there are, and the first of them with where they are, so that whoever
//! makes the document can find them.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::ground::{plain_line, without_login};

/// How many are shown.
const SHOWN: usize = 3;

/// How many characters of each are shown.
const LONGEST: usize = 40;

/// The position of a value in the document.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct At<'a> {
    /// The name of the entry.
    pub(super) entry: Option<&'a str>,
    /// The key, as the document has it.
    pub(super) key: &'static str,
}

impl<'a> At<'a> {
    /// Returns the position of a value of an entry.
    pub(super) fn of(entry: &'a str, key: &'static str) -> Self {
        Self { entry: Some(entry).filter(|entry| !entry.is_empty()), key }
    }

    /// Returns the position of a value below this one.
    pub(super) fn below(self, entry: Option<&'a str>, key: &'static str) -> Self {
        Self { entry: entry.or(self.entry), key }
    }
}

/// A value as it can be shown: short, and plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen(Box<str>);

impl Seen {
    pub(super) fn of(text: &str) -> Self {
        let start: String = text.chars().take(LONGEST * 8).collect();
        Self(plain_line(&without_login(&start), LONGEST).unwrap_or_default().into())
    }
}

/// Accepts any value; a list or an object is only shown as such.
impl<'de> Deserialize<'de> for Seen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SeenVisitor)
    }
}

struct SeenVisitor;

macro_rules! plain {
    ($($visit:ident: $of:ty),*) => { $(
        fn $visit<E>(self, value: $of) -> Result<Seen, E> {
            Ok(Seen(value.to_string().into()))
        }
    )* };
}

impl<'de> Visitor<'de> for SeenVisitor {
    type Value = Seen;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    plain!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64);

    fn visit_str<E>(self, value: &str) -> Result<Seen, E> {
        Ok(Seen::of(value))
    }

    fn visit_unit<E>(self) -> Result<Seen, E> {
        Ok(Seen("null".into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Seen, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Seen("[…]".into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Seen, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Seen("{…}".into()))
    }
}

/// A value that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OddValue {
    /// The name of its entry.
    pub(super) entry: Option<Box<str>>,
    pub(super) key: &'static str,
    pub(super) value: Box<str>,
}

/// Values that cannot be used.
#[derive(Clone, Debug, Default)]
pub(super) struct OddValues {
    /// How many have another format than expected.
    pub(super) count: usize,
    /// The first of all the values that cannot be used.
    pub(super) shown: Vec<OddValue>,
    /// How many more there are.
    pub(super) more: usize,
}

impl OddValues {
    /// Counts a value, and shows it.
    pub(super) fn add(&mut self, at: At<'_>, value: impl FnOnce() -> Seen) {
        self.count += 1;
        self.show(at, value);
    }

    /// Shows a value that is counted elsewhere.
    pub(super) fn show(&mut self, at: At<'_>, value: impl FnOnce() -> Seen) {
        if self.shown.len() == SHOWN {
            self.more += 1;
            return;
        }
        let entry = at.entry.map(|entry| Seen::of(entry).0).filter(|entry| !entry.is_empty());
        self.shown.push(OddValue { entry, key: at.key, value: value().0 });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::parse_json_as;

    #[test]
    fn any_value_is_shown_short_and_plain() {
        for (json, seen) in [
            ("7", "7"),
            ("-2.5", "-2.5"),
            ("true", "true"),
            ("null", "null"),
            ("[[1], 2]", "[…]"),
            (r#"{"a": {"b": 1}}"#, "{…}"),
            (r#""  <b>on\u001b[31mzin\u202e ""#, "on[31mzin"),
            (r#""https://jan:geheim@dorp.example/""#, "https://••••••••••@dorp.example/"),
        ] {
            assert_eq!(&*parse_json_as::<Seen>(json.as_bytes()).expect("it is JSON").0, seen, "{json}");
        }
        assert_eq!(Seen::of(&"a".repeat(1000)).0.chars().count(), LONGEST + 1);
    }

    #[test]
    fn only_the_first_values_are_shown_but_all_are_counted() {
        let mut odd = OddValues::default();
        for _ in 0..10 {
            odd.add(At::of("Koffie", "end"), || Seen::of("onzin"));
        }
        odd.show(At::of("", "start"), || Seen::of("nooit"));
        assert_eq!((odd.count, odd.shown.len(), odd.more), (10, SHOWN, 8));
    }
}

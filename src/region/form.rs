//! The form of `dorp.json` as it is read: keys that are not asked for are passed over, and what has another form than was
//! meant takes only itself along, not what stands around it.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::bounds;

/// A value of the form that was meant, or something else.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum As<T> {
    /// What was meant.
    Meant(T),
    /// Something else.
    Other(IgnoredAny),
}

impl<T> As<T> {
    /// What was meant, if it was.
    pub(super) fn meant(self) -> Option<T> {
        match self {
            Self::Meant(value) => Some(value),
            Self::Other(_) => None,
        }
    }
}

/// A value that need not be there.
pub(super) type Maybe<T> = Option<As<T>>;

/// What can hold values of another form than was meant.
pub(super) trait Formed {
    /// How many such values are in it, at any depth, apart from what [`List`] counts itself.
    fn odd_values(&self) -> usize;
}

impl<T: Formed> Formed for Maybe<T> {
    fn odd_values(&self) -> usize {
        match self {
            Some(As::Meant(value)) => value.odd_values(),
            Some(As::Other(_)) => 1,
            None => 0,
        }
    }
}

impl<T: Formed, const MOST: usize> Formed for List<T, MOST> {
    fn odd_values(&self) -> usize {
        self.values.iter().map(T::odd_values).sum()
    }
}

/// What was meant, if there is something and it was meant so.
pub(super) fn meant<T>(value: Maybe<T>) -> Option<T> {
    value.and_then(As::meant)
}

/// A list of at most `MOST` values; more are counted and passed over, so that no list takes more room than that.
pub(super) struct List<T, const MOST: usize> {
    /// The first of them, as far as they have the form that was meant.
    pub(super) values: Vec<T>,
    /// How many of the first have another form.
    pub(super) odd: usize,
    /// How many more there were.
    pub(super) beyond: usize,
    /// Whether something else stands in its place.
    pub(super) is_no_list: bool,
}

impl<T, const MOST: usize> Default for List<T, MOST> {
    fn default() -> Self {
        Self { values: Vec::new(), odd: 0, beyond: 0, is_no_list: false }
    }
}

impl<'de, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for List<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T, const MOST: usize>(PhantomData<T>);

/// What is no list holds nothing.
macro_rules! no_list {
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
            match items.next_element::<As<T>>()? {
                Some(As::Meant(item)) => list.values.push(item),
                Some(As::Other(_)) => list.odd += 1,
                None => return Ok(list),
            }
        }
        while items.next_element::<IgnoredAny>()?.is_some() {
            list.beyond += 1;
        }
        Ok(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(List { is_no_list: true, ..List::default() })
    }

    /// Who tells `null`, tells that there is nothing.
    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(List::default())
    }

    no_list!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str);
}

/// A value that holds no others.
macro_rules! single {
    ($($single:ty),*) => { $(
        impl Formed for $single {
            fn odd_values(&self) -> usize {
                0
            }
        }
    )* };
}

single!(String, u8, u64, f64, CostForm);

/// The keys of an object, all of which may be absent.
macro_rules! object {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $key:ident: $form:ty,)* }) => {
        $(#[$doc])*
        #[derive(Deserialize)]
        pub(super) struct $name {
            $($(#[$of])* pub(super) $key: $form,)*
        }

        impl Formed for $name {
            fn odd_values(&self) -> usize {
                0 $(+ self.$key.odd_values())*
            }
        }
    };
}

object! {
    /// The whole document: the number of its form, the day on which it was made, and what the village tells.
    Form {
        #[serde(default)]
        dorp: Maybe<u64>,
        #[serde(default)]
        updated: Maybe<String>,
        #[serde(default)]
        village: Maybe<VillageForm>,
        #[serde(default)]
        venues: List<VenueForm, { bounds::VENUES }>,
        #[serde(default)]
        events: List<EventForm, { bounds::EVENTS }>,
        #[serde(default)]
        news: List<NewsForm, { bounds::NEWS }>,
        #[serde(default)]
        occurrences: List<OccurrenceForm, { bounds::OCCURRENCES }>,
    }
}

object! {
    VillageForm {
        name: Maybe<String>,
        tagline: Maybe<String>,
        municipality: Maybe<String>,
        province: Maybe<String>,
        url: Maybe<String>,
    }
}

object! {
    VenueForm {
        id: Maybe<String>,
        name: Maybe<String>,
        url: Maybe<String>,
        summary: Maybe<String>,
        kind: Maybe<WordForm>,
        address: Maybe<AddressForm>,
        location: Maybe<PointForm>,
        accessibility: Maybe<AccessForm>,
        emergency_point: Maybe<EmergencyForm>,
    }
}

object! {
    WordForm {
        id: Maybe<String>,
        nl: Maybe<String>,
        en: Maybe<String>,
    }
}

object! {
    AddressForm {
        street: Maybe<String>,
        postcode: Maybe<String>,
        place: Maybe<String>,
    }
}

object! {
    PointForm {
        lat: Maybe<f64>,
        lon: Maybe<f64>,
    }
}

object! {
    AccessForm {
        wheelchair: Maybe<WordForm>,
    }
}

/// Words of a list of choices.
pub(super) type Words = List<WordForm, { bounds::WORDS }>;

object! {
    EmergencyForm {
        status: Maybe<WordForm>,
        safety_region: Maybe<String>,
        #[serde(default)]
        opens_at: Words,
        within_hours: Maybe<u8>,
        #[serde(default)]
        functions: Words,
        #[serde(default)]
        not_offered: Words,
        #[serde(default)]
        bring: List<String, { bounds::WORDS }>,
        checked_on: Maybe<String>,
        notes: Maybe<String>,
    }
}

object! {
    EventForm {
        id: Maybe<String>,
        title: Maybe<String>,
        url: Maybe<String>,
        summary: Maybe<String>,
        kind: Maybe<WordForm>,
        venue: Maybe<WhereForm>,
        cost: Maybe<CostForm>,
    }
}

object! {
    /// A venue of the village by its kind and id, or another place.
    WhereForm {
        id: Maybe<String>,
        name: Maybe<String>,
        address: Maybe<AddressForm>,
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum CostForm {
    Cents { cents: u32 },
    Words(String),
}

object! {
    NewsForm {
        title: Maybe<String>,
        date: Maybe<String>,
        url: Maybe<String>,
        summary: Maybe<String>,
    }
}

object! {
    OccurrenceForm {
        event: Maybe<String>,
        start: Maybe<String>,
        end: Maybe<String>,
        status: Maybe<String>,
    }
}

//! The form of `dorp.json` as it is read: keys that are not asked for are passed over, and what has another form than was
//! meant takes only itself along, not what stands around it.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

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

/// The whole document.
#[derive(Deserialize)]
pub(super) struct Form {
    /// The number of the form.
    #[serde(default)]
    pub(super) dorp: Maybe<u64>,
    /// The day on which it was made.
    #[serde(default)]
    pub(super) updated: Maybe<String>,
    /// The village itself.
    #[serde(default)]
    pub(super) village: Maybe<VillageForm>,
    /// Its venues.
    #[serde(default)]
    pub(super) venues: List<VenueForm, { super::bounds::VENUES }>,
    /// Its events.
    #[serde(default)]
    pub(super) events: List<EventForm, { super::bounds::EVENTS }>,
    /// Its news.
    #[serde(default)]
    pub(super) news: List<NewsForm, { super::bounds::NEWS }>,
    /// When its events happen.
    #[serde(default)]
    pub(super) occurrences: List<OccurrenceForm, { super::bounds::OCCURRENCES }>,
}

#[derive(Deserialize)]
pub(super) struct VillageForm {
    pub(super) name: Maybe<String>,
    pub(super) tagline: Maybe<String>,
    pub(super) municipality: Maybe<String>,
    pub(super) province: Maybe<String>,
    pub(super) url: Maybe<String>,
}

#[derive(Deserialize)]
pub(super) struct VenueForm {
    pub(super) id: Maybe<String>,
    pub(super) name: Maybe<String>,
    pub(super) url: Maybe<String>,
    pub(super) summary: Maybe<String>,
    pub(super) kind: Maybe<WordForm>,
    pub(super) address: Maybe<AddressForm>,
    pub(super) location: Maybe<PointForm>,
    pub(super) accessibility: Maybe<AccessForm>,
    pub(super) emergency_point: Maybe<EmergencyForm>,
}

#[derive(Deserialize)]
pub(super) struct WordForm {
    pub(super) id: Maybe<String>,
    pub(super) nl: Maybe<String>,
    pub(super) en: Maybe<String>,
}

#[derive(Deserialize)]
pub(super) struct AddressForm {
    pub(super) street: Maybe<String>,
    pub(super) postcode: Maybe<String>,
    pub(super) place: Maybe<String>,
}

#[derive(Deserialize)]
pub(super) struct PointForm {
    pub(super) lat: Maybe<f64>,
    pub(super) lon: Maybe<f64>,
}

#[derive(Deserialize)]
pub(super) struct AccessForm {
    pub(super) wheelchair: Maybe<WordForm>,
}

/// Words of a list of choices.
pub(super) type Words = List<WordForm, { super::bounds::WORDS }>;

#[derive(Deserialize)]
pub(super) struct EmergencyForm {
    pub(super) status: Maybe<WordForm>,
    pub(super) safety_region: Maybe<String>,
    #[serde(default)]
    pub(super) opens_at: Words,
    pub(super) within_hours: Maybe<u8>,
    #[serde(default)]
    pub(super) functions: Words,
    #[serde(default)]
    pub(super) not_offered: Words,
    #[serde(default)]
    pub(super) bring: List<String, { super::bounds::WORDS }>,
    pub(super) checked_on: Maybe<String>,
    pub(super) notes: Maybe<String>,
}

#[derive(Deserialize)]
pub(super) struct EventForm {
    pub(super) id: Maybe<String>,
    pub(super) title: Maybe<String>,
    pub(super) url: Maybe<String>,
    pub(super) summary: Maybe<String>,
    pub(super) kind: Maybe<WordForm>,
    pub(super) venue: Maybe<WhereForm>,
    pub(super) cost: Maybe<CostForm>,
}

/// A venue of the village by its kind and id, or another place.
#[derive(Deserialize)]
pub(super) struct WhereForm {
    pub(super) id: Maybe<String>,
    pub(super) name: Maybe<String>,
    pub(super) address: Maybe<AddressForm>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum CostForm {
    Cents { cents: u32 },
    Words(String),
}

#[derive(Deserialize)]
pub(super) struct NewsForm {
    pub(super) title: Maybe<String>,
    pub(super) date: Maybe<String>,
    pub(super) url: Maybe<String>,
    pub(super) summary: Maybe<String>,
}

#[derive(Deserialize)]
pub(super) struct OccurrenceForm {
    pub(super) event: Maybe<String>,
    pub(super) start: Maybe<String>,
    pub(super) end: Maybe<String>,
    pub(super) status: Maybe<String>,
}

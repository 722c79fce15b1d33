//! The kinds that other entries can refer to: what they are called and where they live.

use crate::field::{KindInfo, Referenceable};
use crate::ground::Pair;

macro_rules! referred {
    ($($(#[$doc:meta])* $name:ident: $info:expr;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum $name {}

            impl Referenceable for $name {
                const INFO: &'static KindInfo = &$info;
            }
        )*
    };
}

referred! {
    /// A place to meet.
    ToVenue: KindInfo {
        id: "venue",
        folder: Pair::new("locaties", "venues"),
        one: Pair::new("de locatie", "the venue"),
        many: Pair::new("locaties", "venues"),
        address: Pair::new("locaties", "venues"),
    };
    /// An organisation.
    ToOrganisation: KindInfo {
        id: "organisation",
        folder: Pair::new("organisaties", "organisations"),
        one: Pair::new("de organisatie", "the organisation"),
        many: Pair::new("organisaties", "organisations"),
        address: Pair::new("organisaties", "organisations"),
    };
    /// Something that happens.
    ToEvent: KindInfo {
        id: "event",
        folder: Pair::new("agenda", "events"),
        one: Pair::new("de activiteit", "the event"),
        many: Pair::new("activiteiten", "events"),
        address: Pair::new("agenda", "events"),
    };
}

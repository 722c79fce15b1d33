//! Floor 3: the `dorp.json` of other villages becomes a [`Region`]: checked, bounded, in plain text, and
//! everything with the village it came from. Pure: no disk, no network.

mod told;
mod bounds;
mod told_time;
mod told_slug;
mod odd;
mod form;
mod keys;
mod messages;
mod values;
mod read;
mod assemble;

pub use assemble::{Region, assemble};
pub use bounds::LARGEST;
pub use keys::dorp_schema;
pub use read::{Document, Reading, read};
pub use told::{
    Point, ToldAddress, ToldChange, ToldCost, ToldEmergency, ToldEvent, ToldMoment, ToldNews, ToldOccurrence,
    ToldStatus, ToldVenue, ToldVillage, ToldWord, Whereabouts,
};
pub use told_slug::told_slug;

#[cfg(test)]
mod tests;

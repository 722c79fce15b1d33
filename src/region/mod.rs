//! Floor 3: the `dorp.json` of other villages becomes a [`Region`]: checked, bounded, in plain text, and
//! everything with the village it came from. Pure: no disk, no network.

mod remote;
mod bounds;
mod remote_time;
mod remote_slug;
mod odd;
mod form;
mod keys;
mod messages;
mod values;
mod read;
mod split;
mod assemble;

pub use assemble::{Region, assemble};
pub use bounds::LARGEST;
pub use keys::dorp_schema;
pub use read::{Document, Reading, read};
pub use remote::{
    Point, RemoteAddress, RemoteChange, RemoteCost, RemoteEmergency, RemoteEvent, RemoteMoment, RemoteNews,
    RemoteOccurrence, RemoteStatus, RemoteVenue, RemoteVillage, RemoteWord, Whereabouts,
};
pub use remote_slug::remote_slug;

#[cfg(test)]
mod tests;

//! Floor 2: a [`Source`](crate::read::Source) becomes a [`Village`]: every entry read by the description of its
//! kind, checked, and linked to the others.

mod field;
mod referred;
mod parts;
mod kinds;
mod settings;
mod entry;
mod schema;
mod links;
mod settle;

pub use entry::{Document, Draft, Entry, EntryId, Village};
pub use field::{
    AliasAddress, At, Choice, Choices, Described, Fact, Facts, Field, FieldInfo, FileRef, KindInfo, Line,
    Many, Markdown, Need, Open, Picture, Price, Reference, Shape, Visitor, Vocabulary, Word, YesNo,
};
pub use kinds::{
    Content, Details, Event, EventKind, EventStatus, Head, Kind, News, Organisation, OrganiserRef, Page,
    Venue, VenueRef, layout,
};
pub use links::{Broken, Followed};
pub use parts::{
    Access, Accessibility, Attachment, BoardMember, Contact, Coordinates, EmergencyPoint, OpeningHours,
    PlaceAddress, Rate, Room, Signup, Times,
};
pub use schema::{schema, site_schema};
pub use settings::{Colour, MenuItem, Notice, Settings};
pub use settle::settle;

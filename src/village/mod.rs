//! Floor 2: a [`Source`](crate::read::Source) becomes a [`Village`]: every entry read by the description of its
//! kind, checked, and linked to the others.

mod field;
mod referred;
mod parts;
mod kinds;
mod settings;
mod entry;
mod links;
mod settle;

pub use entry::{Document, Draft, Entry, EntryId, Village};
pub use field::{
    At, Choice, Described, Fact, Field, FieldInfo, FileRef, KindInfo, Line, Markdown, Open, Picture, Price, Reference, Shape,
    Visitor, Word, YesNo,
};
pub use kinds::{
    Content, Details, Event, EventStatus, Head, Kind, News, Organisation, Page, Venue, VenueRef, layout,
};
pub use links::{Broken, Followed};
pub use parts::{
    Access, Accessibility, Attachment, Contact, EmergencyPoint, OpeningHours, PlaceAddress, Room, Signup, Times,
};
pub use settings::{Colour, Notice, Settings};
pub use settle::settle;

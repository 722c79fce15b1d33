//! The values that fields of entries are made of: addresses, contacts, opening hours, exceptions, changes.

mod place;
mod emergency;
mod people;
mod status;
mod whereabouts;
mod days_in_part;
mod exceptions;
mod hour_doubts;
mod hour_words;
mod hour_lines;
mod hours;
mod change_denials;
mod change_messages;
mod change_words;
mod change_doubts;
mod series;
mod extra;
mod insert;

pub use emergency::EmergencyPoint;
pub use exceptions::{Exception, Holiday, SCHOOL_HOLIDAYS};
pub use extra::Extra;
pub use hour_doubts::Times;
pub use hours::{OpeningHours, Otherwise, SpecialHours};
pub use insert::{Album, Film, Insert, alt_from_name, is_in_folder};
pub use people::{Attachment, BoardMember, Contact, Signup};
pub use place::{Access, Accessibility, Coordinates, Facility, PlaceAddress, Rate, Room};
pub use series::{Change, ChangeFields, Changes, OtherTimes};
pub use status::EventStatus;
pub use whereabouts::{Elsewhere, OrganiserRef, VenueRef};

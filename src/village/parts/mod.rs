//! The values that fields of entries are made of: addresses, contacts, opening hours, exceptions, changes.

mod place;
mod emergency;
mod people;
mod status;
mod whereabouts;
mod partial_days;
mod exceptions;
mod hour_questions;
mod hour_words;
mod hour_lines;
mod hours;
mod cancellation_words;
mod change_messages;
mod change_words;
mod change_questions;
mod year_of_change;
mod series;
mod extra;
mod insert;

pub use emergency::EmergencyPoint;
pub use exceptions::{Exception, Holiday, SCHOOL_HOLIDAYS};
pub use extra::Extra;
pub use hour_questions::Times;
pub use hours::{OpeningHours, SpecialHours, SpecialTimes};
pub use insert::{Album, Film, Insert, alt_from_name, is_in_folder};
pub use people::{Attachment, BoardMember, Contact, Signup};
pub use place::{Access, Accessibility, Coordinates, Facility, PlaceAddress, Rate, Room};
pub use series::{Change, ChangeFields, Changes, OtherTimes};
pub use status::EventStatus;
pub use whereabouts::{Elsewhere, OrganiserRef, VenueRef};

//! Parts that several kinds share: an address, how to reach somebody, a room, what a place offers.

mod place;
mod hours;
mod emergency;
mod people;

pub use emergency::EmergencyPoint;
pub use hours::{OpeningHours, Times};
pub use people::{Attachment, BoardMember, Contact, Signup};
pub use place::{Access, Accessibility, Coordinates, Facility, PlaceAddress, Rate, Room};

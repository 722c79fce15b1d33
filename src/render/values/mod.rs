//! The values that templates get, built from the village: the contract between program and theme.

mod basics;
mod status;
mod at_venue;
mod hours;
mod card;
mod occurrence;
mod programme;
mod fields;
mod documents;
mod entry;
mod site;

pub(super) use at_venue::{is_at, is_usually_at};
pub(super) use basics::{euros, none_or, picture_value, titled_link};
pub(super) use card::{address_line, card};
pub(super) use documents::{by_year, document_lists};
pub(super) use entry::entry_value;
pub(super) use occurrence::{moved_away, occurrence};
pub(super) use site::site_value;
pub(super) use status::status_by_id;

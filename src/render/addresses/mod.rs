//! The addresses of pages that belong to no entry, and how visitors reach them.

mod region;
mod sections;
mod own;
mod agenda;
mod calendars;

pub(super) use agenda::{day_address, month_address, part_address, week_address};
pub(super) use calendars::{CALENDAR, calendar_ways, event_calendar, subscribe_address};
pub(super) use own::{Sheet, Statement, emergency_address, emergency_venues, is_written};
pub use region::villages_address;
pub(super) use region::{
    emergency_of_address, municipality_address, venues_of_address, village_address, villages_folder,
};
pub(super) use sections::{Section, documents_address, figures_address, search_address, section_address};

//! What a site holds: pages, pictures, calendars, feeds and search, the same from the same folder.

mod agenda;
mod blocks;
mod calendars;
mod documents;
mod languages;
mod not_yet;
mod picture_cuts;
mod pictures;
mod right_on_any_address;
mod same_bytes;
mod search;
mod told_to_machines;

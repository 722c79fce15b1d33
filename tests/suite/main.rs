//! The promises of Dorpsplein, one module each: a small site in, a site or a message out.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "stops at the first surprise, and makes what it needs on a disk"
)]

mod answering_site;
mod bare_code;
mod noted;
mod portal_site;
mod portal_villages;
mod publisher;
mod raw_package;
mod shop_server;
mod support;
mod visitor;

mod agenda;
mod architecture;
mod bad_input;
mod blocks;
mod calendars;
mod cases;
mod colons;
mod command_line;
mod consent;
mod contract;
mod documents;
mod endless;
mod evening;
mod fleet;
mod fleet_gone;
mod fleet_history;
mod fleet_large;
mod fleet_lists;
mod fleet_shared;
mod guide;
mod handover;
mod hosting;
mod hosts;
mod languages;
mod never_half_written;
mod new_village;
mod not_yet;
mod outside_links;
mod own_files;
mod pack;
mod packages;
mod picture_cuts;
mod pictures;
mod portal;
mod portal_bounds;
mod portal_changes;
mod portal_fleet;
mod portal_kept;
mod portal_lists;
mod portal_namesakes;
mod portal_of_odd_villages;
mod portal_pages;
mod portal_shares;
mod preview;
mod private;
mod private_documents;
mod private_files;
mod provincial;
mod release;
mod right_on_any_address;
mod same_bytes;
mod schemas;
mod search;
mod serving;
mod theme;
mod theme_check;
mod theme_condition;
mod theme_download;
mod theme_files;
mod theme_life;
mod theme_maker;
mod theme_safety;
mod themes;
mod thirty_mistakes;
mod told_to_machines;
mod very_long;
mod watching;
#[cfg(target_os = "linux")]
mod watching_holds_nothing;
mod words;
mod wrongly_typed;

//! Floor 8: one sheet for whoever takes over the site: where everything lives, what happens by itself, and what to do
//! in the first hour. The program fills in what it knows; what only people know stays open.

mod hosts;
mod signing;
mod sheet;

pub use sheet::{handover, mark};

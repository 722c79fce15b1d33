//! Floor 8: one sheet for whoever takes over the site: where everything is, what happens automatically, and
//! what to do in the first hour. The program fills in what it knows, and leaves open what only people know.

mod hosts;
mod signing;
mod sheet;

pub use sheet::{handover, mark};

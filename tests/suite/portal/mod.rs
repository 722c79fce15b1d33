//! Tests a portal of many villages, each of which may be slow, wrong or hostile.

mod built_portal;
pub mod villages;

mod bounds;
mod changes;
mod hostile;
mod kept;
mod lists;
mod namesakes;
mod odd_villages;
mod of_fleet;
mod pages;
mod shares;

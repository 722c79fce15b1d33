//! Whatever is wrong in a village is reported, all at once and quickly, and what was good stays.

mod bad_input;
mod cases;
mod codes_elsewhere;
mod endless;
mod no_permission;
mod thirty_mistakes;
mod very_long;
mod wrongly_typed;

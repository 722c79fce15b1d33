//! Templates as text: what they build on, what they call, and what keeps one from running for ever.

mod tags;
mod lists;
mod calls;
mod prepared;
mod circles;

pub(super) use circles::{Circle, circles};
pub use prepared::{Prepared, TURN, TURN_KEPT, TURN_LIST, TURN_MADE};
pub(super) use prepared::{Unfit, prepare};
pub use tags::{base_of, blocks_of, building_on, builds_on_its_name, left_open, tags_of};

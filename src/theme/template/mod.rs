//! Templates as text: what they build on, what they call, and what keeps them from running for ever.

mod tags;
mod lists;
mod names;
mod aside;
mod calls;
mod layer_template;
mod circles;

pub use aside::{defines_component, stand_in, tag_around, without_name_at, without_tag_at};
pub(super) use circles::{Circle, circles};
pub(super) use layer_template::UnfitTemplate;
pub use layer_template::{LayerTemplate, TURN, TURN_KEPT, TURN_LIST, TURN_MADE};
pub use names::{UsedName, defined_names, used_names};
pub(super) use tags::tag_and_comment_ranges;
pub use tags::{base_of, blocks_at, blocks_of, building_on, builds_on_its_name, layer_built_on, left_open};

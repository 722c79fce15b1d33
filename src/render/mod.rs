//! Floor 4: an [`Edition`] becomes a [`Plan`]: which addresses exist, and how each is made when it is asked for.

mod messages;
mod templates;
mod palette;
mod assets;
mod edition;
mod dates;
mod links;
mod prose;
mod sections;
mod values;
mod html;
mod json_ld_hours;
mod json_ld;
mod plan;
mod page;
mod formats;
mod planning;

pub use edition::{Base, Edition};
pub use plan::{Made, Make, Output, Plan};
pub use planning::plan;
pub use templates::Templates;

//! Floor 4: an [`Edition`] becomes a [`Plan`]: which addresses exist, and how each is made when it is asked for.

mod messages;
mod templates;
mod palette;
mod assets;
mod angle;
mod edition;
mod html;
mod made_links;
mod plan;
mod dates;
mod rule_words;
mod links;
mod prose;
mod sections;
mod own_addresses;
mod moments;
mod agenda_addresses;
mod calendar_links;
mod values;
mod uid;
mod listing;
mod schedule;
mod json_ld_hours;
mod json_ld;
mod page;
mod qr;
mod ical;
mod formats;
mod planning;

pub use edition::{Base, Edition};
pub use listing::{agenda_as_json, agenda_for_people, next_times_for_people};
pub use made_links::Seen;
pub use plan::{Made, Make, Output, Plan};
pub use planning::plan;
pub use templates::Templates;

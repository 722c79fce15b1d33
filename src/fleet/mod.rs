//! Floor 9: many villages in one run: found, then built side by side and independently; one with mistakes
//! keeps its last good site and does not stop the others.

mod shown;
mod messages;
mod list_messages;
mod taken_places;
mod find;
mod places;
mod leaning;
mod state;
mod made;
mod another;
mod run;
mod gone;
mod report;

pub use find::{Fleet, NoFleet, VillageFolder, Which, find};
pub use gone::{prune_gone, remember_sites, told_of_gone, told_of_no_output};
pub use leaning::{Leaning, leaning};
pub use report::{fleet_json, fleet_table};
pub use run::{FleetJob, Outcome, Stands, State, run};

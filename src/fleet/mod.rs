//! Floor 9: many villages in one run: found, then built side by side and independently; one with mistakes
//! keeps its last good site and does not stop the others.

mod shown;
mod messages;
mod list_messages;
mod taken_places;
mod find;
mod places;
mod internal_portals;
mod elsewhere;
mod other_lists;
mod state;
mod built_sites;
mod another;
mod run;
mod gone;
mod report;

pub use find::{Fleet, FleetError, VillageFolder, Which, find};
pub use gone::{gone_messages, nothing_to_prune_message, prune_gone, remember_sites};
pub use internal_portals::{InternalPortal, internal_portals};
pub use report::{fleet_json, fleet_table};
pub use run::{FleetJob, Outcome, SiteState, State, run};

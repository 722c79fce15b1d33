//! Where a site stands on the web: the free hosts that Dorpsplein knows, the facts about each in one table, and what a
//! host will make of a site.

mod host;
mod facts;
mod messages;
mod doctor;

pub use doctor::{Visit, Weighed, examine};
pub use facts::{Certainty, HeaderRules, HostFacts, RedirectRules, Sourced};
pub use host::Host;

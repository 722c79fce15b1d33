//! Web hosts: the free hosts that Dorpsplein knows, the facts about each, and a check of a site against them.

mod host;
mod facts;
mod messages;
mod doctor;

pub use doctor::{OutputFile, SiteCheck, examine};
pub use facts::{Certainty, HeaderRules, HostFacts, RedirectRules, Sourced};
pub use host::Host;

//! Where a site stands on the web: the free hosts that Dorpsplein knows, and the facts about each in one table.

mod host;

pub use host::Host;

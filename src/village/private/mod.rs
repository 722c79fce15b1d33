//! What is private and stands in a text that everybody can read: found, and told unless it is said that it is meant.

mod around;
mod email;
mod mobile;
mod account;
mod bsn;
mod birth;
mod scan;
mod places;
mod messages;
mod tell;

pub(super) use places::{Find, finds_in};
pub(super) use tell::{MeantPublic, remarks_on};

#[cfg(test)]
mod tests;

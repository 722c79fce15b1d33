//! Finds private data in public texts, and reports it unless the user says that it is public on purpose.

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

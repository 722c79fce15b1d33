//! Finds private data in public texts, and reports it unless the user says that it is public on purpose.

mod boundaries;
mod email;
mod mobile;
mod account;
mod bsn;
mod birth;
mod scan;
mod places;
mod messages;
mod report;

pub(super) use places::{PrivateData, private_data_in};
pub(super) use report::{MeantPublic, private_remarks};

#[cfg(test)]
mod tests;

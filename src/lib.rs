//! Dorpsplein.

pub mod ground;
pub mod read;
pub mod village;
pub mod report;

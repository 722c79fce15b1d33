//! Dorpsplein.

pub mod ground;
pub mod read;

//! Dorpsplein.

pub mod ground;
pub mod read;
pub mod village;
pub mod report;
pub mod theme;
pub mod almanac;
pub mod render;
pub mod publish;
pub mod pipeline;
pub mod cli;

//! Floor 8: villages that a theme must withstand, and what came of it: for those who make a theme, before others get it.

mod overfull;
mod region;
mod villages;
mod page;
mod origin;
mod messages;
mod report;
mod look;

pub use look::{Hindrance, Tried, try_theme};
pub use report::Report;
pub use villages::{PORTAL, ProofVillage, proof_villages};

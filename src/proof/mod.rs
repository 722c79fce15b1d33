//! Floor 8: tries a theme on villages that it must withstand, so that its maker sees the results before
//! others get the theme.

mod overfull;
mod region;
mod villages;
mod page;
mod origin;
mod messages;
mod report;
mod look;

pub use look::{TrialError, TrialTheme, try_theme};
pub use report::Report;
pub use villages::{PORTAL, ProofVillage, proof_villages};

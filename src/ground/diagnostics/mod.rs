//! Remarks: their kinds and weights, one of them, and all of them together.

mod severity;
mod codes;
mod open_day;
mod diagnostic;
mod remarks;

pub use codes::Code;
pub use diagnostic::{Diagnostic, Place, position_in_file};
pub use open_day::{KnownOfDay, OpenDay, Side, YearMeant};
pub use remarks::{RemarkCounts, Remarks};
pub use severity::Severity;

//! Remarks: their kinds and weights, one of them, and all of them together.

mod severity;
mod codes;
mod code_elsewhere;
mod code;
mod open_day;
mod diagnostic;
mod remarks;

pub use code::Code;
pub use diagnostic::{Diagnostic, Place, position_in_file};
pub use open_day::{KnownOfDay, OpenDay, Side, YearMeant};
pub use remarks::{RemarkCounts, Remarks};
pub use severity::Severity;

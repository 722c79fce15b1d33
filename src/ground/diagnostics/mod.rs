//! Diagnostics: their kinds and severities, a single one, and all of them together.

mod severity;
mod codes;
mod open_day;
mod place;
mod file_text;
mod diagnostic;
mod remark_list;
mod remarks;

pub use codes::Code;
pub use diagnostic::Diagnostic;
pub use file_text::FileText;
pub use open_day::{MeantYear, OpenDay, PartialDay, Side};
pub use place::{Place, position_in_file};
pub use remark_list::RemarkList;
pub use remarks::{RemarkCounts, Remarks, in_order};
pub use severity::Severity;

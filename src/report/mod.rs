//! Floor 8: diagnostics for people on a terminal, for programs as JSON, for the pages of a code host
//! and for the browser with the preview.
//!
//! The words are the same everywhere: [`shown_remarks()`] chooses the language once, and the formats lay them out.

mod shown;
mod human;
mod machine;
mod overlay;
mod unexpected;

pub use human::{Paint, human};
pub use machine::{github, github_general, json_report};
pub use overlay::{overlay, paragraph};
pub use shown::{ShownRemark, shown_remarks, summary};
pub use unexpected::unexpected;

//! Floor 8: remarks for people on a terminal, for programs as JSON, for a code host's own pages
//! and for the browser of the preview.
//!
//! The same words everywhere: [`told()`] chooses the language once, the forms only lay it out.

mod shown;
mod human;
mod machine;
mod overlay;
mod unexpected;

pub use human::{Paint, human};
pub use machine::{github, github_whole, json_report};
pub use overlay::{overlay, paragraph};
pub use shown::{ShownRemark, summary, told};
pub use unexpected::unexpected;

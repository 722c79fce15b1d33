//! Floor 7: remarks for people on a terminal, for programs as JSON, and for a code host's own pages.
//!
//! The same words everywhere: [`told()`] chooses the language once, the forms only lay it out.

mod told;
mod human;
mod machine;

pub use human::{Paint, human};
pub use machine::{github, json_report};
pub use told::{Told, summary, told};

//! Parses YAML as people write it, into a tree of values with their places and all mistakes at once.

mod tree;
mod messages;
mod words;
mod quoted;
mod line;
mod lines;
mod repair;
mod structure;
mod bullets;
mod stray_dash;
mod explain;
mod fix;
mod build;

pub use build::parse_yaml;
pub(super) use explain::stray_lines;
pub use quoted::{fit_for_value, in_quotes};
pub(super) use structure::opens_text;
pub use tree::{Key, Mapping, Node, Span, Value};

#[cfg(test)]
mod tests;

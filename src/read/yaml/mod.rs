//! YAML as people write it: a tree of words that know their place, and all mistakes of a file at once.

mod tree;
mod messages;
mod words;
mod quoted;
mod line;
mod lines;
mod repair;
mod structure;
mod bullets;
mod explain;
mod mend;
mod build;

pub use build::parse_yaml;
pub(super) use explain::loose_lines;
pub use quoted::{fit_for_value, in_quotes};
pub(super) use structure::opens_text;
pub use tree::{Key, Mapping, Node, Span, Value};

#[cfg(test)]
mod tests;

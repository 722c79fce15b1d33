//! YAML as people write it: a tree of words that know their place, and all mistakes of a file at once.

mod tree;
mod line;
mod build;
mod mend;

pub use build::parse_yaml;
pub use tree::{Key, Mapping, Node, Span, Value};

#[cfg(test)]
mod tests;

//! The kinds of value that a setting can have.

use crate::ground::Both;

/// What a setting takes.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingType {
    /// A colour.
    Colour,
    /// Words on one line.
    Text,
    /// A whole number within bounds, both included.
    Number {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// Yes or no.
    YesNo,
    /// One of these words.
    Choice(Vec<Both>),
    /// A picture of the village.
    Picture,
}

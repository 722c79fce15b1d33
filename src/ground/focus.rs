//! The point of a picture that stays in sight where a part of it is cut off.

/// A point in hundredths: from the left, and from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Focus {
    /// 0 is the left edge, 100 the right one.
    pub across: u8,
    /// 0 is the top, 100 the bottom.
    pub down: u8,
}

impl Default for Focus {
    fn default() -> Self {
        Self { across: 50, down: 50 }
    }
}

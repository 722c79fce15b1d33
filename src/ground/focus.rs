//! The focus point of a picture: the part that stays in view when the picture is cropped.

/// A point in a picture, in percent of its width and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Focus {
    /// 0 is the left edge, 100 the right edge.
    pub across: u8,
    /// 0 is the top edge, 100 the bottom edge.
    pub down: u8,
}

impl Default for Focus {
    fn default() -> Self {
        Self { across: 50, down: 50 }
    }
}

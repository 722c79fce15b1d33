//! What a drawing holds that is not painted where it becomes pixels: letters need fonts, and a photo within could be one
//! that grows without end.

use resvg::usvg::roxmltree::Node;

/// What is missing in the icons of a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// It has letters.
    pub letters: bool,
    /// It has a photo within.
    pub photos: bool,
}

impl LeftOut {
    pub(super) fn add(&mut self, element: Node<'_, '_>) {
        match element.tag_name().name() {
            "text" => self.letters = true,
            "image" | "feImage" => self.photos = true,
            _ => {}
        }
    }
}

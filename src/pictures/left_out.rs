//! What a drawing contains that is not painted when it becomes pixels: letters need fonts, and an embedded
//! image could be a drawing that grows without end.

use resvg::usvg::roxmltree::Node;

/// What is missing from the icons of a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Whether it contains letters.
    pub letters: bool,
    /// Whether it contains an embedded photo.
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

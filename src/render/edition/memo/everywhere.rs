//! What is the same on every page that shows it.

use std::sync::OnceLock;

use crate::render::fitting::SharedParts;
use crate::render::templates::Value;

/// What is the same on every page that shows it.
#[derive(Default)]
pub(in crate::render) struct Everywhere {
    pub(in crate::render) site: OnceLock<Value>,
    pub(in crate::render) settings: OnceLock<Value>,
    /// The menu, the footer and the like.
    pub(in crate::render) parts: SharedParts,
    /// The picture that stands for every page without one of its own.
    pub(in crate::render) site_picture: OnceLock<Option<Value>>,
    /// Where the agenda stands, for a telephone.
    pub(in crate::render) agenda_code: OnceLock<Option<Value>>,
}

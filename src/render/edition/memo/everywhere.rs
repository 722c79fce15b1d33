//! Values that are the same on every page that shows them.

use std::sync::OnceLock;

use crate::render::fitting::SharedParts;
use crate::render::templates::Value;

/// Values that are the same on every page that shows them.
#[derive(Default)]
pub(in crate::render) struct Everywhere {
    pub(in crate::render) site: OnceLock<Value>,
    pub(in crate::render) settings: OnceLock<Value>,
    /// The menu, the footer and the like.
    pub(in crate::render) parts: SharedParts,
    /// The picture that represents every page without one of its own.
    pub(in crate::render) site_picture: OnceLock<Option<Value>>,
    /// The QR code with the address of the agenda.
    pub(in crate::render) agenda_code: OnceLock<Option<Value>>,
}

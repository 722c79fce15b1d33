//! What is recorded while pages are rendered.

use std::sync::{Arc, OnceLock};

use crate::ground::Diagnostic;
use crate::render::contract::Record;

/// What is recorded while pages are rendered.
#[derive(Default)]
pub(in crate::render) struct Recorded {
    /// What templates are given, when a record was requested.
    pub(in crate::render) record: OnceLock<Arc<Record>>,
    /// The diagnostic for the first page whose loops do not end.
    pub(in crate::render) endless: OnceLock<Box<Diagnostic>>,
}

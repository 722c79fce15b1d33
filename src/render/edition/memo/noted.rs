//! What is noted while pages are made.

use std::sync::{Arc, OnceLock};

use crate::ground::Diagnostic;
use crate::render::contract::Record;

/// What is noted while pages are made.
#[derive(Default)]
pub(in crate::render) struct Noted {
    /// What templates are given, when somebody asked for it.
    pub(in crate::render) record: OnceLock<Arc<Record>>,
    /// What was said of the first page of which the loops do not end.
    pub(in crate::render) endless: OnceLock<Box<Diagnostic>>,
}

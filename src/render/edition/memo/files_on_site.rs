//! Which photos and documents the site uses, and which must be kept off it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::ground::SitePath;

/// Which photos and documents the site uses, and which must be kept off it, by file number.
#[derive(Default)]
pub(in crate::render) struct FilesOnSite {
    /// The files in use, each with the first text that uses it.
    pub(in crate::render) used: OnceLock<BTreeMap<usize, SitePath>>,
    /// Photos that may no longer be on the site.
    pub(in crate::render) withdrawn: OnceLock<BTreeSet<usize>>,
    /// Photos that some text says show children.
    pub(in crate::render) with_children: OnceLock<BTreeSet<usize>>,
}

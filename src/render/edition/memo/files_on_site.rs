//! Which photos and documents the site uses, and which of them must stay away.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::ground::SitePath;

/// Which photos and documents the site uses, and which must stay away; all by their number.
#[derive(Default)]
pub(in crate::render) struct FilesOnSite {
    /// Those that are used, and by which text first.
    pub(in crate::render) used: OnceLock<BTreeMap<usize, SitePath>>,
    /// Photos that may not be on the site any more.
    pub(in crate::render) withdrawn: OnceLock<BTreeSet<usize>>,
    /// Photos that somewhere are said to have children on them.
    pub(in crate::render) with_children: OnceLock<BTreeSet<usize>>,
}

//! What was read before, so that only files that changed are read and parsed again.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::disk::{PictureSize, Stamp};
use super::front_matter::TextFile;
use super::history::{History, Marks};
use crate::ground::{Diagnostic, Fingerprint, SitePath};

/// What was read of a village folder at the last look; empty before the first.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) texts: BTreeMap<SitePath, Seen<Arc<TextFile>>>,
    pub(super) pictures: BTreeMap<SitePath, Seen<Option<PictureSize>>>,
    /// Files of the theme and data, by what is in them.
    pub(super) held: BTreeMap<SitePath, Fingerprint>,
    pub(super) history: Option<(Marks, History)>,
    /// What cannot be read is no file, but comes and goes all the same.
    pub(super) troubles: usize,
}

/// A file at the last look.
#[derive(Clone, Debug)]
pub(super) struct Seen<T> {
    pub(super) stamp: Stamp,
    /// A file that was just written may be written again within the same tick of the disk's clock: it is read once
    /// more at the next look, whatever its stamp says.
    pub(super) is_warm: bool,
    pub(super) bytes: Fingerprint,
    pub(super) what: T,
}

impl<T: Clone> Seen<T> {
    /// What was seen, when the file need not be read again.
    pub(super) fn unchanged(&self, stamp: &Stamp) -> Option<Self> {
        (!self.is_warm && self.stamp == *stamp).then(|| self.clone())
    }
}

/// The outcome of reading one text.
pub(super) type ReadText = Result<Seen<Arc<TextFile>>, Box<Diagnostic>>;

/// The paths that one look has and the other has not, or otherwise.
pub(super) fn differences<T>(
    before: &BTreeMap<SitePath, T>,
    after: &BTreeMap<SitePath, T>,
    same: impl Fn(&T, &T) -> bool,
) -> Vec<SitePath> {
    let gone = before.keys().filter(|path| !after.contains_key(*path));
    let new = after.iter().filter(|(path, seen)| before.get(*path).is_none_or(|old| !same(old, seen)));
    gone.chain(new.map(|(path, _)| path)).cloned().collect()
}

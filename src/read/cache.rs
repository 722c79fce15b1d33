//! Caches what was read before, so that only changed files are read and parsed again.

use std::sync::Arc;

use super::disk::{PictureSize, Stamp};
use super::front_matter::TextFile;
use super::gathered::Gathered;
use super::history::{History, Marks};
use super::shared_history::SharedHistory;
use crate::ground::{Diagnostic, Fingerprint, SitePath, merge_join};

/// What was read from a village folder last time; empty before the first read.
#[derive(Debug, Default)]
pub struct ReadCache {
    pub(super) texts: ByPath<CachedFile<Arc<TextFile>>>,
    pub(super) pictures: ByPath<CachedFile<Option<PictureSize>>>,
    /// Documents with the same size as another one.
    pub(super) twins: ByPath<CachedFile<Option<Fingerprint>>>,
    /// Theme and data files, with fingerprints of their contents.
    pub(super) held: ByPath<Fingerprint>,
    /// What was gathered for a portal.
    pub(super) gathered: Option<Arc<Gathered>>,
    pub(super) history: Option<(Marks, Arc<History>)>,
    /// The history of all villages in the fleet that this one belongs to.
    pub(super) shared_history: SharedHistory,
    /// Diagnostics about what cannot be read or is misplaced. They belong to no cached file, but appear,
    /// change and disappear all the same.
    pub(super) troubles: Vec<Diagnostic>,
}

impl ReadCache {
    /// Creates an empty cache for a village whose history is part of a shared one.
    pub fn with(shared_history: &SharedHistory) -> Self {
        Self { shared_history: shared_history.clone(), ..Self::default() }
    }
}

/// What is known about files, in path order.
pub(super) type ByPath<T> = Vec<(SitePath, T)>;

/// A file as it was at the last read.
#[derive(Clone, Debug)]
pub(super) struct CachedFile<T> {
    pub(super) stamp: Stamp,
    /// A file that was just written may be written again within the same tick of the disk's clock. It is read
    /// again next time, whatever its stamp says.
    pub(super) is_warm: bool,
    /// Tells whether its contents are the same.
    pub(super) fingerprint: Fingerprint,
    /// What was read from it.
    pub(super) what: T,
}

impl<T: Clone> CachedFile<T> {
    /// Returns the cached file if it need not be read again.
    pub(super) fn unchanged(&self, stamp: &Stamp) -> Option<Self> {
        (!self.is_warm && self.stamp == *stamp).then(|| self.clone())
    }
}

/// The outcome of reading one text.
pub(super) type ReadText = Result<CachedFile<Arc<TextFile>>, Box<Diagnostic>>;

/// Looks up each of the paths, which must be sorted.
pub(super) fn lookup_sorted<'k, 'w, T>(
    paths: impl IntoIterator<Item = &'w SitePath>,
    known: &'k ByPath<T>,
) -> impl Iterator<Item = Option<&'k T>> {
    merge_join(paths, known, |(path, _)| path).into_iter().map(|met| met.map(|(_, what)| what))
}

/// Returns the paths that only one of the two reads has, or whose contents differ.
fn differences<T>(before: &ByPath<T>, after: &ByPath<T>, same: impl Fn(&T, &T) -> bool) -> Vec<SitePath> {
    let now = lookup_sorted(before.iter().map(|(path, _)| path), after);
    let gone = before.iter().zip(now).filter(|(_, now)| now.is_none()).map(|((path, _), _)| path);
    let then = lookup_sorted(after.iter().map(|(path, _)| path), before);
    let new = after.iter().zip(then).filter(|((_, seen), then)| then.is_none_or(|old| !same(old, seen)));
    gone.chain(new.map(|((path, _), _)| path)).cloned().collect()
}

/// Returns the paths that differ between two reads. A change that belongs to no file is attributed to `site`.
pub(super) fn changes(before: &ReadCache, after: &ReadCache, site: &str) -> Vec<SitePath> {
    let mut changed = differences(&before.texts, &after.texts, |old, new| old.fingerprint == new.fingerprint);
    changed.extend(differences(&before.pictures, &after.pictures, |old, new| {
        old.fingerprint == new.fingerprint
    }));
    changed.extend(differences(&before.held, &after.held, |old, new| old == new));
    let paths_of_new = |remarks: &[Diagnostic], elsewhere: &[Diagnostic]| -> Vec<SitePath> {
        let new = remarks.iter().filter(|remark| !elsewhere.contains(remark));
        new.filter_map(|remark| SitePath::new(&remark.place.file))
            .filter(|path| path.as_str() != site)
            .collect()
    };
    for path in paths_of_new(&before.troubles, &after.troubles)
        .into_iter()
        .chain(paths_of_new(&after.troubles, &before.troubles))
    {
        if !changed.contains(&path) {
            changed.push(path);
        }
    }
    let has_other_history = before.history.as_ref().map(|(_, history)| history)
        != after.history.as_ref().map(|(_, history)| history);
    let differs_elsewhere = before.troubles != after.troubles || before.gathered != after.gathered;
    if changed.is_empty() && (differs_elsewhere || has_other_history) {
        changed.extend(SitePath::new(site));
    }
    changed
}

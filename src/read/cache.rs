//! What was read before, so that only files that changed are read and parsed again.

use std::sync::Arc;

use super::disk::{PictureSize, Stamp};
use super::front_matter::TextFile;
use super::gathered::Gathered;
use super::history::{History, Marks};
use super::shared_history::SharedHistory;
use crate::ground::{Diagnostic, Fingerprint, SitePath, meet};

/// What was read of a village folder at the last look; empty before the first.
#[derive(Debug, Default)]
pub struct ReadCache {
    pub(super) texts: ByPath<CachedFile<Arc<TextFile>>>,
    pub(super) pictures: ByPath<CachedFile<Option<PictureSize>>>,
    /// Documents that have the size of another one.
    pub(super) twins: ByPath<CachedFile<Option<Fingerprint>>>,
    /// Files of the theme and data, by what is in them.
    pub(super) held: ByPath<Fingerprint>,
    /// What was gathered for a portal.
    pub(super) gathered: Option<Arc<Gathered>>,
    pub(super) history: Option<(Marks, Arc<History>)>,
    /// The history of all villages of the fleet that this one sails in.
    pub(super) shared_history: SharedHistory,
    /// What is said of what cannot be read or does not belong: it is no file, but comes, goes and changes all the same.
    pub(super) troubles: Vec<Diagnostic>,
}

impl ReadCache {
    /// An empty cache of a village that has its history in a shared one.
    pub fn with(shared_history: &SharedHistory) -> Self {
        Self { shared_history: shared_history.clone(), ..Self::default() }
    }
}

/// What is known of files, in the order of their paths.
pub(super) type ByPath<T> = Vec<(SitePath, T)>;

/// A file at the last look.
#[derive(Clone, Debug)]
pub(super) struct CachedFile<T> {
    pub(super) stamp: Stamp,
    /// A file that was just written may be written again within the same tick of the disk's clock: it is read once
    /// more at the next look, whatever its stamp says.
    pub(super) is_warm: bool,
    /// By what its contents are known to be the same.
    pub(super) fingerprint: Fingerprint,
    /// What was read of it.
    pub(super) what: T,
}

impl<T: Clone> CachedFile<T> {
    /// What was seen, when the file need not be read again.
    pub(super) fn unchanged(&self, stamp: &Stamp) -> Option<Self> {
        (!self.is_warm && self.stamp == *stamp).then(|| self.clone())
    }
}

/// The outcome of reading one text.
pub(super) type ReadText = Result<CachedFile<Arc<TextFile>>, Box<Diagnostic>>;

/// For every path, which are in their order, what is known of it.
pub(super) fn known_of<'k, 'w, T>(
    paths: impl IntoIterator<Item = &'w SitePath>,
    known: &'k ByPath<T>,
) -> impl Iterator<Item = Option<&'k T>> {
    meet(paths, known, |(path, _)| path).into_iter().map(|met| met.map(|(_, what)| what))
}

/// The paths that one look has and the other has not, or otherwise.
fn differences<T>(before: &ByPath<T>, after: &ByPath<T>, same: impl Fn(&T, &T) -> bool) -> Vec<SitePath> {
    let now = known_of(before.iter().map(|(path, _)| path), after);
    let gone = before.iter().zip(now).filter(|(_, now)| now.is_none()).map(|((path, _), _)| path);
    let then = known_of(after.iter().map(|(path, _)| path), before);
    let new = after.iter().zip(then).filter(|((_, seen), then)| then.is_none_or(|old| !same(old, seen)));
    gone.chain(new.map(|((path, _), _)| path)).cloned().collect()
}

/// What one look has otherwise than the one before; what belongs to no file is put down to `site`.
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

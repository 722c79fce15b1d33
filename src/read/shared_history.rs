//! Shares one git history between the villages in a folder: for each village, git would walk all of it again.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::disk;
use super::history::{self, History, Marks};
use crate::ground::while_waiting;

/// What git knows about the villages below one folder; empty if the folder is in no repository.
#[derive(Clone, Debug, Default)]
pub struct SharedHistory(Option<Arc<Shared>>);

#[derive(Debug)]
struct Shared {
    /// The folder, with links resolved.
    folder: PathBuf,
    /// The repository that the folder is in.
    repository: PathBuf,
    history: OnceLock<History>,
}

impl SharedHistory {
    /// Creates the shared history of a folder. Git is not run until the history of a village is needed.
    pub fn of(folder: &Path) -> Self {
        let folder = disk::real_path(folder);
        let repository = history::repository(&folder);
        let history = OnceLock::new();
        Self(repository.map(|repository| Arc::new(Shared { folder, repository, history })))
    }

    /// Returns this history if it covers the village, and otherwise one for the village alone.
    #[must_use]
    pub fn or_history_of(&self, root: &Path) -> Self {
        match self.around(root, history::repository(root).as_deref()) {
            Some(_) => self.clone(),
            None => Self::of(root),
        }
    }

    /// Returns the history of a village that lies below the folder and in the same repository.
    fn of_village(&self, root: &Path, repository: Option<&Path>) -> Option<History> {
        let (shared, below) = self.around(root, repository)?;
        Some(shared.history.get_or_init(|| history::history_of(&shared.folder)).below(&below))
    }

    /// Returns the shared history that covers a village, and the village's path within it.
    fn around(&self, root: &Path, repository: Option<&Path>) -> Option<(&Shared, PathBuf)> {
        let shared = self.0.as_ref().filter(|shared| repository == Some(&shared.repository))?;
        let below = disk::real_path(root).strip_prefix(&shared.folder).ok()?.to_owned();
        Some((shared, below))
    }
}

/// Does `work` while git collects the history, which takes about as long as reading a village. If the marks
/// of the `known` history still match, git is not run.
pub(super) fn read_history_alongside<W>(
    root: &Path,
    known: Option<&(Marks, Arc<History>)>,
    shared_history: &SharedHistory,
    work: impl FnOnce() -> W,
) -> ((Option<Marks>, Arc<History>), W) {
    let repository = history::repository(root);
    let marks = history::marks(repository.as_deref());
    let same = known.filter(|(then, _)| Some(then) == marks.as_ref()).map(|(_, history)| Arc::clone(history));
    let at_hand = same.or_else(|| shared_history.of_village(root, repository.as_deref()).map(Arc::new));
    let (history, work) = match at_hand {
        Some(history) => (history, work()),
        None if repository.is_none() => (Arc::default(), work()),
        None => while_waiting(|| Arc::new(history::history_of(root)), work),
    };
    ((marks, history), work)
}

/// Returns bytes by which the history of a village can be compared across runs and machines, or `None` if the
/// shared history does not cover the village.
pub fn history_fingerprint(root: &Path, shared_history: &SharedHistory) -> Option<Vec<u8>> {
    let repository = history::repository(root);
    shared_history.of_village(root, repository.as_deref()).map(|history| history.distinct_bytes())
}

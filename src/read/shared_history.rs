//! The history of a folder with many villages, asked of git once for all of them: for each by itself git walks through
//! all of it again.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::disk;
use super::history::{self, History, Marks};
use crate::ground::while_waiting;

/// What git knows of the villages below one folder; nothing when there is no such folder.
#[derive(Clone, Debug, Default)]
pub struct SharedHistory(Option<Arc<Shared>>);

#[derive(Debug)]
struct Shared {
    /// The folder, as the machine knows it.
    folder: PathBuf,
    /// The folder that git looks after, in which it lies.
    repository: PathBuf,
    history: OnceLock<History>,
}

impl SharedHistory {
    /// Those of a folder. Git is only asked when a village is.
    pub fn of(folder: &Path) -> Self {
        let folder = disk::real_path(folder);
        let repository = history::repository(&folder);
        let history = OnceLock::new();
        Self(repository.map(|repository| Arc::new(Shared { folder, repository, history })))
    }

    /// The same where that of a village is in it, and else that of the village alone.
    #[must_use]
    pub fn or_that_of(&self, root: &Path) -> Self {
        match self.around(root, history::repository(root).as_deref()) {
            Some(_) => self.clone(),
            None => Self::of(root),
        }
    }

    /// The history of a village, when it lies below that folder and in the same repository.
    fn of_village(&self, root: &Path, repository: Option<&Path>) -> Option<History> {
        let (shared, below) = self.around(root, repository)?;
        Some(shared.history.get_or_init(|| history::history_of(&shared.folder)).below(&below))
    }

    /// What holds the history of a village, and the path of the village in it.
    fn around(&self, root: &Path, repository: Option<&Path>) -> Option<(&Shared, PathBuf)> {
        let shared = self.0.as_ref().filter(|shared| repository == Some(&shared.repository))?;
        let below = disk::real_path(root).strip_prefix(&shared.folder).ok()?.to_owned();
        Some((shared, below))
    }
}

/// Does `work`, and looks back meanwhile: git takes as long as reading a village does. By what was `known` of the history
/// and its marks, git need not be asked.
pub(super) fn look_back<W>(
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

/// By what the history of a village is the same as another time, and on another machine; nothing when it is not in there.
pub fn history_print(root: &Path, shared_history: &SharedHistory) -> Option<Vec<u8>> {
    let repository = history::repository(root);
    shared_history.of_village(root, repository.as_deref()).map(|history| history.distinct_bytes())
}

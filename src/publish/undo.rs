//! Records what was done to files and folders, so that it can be undone when the rest fails.

use std::fs;
use std::path::{Path, PathBuf};

use super::atomic::{rename, write_atomically};
use super::failure::{Failure, failure_at};
use crate::read::is_folder;

/// One step that was done.
pub(super) enum DoneStep {
    /// A folder was created.
    CreatedFolder(PathBuf),
    /// What was at `target` is now at `aside`.
    MovedAside { target: PathBuf, aside: PathBuf },
    /// What was prepared at `new` is now at `target`.
    Placed { target: PathBuf, new: PathBuf },
    /// A file was rewritten or deleted; `new` is where its new bytes were prepared, if they were.
    Wrote { file: PathBuf, before: Option<Vec<u8>>, new: Option<PathBuf> },
}

/// Creates a folder and its parents, and records which of them are new.
pub(super) fn make_folder(folder: &Path, done: &mut Vec<DoneStep>) -> Result<(), Failure> {
    if is_folder(folder) {
        return Ok(());
    }
    if let Some(parent) = folder.parent() {
        make_folder(parent, done)?;
    }
    fs::create_dir(folder).map_err(failure_at(folder))?;
    done.push(DoneStep::CreatedFolder(folder.to_owned()));
    Ok(())
}

/// Undoes all steps after a failure, the last one first. When that fails too, the returned failure says so.
pub(super) fn undo_all(done: Vec<DoneStep>, failure: Failure) -> Failure {
    let refused = done.into_iter().rev().map(undo).filter(|is_undone| !is_undone).count();
    if refused == 0 { failure } else { not_undone(failure) }
}

/// Marks a failure that leaves part of the work done.
pub(super) fn not_undone(failure: Failure) -> Failure {
    match failure {
        Failure::NotUndone { .. } => failure,
        because => Failure::NotUndone { because: Box::new(because) },
    }
}

/// Undoes one step. Returns whether that succeeded.
fn undo(done: DoneStep) -> bool {
    let undone = match done {
        // By now the folder is empty: the steps inside it have been undone.
        DoneStep::CreatedFolder(folder) => fs::remove_dir(folder),
        DoneStep::MovedAside { target, aside } => rename(&aside, &target),
        DoneStep::Placed { target, new } => rename(&target, &new),
        // Puts the new bytes back where they were prepared, in case the next run finishes the work after all.
        DoneStep::Wrote { file, before, new: Some(new) } => rename(&file, &new)
            .and_then(|()| before.map_or(Ok(()), |before| write_atomically(&file, &before))),
        DoneStep::Wrote { file, before: Some(before), new: None } => write_atomically(&file, &before),
        DoneStep::Wrote { file, before: None, new: None } => fs::remove_file(file),
    };
    undone.is_ok()
}

//! Records what was done to files and folders, so that it can be undone when the rest fails.

use std::fs;
use std::path::{Path, PathBuf};

use super::failure::{Failure, failure_at};
use super::whole::{rename, write_whole};
use crate::read::is_folder;

/// One step that was done.
pub(super) enum DoneStep {
    /// A folder was created.
    Made(PathBuf),
    /// What was at `target` is now at `aside`.
    Aside { target: PathBuf, aside: PathBuf },
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
    done.push(DoneStep::Made(folder.to_owned()));
    Ok(())
}

/// Undoes all steps after a failure, the last one first. When that fails too, the returned failure says so.
pub(super) fn take_back(done: Vec<DoneStep>, failure: Failure) -> Failure {
    let refused = done.into_iter().rev().map(undo).filter(|is_undone| !is_undone).count();
    if refused == 0 { failure } else { in_part(failure) }
}

/// Marks a failure that leaves part of the work done.
pub(super) fn in_part(failure: Failure) -> Failure {
    match failure {
        Failure::NotTakenBack { .. } => failure,
        because => Failure::NotTakenBack { because: Box::new(because) },
    }
}

/// Undoes one step. Returns whether that succeeded.
fn undo(done: DoneStep) -> bool {
    let undone = match done {
        // By now the folder is empty: the steps inside it have been undone.
        DoneStep::Made(folder) => fs::remove_dir(folder),
        DoneStep::Aside { target, aside } => rename(&aside, &target),
        DoneStep::Placed { target, new } => rename(&target, &new),
        // Puts the new bytes back where they were prepared, in case the next run finishes the work after all.
        DoneStep::Wrote { file, before, new: Some(new) } => {
            rename(&file, &new).and_then(|()| before.map_or(Ok(()), |before| write_whole(&file, &before)))
        }
        DoneStep::Wrote { file, before: Some(before), new: None } => write_whole(&file, &before),
        DoneStep::Wrote { file, before: None, new: None } => fs::remove_file(file),
    };
    undone.is_ok()
}

//! What was done to files and folders, so that it can be taken back when the rest cannot be done.

use std::fs;
use std::path::{Path, PathBuf};

use super::failure::{Failure, failure_at};
use super::whole::{rename, write_whole};
use crate::read::is_folder;

/// One thing that was done.
pub(super) enum DoneStep {
    /// A folder was made.
    Made(PathBuf),
    /// What stood at `target` waits at `aside`.
    Aside { target: PathBuf, aside: PathBuf },
    /// What was prepared at `new` stands at `target`.
    Placed { target: PathBuf, new: PathBuf },
    /// A file has other bytes, or is gone; `new` is where they were prepared, when they were.
    Wrote { file: PathBuf, before: Option<Vec<u8>>, new: Option<PathBuf> },
}

/// Makes a folder and those it lies in, and remembers which are new.
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

/// Takes back all that was done, the last first, because of a failure. When the machine does not let that be done either, the
/// failure says so.
pub(super) fn take_back(done: Vec<DoneStep>, failure: Failure) -> Failure {
    let refused = done.into_iter().rev().map(undo).filter(|is_undone| !is_undone).count();
    if refused == 0 { failure } else { in_part(failure) }
}

/// A failure when a part was done already, and stays so.
pub(super) fn in_part(failure: Failure) -> Failure {
    match failure {
        Failure::NotTakenBack { .. } => failure,
        because => Failure::NotTakenBack { because: Box::new(because) },
    }
}

/// Takes back one thing that was done; says whether the machine let it.
fn undo(done: DoneStep) -> bool {
    let undone = match done {
        // By now a folder holds nothing but what was made in it.
        DoneStep::Made(folder) => fs::remove_dir(folder),
        DoneStep::Aside { target, aside } => rename(&aside, &target),
        DoneStep::Placed { target, new } => rename(&target, &new),
        // What is new is there again, should this be done the next time after all.
        DoneStep::Wrote { file, before, new: Some(new) } => {
            rename(&file, &new).and_then(|()| before.map_or(Ok(()), |before| write_whole(&file, &before)))
        }
        DoneStep::Wrote { file, before: Some(before), new: None } => write_whole(&file, &before),
        DoneStep::Wrote { file, before: None, new: None } => fs::remove_file(file),
    };
    undone.is_ok()
}

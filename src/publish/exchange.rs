//! Replaces folders and files of a village: all of them, or none.

use std::fs;
use std::path::{Path, PathBuf};

use super::atomic::rename;
use super::failure::{Failure, failure_at, unread};
use super::journal::{ExchangeFolder, ExchangePlan};
use super::undo::{DoneStep, make_folder, not_undone, undo_all};
use crate::read::{ReadFailure, bytes_of, is_folder, is_inside, with_retries};

/// Far larger than any file that is exchanged.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The files of a folder, with their paths in it.
pub type FolderFiles = Vec<(String, Vec<u8>)>;

/// What to exchange, by path in the village folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    /// Whole folders: each with its new contents, or `None` to remove it.
    pub folders: Vec<(String, Option<FolderFiles>)>,
    /// Whole files: each with its new bytes, or `None` to remove it. They follow the folders, in this order.
    pub files: Vec<(String, Option<Vec<u8>>)>,
}

/// The files on which the choice of what to exchange was based, each with its bytes at that time, if it
/// existed.
pub type Preconditions = Vec<(&'static str, Option<Vec<u8>>)>;

/// Carries out the whole exchange. All new contents are first written to a folder of the program's own, and
/// only then put in place.
///
/// # Errors
/// When an I/O operation fails, or when a file in `preconditions` has changed since; then everything is as it
/// was.
pub fn exchange(root: &Path, wanted: &Exchange, preconditions: &Preconditions) -> Result<(), Failure> {
    let folder = ExchangeFolder::enter(root)?;
    finish(&folder, root)?;
    check_places(root, wanted)?;
    for (path, bytes) in preconditions {
        let file = root.join(path);
        if bytes_if_present(&file)? != *bytes {
            return Err(Failure::ChangedMeanwhile { file });
        }
    }
    let plan = write_new(&folder, wanted).and_then(|plan| folder.commit_plan(&plan).map(|()| plan));
    match plan {
        Ok(plan) => carry_out(&folder, root, &plan),
        Err(failure) => {
            folder.clear()?;
            Err(failure)
        }
    }
}

/// Finishes an interrupted exchange in this village. Returns whether there was one.
///
/// # Errors
/// When an I/O operation fails.
pub fn finish_exchange(root: &Path) -> Result<bool, Failure> {
    if !ExchangeFolder::is_in_use(root) {
        return Ok(false);
    }
    finish(&ExchangeFolder::enter(root)?, root)
}

fn finish(folder: &ExchangeFolder, root: &Path) -> Result<bool, Failure> {
    let Some(plan) = folder.interrupted_plan()? else {
        folder.clear()?;
        return Ok(false);
    };
    let mut done = Vec::new();
    // If this fails, the next run tries again: all that is new and all that was old still exists.
    perform_steps(folder, root, &plan, &mut done).and_then(|()| folder.clear()).map_err(not_undone)?;
    Ok(true)
}

/// Carries out the plan, or undoes the steps that were done.
fn carry_out(folder: &ExchangeFolder, root: &Path, plan: &ExchangePlan) -> Result<(), Failure> {
    let mut done = Vec::new();
    let outcome = perform_steps(folder, root, plan, &mut done);
    // What could not be undone is finished by the next run instead, so the plan stays.
    let outcome = outcome.map_err(|failure| undo_all(done, failure));
    match outcome {
        Ok(()) => folder.clear().map_err(not_undone),
        Err(failure @ Failure::NotUndone { .. }) => Err(failure),
        Err(failure) => folder.clear().and(Err(failure)),
    }
}

fn check_places(root: &Path, wanted: &Exchange) -> Result<(), Failure> {
    let paths = wanted.folders.iter().map(|(path, _)| path).chain(wanted.files.iter().map(|(path, _)| path));
    paths.map(|path| root.join(path)).try_for_each(|target| check_place(root, &target))
}

/// Refuses a link in the path: it would lead out of the village.
fn check_place(root: &Path, target: &Path) -> Result<(), Failure> {
    if is_inside(target.parent().unwrap_or(root), root) {
        return Ok(());
    }
    Err(Failure::LinkInTheWay { link: target.parent().unwrap_or(root).to_owned() })
}

/// Writes all new contents to the exchange folder. Returns the plan of what to do then.
fn write_new(folder: &ExchangeFolder, wanted: &Exchange) -> Result<ExchangePlan, Failure> {
    let mut plan = ExchangePlan::default();
    let put = |file: &Path, bytes: &[u8]| {
        let folder = file.parent().unwrap_or(file);
        fs::create_dir_all(folder).map_err(failure_at(folder))?;
        fs::write(file, bytes).map_err(failure_at(file))
    };
    for (number, (path, files)) in wanted.folders.iter().enumerate() {
        if let Some(files) = files {
            let new = folder.make_new_folder(number)?;
            files.iter().try_for_each(|(inner, bytes)| put(&new.join(inner), bytes))?;
        }
        plan.folders.push((path.clone(), files.is_some()));
    }
    for (number, (path, bytes)) in wanted.files.iter().enumerate() {
        if let Some(bytes) = bytes {
            put(&folder.new_file(number), bytes)?;
        }
        plan.files.push((path.clone(), bytes.is_some()));
    }
    Ok(plan)
}

/// Carries out the steps of a plan. Steps done before an interruption are not repeated.
fn perform_steps(
    folder: &ExchangeFolder,
    root: &Path,
    plan: &ExchangePlan,
    done: &mut Vec<DoneStep>,
) -> Result<(), Failure> {
    for (number, (path, is_new)) in plan.folders.iter().enumerate() {
        let new = is_new.then(|| folder.new_folder(number));
        place_folder(&root.join(path), root, new, folder.aside(number), done)?;
    }
    for (number, (path, is_new)) in plan.files.iter().enumerate() {
        let new = is_new.then(|| folder.new_file(number));
        place_file(&root.join(path), root, new.as_deref(), done)?;
    }
    Ok(())
}

/// Puts the prepared folder in place of the old one, which is moved aside. Without a new one, the old one is
/// only moved.
fn place_folder(
    target: &Path,
    root: &Path,
    new: Option<PathBuf>,
    aside: PathBuf,
    done: &mut Vec<DoneStep>,
) -> Result<(), Failure> {
    check_place(root, target)?;
    if new.as_deref().is_some_and(|new| !is_folder(new)) {
        return Ok(());
    }
    if fs::symlink_metadata(target).is_ok() {
        let folder = aside.parent().unwrap_or(root);
        fs::create_dir_all(folder).map_err(failure_at(folder))?;
        rename(target, &aside).map_err(failure_at(target))?;
        done.push(DoneStep::MovedAside { target: target.to_owned(), aside });
    }
    if let Some(new) = new {
        make_folder(target.parent().unwrap_or(root), done)?;
        rename(&new, target).map_err(failure_at(target))?;
        done.push(DoneStep::Placed { target: target.to_owned(), new });
    }
    Ok(())
}

/// The bytes of a file, if it exists.
fn bytes_if_present(file: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match bytes_of(file, LARGEST) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(ReadFailure::Gone) => Ok(None),
        Err(why) => Err(unread(file)(why)),
    }
}

/// Puts a prepared file in its place, or deletes the file.
fn place_file(file: &Path, root: &Path, new: Option<&Path>, done: &mut Vec<DoneStep>) -> Result<(), Failure> {
    check_place(root, file)?;
    let bytes = match new.map(bytes_if_present).transpose()? {
        // It is in its place already.
        Some(None) => return Ok(()),
        prepared => prepared.flatten(),
    };
    // What cannot be read could not be restored.
    let before = bytes_if_present(file)?;
    if before == bytes {
        return Ok(());
    }
    match new {
        // In one step, so that an interruption never leaves half a file.
        Some(new) => {
            make_folder(file.parent().unwrap_or(file), done)?;
            if let Ok(known) = fs::metadata(file) {
                fs::set_permissions(new, known.permissions()).map_err(failure_at(file))?;
            }
            rename(new, file).map_err(failure_at(file))?;
        }
        None => with_retries(|| fs::remove_file(file)).map_err(failure_at(file))?,
    }
    done.push(DoneStep::Wrote { file: file.to_owned(), before, new: new.map(Path::to_owned) });
    Ok(())
}

#[cfg(test)]
mod tests;

//! Writes single files beside the sources: a text that the user asked for, or a file of the program's own.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use super::atomic::{check_no_links, create_ignored_folder, write_atomically};
use super::clearing::remove;
use super::failure::{Failure, failure_at};
use super::file_lock::{acquire_lock_file, check_plain_file};
use super::sealed::{SealState, seal, seal_state};
use crate::ground::OWN_FOLDER;
use crate::read::start_of;

/// Writes a text that the user asked for, sealed, whole or not at all. An existing file is replaced only when
/// it is one of ours, which begins with `mark`, and nobody has edited it since.
///
/// # Errors
/// When there is another file, when someone has edited it, or when an I/O operation fails.
pub fn write_text(file: &Path, text: &str, mark: &str) -> Result<(), Failure> {
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    if file.try_exists().map_err(failure_at(file))? {
        let folder = file.parent().unwrap_or(Path::new(""));
        let is_ours = start_of(file, mark.len() as u64).as_deref() == Some(mark.as_bytes());
        match (is_ours, seal_state(folder, &name) == Some(SealState::Untouched)) {
            (true, true) => {}
            (true, false) => return Err(Failure::EditedByHand { file: file.to_owned() }),
            (false, _) => return Err(Failure::ForeignFile { file: file.to_owned() }),
        }
    }
    write_note(file, &seal(&name, text))
}

/// A turn to change a file or folder of the program's own, for as long as this value lives: what is read then
/// is what will be replaced.
#[derive(Debug)]
pub struct FileLock {
    _held: File,
}

/// Waits for a turn at a file or folder in the program's own folder.
///
/// # Errors
/// When an I/O operation fails.
pub fn lock_for(file: &Path) -> Result<FileLock, Failure> {
    let folder = file.parent().unwrap_or(file);
    create_ignored_folder(folder).map_err(failure_at(folder))?;
    acquire_lock_file(&file.with_extension("lock")).map(|held| FileLock { _held: held })
}

/// Writes a file of the program's own, and its folder if needed, whole or not at all.
///
/// # Errors
/// When an I/O operation fails.
pub fn write_note(file: &Path, text: &str) -> Result<(), Failure> {
    write_bytes(file, text.as_bytes())
}

/// Writes a file of the program's own that is not text, like [`write_note`].
///
/// # Errors
/// When an I/O operation fails.
pub fn write_bytes(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        let is_own = folder.ends_with(OWN_FOLDER);
        let make = if is_own { create_ignored_folder(folder) } else { fs::create_dir_all(folder) };
        make.map_err(failure_at(folder))?;
    }
    write_atomically(file, bytes).map_err(failure_at(file))
}

/// Appends to a file of the program's own, which is created if it does not exist. An interruption leaves an
/// incomplete line.
///
/// # Errors
/// When an I/O operation fails.
pub fn append_line(file: &Path, line: &str) -> Result<(), Failure> {
    let folder = file.parent().unwrap_or(file);
    create_ignored_folder(folder).map_err(failure_at(folder))?;
    check_plain_file(file)?;
    let mut opened = File::options().append(true).create(true).open(file).map_err(failure_at(file))?;
    opened.write_all(line.as_bytes()).map_err(failure_at(file))
}

/// Deletes a file of the program's own, if it exists.
///
/// # Errors
/// When an I/O operation fails.
pub fn remove_note(file: &Path) -> Result<(), Failure> {
    let folder = file.parent().unwrap_or(file);
    check_no_links(folder).map_err(failure_at(folder))?;
    remove(file)
}

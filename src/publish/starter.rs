//! Writes a new folder of files, for a new village.

use std::fs;
use std::path::{Path, PathBuf};

use super::atomic::write_new;
use super::failure::{Failure, failure_at};
use crate::read::{is_system_file, list_folder};

/// Writes files into a folder that does not exist yet or is empty: all of them, or none.
///
/// # Errors
/// When the folder is not empty or is a file, or when an I/O operation fails.
pub fn write_new_folder(folder: &Path, files: &[(&str, &[u8])]) -> Result<(), Failure> {
    check_empty(folder)?;
    let mut created = CreatedFiles::default();
    let written = files.iter().try_for_each(|(path, bytes)| created.write(&folder.join(path), bytes));
    if written.is_err() {
        created.undo_all();
    }
    written
}

fn check_empty(folder: &Path) -> Result<(), Failure> {
    if !folder.try_exists().map_err(failure_at(folder))? {
        return Ok(());
    }
    let not_empty = |found: String| Failure::NotEmpty { folder: folder.to_owned(), found };
    let mut names = list_folder(folder, |_| false)?.into_iter().map(|(name, _)| name.display().to_string());
    // People call a folder empty when it contains nothing but what git and the desktop keep there.
    names.find(|name| name != ".git" && !is_system_file(name)).map_or(Ok(()), |name| Err(not_empty(name)))
}

/// What has been created so far, in order.
#[derive(Default)]
struct CreatedFiles {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl CreatedFiles {
    fn write(&mut self, file: &Path, bytes: &[u8]) -> Result<(), Failure> {
        let above: Vec<&Path> = file.ancestors().skip(1).take_while(|folder| !folder.exists()).collect();
        for folder in above.into_iter().rev().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir(folder).map_err(failure_at(folder))?;
            self.folders.push(folder.to_owned());
        }
        self.files.push(file.to_owned());
        fs::write(file, bytes).map_err(failure_at(file))
    }

    /// Deletes what was created, as far as possible: half a village would be in the way of the next attempt.
    fn undo_all(self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Writes a file that does not exist yet; a secret one is readable only by its owner.
///
/// # Errors
/// When the file exists, or when an I/O operation fails.
pub fn write_new_file(file: &Path, bytes: &[u8], is_secret: bool) -> Result<(), Failure> {
    write_new(file, bytes, is_secret).map_err(failure_at(file))
}

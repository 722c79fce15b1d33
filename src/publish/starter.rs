//! A new folder with files in it, for a village that begins.

use std::fs;
use std::path::Path;

use super::failure::{Failure, at};
use super::whole::write_new;
use crate::read::list_folder;

/// Writes files into a folder that does not exist yet or is empty.
///
/// # Errors
/// When the folder holds anything, or when the machine refuses.
pub fn write_new_folder(folder: &Path, files: &[(&str, &[u8])]) -> Result<(), Failure> {
    let not_empty = || Failure::NotEmpty { folder: folder.to_owned() };
    if folder.try_exists().map_err(at(folder))? {
        let found = list_folder(folder, |_| false).map_err(|_| not_empty())?;
        if !found.is_empty() {
            return Err(not_empty());
        }
    }
    for (path, bytes) in files {
        let file = folder.join(path);
        let parent = file.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(at(parent))?;
        fs::write(&file, bytes).map_err(at(&file))?;
    }
    Ok(())
}

/// Writes a file that is not there yet; a secret one can be read by nobody else.
///
/// # Errors
/// When there is such a file, or when the machine refuses.
pub fn write_new_file(file: &Path, bytes: &[u8], is_secret: bool) -> Result<(), Failure> {
    write_new(file, bytes, is_secret).map_err(at(file))
}

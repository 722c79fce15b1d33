//! A single file beside the sources: a text that was asked for, or what the program keeps for itself.

use std::fs;
use std::path::{Path, PathBuf};

use super::failure::{Failure, at};
use crate::read::start_of;

/// Writes a text that somebody asked for, whole or not at all. What stood there is replaced only when it begins with
/// `mark`: then it is one of ours.
///
/// # Errors
/// When another file stands there, or when the machine refuses.
pub fn write_text(file: &Path, text: &str, mark: &str) -> Result<(), Failure> {
    if file.try_exists().map_err(at(file))? {
        let start = start_of(file, mark.len() as u64);
        if start.as_deref() != Some(mark.as_bytes()) {
            return Err(Failure::SomebodysFile { file: file.to_owned() });
        }
    }
    write_note(file, text)
}

/// Writes a file of the program's own, with the folder it stands in, whole or not at all.
///
/// # Errors
/// When the machine refuses.
pub fn write_note(file: &Path, text: &str) -> Result<(), Failure> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    let beside = beside(file);
    fs::write(&beside, text).map_err(at(&beside))?;
    fs::rename(&beside, file).map_err(at(file))
}

/// Where a file is written before it takes its place.
fn beside(file: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".dorpsplein-");
    name.push(file.file_name().unwrap_or_default());
    file.with_file_name(name)
}

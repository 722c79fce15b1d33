//! One file at a time, whole or not at all: written beside its place, and put there in one step.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::thread;

use crate::read::stamp;

/// Writes a file: the old bytes or the new are there, never half of them. Who may read it stays as it was.
///
/// # Errors
/// When the machine refuses; what was written beside it is taken away.
pub(super) fn write_whole(file: &Path, bytes: &[u8]) -> io::Result<()> {
    // Several programs, and several threads of one, may write for the same place.
    let mut name =
        OsString::from(format!(".dorpsplein-{}-{:?}-", std::process::id(), thread::current().id()));
    name.push(file.file_name().unwrap_or_default());
    let beside = file.with_file_name(name);
    let put = || {
        fs::write(&beside, bytes)?;
        if let Ok(known) = fs::metadata(file) {
            fs::set_permissions(&beside, known.permissions())?;
        }
        fs::rename(&beside, file)
    };
    put().inspect_err(|_| {
        let _ = fs::remove_file(&beside);
    })
}

/// Makes a folder, when it is not there, of which git keeps nothing: what is in it can be made again.
///
/// # Errors
/// When the machine refuses.
pub(super) fn ignored_folder(folder: &Path) -> io::Result<()> {
    let ignore = folder.join(".gitignore");
    if stamp(&ignore).is_none() {
        fs::create_dir_all(folder)?;
        fs::write(ignore, "*\n")?;
    }
    Ok(())
}

/// Writes a file that is not there yet; a secret one can be read by nobody else.
///
/// # Errors
/// When there is such a file, or when the machine refuses.
pub(super) fn write_new(file: &Path, bytes: &[u8], is_secret: bool) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if is_secret { 0o600 } else { 0o644 });
    #[cfg(not(unix))]
    let _ = is_secret;
    options.open(file)?.write_all(bytes)
}

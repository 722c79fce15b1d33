//! Writes one file at a time, whole or not at all: beside its place first, and then put there in one step.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::thread;

use super::failure::Link;
use crate::ground::OWN_FOLDER;
use crate::read::{stamp, with_retries};

/// The prefix of the names of unfinished files.
pub(super) const UNFINISHED: &str = ".dorpsplein-";

/// Moves a file or folder, as soon as no other program has it open.
///
/// # Errors
/// When the operating system keeps refusing.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    with_retries(|| fs::rename(from, to))
}

/// Writes a file: the old bytes or the new are there, never half of them. Its permissions stay as they were.
///
/// # Errors
/// When an I/O operation fails; the unfinished file is deleted.
pub(super) fn write_atomically(file: &Path, bytes: &[u8]) -> io::Result<()> {
    check_no_links(file.parent().unwrap_or(file))?;
    // Several programs, and several threads of one, may write to the same place.
    let mut name =
        OsString::from(format!("{UNFINISHED}{}-{:?}-", std::process::id(), thread::current().id()));
    name.push(file.file_name().unwrap_or_default());
    let temporary = file.with_file_name(name);
    let put = || {
        fs::write(&temporary, bytes)?;
        if let Ok(known) = fs::metadata(file) {
            fs::set_permissions(&temporary, known.permissions())?;
        }
        rename(&temporary, file)
    };
    put().inspect_err(|_| {
        let _ = fs::remove_file(&temporary);
    })
}

/// Refuses a link in the program's own folder: a village may come from anyone, and through the link the
/// program would write outside it.
pub(super) fn check_no_links(folder: &Path) -> io::Result<()> {
    let own = folder.ancestors().find(|part| part.file_name().is_some_and(|name| name == OWN_FOLDER));
    let Some(around) = own.and_then(Path::parent) else { return Ok(()) };
    let mut parts = folder.ancestors().take_while(|part| *part != around);
    match parts.find(|part| part.is_symlink()) {
        Some(link) => Err(io::Error::new(io::ErrorKind::PermissionDenied, Link(link.to_owned()))),
        None => Ok(()),
    }
}

/// Creates a folder, if it does not exist, whose contents git ignores: they can be generated again.
///
/// # Errors
/// When an I/O operation fails.
pub(super) fn create_ignored_folder(folder: &Path) -> io::Result<()> {
    check_no_links(folder)?;
    let ignore = folder.join(".gitignore");
    if stamp(&ignore).is_some() {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    // A broken link counts as existing too, and is not followed.
    match write_new(&ignore, b"*\n", false) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        written => written,
    }
}

/// Writes a file that does not exist yet; a secret one is readable only by its owner.
///
/// # Errors
/// When the file exists, or when an I/O operation fails; half a file is deleted.
pub(super) fn write_new(file: &Path, bytes: &[u8], is_secret: bool) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if is_secret { 0o600 } else { 0o644 });
    #[cfg(not(unix))]
    let _ = is_secret;
    let mut new = options.open(file)?;
    let written = new.write_all(bytes);
    drop(new);
    written.inspect_err(|_| {
        let _ = fs::remove_file(file);
    })
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    use super::*;
    #[cfg(unix)]
    use crate::publish::failure::{Failure, failure_at};

    #[cfg(unix)]
    #[test]
    fn a_link_in_place_of_our_own_folder_is_not_followed() {
        let place = std::env::temp_dir().join(format!("dorpsplein-whole-{}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        let (site, victim) = (place.join("dorp"), place.join("elders"));
        fs::create_dir_all(&site).expect("a folder");
        fs::create_dir_all(&victim).expect("a folder");
        std::os::unix::fs::symlink("../elders", site.join(OWN_FOLDER)).expect("a link");
        let own = site.join(OWN_FOLDER);
        let is_link = |tried: io::Result<()>| matches!(tried.map_err(failure_at(&own)), Err(Failure::LinkInTheWay { link }) if link == own);
        assert!(is_link(create_ignored_folder(&own)));
        assert!(is_link(write_atomically(&own.join("x"), b"x")));
        assert!(is_link(write_atomically(&own.join("bronnen/x"), b"x")));
        assert_eq!(fs::read_dir(&victim).expect("a folder").count(), 0);
        // A village that is itself reached through a link is like any other.
        std::os::unix::fs::symlink("dorp", place.join("link")).expect("a link");
        fs::remove_file(&own).expect("it is ours");
        assert!(create_ignored_folder(&place.join("link").join(OWN_FOLDER)).is_ok());
        assert!(write_atomically(&place.join("link").join(OWN_FOLDER).join("x"), b"x").is_ok());
        // A link in the place of the `.gitignore` does not create a file elsewhere either.
        fs::remove_file(own.join(".gitignore")).expect("it is ours");
        std::os::unix::fs::symlink("../../elders/gemaakt", own.join(".gitignore")).expect("a link");
        assert!(create_ignored_folder(&own).is_ok());
        assert_eq!(fs::read_dir(&victim).expect("a folder").count(), 0);
        fs::remove_dir_all(&place).expect("it is ours");
    }
}

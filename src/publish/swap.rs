//! Puts the new site in the place of the old one, in one step where the system can.

use std::io;
use std::path::Path;

use super::atomic::rename;
use super::clearing::clear_old_site;
use super::failure::{Failure, failure_at};
use super::manifest::Manifest;
use super::workplace::Workplace;
use crate::read::is_folder;

/// Puts the new site in its place and removes the old one, except for files that are not ours. On an error
/// the old site is still in its place.
pub(super) fn swap(work: &Workplace, old: &Manifest) -> Result<(), Failure> {
    let (output, new, gone) = (work.output(), work.new_folder(), work.discarded_folder());
    if !is_folder(output) {
        return rename(&new, output).map_err(failure_at(output));
    }
    // From the swap on, the folder may contain other people's files. Its name tells the next build so,
    // wherever this one is interrupted.
    rename(&new, &gone).map_err(failure_at(&new))?;
    let swapped = match exchange(&gone, output) {
        Err(error) if is_not_supported(&error) => swap_in_two_steps(&gone, output, &work.old_folder()),
        outcome => outcome.map_err(failure_at(output)),
    };
    if swapped.is_err() {
        let _ = rename(&gone, &new);
        return swapped;
    }
    // The new site is in place, so nothing counts as a failure any more: the next build clears away what is
    // left.
    let _ = clear_old_site(&gone, output, old);
    Ok(())
}

/// Swaps the two in three steps. In between there is no output at all: if a build is interrupted here, the
/// next one repairs it.
fn swap_in_two_steps(gone: &Path, output: &Path, aside: &Path) -> Result<(), Failure> {
    rename(output, aside).map_err(failure_at(output))?;
    if let Err(cause) = rename(gone, output) {
        return Err(match rename(aside, output) {
            Ok(()) => failure_at(output)(cause),
            Err(_) => Failure::PutAside { output: output.to_owned(), aside: aside.to_owned(), cause },
        });
    }
    let _ = rename(aside, gone);
    Ok(())
}

/// Swaps two folders at once: Linux and macOS have a call for it.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}

fn is_not_supported(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use super::*;
    use crate::ground::{MANIFEST, fingerprint};
    use crate::publish::manifest::OutputFile;

    fn put(file: &Path, text: &str) {
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }

    fn site(folder: &Path, files: &[&str]) -> Manifest {
        files.iter().for_each(|path| put(&folder.join(path), path));
        let files = files.iter().map(|path| OutputFile {
            path: (*path).to_owned(),
            bytes: 1,
            print: fingerprint(path.as_bytes()),
        });
        let manifest = Manifest::of(files.collect(), BTreeMap::new());
        manifest.write(folder).expect("a manifest");
        manifest
    }

    fn place(name: &str) -> std::path::PathBuf {
        let place = std::env::temp_dir().join(format!("dorpsplein-swap-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        fs::create_dir_all(&place).expect("a folder");
        place
    }

    #[test]
    fn a_stepwise_swap_places_the_new_site_or_keeps_the_old_one() {
        let place = place("steps");
        let (gone, output, aside) = (place.join("gone"), place.join("uit"), place.join("old"));
        site(&output, &["oud.html"]);
        // There is nothing to put in its place.
        let failure = swap_in_two_steps(&gone, &output, &aside).expect_err("it cannot succeed");
        assert!(matches!(failure, Failure::Io { .. }), "{failure:?}");
        assert!(output.join("oud.html").exists() && !aside.exists());
        site(&gone, &["nieuw.html"]);
        swap_in_two_steps(&gone, &output, &aside).expect("it succeeds");
        assert!(output.join("nieuw.html").exists() && gone.join("oud.html").exists() && !aside.exists());
        fs::remove_dir_all(&place).expect("it is ours");
    }

    #[test]
    fn leftovers_that_cannot_be_removed_wait_for_the_next_build() {
        let place = place("left");
        let output = place.join("uit");
        // Someone else's file for which the new site has no room: a name of the maximum length, in a folder
        // that is now a file.
        let long = "x".repeat(255);
        let old = site(&output, &["oud.html"]);
        put(&output.join("kaart").join(&long), "van iemand anders");
        let work = Workplace::enter(&output).expect("nobody else is in it");
        site(&work.new_folder(), &["kaart", "nieuw.html"]);
        swap(&work, &old).expect("the new site is in place");
        assert!(output.join("nieuw.html").exists() && !output.join("oud.html").exists());
        drop(work);
        assert!(place.join(".dorpsplein-uit/gone/kaart").join(&long).exists(), "it is not lost");
        // With room for it, it comes back.
        fs::remove_file(output.join("kaart")).expect("it is there");
        drop(Workplace::enter(&output).expect("nobody else is in it"));
        assert!(output.join("kaart").join(&long).exists());
        assert_eq!(fs::read_dir(&place).expect("a folder").count(), 1, "nothing else is left");
        fs::remove_dir_all(&place).expect("it is ours");
    }

    #[test]
    fn files_of_others_survive_a_build_interrupted_after_the_swap() {
        let place = place("broken");
        let output = place.join("uit");
        site(&output, &["nieuw.html", "agenda/index.html", "brief.txt"]);
        let gone = place.join(".dorpsplein-uit/gone");
        site(&gone, &["oud.html", "agenda/index.html", "agenda/weg/index.html"]);
        for path in ["agenda/weg/brief.txt", "brief.txt", "agenda/.DS_Store", "agenda/weg/.DS_Store"] {
            put(&gone.join(path), "van iemand anders");
        }
        drop(Workplace::enter(&output).expect("nobody else is in it"));
        let found = crate::read::list_folder(&output, |_| true).expect("a folder");
        let paths: Vec<String> =
            found.iter().map(|(path, _)| path.to_string_lossy().replace('\\', "/")).collect();
        let expected = [
            "1-brief.txt",
            "agenda",
            "agenda/.DS_Store",
            "agenda/index.html",
            "agenda/weg",
            "agenda/weg/brief.txt",
            "brief.txt",
            MANIFEST,
            "nieuw.html",
        ];
        assert_eq!(paths, expected);
        assert_eq!(fs::read(output.join("brief.txt")).expect("ours"), b"brief.txt");
        assert_eq!(fs::read_dir(&place).expect("a folder").count(), 1, "nothing else is left");
        fs::remove_dir_all(&place).expect("it is ours");
    }
}
